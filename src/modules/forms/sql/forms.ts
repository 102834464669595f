import { sql } from 'kysely';
import type { FormDefinition, FormProblem, Lines } from '#engines/form/index.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { StoredForm, TestCase } from '../domain/stored-form.ts';

export type Draft = {
  id: string;
  formId: string;
  title: string;
  definition: FormDefinition;
  lines: Lines;
  /** What reading the file had to say; the rest is checked anew each time. */
  notes: FormProblem[];
  cases: TestCase[];
  fileName: string;
  changedAt: Date;
  changedBy: string;
  version: number;
};

const drafts = (ctx: Context) =>
  ctx.tx
    .selectFrom('form_draft as d')
    .innerJoin('account as a', 'a.id', 'd.changed_by')
    .select([
      'd.id',
      'd.form_id as formId',
      'd.title',
      'd.definition',
      'd.lines',
      'd.notes',
      'd.cases',
      'd.file_name as fileName',
      'd.changed_at as changedAt',
      'a.display_name as changedBy',
      'd.version',
    ]);

export const listDrafts = async (ctx: Context): Promise<Draft[]> =>
  (await drafts(ctx).orderBy('d.changed_at', 'desc').execute()) as Draft[];

export const findDraft = async (ctx: Context, id: string): Promise<Draft | undefined> =>
  (await drafts(ctx).where('d.id', '=', id).executeTakeFirst()) as Draft | undefined;

export const lockDraft = async (ctx: Context, id: string): Promise<Draft | undefined> =>
  (await drafts(ctx).where('d.id', '=', id).forUpdate('d').executeTakeFirst()) as Draft | undefined;

type NewDraft = Pick<Draft, 'formId' | 'title' | 'definition' | 'lines' | 'notes' | 'fileName'>;

/** Keeps what a file holds as the draft of its form; the cases that were made before stay. Gives its id. */
export const putDraft = async (ctx: Context, draft: NewDraft, cases: readonly TestCase[]): Promise<string> => {
  const content = {
    title: draft.title,
    definition: toJson(draft.definition),
    lines: toJson(draft.lines),
    notes: toJson(draft.notes),
    file_name: draft.fileName,
    changed_by: ctx.actor.accountId,
    changed_at: ctx.now,
  };
  const { id } = await ctx.tx
    .insertInto('form_draft')
    .values({ id: uuid7(), form_id: draft.formId, cases: toJson(cases), ...content })
    .onConflict((conflict) =>
      conflict.column('form_id').doUpdateSet({ ...content, version: sql<number>`form_draft.version + 1` }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const saveCases = async (ctx: Context, id: string, cases: readonly TestCase[]): Promise<void> => {
  await ctx.tx
    .updateTable('form_draft')
    .set({ cases: toJson(cases), changed_at: ctx.now, changed_by: ctx.actor.accountId, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
};

export const dropDraft = async (ctx: Context, id: string): Promise<void> => {
  await ctx.tx.deleteFrom('form_draft').where('id', '=', id).execute();
};

export type VersionLine = { formId: string; no: number; title: string; publishedAt: Date; visits: number };

/** Published versions that hold questions of a field check, the newest first, each with how many visits were asked with it. */
export const listVersions = async (ctx: Context): Promise<VersionLine[]> => {
  const { rows } = await sql<VersionLine>`
    select v.form_id as "formId", v.no, coalesce(v.definition -> 'definition' -> 'settings' ->> 'title', f.name) as title,
      v.published_at as "publishedAt",
      (select count(*)::int from observation_set s where s.form_id = v.form_id and s.form_no = v.no and s.source = 'verval') as visits
    from form_version v join form f on f.id = v.form_id
    where v.definition ->> 'subject' = 'family' and jsonb_array_length(v.definition -> 'questions') > 0
    order by v.published_at desc, v.form_id, v.no desc`.execute(ctx.tx);
  return rows;
};

export const findVersion = async (ctx: Context, formId: string, no: number): Promise<StoredForm | undefined> => {
  const row = await ctx.tx
    .selectFrom('form_version')
    .select('definition')
    .where('form_id', '=', formId)
    .where('no', '=', no)
    .executeTakeFirst();
  return row?.definition as StoredForm | undefined;
};

/** The newest number of a form, 0 when it has none. */
export const findLastNo = async (ctx: Context, formId: string): Promise<number> => {
  const row = await ctx.tx
    .selectFrom('form_version')
    .select((e) => e.fn.max('no').as('no'))
    .where('form_id', '=', formId)
    .executeTakeFirst();
  return row?.no ?? 0;
};

export const insertVersion = async (ctx: Context, stored: StoredForm, hash: string): Promise<void> => {
  await ctx.tx
    .insertInto('form')
    .values({ id: stored.form, name: stored.source })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await ctx.tx
    .insertInto('form_version')
    .values({
      form_id: stored.form,
      no: stored.no,
      definition: toJson(stored),
      hash,
      published_at: ctx.now,
    })
    .execute();
};

export type FormInUse = { formId: string; no: number };

/** The version a field check is asked with now; undefined while the agency has chosen none. */
export const findFormInUse = (ctx: Context): Promise<FormInUse | undefined> =>
  ctx.tx
    .selectFrom('form_use')
    .select(['form_id as formId', 'form_no as no'])
    .where('purpose', '=', 'verval')
    .orderBy('since', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

export const insertUse = async (ctx: Context, { formId, no }: FormInUse): Promise<void> => {
  await ctx.tx
    .insertInto('form_use')
    .values({
      id: uuid7(),
      purpose: 'verval',
      form_id: formId,
      form_no: no,
      since: ctx.now,
      by_account: ctx.actor.accountId,
    })
    .execute();
};
