import { sql } from 'kysely';
import { type Context, toJson } from '#platform/db/context.ts';
import type { MergePlan } from '../domain/merge-plan.ts';

/** A fact of the kept person as it stood before; null when there was none. */
export type HeldFact = Record<string, unknown> | null;
/** What is kept with a merge so that it can be undone. */
export type Before = { plan: MergePlan; filled: string[]; facts: Record<string, HeldFact> };

export type MergeRow = {
  id: string;
  kept: string;
  absorbed: string;
  pairId: string | null;
  before: Before;
  undoneAt: Date | null;
  at: Date;
};
export type NewMerge = Omit<MergeRow, 'undoneAt' | 'at'> & {
  mergedBy: string;
  secondBy: string | null;
  reason: string;
};

export const insertMerge = async (ctx: Context, merge: NewMerge): Promise<void> => {
  await ctx.tx
    .insertInto('person_merge')
    .values({
      id: merge.id,
      kept: merge.kept,
      absorbed: merge.absorbed,
      merged_by: merge.mergedBy,
      second_by: merge.secondBy,
      at: ctx.now,
      before: toJson(merge.before),
      reason: merge.reason,
      pair_id: merge.pairId,
    })
    .execute();
};

export const lockMerge = async (ctx: Context, id: string): Promise<MergeRow | undefined> => {
  const { rows } = await sql<MergeRow>`
    select id, kept, absorbed, pair_id as "pairId", before, undone_at as "undoneAt", at from person_merge where id = ${id} for update`.execute(
    ctx.tx,
  );
  return rows[0];
};

/** The kept person stands in the cases of the absorbed one; who merges need not see them. */
export const attachCases = async (ctx: Context, mergeId: string): Promise<void> => {
  await sql`select attach_cases(${mergeId})`.execute(ctx.tx);
};
/** She leaves them again, once the merge is marked as undone. */
export const detachCases = async (ctx: Context, mergeId: string): Promise<void> => {
  await sql`select detach_cases(${mergeId})`.execute(ctx.tx);
};

export const markUndone = async (ctx: Context, id: string): Promise<void> => {
  await ctx.tx
    .updateTable('person_merge')
    .set({ undone_at: ctx.now, undone_by: ctx.actor.accountId })
    .where('id', '=', id)
    .execute();
};

export type MergeLine = {
  id: string;
  keptId: string;
  keptName: string;
  absorbedName: string;
  at: Date;
  by: string;
  secondBy: string | null;
  reason: string;
  undoneAt: Date | null;
};
/** The latest merges of people in sight. */
export const listMerges = async (ctx: Context, limit: number): Promise<MergeLine[]> => {
  const { rows } = await sql<MergeLine>`
    select m.id, m.kept as "keptId", k.name as "keptName", o.name as "absorbedName", m.at, a.display_name as by,
           (select s.display_name from account s where s.id = m.second_by) as "secondBy", m.reason, m.undone_at as "undoneAt"
    from person_merge m join person k on k.id = m.kept join person o on o.id = m.absorbed join account a on a.id = m.merged_by
    order by m.at desc, m.id desc limit ${limit}`.execute(ctx.tx);
  return rows;
};

/** Facts of the kept person that a merge replaces, as they stand. */
export const readHeldFacts = async (
  ctx: Context,
  personId: string,
  fields: readonly string[],
): Promise<Before['facts']> => {
  const { rows } = await sql<{ field: string; held: Record<string, unknown> }>`
    select field, to_jsonb(c) as held from current_fact c where subject_id = ${personId} and field = any (${[...fields]}::text[])`.execute(
    ctx.tx,
  );
  const held = new Map(rows.map((row) => [row.field, row.held]));
  return Object.fromEntries(fields.map((field) => [field, held.get(field) ?? null]));
};

/** The facts of these sets hold for the kept person from now on; the sets stay with whom they were observed on. */
export const takeFacts = async (
  ctx: Context,
  keep: string,
  absorb: string,
  fields: readonly string[],
): Promise<void> => {
  await sql`
    insert into current_fact (subject_id, subject_kind, field, value, unknown, observed_on, source, stale_on, set_id)
    select ${keep}, subject_kind, field, value, unknown, observed_on, source, stale_on, set_id from current_fact
    where subject_id = ${absorb} and field = any (${[...fields]}::text[])
    on conflict (subject_id, field) do update set value = excluded.value, unknown = excluded.unknown, observed_on = excluded.observed_on,
      source = excluded.source, stale_on = excluded.stale_on, set_id = excluded.set_id`.execute(ctx.tx);
};

/** Puts back what was taken over, except where a newer observation has taken its place. */
export const returnFacts = async (ctx: Context, keep: string, { plan, facts }: Before): Promise<void> => {
  for (const { field, setId } of plan.facts) {
    const { rows } = await sql`
      delete from current_fact where subject_id = ${keep} and field = ${field} and set_id = ${setId} returning 1`.execute(
      ctx.tx,
    );
    const held = facts[field];
    if (rows.length > 0 && held)
      await sql`
        insert into current_fact select (jsonb_populate_record(null::current_fact, ${toJson(held)}::jsonb)).*`.execute(
        ctx.tx,
      );
  }
};
