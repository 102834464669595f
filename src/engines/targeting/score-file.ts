import { basename } from 'node:path';
import { type Card, needsArea } from './card.ts';
import { readCsv } from './csv-tables.ts';
import { InputProblem } from './programme.ts';
import { scoreHousehold } from './score-card.ts';
import { csvField, replaceFile, writeLines } from './write-files.ts';

const MOST_PROBLEMS = 50;

export type ScoredFile = { households: number; scored: number; unknown: number };

const headerOf = (card: Card): string =>
  ['id', 'score', ...(card.likelihood?.lines ?? []), 'missing'].map(csvField).join(',');

/**
 * Scores households.csv by a card and writes `id,score`, one column per line of the likelihood table, and `missing` with
 * the indicators whose answer is unknown. Throws InputProblem; nothing is written then.
 */
export const scoreFile = async (card: Card, from: string, to: string): Promise<ScoredFile> => {
  const file = basename(from);
  const needed = ['id', ...(needsArea(card) ? ['area'] : []), ...card.indicators.map((i) => i.column)];
  const [lines, problems, ids] = [[headerOf(card)], [] as string[], new Set<string>()];
  let unknown = 0;
  for await (const row of readCsv(from, needed)) {
    const id = row.cell('id');
    if (id === '' || ids.has(id))
      problems.push(
        `${file} baris ${row.line}: ${id === '' ? 'kolom id kosong.' : `id "${id}" sudah ada di baris lain.`}`,
      );
    ids.add(id);
    const scored = scoreHousehold(card, row.cell('area'), row.cell);
    if (scored.kind === 'bad') problems.push(...scored.problems.map((p) => `${file} baris ${row.line}: ${p}`));
    if (scored.kind === 'scored') lines.push([id, scored.score, ...scored.likelihood, ''].map(csvField).join(','));
    if (scored.kind === 'unknown') {
      unknown++;
      const empty = (card.likelihood?.lines ?? []).map(() => '');
      lines.push([id, 'belum diketahui', ...empty, scored.missing.join(' ')].map(csvField).join(','));
    }
    if (problems.length >= MOST_PROBLEMS) break;
  }
  if (problems.length > 0) throw new InputProblem(problems);
  if (ids.size === 0) throw new InputProblem([`${file}: tidak ada satu rumah tangga pun.`]);
  replaceFile(to, (into) => writeLines(into, lines));
  return { households: ids.size, scored: ids.size - unknown, unknown };
};
