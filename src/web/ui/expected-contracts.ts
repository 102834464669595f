import type { z } from 'zod';
import type { StatusKind } from './theme.ts';

/** The counts of the queues, as the Home page and the navigation read them. */
export type HomeContract = {
  method: 'GET';
  url: '/api/home';
  reply: z.ZodType<{ tiles: { id: string; label: string; count: number; href: string; status: StatusKind }[] }>;
};
