import { type Kysely, sql } from 'kysely';
import type { LocalDate, Zone } from '#kernel/local-date.ts';
import type { Database } from '#platform/db/schema.ts';

/** One assignment of a signed-in account, or the account alone (assignmentId null) when none is in force today. */
export type SessionRow = {
  account_id: string;
  kind: 'staf' | 'rt' | 'psm' | 'mitra' | 'sistem';
  username: string;
  display_name: string;
  language: 'id' | 'en';
  expires_on: string | null;
  closed: boolean;
  assignment_id: string | null;
  role: string | null;
  area_id: number | null;
  area_label: string | null;
  bidang: string | null;
  clearance: number | null;
  agency_wide: boolean | null;
  position_name: string | null;
};
export type AgencyOfUser = {
  slug: string;
  schema: string;
  name: string;
  isDemo: boolean;
  zone: Zone;
  settings: Record<string, unknown>;
};

export const listSessionRows = async (
  db: Kysely<Database>,
  schema: string,
  userId: string,
  day: LocalDate,
): Promise<SessionRow[]> =>
  (await sql<SessionRow>`select * from ${sql.id(schema, 'session_of')}(${userId}::uuid, ${day}::date)`.execute(db))
    .rows;

/** The agency a sign-in belongs to. */
export const findAgencyOfUser = async (db: Kysely<Database>, userId: string): Promise<AgencyOfUser | undefined> => {
  const found = await db
    .selectFrom('auth.agency_user as u')
    .innerJoin('auth.agency as a', 'a.slug', 'u.agency')
    .select(['a.slug', 'a.schema_name', 'a.name', 'a.is_demo'])
    .where('u.user_id', '=', userId)
    .executeTakeFirst();
  if (!found) return undefined;
  const own = await sql<{
    zone: Zone;
    settings: Record<string, unknown>;
  }>`select zone, settings from ${sql.id(found.schema_name, 'agency_card')}()`.execute(db);
  return { slug: found.slug, schema: found.schema_name, name: found.name, isDemo: found.is_demo, ...own.rows[0]! };
};

/** Wrong tries of a name, and from an address, since an instant. */
export const countFailures = async (
  db: Kysely<Database>,
  username: string,
  clientIp: string,
  since: Date,
): Promise<{ byName: number; byAddress: number }> => {
  const { rows } = await sql<{ by_name: number; by_address: number }>`
    select count(*) filter (where username = ${username})::int as by_name, count(*) filter (where client_ip = ${clientIp})::int as by_address
    from auth.sign_in_failure where at > ${since} and (username = ${username} or client_ip = ${clientIp})`.execute(db);
  return { byName: rows[0]!.by_name, byAddress: rows[0]!.by_address };
};

export const addFailure = (db: Kysely<Database>, username: string, clientIp: string) =>
  db.insertInto('auth.sign_in_failure').values({ username, client_ip: clientIp }).execute();

export const clearFailures = (db: Kysely<Database>, username: string) =>
  db.deleteFrom('auth.sign_in_failure').where('username', '=', username).execute();
