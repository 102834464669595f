import type { FormDefinition } from '#engines/form/index.ts';
import { refuse } from '#kernel/refusal.ts';
import { NINE_CRITERIA } from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import { definitionOf } from '../domain/stored-form.ts';
import { type FormInUse, findFormInUse, findVersion, listDrafts, listVersions } from '../sql/forms.ts';
import { problemsOf } from './check-draft.ts';
import { TEMPLATES, type TemplateId } from './import-form.ts';

export type PublishedForm = { formId: string; no: number; title: string; definition: FormDefinition };

/** A published version as it was asked, for visits that keep theirs. Refuses one that does not exist. */
export const getFormVersion = async (ctx: Context, formId: string, no: number): Promise<PublishedForm> => {
  const stored =
    (await findVersion(ctx, formId, no)) ??
    refuse('formulir.tidak_ada', 404, 'Versi formulir ini tidak ada. Muat ulang halaman.');
  return { formId, no, title: stored.source, definition: definitionOf(stored) };
};

const chosen = async (ctx: Context): Promise<FormInUse> =>
  (await findFormInUse(ctx)) ?? { formId: NINE_CRITERIA.form, no: NINE_CRITERIA.no };

/** The form a field check is asked with now: the one the agency chose, else the nine criteria. */
export const getVervalForm = async (ctx: Context): Promise<PublishedForm> => {
  const { formId, no } = await chosen(ctx);
  return getFormVersion(ctx, formId, no);
};

/** Everything on the page of forms. */
export const readForms = async (ctx: Context) => {
  const inUse = await chosen(ctx);
  const versions = await listVersions(ctx);
  return {
    versions: versions.map((line) => ({
      ...line,
      publishedAt: line.publishedAt.toISOString(),
      isInUse: line.formId === inUse.formId && line.no === inUse.no,
    })),
    drafts: (await listDrafts(ctx)).map((draft) => ({
      id: draft.id,
      title: draft.title,
      fileName: draft.fileName,
      changedAt: draft.changedAt.toISOString(),
      changedBy: draft.changedBy,
      problems: draft.notes.filter((one) => !one.isNote).length + problemsOf(draft.definition, draft.lines).length,
    })),
    templates: Object.entries(TEMPLATES).map(([id, { title }]) => ({ id: id as TemplateId, title })),
  };
};
