import { createHash } from 'node:crypto';
import type { Answers } from '#engines/form/index.ts';

/**
 * Draws a share of the visits by chance: each gets the hash of seed and id, the lowest are taken, at least one. The same seed and visits
 * give the same sample, in any order they come; nobody can choose who is looked at again without the seed showing it.
 */
export const drawSample = (ids: readonly string[], sharePercent: number, seed: string): string[] => {
  const rank = (id: string) => createHash('sha256').update(`${seed} ${id}`).digest('hex');
  const wanted = ids.length === 0 ? 0 : Math.max(1, Math.ceil((ids.length * sharePercent) / 100));
  return ids
    .map((id) => ({ id, rank: rank(id) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, wanted)
    .map(({ id }) => id);
};

/** Answers by path, repeats opened: `anggota/0/nama`. */
const flat = (answers: Answers, before = ''): [string, string][] =>
  Object.entries(answers).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[`${before}${name}`, value] as [string, string]]
      : value.flatMap((entry, at) => flat(entry, `${before}${name}/${at}/`)),
  );

/**
 * The questions that were answered differently the second time, by name (`anggota/nama` for those inside a repeat), and how many were
 * compared. A question that only one of the two was asked counts as answered differently.
 */
export const compareAnswers = (first: Answers, second: Answers): { asked: number; differs: string[] } => {
  const [a, b] = [new Map(flat(first)), new Map(flat(second))];
  const paths = [...new Set([...a.keys(), ...b.keys()])];
  const differs = paths.filter((path) => a.get(path) !== b.get(path)).map((path) => path.replace(/\/\d+\//g, '/'));
  return { asked: paths.length, differs: [...new Set(differs)] };
};
