import type { z } from 'zod';
import type { StatusKind } from './theme.ts';

/** The counts of the queues, as the Home page and the navigation read them. */
export type HomeContract = {
  method: 'GET';
  url: '/api/home';
  reply: z.ZodType<{ tiles: { id: string; label: string; count: number; href: string; status: StatusKind }[] }>;
};

/** Search of people as one types, as PersonPicker and the command palette read it. */
export type PersonSearchContract = {
  method: 'GET';
  url: '/api/person';
  query: z.ZodType<unknown, { q: string }>;
  reply: z.ZodType<{
    items: { id: string; name: string; nik: string | null; areaLabel: string | null; birthOn: string | null }[];
  }>;
};
