import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import {
  examplesOf,
  fillTemplate,
  isTemplateCode,
  kindOf,
  requireTemplate,
  TEMPLATE_CODES,
  type TemplateCode,
  type TemplateText,
} from '../domain/templates.ts';
import { dropOwnWords, findOwnWords, listOwnWords, saveOwnWords } from '../sql/settings.ts';

const codeOf = (code: string): TemplateCode =>
  isTemplateCode(code) ? code : refuse('pesan.templat_tidak_ada', 404, 'Templat ini tidak ada. Pilih dari daftar.');

/** All kinds of messages with the words in force. `version` 0: the words that come with Rukun. */
export const readTemplates = async (ctx: Context) => {
  const own = new Map((await listOwnWords(ctx)).map((words) => [words.code, words]));
  return TEMPLATE_CODES.map((code) => {
    const kind = kindOf(code);
    const { subject, body, version } = own.get(code) ?? { ...kind, version: 0 };
    return {
      code,
      name: { id: kind.name[0], en: kind.name[1] },
      reader: kind.reader,
      places: Object.entries(kind.places).map(([name, place]) => ({
        name,
        what: { id: place.what[0], en: place.what[1] },
      })),
      subject,
      body,
      version,
    };
  });
};

/** What the reader would see, with examples in the places. Refuses what could not be saved either. */
export const previewTemplate = (code: string, text: TemplateText): TemplateText => {
  const known = codeOf(code);
  requireTemplate(known, text);
  const examples = examplesOf(known);
  return { subject: fillTemplate(text.subject, examples), body: fillTemplate(text.body, examples) };
};

const requireVersion = async (ctx: Context, code: TemplateCode, version: number) => {
  const before = await findOwnWords(ctx, code);
  if ((before?.version ?? 0) !== version)
    refuse(
      'versi.berubah',
      409,
      'Rekan Anda mengubah templat ini setelah Anda membukanya. Bandingkan, lalu simpan lagi. Isian Anda tidak hilang.',
      { newer: before ?? { ...kindOf(code), version: 0 } },
    );
  return before ?? kindOf(code);
};

export const saveTemplate = async (
  ctx: Context,
  typedCode: string,
  given: TemplateText & { version: number },
): Promise<void> => {
  const code = codeOf(typedCode);
  const text = { subject: given.subject.trim(), body: given.body.trim() };
  requireTemplate(code, text);
  const before = await requireVersion(ctx, code, given.version);
  await saveOwnWords(ctx, { code, ...text });
  await ctx.record({
    event: 'message_template.changed',
    subjectKind: 'message_template',
    subjectId: code,
    before: { subject: before.subject, body: before.body },
    after: text,
  });
};

/** Back to the words that come with Rukun. */
export const restoreTemplate = async (ctx: Context, typedCode: string, version: number): Promise<void> => {
  const code = codeOf(typedCode);
  const before = await requireVersion(ctx, code, version);
  await dropOwnWords(ctx, code);
  await ctx.record({
    event: 'message_template.restored',
    subjectKind: 'message_template',
    subjectId: code,
    before: { subject: before.subject, body: before.body },
    after: {},
  });
};
