import type { SiksDoubt } from './doubts.ts';
import type { SiksRow } from './row.ts';

/** A row with its number in the file. */
export type NumberedRow = { readonly number: number; readonly row: SiksRow };
export type CrossRowDoubt = { readonly number: number; readonly doubt: SiksDoubt };

const push = (map: Map<string, NumberedRow[]>, key: string | null, one: NumberedRow): void => {
  if (key === null) return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [one]);
  else list.push(one);
};

const value = (claim: SiksRow['nik']): string | null => (claim.state === 'sah' ? claim.value : null);

const others = (group: readonly NumberedRow[], own: number): string => {
  const numbers = group.map(({ number }) => number).filter((number) => number !== own);
  return numbers.length > 3 ? `${numbers.slice(0, 3).join(', ')} dan ${numbers.length - 3} lain` : numbers.join(', ');
};

/**
 * What only shows when a file is seen whole: a NIK or an ID_DTKS on several rows, and a KK with two heads or none (of two persons or
 * more). Keeps one entry per row in memory.
 */
export const findCrossRowDoubts = (rows: Iterable<NumberedRow>): CrossRowDoubt[] => {
  const [byNik, byId, byKk] = [
    new Map<string, NumberedRow[]>(),
    new Map<string, NumberedRow[]>(),
    new Map<string, NumberedRow[]>(),
  ];
  for (const one of rows) {
    push(byNik, value(one.row.nik), one);
    push(byId, one.row.idDtks, one);
    push(byKk, value(one.row.nomorKk), one);
  }
  const found: CrossRowDoubt[] = [];
  const tell = (number: number, column: SiksDoubt['column'], code: string, sentence: string): void => {
    found.push({ number, doubt: { column, code, raw: '', sentence } });
  };
  for (const group of byNik.values()) {
    if (group.length < 2) continue;
    for (const { number } of group)
      tell(number, 'nik', 'nik_ganda', `NIK yang sama ada di baris ${others(group, number)}; periksa milik siapa.`);
  }
  for (const group of byId.values()) {
    if (group.length < 2) continue;
    for (const { number } of group)
      tell(number, 'idDtks', 'id_ganda', `ID_DTKS yang sama ada di baris ${others(group, number)}.`);
  }
  for (const group of byKk.values()) {
    const heads = group.filter(({ row }) => row.shdk === 1);
    if (heads.length === 0 && group.length > 1) {
      tell(
        (group[0] as NumberedRow).number,
        'hubungan',
        'tanpa_kepala',
        'KK ini tidak mempunyai kepala keluarga; isi menurut KK.',
      );
    }
    if (heads.length < 2) continue;
    for (const { number } of heads)
      tell(
        number,
        'hubungan',
        'dua_kepala',
        `KK ini mempunyai kepala keluarga lain di baris ${others(heads, number)}.`,
      );
  }
  return found.sort((a, b) => a.number - b.number);
};
