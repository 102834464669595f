import type { Kysely } from 'kysely';
import type { Database } from '#platform/db/schema.ts';

/** The agencies of this installation, with the schema of each. */
export const listAgencies = (db: Kysely<Database>): Promise<{ slug: string; schema: string }[]> =>
  db.selectFrom('auth.agency').select(['slug', 'schema_name as schema']).orderBy('slug').execute();
