import type { Answers } from '#engines/form/index.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { outcomeOf } from '../domain/stored-form.ts';
import { saveCases } from '../sql/forms.ts';
import { lockDraftAt } from './check-draft.ts';

const MOST_CASES = 50;

/** Keeps answers with what the form makes of them now: from here on the form must go on doing so. The same name replaces the case. */
export const keepCase = async (
  ctx: Context,
  id: string,
  input: { version: number; name: string; answers: Answers },
): Promise<void> => {
  const draft = await lockDraftAt(ctx, id, input.version);
  const others = draft.cases.filter((one) => one.name !== input.name);
  if (others.length >= MOST_CASES)
    refuse('formulir.kasus_penuh', 409, `Paling banyak ${MOST_CASES} kasus uji. Hapus yang tidak dipakai lagi.`);
  const outcome = outcomeOf(draft.definition, input.answers, ctx.today);
  await saveCases(ctx, id, [...others, { name: input.name, today: ctx.today, answers: input.answers, ...outcome }]);
  await ctx.record({ event: 'form.case_kept', subjectKind: 'form', subjectId: id, after: { name: input.name } });
};

export const dropCase = async (ctx: Context, id: string, input: { version: number; name: string }): Promise<void> => {
  const draft = await lockDraftAt(ctx, id, input.version);
  await saveCases(
    ctx,
    id,
    draft.cases.filter((one) => one.name !== input.name),
  );
  await ctx.record({ event: 'form.case_dropped', subjectKind: 'form', subjectId: id, after: { name: input.name } });
};
