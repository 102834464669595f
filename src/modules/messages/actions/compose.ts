import type { Context } from '#platform/db/context.ts';
import { fillTemplate, kindOf, type TemplateCode, type TemplateText } from '../domain/templates.ts';
import { withoutNumbers } from '../domain/without-numbers.ts';
import { findOwnWords } from '../sql/settings.ts';

/** The words of a message in force with their places filled; numbers of sixteen digits lose all but their last four. */
export const compose = async (
  ctx: Context,
  code: TemplateCode,
  values: Readonly<Record<string, string>>,
): Promise<TemplateText> => {
  const words = (await findOwnWords(ctx, code)) ?? kindOf(code);
  const written = (text: string) => withoutNumbers(fillTemplate(text, values));
  return { subject: written(words.subject).replace(/\s+/g, ' ').slice(0, 200), body: written(words.body) };
};
