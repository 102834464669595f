import { checkRule, type Problem, parseRule, type Rule, type Schema } from '#engines/aturan/index.ts';
import * as json from './json-reader.ts';

/** What the readers of programmes.json share while they go through it. */
export type Reading = { schema: Schema; to: json.Complaints; warnings: string[]; seed: string | undefined };

/** Notes problems of a rule: errors stop the reading at its end, warnings travel with the programmes. */
export const report = (r: Reading, where: string, problems: readonly Problem[]): void => {
  for (const p of problems) {
    const place = p.row === undefined ? where : `${where}, baris ${p.row}`;
    if (p.level === 'error') r.to.add(place, p.message);
    else r.warnings.push(`${place}: ${p.message}`);
  }
};

/** Reads and checks one expression about a family. */
export const readRule = (r: Reading, text: unknown, where: string): Rule | undefined => {
  const parsed = parseRule(json.readText(text, where, r.to));
  const problems = parsed.ok ? checkRule(parsed.rule, r.schema) : parsed.problems;
  report(r, where, problems);
  return parsed.ok ? parsed.rule : undefined;
};
