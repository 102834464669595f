import { createHash } from 'node:crypto';
import { listColumnsRead, type Schema, type Value, valueAt } from '#engines/aturan/index.ts';
import { buildSnapshot, canonicalJson, type Snapshot } from '#engines/targeting/index.ts';
import { TARGETING_SCHEMA } from './columns.ts';
import type { Computed } from './compute.ts';

type Cell = number | string | boolean | null;
/** The inputs of a list as they stood when it was prepared: the programme, and of the register only the columns it reads. */
export type Frozen = {
  format: 1;
  file: Record<string, unknown>;
  ids: string[];
  areas: string[];
  score: (number | null)[];
  family: Record<string, Cell[]>;
  member: { family: number[]; columns: Record<string, Cell[]> };
};

const cellOf = (value: Value): Cell => value ?? null;

const columnsRead = ({ result }: Computed): { family: string[]; member: string[] } => {
  const { programme } = result;
  const rules = [
    ...programme.rows.map((row) => row.rule),
    ...programme.tiers.map((tier) => tier.rule),
    ...programme.tieOrder.flatMap((key) => (key.kind === 'rule' ? [key.rule] : [])),
  ];
  const reads = rules.flatMap(listColumnsRead);
  const ties = programme.tieOrder.flatMap((key) => (key.kind === 'column' ? [key.column] : []));
  const of = (scope: string) => reads.filter((r) => r.scope === scope).map((r) => r.column);
  return { family: [...new Set([...of('family'), ...ties])].sort(), member: [...new Set(of('member'))].sort() };
};

const readColumn = (snapshot: Snapshot, scope: 'family' | 'member', name: string): Cell[] => {
  const table = snapshot.tables[scope];
  const column = table.columns.get(name)!;
  return Array.from({ length: table.rows }, (_, row) => cellOf(valueAt(column, row)));
};

/** What has to be kept so that the list can be computed again, byte for byte. */
export const freeze = (computed: Computed): Frozen => {
  const { snapshot, file } = computed;
  const { family, member } = columnsRead(computed);
  const columns = (scope: 'family' | 'member', names: string[]) =>
    Object.fromEntries(names.map((name) => [name, readColumn(snapshot, scope, name)]));
  return {
    format: 1,
    file,
    ids: Array.from({ length: snapshot.count }, (_, f) => snapshot.idAt(f)),
    areas: Array.from(snapshot.area, (a) => snapshot.areas[a]!),
    score: Array.from(snapshot.score, (s) => (Number.isNaN(s) ? null : s)),
    family: columns('family', family),
    member: { family: [...snapshot.tables.memberFamily], columns: columns('member', member) },
  };
};

const rowOf = (columns: Record<string, Cell[]>, row: number): Record<string, Value> =>
  Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, cells[row] ?? undefined]));

/** The snapshot back from what was frozen; columns nobody read stay unknown. */
export const thaw = (frozen: Frozen, schema: Schema = TARGETING_SCHEMA): Snapshot =>
  buildSnapshot(
    schema,
    frozen.ids.map((id, f) => ({
      id,
      area: frozen.areas[f]!,
      score: frozen.score[f] ?? undefined,
      values: rowOf(frozen.family, f),
    })),
    frozen.member.family.map((family, m) => ({
      family: frozen.ids[family]!,
      values: rowOf(frozen.member.columns, m),
    })),
  );

/** SHA-256 over the canonical text: keys in order, so that it survives the way through jsonb. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');
