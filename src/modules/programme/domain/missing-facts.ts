import { type FamilyReader, labelOf, listMissing, traceRule, UNKNOWN, valueAt } from '#engines/aturan/index.ts';
import { TARGETING_SCHEMA } from './columns.ts';
import type { Computed } from './compute.ts';

/** The columns that only say how many answers there are; the answers themselves are what is asked for. */
const DERIVED = new Set(['kriteria_terpenuhi', 'kriteria_sedikitnya', 'kriteria_sebanyaknya']);
const CRITERIA = 'jawaban sembilan kriteria';

const readerOf = ({ snapshot }: Computed, family: number): FamilyReader => {
  const { tables, memberStart } = snapshot;
  const cell = (scope: 'family' | 'member', row: number) => (name: string) =>
    valueAt(tables[scope].columns.get(name)!, row);
  return {
    value: cell('family', family),
    members: Array.from({ length: memberStart[family + 1]! - memberStart[family]! }, (_, i) =>
      cell('member', memberStart[family]! + i),
    ),
    recipient: () => UNKNOWN,
  };
};

/** Facts whose absence leaves a row of the programme undecided for this family, in words: what an officer has to ask for. */
export const missingFactsOf = (computed: Computed, family: number): string[] => {
  const reader = readerOf(computed, family);
  const traces = computed.result.programme.rows.map((row) => traceRule(row.rule, reader));
  const undecided = traces.filter((trace) => trace.truth === UNKNOWN);
  const names = new Set(
    listMissing(undecided).map(({ scope, column }) =>
      DERIVED.has(column)
        ? CRITERIA
        : `${labelOf(column, TARGETING_SCHEMA[scope][column])}${scope === 'member' ? ' anggota' : ''}`,
    ),
  );
  // Where the nine criteria stand in for desil, desil is not what is asked for.
  if (names.has(CRITERIA)) names.delete('desil');
  return names.size > 0 ? [...names].sort() : ['urutan'];
};
