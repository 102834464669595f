import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { hashOf, runCase, storedFormOf } from '../domain/stored-form.ts';
import { dropDraft, type FormInUse, findLastNo, findVersion, insertUse, insertVersion } from '../sql/forms.ts';
import { lockDraftAt, problemsOf } from './check-draft.ts';

/**
 * Makes a draft the next version of its form. A version never changes; visits keep the one they were asked with. Refuses a form in which
 * something is wrong, and one that a test case says behaves otherwise.
 */
export const publishForm = async (ctx: Context, id: string, version: number): Promise<FormInUse> => {
  const draft = await lockDraftAt(ctx, id, version);
  const wrong = [...draft.notes.filter((one) => !one.isNote), ...problemsOf(draft.definition, draft.lines)];
  const [first] = wrong;
  if (first)
    refuse(
      'formulir.salah',
      422,
      `Formulir ini belum dapat diterbitkan: ${wrong.length} kesalahan. Yang pertama di lembar ${first.sheet} baris ${first.row}: ${first.sentence}`,
    );
  const failed = draft.cases.find((one) => runCase(draft.definition, one).length > 0);
  if (failed)
    refuse(
      'formulir.kasus_gagal',
      422,
      `Kasus uji "${failed.name}" tidak lagi cocok. Perbaiki formulirnya, atau simpan ulang kasusnya bila memang berubah.`,
    );
  const no = (await findLastNo(ctx, draft.formId)) + 1;
  const stored = storedFormOf(draft.definition, no, draft.cases);
  const hash = hashOf(stored);
  await insertVersion(ctx, stored, hash);
  await dropDraft(ctx, id);
  await ctx.record({
    event: 'form.published',
    subjectKind: 'form',
    subjectId: `${draft.formId}/${no}`,
    after: { formId: draft.formId, no, title: draft.title, hash, cases: draft.cases.length },
  });
  return { formId: draft.formId, no };
};

export const discardDraft = async (ctx: Context, id: string, version: number): Promise<void> => {
  const draft = await lockDraftAt(ctx, id, version);
  await dropDraft(ctx, id);
  await ctx.record({
    event: 'form.discarded',
    subjectKind: 'form',
    subjectId: id,
    before: { formId: draft.formId, title: draft.title },
  });
};

/** From now on field checks are asked with this version. Visits made before keep theirs. */
export const putInUse = async (ctx: Context, chosen: FormInUse): Promise<void> => {
  const stored = await findVersion(ctx, chosen.formId, chosen.no);
  if (stored?.subject !== 'family')
    refuse('formulir.tidak_ada', 404, 'Versi formulir ini tidak ada. Muat ulang halaman, lalu pilih lagi.');
  await insertUse(ctx, chosen);
  await ctx.record({
    event: 'form.put_in_use',
    subjectKind: 'form',
    subjectId: `${chosen.formId}/${chosen.no}`,
    after: { ...chosen, purpose: 'verval' },
  });
};
