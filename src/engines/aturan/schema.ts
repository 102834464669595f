/** The columns a rule may read: whole numbers, yes/no facts and closed lists, of a family and of its members. */

type Described = {
  /** How an officer calls the column; the name with spaces when left out. */
  label?: string;
  /** Facts that are shown to nobody outside the agency (illness, disability, case matters). */
  confidential?: boolean;
};
export type IntegerColumn = Described & {
  type: 'integer';
  min?: number;
  max?: number;
  /** `tahun`, `rupiah`, `orang`, …; literals with another unit are refused. */
  unit?: string;
  /** Which end is the poorer one. A column named `desil` is `low` unless it says otherwise. */
  poorer?: 'low' | 'high';
};
export type BooleanColumn = Described & { type: 'boolean' };
/** `words`: how a value is written for people, where it is not its own word. */
export type EnumColumn = Described & {
  type: 'enum';
  values: readonly string[];
  words?: Readonly<Record<string, string>>;
};
export type ColumnSpec = IntegerColumn | BooleanColumn | EnumColumn;
export type Columns = Readonly<Record<string, ColumnSpec>>;
export type Scope = 'family' | 'member';
export type Schema = Readonly<Record<Scope, Columns>>;

/** One cell as a person would write it; undefined = belum diketahui. */
export type Value = number | string | boolean | undefined;

const INT32 = 2_147_483_647;

/** Words of the language; a column may not have such a name. */
export const RESERVED: ReadonlySet<string> = new Set(
  'dan atau tidak bukan ada semua anggota dengan yang memenuhi jumlah total termasuk antara diketahui belum penerima program ya'.split(
    ' ',
  ),
);

export const normalUnit = (unit: string): string =>
  /^(rp|rupiah|idr)\.?$/i.test(unit) ? 'rupiah' : unit.toLowerCase();

/** Lowest and highest value an integer column may hold. Money without bounds gets the exact range of a double. */
export const rangeOf = (spec: IntegerColumn): readonly [number, number] => {
  const wide = spec.unit !== undefined && normalUnit(spec.unit) === 'rupiah' ? Number.MAX_SAFE_INTEGER : INT32;
  return [spec.min ?? -wide, spec.max ?? wide];
};

/** The poorer end of a column, or undefined when the column says nothing about welfare. */
export const poorerEnd = (name: string, spec: ColumnSpec): 'low' | 'high' | undefined =>
  spec.type !== 'integer' ? undefined : (spec.poorer ?? (name === 'desil' ? 'low' : undefined));

export const labelOf = (name: string, spec: ColumnSpec | undefined): string => spec?.label ?? name.replaceAll('_', ' ');

const columnProblem = (name: string, spec: ColumnSpec): string | undefined => {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name))
    return `Nama kolom "${name}" harus huruf kecil, angka dan garis bawah, diawali huruf.`;
  if (RESERVED.has(name) || name in {}) return `Nama kolom "${name}" adalah kata bahasa aturan; pilih nama lain.`;
  if (spec.type === 'integer') {
    const [low, high] = rangeOf(spec);
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || low > high)
      return `Kolom "${name}": min dan max harus bilangan bulat, dan min tidak boleh di atas max.`;
    return undefined;
  }
  if (spec.type === 'boolean') return undefined;
  if (spec.type !== 'enum') return `Kolom "${name}": jenis harus integer, boolean atau enum.`;
  if (!Array.isArray(spec.values) || spec.values.length === 0) return `Kolom "${name}": daftar pilihan kosong.`;
  if (spec.values.length > 65_534) return `Kolom "${name}": daftar pilihan lebih dari 65.534.`;
  if (spec.values.some((v) => typeof v !== 'string' || v === '' || /["\\\p{Cc}]/u.test(v)))
    return `Kolom "${name}": pilihan harus teks tanpa tanda kutip ganda, garis miring terbalik, atau baris baru.`;
  if (new Set(spec.values).size !== spec.values.length) return `Kolom "${name}": ada pilihan yang tertulis dua kali.`;
  return undefined;
};

/** Sentences about a schema that cannot be used; empty when it can. */
export const listSchemaProblems = (schema: Schema): string[] =>
  (['family', 'member'] as const).flatMap((scope) =>
    Object.entries(schema[scope]).flatMap(([name, spec]) => columnProblem(name, spec) ?? []),
  );
