import type { Fact } from '#kernel/fact.ts';
import type { NumberedRow } from './cross-rows.ts';
import type { SiksRow } from './row.ts';

export type RowChange = { readonly field: keyof SiksRow; readonly from: string | null; readonly to: string | null };
export type ChangedRow = {
  readonly next: NumberedRow;
  readonly previous: NumberedRow;
  readonly changes: readonly RowChange[];
};
/** Row numbers are those of the file the row stands in. */
export type FileComparison = {
  readonly baru: readonly NumberedRow[];
  readonly berubah: readonly ChangedRow[];
  readonly tetap: readonly { readonly next: NumberedRow; readonly previous: NumberedRow }[];
  /** In the previous file only. Nothing follows from it by itself; nobody is deleted. */
  readonly tidakTercantum: readonly NumberedRow[];
};

const factText = (fact: Fact<boolean>): string | null => (fact.known ? (fact.value ? 'ya' : 'tidak') : null);
const claimText = (claim: SiksRow['nik']): string | null =>
  claim.state === 'sah' ? claim.value : claim.state === 'klaim' ? claim.raw : null;

/** How each field is compared; titles are left out, they come and go with the clerk. */
const AS_TEXT: { readonly [Field in Exclude<keyof SiksRow, 'titles'>]: (row: SiksRow) => string | null } = {
  idDtks: (row) => row.idDtks,
  areaId: (row) => row.areaId,
  address: (row) => row.address,
  dusun: (row) => row.dusun,
  rt: (row) => row.rt,
  rw: (row) => row.rw,
  nomorKk: (row) => claimText(row.nomorKk),
  nik: (row) => claimText(row.nik),
  nomorDesa: (row) => row.nomorDesa,
  name: (row) => row.name,
  birth: (row) =>
    row.birth === null ? null : row.birth.precision === 'tahun' ? row.birth.on.slice(0, 4) : row.birth.on,
  birthPlace: (row) => row.birthPlace,
  sex: (row) => row.sex,
  occupationCode: (row) => row.occupationCode?.toString() ?? null,
  occupation: (row) => (row.occupationCode === null ? row.occupation : null),
  motherName: (row) => row.motherName,
  shdk: (row) => row.shdk?.toString() ?? null,
  padan: (row) => factText(row.padan),
  bpnt: (row) => factText(row.bpnt),
  pkh: (row) => factText(row.pkh),
  bpntPpkm: (row) => factText(row.bpntPpkm),
  pbi: (row) => factText(row.pbi),
};

/** The fields in which two rows differ in meaning; another way of writing the same is no change. */
export const changesBetween = (previous: SiksRow, next: SiksRow): RowChange[] =>
  (Object.entries(AS_TEXT) as [keyof typeof AS_TEXT, (row: SiksRow) => string | null][]).flatMap(([field, asText]) => {
    const [from, to] = [asText(previous), asText(next)];
    return from === to ? [] : [{ field, from, to }];
  });

/** All that a row means as one text: two rows that say the same in another way have one text. */
export const contentOf = (row: SiksRow): string =>
  Object.values(AS_TEXT)
    .map((asText) => asText(row) ?? '')
    .join('\u001f');

/** What a person is found again by, the surest first; undefined where the row does not say it. */
const KEYS: readonly ((row: SiksRow) => string | undefined)[] = [
  (row) => row.idDtks ?? undefined,
  (row) => (row.nik.state === 'sah' ? row.nik.value : undefined),
  (row) => row.nomorDesa ?? undefined,
  (row) =>
    row.birth === null
      ? undefined
      : `${row.name}|${row.birth.on}|${row.motherName ?? ''}|${claimText(row.nomorKk) ?? row.areaId}`,
];

/** The same for a row, in their order: ID_DTKS, NIK, the village's number, name with birth, mother and KK. */
export const keysOfRow = (row: SiksRow): (string | null)[] => KEYS.map((key) => key(row) ?? null);

/** Key to row for keys that occur once; a NIK on two rows finds nobody. */
const uniqueBy = (
  rows: readonly NumberedRow[],
  key: (row: SiksRow) => string | undefined,
): Map<string, NumberedRow | null> => {
  const found = new Map<string, NumberedRow | null>();
  for (const one of rows) {
    const name = key(one.row);
    if (name !== undefined) found.set(name, found.has(name) ? null : one);
  }
  return found;
};

/**
 * Compares a file with the one before: each person is found again by ID_DTKS, else by NIK, else by the village's number, else by name,
 * birth date, mother and KK, where these name one row in both files. Both files stand in memory.
 */
export const compareRows = (previous: readonly NumberedRow[], next: readonly NumberedRow[]): FileComparison => {
  const pairOf = new Map<NumberedRow, NumberedRow>();
  const taken = new Set<NumberedRow>();
  for (const key of KEYS) {
    const before = uniqueBy(
      previous.filter((one) => !taken.has(one)),
      key,
    );
    const now = uniqueBy(
      next.filter((one) => !pairOf.has(one)),
      key,
    );
    for (const [name, one] of now) {
      const match = before.get(name);
      if (one === null || match === null || match === undefined) continue;
      pairOf.set(one, match);
      taken.add(match);
    }
  }
  const comparison = {
    baru: [] as NumberedRow[],
    berubah: [] as ChangedRow[],
    tetap: [] as { next: NumberedRow; previous: NumberedRow }[],
  };
  for (const one of next) {
    const match = pairOf.get(one);
    if (match === undefined) {
      comparison.baru.push(one);
      continue;
    }
    const changes = changesBetween(match.row, one.row);
    if (changes.length > 0) comparison.berubah.push({ next: one, previous: match, changes });
    else comparison.tetap.push({ next: one, previous: match });
  }
  return { ...comparison, tidakTercantum: previous.filter((one) => !taken.has(one)) };
};
