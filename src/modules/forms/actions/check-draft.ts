import { checkForm, type FormDefinition, type FormProblem, type Lines } from '#engines/form/index.ts';
import { refuse } from '#kernel/refusal.ts';
import { NINE_CRITERIA_FIELDS } from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import { checkFacts, runCase } from '../domain/stored-form.ts';
import { type Draft, findDraft, lockDraft } from '../sql/forms.ts';

/** All that is wrong in a definition, with the rows of its file. */
export const problemsOf = (definition: FormDefinition, lines: Lines): FormProblem[] => [
  ...checkForm(definition, lines),
  ...checkFactsOf(definition, lines),
];
const checkFactsOf = (definition: FormDefinition, lines: Lines): FormProblem[] =>
  checkFacts(definition, lines.survey, NINE_CRITERIA_FIELDS);

const missing = (): never =>
  refuse('formulir.tidak_ada', 404, 'Rancangan formulir ini tidak ada lagi. Mungkin sudah diterbitkan atau dibuang.');

export const getDraft = async (ctx: Context, id: string): Promise<Draft> => (await findDraft(ctx, id)) ?? missing();

/** The draft under lock, as the reader saw it. */
export const lockDraftAt = async (ctx: Context, id: string, version: number): Promise<Draft> => {
  const draft = (await lockDraft(ctx, id)) ?? missing();
  if (draft.version !== version)
    refuse(
      'versi.berubah',
      409,
      `${draft.changedBy} mengubah rancangan ini setelah Anda membukanya. Muat ulang, lalu lanjutkan.`,
      { newer: { version: draft.version } },
    );
  return draft;
};

/** A draft as its page shows it: what is wrong, what is only noted, and which cases no longer hold. */
export const readDraft = async (ctx: Context, id: string) => {
  const draft = await getDraft(ctx, id);
  const { lines, notes, cases, ...shown } = draft;
  return {
    ...shown,
    changedAt: draft.changedAt.toISOString(),
    problems: [...notes, ...problemsOf(draft.definition, lines)],
    cases: cases.map((one) => ({ name: one.name, answers: one.answers, differences: runCase(draft.definition, one) })),
  };
};
