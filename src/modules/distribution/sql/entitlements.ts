import { sql } from 'kysely';
import type { Rupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';
import type { EntitlementState, StoredState } from '../domain/ruling.ts';

export type Entitlement = {
  id: string;
  code: string;
  state: EntitlementState;
  stored: StoredState;
  due: Rupiah;
  effective: Rupiah;
  period: string;
  programmeId: string;
  programme: string;
  targetUnit: 'orang' | 'keluarga' | 'rumah_tangga' | 'kelompok' | 'lembaga';
  basket: { item: string; quantity: number }[];
  areaId: number;
  areaLabel: string;
  desaId: number | null;
  payeeId: string;
  payeeName: string;
  payeeLife: 'hidup' | 'dilaporkan_meninggal' | 'terbukti';
  nik: string | null;
  budgetLineId: string | null;
  decreeState: string;
  decreeNumber: string | null;
  version: number;
  /** Cursor of the list by name. */
  sortKey: string;
};

const EFFECTIVE = sql`coalesce((select sum(h.amount) from handover h join lateral
    (select r.kind from handover_ruling r where r.handover_id = h.id order by r.at desc, r.id desc limit 1) last on last.kind = 'efektif'
    where h.entitlement_id = e.id), 0)::bigint`;

/** A reported or proven death holds what one person alone is due; what a family is due goes on. */
const STATE = sql`case when e.state in ('menunggu', 'sebagian') and v.target_unit = 'orang' and n.life <> 'hidup' then 'ditahan' else e.state end`;

const CARD = sql`
  select e.id, e.code, ${STATE} as state, e.state as stored, e.amount as due, ${EFFECTIVE} as effective, e.period, e.programme_id as "programmeId", p.name as programme,
         v.target_unit as "targetUnit", e.basket, e.area_id as "areaId", coalesce(a.label, '') as "areaLabel", a.desa_id as "desaId",
         w.payee_id as "payeeId", coalesce(n.alias, n.name) as "payeeName", n.life as "payeeLife",
         (select i.value from person_identifier i where i.person_id = n.id and i.kind = 'nik' and i.state = 'aktif' limit 1) as nik,
         r.budget_line_id as "budgetLineId", d.state as "decreeState", d.number as "decreeNumber", e.version, lower(coalesce(n.alias, n.name)) as "sortKey"
  from entitlement e join award w on w.id = e.award_id join person n on n.id = w.payee_id join programme p on p.id = e.programme_id
  join selection_run r on r.id = w.run_id join programme_version v on v.id = r.version_id join decree d on d.id = w.decree_id
  left join area a on a.id = e.area_id`;

/** Makes what each award of a decree in force is due in its period. One a unit and period: a second one for the same unit is left out and counted. */
export const addEntitlements = async (
  ctx: Context,
  decreeId: string,
  codeOf: () => string,
): Promise<{ made: number; left: number }> => {
  const { rows } = await sql<{
    awardId: string;
  }>`select w.id as "awardId" from award w where w.decree_id = ${decreeId} and w.state = 'berlaku'`.execute(ctx.tx);
  const codes = rows.map((row) => ({ award: row.awardId, code: codeOf() }));
  const made = await sql<{ id: string }>`
    insert into entitlement (id, award_id, programme_id, period, unit_key, area_id, amount, code, state)
    select gen_random_uuid(), w.id, w.programme_id, v.period, case v.target_unit when 'orang' then w.payee_id else w.family_id end, w.area_id, w.amount, c.code,
           'menunggu'
    from jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as c(award uuid, code text)
    join award w on w.id = c.award join selection_run r on r.id = w.run_id join programme_version v on v.id = r.version_id
    on conflict (programme_id, period, unit_key) where state <> 'batal' do nothing returning id`.execute(ctx.tx);
  return { made: made.rows.length, left: rows.length - made.rows.length };
};

/** The entitlement of a code or id, locked: two desks that hand over at once queue here. */
export const lockEntitlement = async (
  ctx: Context,
  wanted: { id: string } | { code: string },
): Promise<Entitlement | undefined> => {
  const which = 'id' in wanted ? sql`id = ${wanted.id}` : sql`code = ${wanted.code}`;
  const locked = await sql<{ id: string }>`select id from entitlement where ${which} for update`.execute(ctx.tx);
  const id = locked.rows[0]?.id;
  return id ? findEntitlement(ctx, { id }) : undefined;
};

export const findEntitlement = async (
  ctx: Context,
  wanted: { id: string } | { code: string },
): Promise<Entitlement | undefined> =>
  (
    await sql<Entitlement>`${CARD} where ${'id' in wanted ? sql`e.id = ${wanted.id}` : sql`e.code = ${wanted.code}`}`.execute(
      ctx.tx,
    )
  ).rows[0];

export type EntitlementFilter = {
  programmeId?: string | undefined;
  desaId?: number | undefined;
  state?: EntitlementState | undefined;
  q?: string | undefined;
  after?: string | undefined;
  limit: number;
};

const filterSql = (filter: Omit<EntitlementFilter, 'after' | 'limit'>) => sql`
  (${filter.programmeId ?? null}::uuid is null or e.programme_id = ${filter.programmeId ?? null}::uuid)
  and (${filter.desaId ?? null}::integer is null or a.desa_id = ${filter.desaId ?? null}::integer)
  and (${filter.state ?? null}::text is null or ${STATE} = ${filter.state ?? null}::text)
  and (${filter.q ?? ''} = '' or lower(coalesce(n.alias, n.name)) like ${`%${(filter.q ?? '').toLowerCase()}%`} or e.code = ${(filter.q ?? '').toUpperCase()})`;

/** By name, keyset on (name, id). */
export const listEntitlements = async (ctx: Context, filter: EntitlementFilter): Promise<Entitlement[]> => {
  const [afterName = '', afterId = '00000000-0000-0000-0000-000000000000'] = filter.after
    ? filter.after.split('|')
    : [];
  const { rows } = await sql<Entitlement>`${CARD}
    where ${filterSql(filter)} and (${filter.after ?? ''} = '' or (lower(coalesce(n.alias, n.name)), e.id) > (${afterName}, ${afterId}::uuid))
    order by lower(coalesce(n.alias, n.name)), e.id limit ${filter.limit}`.execute(ctx.tx);
  return rows;
};

export const changeEntitlement = async (ctx: Context, id: string, state: StoredState): Promise<void> => {
  await ctx.tx
    .updateTable('entitlement')
    .set((eb) => ({ state, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};

export type Tally = {
  all: number;
  done: number;
  partial: number;
  held: number;
  waiting: number;
  due: Rupiah;
  effective: Rupiah;
};

/** Counts and rupiah of a desk: right at once, from the rows themselves. */
export const tallyEntitlements = async (
  ctx: Context,
  filter: { programmeId?: string | undefined; desaId?: number | undefined },
): Promise<Tally> => {
  const { rows } = await sql<Tally>`
    select count(*)::int as all, count(*) filter (where ${STATE} = 'terpenuhi')::int as done, count(*) filter (where ${STATE} = 'sebagian')::int as partial,
           count(*) filter (where ${STATE} = 'ditahan')::int as held, count(*) filter (where ${STATE} = 'menunggu')::int as waiting,
           coalesce(sum(e.amount), 0)::bigint as due, coalesce(sum(${EFFECTIVE}), 0)::bigint as effective
    from entitlement e join award w on w.id = e.award_id join person n on n.id = w.payee_id
    join selection_run r on r.id = w.run_id join programme_version v on v.id = r.version_id left join area a on a.id = e.area_id
    where e.state <> 'batal' and ${filterSql(filter)}`.execute(ctx.tx);
  return rows[0]!;
};
