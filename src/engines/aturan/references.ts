import { type Problem, problem, suggest } from './problem.ts';
import { listRecipientsRead, type Rule } from './tree.ts';

/** A programme and the rules that may read other programmes' results, in the declared order. */
export type Referring = { id: string; rules: readonly Rule[] };

const readsOf = (programme: Referring): string[] => [...new Set(programme.rules.flatMap(listRecipientsRead))];

const findCycle = (reads: ReadonlyMap<string, readonly string[]>, start: string): string[] | undefined => {
  const path: string[] = [];
  const done = new Set<string>();
  const visit = (id: string): string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (done.has(id)) return undefined;
    path.push(id);
    for (const next of reads.get(id) ?? []) {
      const found = visit(next);
      if (found) return found;
    }
    path.pop();
    done.add(id);
    return undefined;
  };
  return visit(start);
};

/** Checks `penerima program "…"`: the programme exists, stands earlier in the order, and no chain leads back to itself. */
export const checkReferences = (programmes: readonly Referring[]): Problem[] => {
  const ids = programmes.map((p) => p.id);
  const reads = new Map(programmes.map((p) => [p.id, readsOf(p)]));
  const cycles = new Set<string>();
  return programmes.flatMap((programme, place) =>
    readsOf(programme).flatMap((read): Problem[] => {
      if (!ids.includes(read))
        return [
          problem(
            'unknown_programme',
            `Program "${programme.id}" membaca penerima "${read}" yang tidak ada. ${suggest(read, ids)}`,
            [0, 0],
          ),
        ];
      if (read === programme.id)
        return [problem('reads_itself', `Program "${programme.id}" tidak boleh membaca hasilnya sendiri.`, [0, 0])];
      const cycle = findCycle(reads, programme.id);
      if (cycle) {
        const name = [...new Set(cycle)].sort().join();
        if (cycles.has(name)) return [];
        cycles.add(name);
        return [
          problem(
            'cycle',
            `Program saling membaca dalam lingkaran: ${cycle.join(' → ')}. Putuskan salah satunya.`,
            [0, 0],
          ),
        ];
      }
      if (ids.indexOf(read) > place)
        return [
          problem(
            'order',
            `Program "${programme.id}" membaca hasil "${read}", jadi "${read}" harus berada di atasnya.`,
            [0, 0],
          ),
        ];
      return [];
    }),
  );
};
