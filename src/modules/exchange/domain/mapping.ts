import { refuse } from '#kernel/refusal.ts';
import { type HeadingMatch, headingReader } from './headings.ts';
import { type Kind, kindOf } from './kinds.ts';
import { detectRelationCodes, type RelationCodes } from './siks/civil-words.ts';

/** What is known of a file's table, and which of its columns means what: proposed by the headings, confirmed or changed by a person. */
export type Mapping = {
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly headingRow: number;
  readonly headings: readonly string[];
  /** Our column to its position, from 0. */
  readonly columns: Readonly<Record<string, number>>;
  /** Taken for a column by likeness only. */
  readonly guessed: readonly { readonly heading: string; readonly column: string }[];
  readonly unknown: readonly string[];
  readonly relationCodes: RelationCodes;
  /** Below the headings, as the file says; for progress. */
  readonly rows: number;
  readonly formulas: number;
  /** The first rows, to look at. */
  readonly sample: readonly (readonly string[])[];
};

type About = {
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly merged: readonly string[];
  readonly formulas: number;
  readonly formulasWithoutValue: number;
  readonly rows: number;
};
type Row = { readonly number: number; readonly cells: readonly string[] };

const SAMPLE = 5;

const listed = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} dan ${names.length - 3} lain` : names.join(', ');

const lastRowOf = (range: string): number => Number(/(\d+)$/.exec(range)?.[1] ?? 0);

/** Merged cells and formulas without a value hide what stands in rows: told before anything is read. */
const refuseHidden = (about: About, headingRow: number): void => {
  const merged = about.merged.filter((range) => lastRowOf(range) > headingRow);
  if (merged.length > 0) {
    refuse(
      'berkas.sel_gabung',
      422,
      `Ada ${merged.length} sel gabungan di baris data (${listed(merged)}); isinya hanya terbaca di sel pertama. Buka di Excel, pilih Unmerge Cells, isi setiap barisnya, lalu unggah lagi.`,
      { merged: merged.slice(0, 20) },
    );
  }
  if (about.formulasWithoutValue > 0) {
    refuse(
      'berkas.rumus_tanpa_nilai',
      422,
      `Ada ${about.formulasWithoutValue.toLocaleString('id-ID')} sel rumus tanpa nilai tersimpan. Buka di Excel, salin kolomnya, tempel sebagai nilai (Paste Values), simpan, lalu unggah lagi.`,
    );
  }
};

const headingMissing = (kind: Kind, rows: readonly Row[]): never => {
  const { set, name } = kindOf(kind);
  const needed = set.required.map((group) => group.map((column) => set.labels[column]).join(' atau ')).join(', ');
  const seen = rows[0]?.cells.filter((cell) => cell.trim() !== '').slice(0, 4) ?? [];
  const shown = seen
    .map(
      (cell) =>
        `"${cell
          .trim()
          .replace(/\d{11,}/g, '…')
          .slice(0, 30)}"`,
    )
    .join(', ');
  return refuse(
    'impor.tanpa_judul',
    422,
    `Baris judul ${name.id} tidak ditemukan di 20 baris pertama${shown === '' ? '' : ` (baris pertama berisi ${shown})`}. Kolom yang harus ada: ${needed}. Periksa berkas dan jenis yang dipilih.`,
  );
};

const relationCodesOf = (columns: HeadingMatch['columns'], rows: readonly Row[]): RelationCodes => {
  const [relation, sex] = [columns['hubungan'], columns['jenisKelamin']];
  const sample = rows.map(({ cells }) => [cells[relation ?? -1] ?? '', cells[sex ?? -1] ?? ''] as const);
  return detectRelationCodes(sample);
};

/**
 * Proposes the mapping of a file from its first rows. Refuses, with what to do, a table without a heading row of this kind, without a
 * row below it, or with cells whose content cannot be seen (merged ones, formulas without value).
 */
export const proposeMapping = (kind: Kind, about: About, rows: readonly Row[]): Mapping => {
  const { set, least } = kindOf(kind);
  const found = headingReader(set).findRow(rows, least) ?? headingMissing(kind, rows);
  refuseHidden(about, found.number);
  const below = rows.filter(({ number }) => number > found.number);
  if (below.length === 0)
    refuse('berkas.tanpa_isi', 422, 'Di bawah baris judul tidak ada satu baris pun. Pilih berkas yang berisi data.');
  const headings = rows.find(({ number }) => number === found.number)?.cells ?? [];
  return {
    sheet: about.sheet,
    sheets: about.sheets,
    headingRow: found.number,
    headings,
    columns: found.match.columns as Record<string, number>,
    guessed: found.match.guessed,
    unknown: found.match.unknown,
    relationCodes: relationCodesOf(found.match.columns, below),
    rows: Math.max(below.length, about.rows - found.number),
    formulas: about.formulas,
    sample: below.slice(0, SAMPLE).map(({ cells }) => cells),
  };
};

/** The mapping as a person confirmed it. Refuses a column taken twice, one the file does not have, or a required one left out. */
export const confirmedMapping = (
  kind: Kind,
  mapping: Mapping,
  chosen: { columns: Readonly<Record<string, number>>; relationCodes: RelationCodes },
): Mapping => {
  const { set } = kindOf(kind);
  const entries = Object.entries(chosen.columns).filter(([column]) => set.columns.includes(column));
  const wrong = entries.find(([, at]) => at >= mapping.headings.length);
  if (wrong)
    refuse('impor.kolom_tidak_ada', 422, 'Ada kolom yang dipilih tetapi tidak ada di berkas. Muat ulang halaman ini.');
  const positions = entries.map(([, at]) => at);
  const twice = positions.find((at, i) => positions.indexOf(at) !== i);
  if (twice !== undefined) {
    const names = entries.filter(([, at]) => at === twice).map(([column]) => set.labels[column] ?? column);
    refuse(
      'impor.kolom_dua_kali',
      422,
      `Kolom berkas "${mapping.headings[twice] ?? ''}" dipilih untuk ${names.join(' dan ')}. Pilih satu saja.`,
      {
        fields: Object.fromEntries(
          entries.filter(([, at]) => at === twice).map(([column]) => [column, 'Dipilih dua kali.']),
        ),
      },
    );
  }
  const columns = Object.fromEntries(entries);
  const lacking = headingReader(set).lacking(columns);
  if (lacking.length > 0) {
    const names = lacking.map((group) => group.map((column) => set.labels[column]).join(' atau '));
    refuse(
      'impor.kolom_kurang',
      422,
      `Kolom ${names.join(', ')} belum dipilih; tanpa itu baris tidak dapat dimengerti.`,
      {
        fields: Object.fromEntries(lacking.flat().map((column) => [column, 'Pilih kolomnya.'])),
      },
    );
  }
  return { ...mapping, columns, relationCodes: chosen.relationCodes };
};
