import { type Computed, takesMoney } from './compute.ts';

/** Families that get nothing from a list: surely eligible, and those of whom it is not known. Unknown is never no, and never yes. */
export type UnmetCount = { kode: string; unserved: number; unknown: number };

/** Per desa; desa where every eligible family is served and nobody is unknown are left out. */
export const unmetByDesa = ({ snapshot, result, place, exclusive }: Computed): UnmetCount[] => {
  const { verdict } = result.judged;
  const rows = snapshot.areas.map((kode): UnmetCount => ({ kode, unserved: 0, unknown: 0 }));
  for (let f = 0; f < snapshot.count; f++) {
    // Served by another programme of the group: nothing of this one is unmet.
    if (takesMoney(place(f)) || exclusive.has(f)) continue;
    const row = rows[snapshot.area[f]!]!;
    if (verdict[f] === 3) row.unserved++;
    else if (verdict[f] === 1) row.unknown++;
  }
  return rows.filter((row) => row.unserved + row.unknown > 0);
};
