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

/** What was tried in vain: the password of a name, or the code of a name whose password was right. */
export type TryKind = 'sandi' | 'kode';
export type Try = { kind: TryKind; username: string; clientIp: string };

/** Wrong tries of a kind since an instant: of the name, and from the address whatever the name. */
export const countFailures = async (
  db: Kysely<Database>,
  { kind, username, clientIp }: Try,
  since: Date,
): Promise<{ byName: number; byAddress: number }> => {
  const { rows } = await sql<{ by_name: number; by_address: number }>`
    select count(*) filter (where username = ${username})::int as by_name, count(*) filter (where client_ip = ${clientIp})::int as by_address
    from auth.sign_in_failure where kind = ${kind} and at > ${since} and (username = ${username} or client_ip = ${clientIp})`.execute(
    db,
  );
  return { byName: rows[0]!.by_name, byAddress: rows[0]!.by_address };
};

export const addFailure = (db: Kysely<Database>, { kind, username, clientIp }: Try, at: Date) =>
  db.insertInto('auth.sign_in_failure').values({ kind, username, client_ip: clientIp, at }).execute();

export const clearFailures = (db: Kysely<Database>, username: string) =>
  db.deleteFrom('auth.sign_in_failure').where('username', '=', username).execute();

/** Whose code is asked for: the name behind the ticket that the sign-in library gave with the right password. */
export const findNameOfTicket = async (db: Kysely<Database>, ticket: string): Promise<string | undefined> =>
  (
    await sql<{ username: string | null }>`
      select u.username from auth.verification v join auth."user" u on u.id::text = v.value where v.identifier = ${ticket} limit 1`.execute(
      db,
    )
  ).rows[0]?.username ?? undefined;
