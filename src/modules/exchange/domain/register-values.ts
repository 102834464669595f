import type { Fact } from '#kernel/fact.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { NewPerson, Placement } from '#modules/registry/index.ts';
import type { NumberClaim } from './siks/number-claims.ts';
import type { SiksRow } from './siks/row.ts';

/** A number as it goes into the register: usable or not, it goes in. */
export const claimed = (claim: NumberClaim): string | null =>
  claim.state === 'sah' ? claim.value : claim.state === 'klaim' ? claim.raw : null;

export const addressOf = ({ address, dusun }: SiksRow): string | null => {
  if (dusun === null || address?.includes(dusun)) return address;
  return address === null ? `DUSUN ${dusun}` : `${address}, DUSUN ${dusun}`;
};

/** Numbers of other kinds than NIK that a row holds. */
export const otherNumbers = (row: SiksRow): { kind: 'id_dtks' | 'nik_desa'; value: string }[] => [
  ...(row.idDtks === null ? [] : [{ kind: 'id_dtks' as const, value: row.idDtks }]),
  ...(row.nomorDesa === null ? [] : [{ kind: 'nik_desa' as const, value: row.nomorDesa }]),
];

/** A row as a new person of the register. */
export const newPersonOf = (row: SiksRow, areaId: number, observedOn: LocalDate): NewPerson => ({
  name: row.name,
  sex: row.sex,
  birth: row.birth,
  birthPlace: row.birthPlace,
  motherName: row.motherName,
  occupationCode: row.occupationCode,
  occupation: row.occupation,
  nik: claimed(row.nik),
  areaId,
  source: 'siks',
  observedOn,
  otherIdentifiers: otherNumbers(row),
});

/** Where a row puts its person. */
export const placementOf = (row: SiksRow, personId: string, areaId: number, observedOn: LocalDate): Placement => ({
  personId,
  nomorKk: claimed(row.nomorKk),
  shdk: row.shdk,
  areaId,
  address: addressOf(row),
  source: 'siks',
  observedOn,
});

const yesNo = (programme: string, fact: Fact<boolean>) =>
  fact.known ? [{ programme, status: fact.value ? 'ya' : 'tidak' }] : [];

/** What a row says of the centre's programmes. That she is listed at all is a status too; unknown is left out. */
export const statusesOf = (row: SiksRow): { programme: string; status: string }[] => [
  { programme: 'DTSEN', status: row.padan.known ? (row.padan.value ? 'padan' : 'tidak padan') : 'tercantum' },
  ...yesNo('SEMBAKO', row.bpnt),
  ...yesNo('PKH', row.pkh),
  ...yesNo('SEMBAKO_PPKM', row.bpntPpkm),
  ...yesNo('PBI', row.pbi),
];
