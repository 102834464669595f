import { type Breakdown, breakDown } from './breakdown.ts';
import { type Computed, takesMoney } from './compute.ts';
import { desaTable } from './desa-table.ts';
import { countList, type ListCounts } from './list-rows.ts';
import type { Terms } from './terms.ts';

/** What is kept of a scenario's computation beside who has a place. Amounts as digits; places per Kemendagri code of the desa. */
export type ScenarioOutcome = {
  counts: ListCounts;
  ceiling: string;
  spent: string;
  wanted: string;
  desa: Record<string, number>;
  breakdown: Breakdown;
};

/** Families with a place, in the order of the list. */
export const servedIn = ({ queue, place, snapshot }: Computed): string[] =>
  [...queue].filter((f) => takesMoney(place(f))).map(snapshot.idAt);

export const outcomeOf = (computed: Computed, terms: Pick<Terms, 'benefit'>, ceiling: bigint): ScenarioOutcome => {
  const counts = countList(computed);
  const { spent } = computed.result.selection;
  return {
    counts,
    ceiling: ceiling.toString(),
    spent: spent.toString(),
    wanted: (spent + terms.benefit * BigInt(counts.cadangan)).toString(),
    desa: Object.fromEntries(desaTable(computed).map((row) => [row.kode, row.masuk + row.ditahan])),
    breakdown: breakDown(computed),
  };
};
