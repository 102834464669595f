import { sql } from 'kysely';
import { type Context, toJson } from '#platform/db/context.ts';
import type { Answer } from '../domain/words.ts';

export const insertBlind = async (
  ctx: Context,
  reading: { id: string; pairId: string; shown: unknown; answer: Answer },
): Promise<void> => {
  await sql`
    insert into blind_reading (id, pair_id, shown, first_by, first_answer, first_at)
    values (${reading.id}, ${reading.pairId}, ${toJson(reading.shown)}::jsonb, ${ctx.actor.accountId}, ${reading.answer}, ${ctx.now})
    on conflict (pair_id) do nothing`.execute(ctx.tx);
};

/** What waits for this actor: not what she answered herself. */
const WAITS = (ctx: Context) => sql`b.state <> 'selesai' and b.first_by <> ${ctx.actor.accountId}
  and b.second_by is distinct from ${ctx.actor.accountId}`;

/** The next reading for this actor, as the records stood then; in an order that says nothing. */
export const findNext = async (ctx: Context): Promise<{ id: string; shown: Record<string, unknown> } | undefined> => {
  const { rows } = await sql<{ id: string; shown: Record<string, unknown> }>`
    select b.id, b.shown from blind_reading b where ${WAITS(ctx)} order by md5(b.id::text), b.id limit 1`.execute(
    ctx.tx,
  );
  return rows[0];
};

export const countWaiting = async (ctx: Context): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from blind_reading b where ${WAITS(ctx)}`.execute(
    ctx.tx,
  );
  return rows[0]?.n ?? 0;
};

export type OpenReading = {
  id: string;
  pairId: string;
  state: 'kedua' | 'ketiga' | 'selesai';
  firstBy: string;
  firstAnswer: Answer;
  secondBy: string | null;
  secondAnswer: Answer | null;
  personId: string;
};
/** One reading, held. */
export const lockReading = async (ctx: Context, id: string): Promise<OpenReading | undefined> => {
  const { rows } = await sql<OpenReading>`
    select b.id, b.pair_id as "pairId", b.state, b.first_by as "firstBy", b.first_answer as "firstAnswer", b.second_by as "secondBy",
           b.second_answer as "secondAnswer", (select d.person_a from duplicate_pair d where d.id = b.pair_id) as "personId"
    from blind_reading b where b.id = ${id} for update of b`.execute(ctx.tx);
  return rows[0];
};

export const writeSecond = async (ctx: Context, id: string, answer: Answer, isOver: boolean): Promise<void> => {
  await ctx.tx
    .updateTable('blind_reading')
    .set({
      second_by: ctx.actor.accountId,
      second_answer: answer,
      second_at: ctx.now,
      state: isOver ? 'selesai' : 'ketiga',
    })
    .where('id', '=', id)
    .execute();
};

export const writeThird = async (ctx: Context, id: string, answer: Answer): Promise<void> => {
  await ctx.tx
    .updateTable('blind_reading')
    .set({ third_by: ctx.actor.accountId, third_answer: answer, third_at: ctx.now, state: 'selesai' })
    .where('id', '=', id)
    .execute();
};

export type ReadTwice = { first: Answer; second: Answer; firstName: string; secondName: string };
/** Every pair that two officers have answered, without what the pair is. */
export const listReadTwice = async (ctx: Context): Promise<ReadTwice[]> => {
  const { rows } = await sql<ReadTwice>`
    select b.first_answer as first, b.second_answer as second, f.display_name as "firstName", s.display_name as "secondName"
    from blind_reading b join account f on f.id = b.first_by join account s on s.id = b.second_by`.execute(ctx.tx);
  return rows;
};

export const countReadings = async (ctx: Context): Promise<{ waiting: number; third: number }> => {
  const { rows } = await sql<{ waiting: number; third: number }>`
    select count(*) filter (where state = 'kedua')::int as waiting, count(*) filter (where state = 'ketiga')::int as third from blind_reading`.execute(
    ctx.tx,
  );
  return rows[0] ?? { waiting: 0, third: 0 };
};

/** Two of three officers say otherwise than what was done: somebody must look again. */
export const insertReviewTask = async (
  ctx: Context,
  task: { id: string; personId: string; detail: string; dueOn: string },
): Promise<void> => {
  await sql`
    insert into task (id, kind, title, detail, level, area_id, subject_person_id, role, due_on, opened_at)
    select ${task.id}, 'bacaan_tidak_sepakat', 'Keputusan kemungkinan ganda perlu ditinjau', ${task.detail}, p.protection, p.scope_area_id, p.id, 'verifikator', ${task.dueOn}, ${ctx.now}
    from person p where p.id = ${task.personId}`.execute(ctx.tx);
};
