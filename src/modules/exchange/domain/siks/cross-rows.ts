import { isColumnRounded } from '#kernel/sixteen-digits.ts';
import type { SiksDoubt } from './doubts.ts';
import type { SiksRow } from './row.ts';

/** A row with its number in the file. */
export type NumberedRow = { readonly number: number; readonly row: SiksRow };
/** What of a row the others are held against. */
export type CrossRow = {
  readonly number: number;
  readonly row: Pick<SiksRow, 'nik' | 'idDtks' | 'nomorKk' | 'shdk'>;
};
export type CrossRowDoubt = { readonly number: number; readonly doubt: SiksDoubt };

const push = (map: Map<string, CrossRow[]>, key: string | null, one: CrossRow): void => {
  if (key === null) return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [one]);
  else list.push(one);
};

const value = (claim: SiksRow['nik']): string | null => (claim.state === 'sah' ? claim.value : null);

const others = (group: readonly CrossRow[], own: number): string => {
  const numbers = group.map(({ number }) => number).filter((number) => number !== own);
  return numbers.length > 3 ? `${numbers.slice(0, 3).join(', ')} dan ${numbers.length - 3} lain` : numbers.join(', ');
};

type Tell = (number: number, column: SiksDoubt['column'], code: string, sentence: string) => void;

const tellShared = (groups: Iterable<readonly CrossRow[]>, tellOne: (number: number, where: string) => void): void => {
  for (const group of groups) {
    if (group.length < 2) continue;
    for (const { number } of group) tellOne(number, others(group, number));
  }
};

const tellHeads = (group: readonly CrossRow[], tell: Tell): void => {
  const heads = group.filter(({ row }) => row.shdk === 1);
  const [first] = group;
  if (heads.length === 0 && first !== undefined && group.length > 1) {
    tell(first.number, 'hubungan', 'tanpa_kepala', 'KK ini tidak mempunyai kepala keluarga; isi menurut KK.');
  }
  tellShared([heads], (number, where) =>
    tell(number, 'hubungan', 'dua_kepala', `KK ini mempunyai kepala keluarga lain di baris ${where}.`),
  );
};

/**
 * What only shows when a file is seen whole: a NIK or an ID_DTKS on several rows, and a KK with two heads or none (of two persons or
 * more). Keeps one entry per row in memory.
 */
export const findCrossRowDoubts = (rows: Iterable<CrossRow>): CrossRowDoubt[] => {
  const byNik = new Map<string, CrossRow[]>();
  const byId = new Map<string, CrossRow[]>();
  const byKk = new Map<string, CrossRow[]>();
  for (const one of rows) {
    push(byNik, value(one.row.nik), one);
    push(byId, one.row.idDtks, one);
    push(byKk, value(one.row.nomorKk), one);
  }
  const found: CrossRowDoubt[] = [];
  const tell: Tell = (number, column, code, sentence) =>
    found.push({ number, doubt: { column, code, raw: '', sentence } });
  tellShared(byNik.values(), (number, where) =>
    tell(number, 'nik', 'nik_ganda', `NIK yang sama ada di baris ${where}; periksa milik siapa.`),
  );
  tellShared(byId.values(), (number, where) =>
    tell(number, 'idDtks', 'id_ganda', `ID_DTKS yang sama ada di baris ${where}.`),
  );
  for (const group of byKk.values()) tellHeads(group, tell);
  return found.sort((a, b) => a.number - b.number);
};

/**
 * Columns whose numbers Excel rounded as a whole (nearly all end in 0): every number in them is wrong although each alone looks right.
 * The file should not go in before its source was exported again with the column as text.
 */
export const findRoundedColumns = (rows: readonly CrossRow[]): ('nik' | 'nomorKk')[] =>
  (['nik', 'nomorKk'] as const).filter((column) => isColumnRounded(rows.map(({ row }) => value(row[column]) ?? '')));
