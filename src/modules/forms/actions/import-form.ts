import { checkForm, type FormDefinition, type FormProblem, type Lines, readSheets } from '#engines/form/index.ts';
import { refuse } from '#kernel/refusal.ts';
import { NINE_CRITERIA } from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import { LONG_FORM } from '../domain/long-form.ts';
import { definitionOf, type TestCase } from '../domain/stored-form.ts';
import { findLastNo, findVersion, putDraft } from '../sql/forms.ts';
import { readWorkbook } from './read-workbook.ts';

/** Forms that come with Rukun, to begin from. */
export const TEMPLATES = {
  pendek: {
    title: 'Formulir pendek: sembilan kriteria',
    definition: (): FormDefinition => {
      const form = definitionOf(NINE_CRITERIA);
      return {
        ...form,
        settings: { ...form.settings, title: 'Sembilan kriteria fakir miskin (Kepmensos 262/HUK/2022)' },
      };
    },
  },
  panjang: { title: LONG_FORM.settings.title, definition: (): FormDefinition => LONG_FORM },
} as const;
export type TemplateId = keyof typeof TEMPLATES;

const idFrom = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\.xlsx?$/, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 40);

/** The cases of the last version try the next one out too. */
const casesBefore = async (ctx: Context, formId: string): Promise<readonly TestCase[]> => {
  const last = await findVersion(ctx, formId, await findLastNo(ctx, formId));
  return last?.cases ?? [];
};

type Read = { definition: FormDefinition; lines: Lines; notes: FormProblem[] };

const keep = async (ctx: Context, { definition, lines, notes }: Read, fileName: string): Promise<{ id: string }> => {
  const { settings } = definition;
  const formId = idFrom(settings.formId) || idFrom(settings.title) || idFrom(fileName) || 'formulir';
  const title = settings.title || settings.formId || fileName;
  const whole = { ...definition, settings: { ...settings, formId, title } };
  const draft = { formId, title: title.slice(0, 200), definition: whole, lines, notes, fileName };
  const id = await putDraft(ctx, draft, await casesBefore(ctx, formId));
  const wrong = notes.filter((problem) => !problem.isNote).length + checkForm(whole, lines).length;
  await ctx.record({
    event: 'form.imported',
    subjectKind: 'form',
    subjectId: id,
    after: { formId, fileName, questions: whole.survey.length, problems: wrong },
  });
  return { id };
};

/** Reads an XLSForm and keeps it as the draft of its form, also when something is wrong in it: the page says what, row by row. */
export const importForm = async (ctx: Context, name: string, bytes: Uint8Array): Promise<{ id: string }> => {
  if (bytes.byteLength === 0)
    refuse('berkas.kosong', 422, 'Berkas ini kosong. Pilih formulir yang berisi, lalu kirim lagi.');
  const { definition, lines, problems } = readSheets(await readWorkbook(bytes));
  return keep(ctx, { definition, lines, notes: [...problems] }, name.slice(0, 120));
};

/** Begins a draft from a form that comes with Rukun. */
export const startFromTemplate = (ctx: Context, template: TemplateId): Promise<{ id: string }> => {
  const definition = TEMPLATES[template].definition();
  const lines = {
    survey: definition.survey.map((_, at) => at + 2),
    choices: definition.choices.map((_, at) => at + 2),
  };
  return keep(ctx, { definition, lines, notes: [] }, 'bawaan Rukun');
};
