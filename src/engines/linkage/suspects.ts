import { type Band, bandOf } from './bands.ts';
import { explain, type FieldReason } from './explain.ts';
import type { LinkResult } from './link.ts';
import { weigh } from './model.ts';
import { idOf, type PersonTable } from './table.ts';

/**
 * Two records that may be one person, for the adjudication desk. `idA` < `idB`. `weight` in bits orders the work and is not for officers;
 * `band` and `sentence` are. `fields` takes the weight apart, strongest first. `word0` and `word1` are the packed pattern.
 */
export type Suspect = {
  idA: string;
  idB: string;
  weight: number;
  band: Band;
  sentence: string;
  fields: FieldReason[];
  word0: number;
  word1: number;
};

/** The pairs of a batch in bands `pasti` and `mungkin`, likeliest first; equal weights in the order of ids. */
export const listSuspects = (table: PersonTable, result: LinkResult): Suspect[] => {
  const { a, b, pattern, patterns, size } = result.pairs;
  const known = new Map<number, Omit<Suspect, 'idA' | 'idB'> | undefined>();
  const judged = (p: number): Omit<Suspect, 'idA' | 'idB'> | undefined => {
    if (known.has(p)) return known.get(p);
    const [word0, word1] = [patterns.word0[p]!, patterns.word1[p]!];
    const weight = weigh(result.scorer, word0, word1);
    const band = bandOf(weight.total, word0, word1);
    const found =
      band === 'bukan'
        ? undefined
        : { weight: weight.total, band, ...explain(weight, band, word0, word1), word0, word1 };
    known.set(p, found);
    return found;
  };
  const suspects: Suspect[] = [];
  for (let i = 0; i < size; i += 1) {
    const found = judged(pattern[i]!);
    if (!found) continue;
    const [idA, idB] = [idOf(table, a[i]!), idOf(table, b[i]!)].sort() as [string, string];
    suspects.push({ idA, idB, ...found });
  }
  return suspects.sort(
    (p, q) => q.weight - p.weight || (p.idA < q.idA ? -1 : p.idA > q.idA ? 1 : p.idB < q.idB ? -1 : 1),
  );
};
