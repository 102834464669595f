import { maskNik } from '#kernel/nik.ts';
import type { Reason } from './checked-row.ts';
import { type Kind, kindOf } from './kinds.ts';
import { COLUMN_LABELS, type SiksColumn } from './siks/columns.ts';
import { changesBetween, type RowChange } from './siks/compare.ts';
import type { SiksRow } from './siks/row.ts';

/** Numbers of identity leave masked, wherever they stand in a cell. */
export const maskCell = (cell: string): string =>
  cell.replace(/\d{16}/g, (digits) => maskNik(digits)).replace(/\d{12,15}/g, (digits) => `${digits.slice(0, 4)}••••`);

/** Fields of a row that are called as the column they come from; the others by their own name. */
const COLUMN_OF: Partial<Record<keyof SiksRow, SiksColumn>> = {
  idDtks: 'idDtks',
  areaId: 'desa',
  address: 'alamat',
  dusun: 'dusun',
  rt: 'rt',
  rw: 'rw',
  nomorKk: 'nomorKk',
  nik: 'nik',
  nomorDesa: 'nik',
  name: 'nama',
  birth: 'tanggalLahir',
  birthPlace: 'tempatLahir',
  sex: 'jenisKelamin',
  occupation: 'pekerjaan',
  occupationCode: 'pekerjaan',
  motherName: 'namaIbu',
  shdk: 'hubungan',
  padan: 'padan',
  bpnt: 'bpnt',
  pkh: 'pkh',
  bpntPpkm: 'bpntPpkm',
  pbi: 'pbi',
};

export type ShownChange = { label: string; from: string | null; to: string | null };

/** A mother's name is a secret question of banks: that it differs is enough. */
const shownChange = ({ field, from, to }: RowChange, areaName: (id: string) => string): ShownChange => {
  const label = COLUMN_LABELS[COLUMN_OF[field] ?? 'nama'];
  if (field === 'motherName')
    return { label, from: from === null ? null : '•••', to: to === null ? null : '••• (beda)' };
  const text = (value: string | null) =>
    value === null ? null : field === 'areaId' ? areaName(value) : maskCell(value);
  return { label, from: text(from), to: text(to) };
};

export const changesShown = (previous: unknown, parsed: unknown, areaName: (id: string) => string): ShownChange[] =>
  previous === null || parsed === null
    ? []
    : changesBetween(previous as SiksRow, parsed as SiksRow).map((change) => shownChange(change, areaName));

type Named = { name?: string };
/** Who or what a row is about, for a list. */
export const titleOf = (
  kind: Kind,
  parsed: unknown,
  cells: readonly string[],
  columns: Readonly<Record<string, number>>,
): string => {
  const name = (parsed as Named | null)?.name ?? cells[columns['nama'] ?? -1]?.trim() ?? '';
  return name === '' ? `(${kindOf(kind).set.labels['nama'] ?? 'Nama'} kosong)` : maskCell(name);
};

export const reasonsShown = (
  kind: Kind,
  reasons: readonly Reason[],
): { column: string; code: string; sentence: string }[] =>
  reasons.map(({ column, code, sentence }) => ({ column: kindOf(kind).set.labels[column] ?? column, code, sentence }));
