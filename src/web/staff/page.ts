import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { rootRoute } from './root.tsx';

/**
 * A page: its path below /kantor, and the file that exports a component named `Page`, loaded when it is first opened.
 * `$id` in a path is a parameter. `readSearch` gives the typed part after `?`, from whatever stands there.
 */
export const page = <const P extends string, S extends Record<string, unknown> = Record<never, never>>(
  path: P,
  load: () => Promise<{ Page: ComponentType }>,
  readSearch?: (raw: Record<string, unknown>) => S,
) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    component: lazyRouteComponent(load, 'Page'),
    validateSearch: readSearch ?? (() => ({}) as S),
  });

/** For `readSearch`: the value when it is a text that is not empty. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
