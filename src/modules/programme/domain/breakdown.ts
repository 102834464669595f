import { unknownCell, valueAt } from '#engines/aturan/index.ts';
import type { Snapshot } from '#engines/targeting/index.ts';
import type { Computed } from './compute.ts';

/** Classes a list is looked at by; `unknown` is a class of its own and never counted as another. */
export const UNKNOWN_CLASS = 'belum';
export const CLASSES = {
  desil: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', UNKNOWN_CLASS],
  kelamin: ['P', 'L', UNKNOWN_CLASS],
  umur: ['0-17', '18-44', '45-59', '60-69', '70-', UNKNOWN_CLASS],
  disabilitas: ['ya', 'tidak', UNKNOWN_CLASS],
} as const;
export type Dimension = keyof typeof CLASSES;
export const DIMENSIONS = Object.keys(CLASSES) as readonly Dimension[];

/** Families of one class: all of the register, then by verdict and by place. */
export type ClassRow = {
  key: string;
  keluarga: number;
  ya: number;
  belum: number;
  masuk: number;
  ditahan: number;
  cadangan: number;
};
export type Breakdown = Record<Dimension, ClassRow[]>;

const AGE_FROM = [18, 45, 60, 70];
const ageClass = (age: number): number => AGE_FROM.filter((from) => age >= from).length;

/** The member who heads each family, -1 where the register names none. */
const headsOf = ({ tables, memberStart, count }: Snapshot): Int32Array => {
  const { cells, spec } = tables.member.columns.get('hubungan')!;
  const head = spec.type === 'enum' ? spec.values.indexOf('kepala') + 1 : 0;
  const heads = new Int32Array(count).fill(-1);
  for (let f = 0; f < count; f++)
    for (let m = memberStart[f]!; m < memberStart[f + 1]! && heads[f] === -1; m++) if (cells[m] === head) heads[f] = m;
  return heads;
};

const disabilityClass = ({ tables, memberStart }: Snapshot, family: number): number => {
  const column = tables.member.columns.get('disabilitas')!;
  let isOpen = false;
  for (let m = memberStart[family]!; m < memberStart[family + 1]!; m++) {
    const has = valueAt(column, m);
    if (has === true) return 0;
    isOpen ||= has === undefined;
  }
  return isOpen ? 2 : 1;
};

const classify = (snapshot: Snapshot): Record<Dimension, Uint8Array> => {
  const { count, tables } = snapshot;
  const of = (): Uint8Array => new Uint8Array(count);
  const found = { desil: of(), kelamin: of(), umur: of(), disabilitas: of() };
  const desil = tables.family.columns.get('desil')!.cells;
  const noDesil = unknownCell(desil);
  const sex = tables.member.columns.get('jenis_kelamin')!;
  const age = tables.member.columns.get('umur')!;
  const heads = headsOf(snapshot);
  for (let f = 0; f < count; f++) {
    const head = heads[f]!;
    const headSex = head < 0 ? undefined : valueAt(sex, head);
    const headAge = head < 0 ? undefined : valueAt(age, head);
    found.desil[f] = desil[f] === noDesil ? 10 : desil[f]! - 1;
    found.kelamin[f] = headSex === undefined ? 2 : headSex === 'P' ? 0 : 1;
    found.umur[f] = typeof headAge === 'number' ? ageClass(headAge) : 5;
    found.disabilitas[f] = disabilityClass(snapshot, f);
  }
  return found;
};

const known = new WeakMap<Snapshot['tables'], Record<Dimension, Uint8Array>>();
/** Classes do not change with the terms: worked out once for a register. */
const classesOf = (snapshot: Snapshot): Record<Dimension, Uint8Array> => {
  const found = known.get(snapshot.tables) ?? classify(snapshot);
  known.set(snapshot.tables, found);
  return found;
};

const [MAY_BE, IS] = [1, 3];

/** The list by desil as imported, by sex and age of the head of the family, and by a member with a disability. */
export const breakDown = ({ snapshot, result, place }: Computed): Breakdown => {
  const classes = classesOf(snapshot);
  const rows = Object.fromEntries(
    DIMENSIONS.map((dimension) => [
      dimension,
      CLASSES[dimension].map((key) => ({ key, keluarga: 0, ya: 0, belum: 0, masuk: 0, ditahan: 0, cadangan: 0 })),
    ]),
  ) as Breakdown;
  const { verdict } = result.judged;
  const tables = DIMENSIONS.map((dimension) => [rows[dimension], classes[dimension]] as const);
  for (let f = 0; f < snapshot.count; f++) {
    const where = place(f);
    for (const [found, own] of tables) {
      const row = found[own[f]!]!;
      row.keluarga++;
      if (verdict[f] === IS) row.ya++;
      else if (verdict[f] === MAY_BE) row.belum++;
      if (where !== 'tidak') row[where]++;
    }
  }
  return rows;
};
