import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { clockOf, dueAt, objectionToInstant } from '../domain/privacy-clock.ts';
import { addBreachRow, type BreachStep, listBreachRows, lockBreachRow, stepBreachRow } from '../sql/privacy.ts';

export const listBreaches = async (ctx: Context) =>
  (await listBreachRows(ctx)).map((row) => ({
    ...row,
    subjectsClock: clockOf(row.dueAt, row.subjectsToldAt, ctx.now),
    authorityClock: clockOf(row.dueAt, row.authorityToldAt, ctx.now),
  }));

/** A failure to protect personal data; both clocks run from its discovery. */
export const recordBreach = async (
  ctx: Context,
  input: { foundAt: Date; what: string; fields: string; people: number | null },
) => {
  const objection = objectionToInstant(input.foundAt, null, ctx.now);
  if (objection) refuse('privasi.waktu', 422, objection);
  const breachId = await addBreachRow(ctx, { ...input, dueAt: dueAt(input.foundAt) });
  await ctx.record({
    event: 'breach.recorded',
    subjectKind: 'breach',
    subjectId: breachId,
    after: { foundAt: input.foundAt, fields: input.fields, people: input.people },
  });
  return { breachId };
};

const STEP_EVENTS: Readonly<Record<BreachStep, string>> = {
  contained: 'breach.contained',
  subjects_told: 'breach.subjects_told',
  authority_told: 'breach.authority_told',
};

/** One step of handling: stopped, told to the people concerned, told to the authority. Each is recorded once. */
export const recordBreachStep = async (
  ctx: Context,
  id: string,
  input: { step: BreachStep; at: Date; how: string; version: number },
) => {
  const breach = (await lockBreachRow(ctx, id)) ?? refuse('privasi.tidak_ada', 404, 'Insiden itu tidak ditemukan.');
  if (breach.version !== input.version || breach[`${input.step}_at`])
    refuse(
      'versi.berubah',
      409,
      'Insiden ini diubah petugas lain setelah Anda membukanya. Muat ulang, lalu periksa. Isian Anda tidak hilang.',
      {
        version: breach.version,
      },
    );
  const objection = objectionToInstant(input.at, breach.found_at, ctx.now);
  if (objection) refuse('privasi.waktu', 422, objection);
  await stepBreachRow(ctx, id, input.step, input.at, input.how);
  await ctx.record({
    event: STEP_EVENTS[input.step],
    subjectKind: 'breach',
    subjectId: id,
    after: { at: input.at, how: input.how },
  });
  return { version: breach.version + 1 };
};
