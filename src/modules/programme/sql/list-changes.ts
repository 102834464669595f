import { sql } from 'kysely';
import { uuid7 } from '#kernel/uuid7.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { LeaveReason, Pair, Reserve } from '../domain/list-change.ts';

/** A family that may have to leave, or whose payee died while others of it live (then only the payee changes). */
export type Finding = { familyId: string; areaId: number; reason: LeaveReason | 'ganti_pengurus' };

/**
 * Awards of a list in force, not handed over yet, whose family died out, was merged or lives in another desa now; held places whose date
 * has passed. A family whose payee died goes on under another payee, unless the aid is a person's own.
 */
export const listLeaveFindings = async (ctx: Context, runId: string): Promise<Finding[]> => {
  const { rows } = await sql<Finding>`
    with running as (
      select w.family_id, w.payee_id, w.area_id from award w
      where w.run_id = ${runId} and w.state <> 'dihentikan'
        and not exists (select 1 from entitlement e join handover h on h.entitlement_id = e.id where e.award_id = w.id)),
    found as (
      select g.family_id, g.area_id,
        case when f.merged_into is not null then 'digabung'
             when not exists (select 1 from family_member m join person p on p.id = m.person_id
                              where m.family_id = f.id and m.state = 'sah' and upper_inf(m.during) and p.merged_into is null and p.life <> 'terbukti') then 'meninggal'
             when p.life = 'terbukti' then case v.target_unit when 'orang' then 'meninggal' else 'ganti_pengurus' end
             when coalesce(a.desa_id, f.scope_area_id) <> coalesce(b.desa_id, g.area_id) then 'pindah' end as reason
      from running g join family f on f.id = g.family_id join person p on p.id = g.payee_id
      join selection_run s on s.id = ${runId} join programme_version v on v.id = s.version_id
      left join area a on a.id = f.scope_area_id left join area b on b.id = g.area_id
      union all
      select r.family_id, r.area_id, 'tempat_lewat' from selection_row r
      where r.run_id = ${runId} and r.place = 'ditahan' and r.held_until < ${ctx.today}
        and not exists (select 1 from list_change_pair x join list_change c on c.id = x.change_id
                        where c.run_id = ${runId} and c.state = 'berlaku' and x.leaves = r.family_id))
    select family_id as "familyId", area_id as "areaId", reason from found where reason is not null order by reason, family_id`.execute(
    ctx.tx,
  );
  return rows;
};

/** A running award of this list that was not handed over: its family may leave. */
export const findAwardedFamily = async (
  ctx: Context,
  runId: string,
  familyId: string,
): Promise<{ familyId: string; areaId: number } | undefined> => {
  const { rows } = await sql<{ familyId: string; areaId: number }>`
    select w.family_id as "familyId", w.area_id as "areaId" from award w
    where w.run_id = ${runId} and w.family_id = ${familyId} and w.state <> 'dihentikan'
      and not exists (select 1 from entitlement e join handover h on h.entitlement_id = e.id where e.award_id = w.id)`.execute(
    ctx.tx,
  );
  return rows[0];
};

/** The reserve as it stands: without those who joined already, died out, were merged or moved. */
export const listReserve = async (ctx: Context, runId: string): Promise<Reserve[]> => {
  const { rows } = await sql<Reserve>`
    select r.family_id as "familyId", r.area_id as "areaId", r.reserve_no as "reserveNo"
    from selection_row r join family f on f.id = r.family_id and f.merged_into is null
    join person p on p.id = r.person_id and p.life <> 'terbukti'
    left join area a on a.id = f.scope_area_id left join area b on b.id = r.area_id
    where r.run_id = ${runId} and r.place = 'cadangan' and r.reserve_no is not null
      and coalesce(a.desa_id, f.scope_area_id) = coalesce(b.desa_id, r.area_id)
      and not exists (select 1 from award w where w.run_id = r.run_id and w.family_id = r.family_id)
    order by r.reserve_no`.execute(ctx.tx);
  return rows;
};

export type ChangeRow = {
  id: string;
  runId: string;
  decreeId: string | null;
  state: 'rancangan' | 'berlaku' | 'batal';
};

const changes = (ctx: Context) =>
  ctx.tx
    .selectFrom('list_change')
    .select(['id', 'run_id as runId', 'decree_id as decreeId', sql<ChangeRow['state']>`state`.as('state')]);

export const listChanges = async (ctx: Context, runId: string): Promise<ChangeRow[]> =>
  changes(ctx).where('run_id', '=', runId).orderBy('created_at', 'desc').orderBy('id', 'desc').execute();

export const findChange = async (ctx: Context, id: string): Promise<ChangeRow | undefined> =>
  changes(ctx).where('id', '=', id).executeTakeFirst();

export type PairRow = { leaves: string; reason: LeaveReason; note: string; joins: string | null };

export const listPairs = async (ctx: Context, changeId: string): Promise<PairRow[]> =>
  ctx.tx
    .selectFrom('list_change_pair')
    .where('change_id', '=', changeId)
    .orderBy('leaves')
    .select(['leaves', sql<LeaveReason>`reason`.as('reason'), 'note', 'joins'])
    .execute();

export const addChange = async (
  ctx: Context,
  runId: string,
  pairs: readonly (Pair & { note: string })[],
): Promise<string> => {
  const id = uuid7();
  await ctx.tx
    .insertInto('list_change')
    .values({ id, run_id: runId, created_by: ctx.actor.accountId, created_at: ctx.now })
    .execute();
  const rows = pairs.map(({ familyId, reason, note, joins }) => ({
    leaves: familyId,
    reason,
    note,
    joins: joins?.familyId ?? null,
  }));
  await sql`insert into list_change_pair (change_id, leaves, reason, note, joins)
    select ${id}::uuid, x.leaves, x.reason, x.note, x.joins
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as x(leaves uuid, reason text, note text, joins uuid)`.execute(
    ctx.tx,
  );
  return id;
};

export const setChange = async (
  ctx: Context,
  id: string,
  change: { decreeId?: string; state?: ChangeRow['state'] },
): Promise<void> => {
  await ctx.tx
    .updateTable('list_change')
    .set({
      ...(change.decreeId ? { decree_id: change.decreeId } : {}),
      ...(change.state ? { state: change.state } : {}),
    })
    .where('id', '=', id)
    .execute();
};

/** Stops and makes awards by a changing decree in force. */
export const applyChange = async (ctx: Context, id: string): Promise<{ stopped: number; made: number }> => {
  const { rows } = await sql<{
    stopped: number;
    made: number;
  }>`select stopped, made from apply_list_change(${id}::uuid)`.execute(ctx.tx);
  return rows[0]!;
};
