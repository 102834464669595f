import { type Kysely, sql } from 'kysely';
import type { Capability } from '../../src/kernel/capability.ts';
import { findRole } from '../../src/modules/identity/index.ts';
import type { Actor } from '../../src/platform/db/actor.ts';
import type { Database } from '../../src/platform/db/schema.ts';

type Row = {
  account_id: string;
  display_name: string;
  kind: Actor['kind'];
  role: string;
  area_id: number;
  bidang: string | null;
  clearance: number;
  agency_wide: boolean;
  position_name: string | null;
};

/** The actor of a demo account, as a session of it would make one; `over` changes what a test wants changed. */
export const actorOf = async (db: Kysely<Database>, username: string, over: Partial<Actor> = {}): Promise<Actor> => {
  const found = await db
    .selectFrom('auth.user as u')
    .innerJoin('auth.agency_user as m', 'm.user_id', 'u.id')
    .innerJoin('auth.agency as a', 'a.slug', 'm.agency')
    .select(['u.id', 'a.slug', 'a.schema_name'])
    .where('u.username', '=', username)
    .executeTakeFirstOrThrow();
  const { rows } =
    await sql<Row>`select * from ${sql.id(found.schema_name, 'session_of')}(${found.id}::uuid, '2026-07-15'::date)`.execute(
      db,
    );
  const row = rows[0]!;
  return {
    agency: found.slug,
    schema: found.schema_name,
    zone: 'WITA',
    accountId: row.account_id,
    username,
    name: row.display_name,
    kind: row.kind,
    role: row.role,
    position: row.position_name,
    bidang: row.bidang,
    areaId: row.area_id,
    clearance: row.clearance,
    capabilities: new Set<Capability>(findRole(row.role)?.capabilities ?? []),
    databaseRole: row.agency_wide ? 'rukun_wide' : 'rukun_area',
    ...over,
  };
};
