import { type Kysely, sql } from 'kysely';
import type { Database } from '#platform/db/schema.ts';

/** One kind of try by one subject (a keyed hash) since the beginning of a span. */
export type Attempt = { schema: string; what: string; subject: string; since: Date };

/** Takes one of `most` tries; false when none is left. A transaction of its own, so that what fails afterwards stays counted. */
export const takeTry = async (db: Kysely<Database>, attempt: Attempt, most: number): Promise<boolean> => {
  const { rows } = await sql<{ taken: boolean }>`
    select ${sql.id(attempt.schema, 'portal_try')}(${attempt.what}, ${attempt.subject}, ${attempt.since}, ${most}) as taken`.execute(
    db,
  );
  return rows[0]?.taken ?? false;
};

/** Gives a try back, because it was no failure. */
export const giveTryBack = async (db: Kysely<Database>, attempt: Attempt): Promise<void> => {
  await sql`select ${sql.id(attempt.schema, 'portal_untry')}(${attempt.what}, ${attempt.subject}, ${attempt.since})`.execute(
    db,
  );
};
