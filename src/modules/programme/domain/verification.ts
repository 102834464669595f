import { OUTCOME } from '#engines/targeting/index.ts';
import type { Computed } from './compute.ts';
import { missingFactsOf } from './missing-facts.ts';

/** Somebody of whom it is not known whether she is eligible, or where she stands. Unknown is never no. */
export type ToVerify = {
  family: number;
  /** What an officer has to ask for, in words. */
  missing: string[];
};

const isUnknown = ({ result, withoutDesil, exclusive }: Computed, family: number): boolean =>
  !exclusive.has(family) &&
  (result.judged.verdict[family] === 1 ||
    withoutDesil.has(family) ||
    result.openTiers.has(family) ||
    result.selection.outcome[family] === OUTCOME.open);

/** Families to verify, those who could stand highest first; only in areas under this code, when given. */
export const listToVerify = (computed: Computed, kode?: string): number[] => {
  const { snapshot, queue } = computed;
  const wanted = snapshot.areas.map((area) => kode === undefined || area === kode || area.startsWith(`${kode}.`));
  const isWanted = (f: number) => wanted[snapshot.area[f]!] === true && isUnknown(computed, f);
  const found = [...queue].filter(isWanted);
  const queued = new Set(found);
  for (let f = 0; f < snapshot.count; f++) if (!queued.has(f) && isWanted(f)) found.push(f);
  return found;
};

const DESIL = 'desil (usulkan pembaruan data ke SIKS-NG)';

/** What to ask this family for. */
export const whatToAsk = (computed: Computed, family: number): ToVerify => {
  if (computed.withoutDesil.has(family)) return { family, missing: [DESIL] };
  return { family, missing: missingFactsOf(computed, family).map((word) => (word === 'desil' ? DESIL : word)) };
};

/** How many there are in each desa that has any, by code. */
export const countToVerify = (computed: Computed): { kode: string; families: number }[] => {
  const counts = new Map<string, number>();
  for (const f of listToVerify(computed)) {
    const kode = computed.snapshot.areas[computed.snapshot.area[f]!]!;
    counts.set(kode, (counts.get(kode) ?? 0) + 1);
  }
  return [...counts].map(([kode, families]) => ({ kode, families })).sort((a, b) => (a.kode < b.kode ? -1 : 1));
};
