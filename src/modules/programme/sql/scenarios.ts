import { sql } from 'kysely';
import { uuid7 } from '#kernel/uuid7.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { ScenarioOutcome } from '../domain/scenario.ts';
import type { Terms } from '../domain/terms.ts';
import { type TermsJson, termsFromJson, termsToJson } from '../domain/terms-json.ts';

export type ScenarioRow = {
  id: string;
  programmeId: string;
  name: string;
  note: string;
  terms: Terms;
  outcome: ScenarioOutcome;
  snapshotId: string;
  snapshotAt: Date;
  by: string;
  at: Date;
};

const scenarios = (ctx: Context) =>
  ctx.tx
    .selectFrom('programme_scenario as s')
    .innerJoin('account as a', 'a.id', 's.created_by')
    .where('s.removed_at', 'is', null)
    .select([
      's.id',
      's.programme_id as programmeId',
      's.name',
      's.note',
      sql<TermsJson>`s.terms`.as('terms'),
      sql<ScenarioOutcome>`s.outcome`.as('outcome'),
      's.snapshot_id as snapshotId',
      's.snapshot_at as snapshotAt',
      'a.display_name as by',
      's.created_at as at',
    ]);

const asRow = (raw: Omit<ScenarioRow, 'terms'> & { terms: TermsJson }): ScenarioRow => ({
  ...raw,
  terms: termsFromJson(raw.terms),
});

export const listScenarioRows = async (ctx: Context, programmeId: string): Promise<ScenarioRow[]> =>
  (await scenarios(ctx).where('s.programme_id', '=', programmeId).orderBy('s.created_at', 'desc').execute()).map(asRow);

export const findScenario = async (ctx: Context, programmeId: string, id: string): Promise<ScenarioRow | undefined> => {
  const raw = await scenarios(ctx).where('s.id', '=', id).where('s.programme_id', '=', programmeId).executeTakeFirst();
  return raw && asRow(raw);
};

/** Ids in the order of the list; a family out of sight is not among them, since it was not computed. */
const addServed = async (ctx: Context, id: string, served: readonly string[]): Promise<void> => {
  await sql`insert into programme_scenario_family (scenario_id, family_id, no)
    select ${id}::uuid, x.family_id, x.no from unnest(${[...served]}::uuid[]) with ordinality as x (family_id, no)`.execute(
    ctx.tx,
  );
};

type NewScenario = {
  programmeId: string;
  name: string;
  note: string;
  terms: Terms;
  outcome: ScenarioOutcome;
  served: readonly string[];
  snapshotId: string;
  snapshotAt: Date;
};

export const addScenario = async (ctx: Context, row: NewScenario): Promise<string> => {
  const id = uuid7();
  await ctx.tx
    .insertInto('programme_scenario')
    .values({
      id,
      programme_id: row.programmeId,
      name: row.name,
      note: row.note,
      terms: toJson(termsToJson(row.terms)),
      outcome: toJson(row.outcome),
      snapshot_id: row.snapshotId,
      snapshot_at: row.snapshotAt,
      level: ctx.actor.clearance,
      created_by: ctx.actor.accountId,
      created_at: ctx.now,
    })
    .execute();
  await addServed(ctx, id, row.served);
  return id;
};

/** Takes a scenario off the list; its numbers stay for the audit. */
export const removeScenarioRow = async (ctx: Context, id: string): Promise<void> => {
  await ctx.tx.updateTable('programme_scenario').set({ removed_at: ctx.now }).where('id', '=', id).execute();
};

/** Families with a place in one scenario and none in the other: how many the actor sees, and the first of them. */
export const listOnlyIn = async (
  ctx: Context,
  id: string,
  other: string,
  most: number,
): Promise<{ count: number; familyIds: string[] }> => {
  const { rows } = await sql<{ count: number; familyIds: string[] | null }>`
    with alone as (
      select x.family_id, x.no from programme_scenario_family x
      where x.scenario_id = ${id}::uuid
        and not exists (select 1 from programme_scenario_family y where y.scenario_id = ${other}::uuid and y.family_id = x.family_id))
    select count(*)::int as count,
           (select array_agg(f.family_id order by f.no) from (select * from alone order by no limit ${most}) f) as "familyIds"
    from alone`.execute(ctx.tx);
  return { count: rows[0]!.count, familyIds: rows[0]!.familyIds ?? [] };
};
