import type { LocalDate } from '#kernel/local-date.ts';
import type { Sex } from '#kernel/nik.ts';
import { foldName } from './name-fold.ts';
import type { Birth } from './new-person.ts';

/** What a person is known by. Each field is observed like any other fact; the winner also stands on the person's row. */
export type IdentityValues = {
  nama: string;
  jenis_kelamin: Sex | null;
  lahir: Birth | null;
  tempat_lahir: string | null;
  nama_ibu: string | null;
  pekerjaan: { code: number | null; text: string | null } | null;
  telepon: string | null;
};
export type IdentityField = keyof IdentityValues;
export type IdentityChanges = { [F in IdentityField]?: IdentityValues[F] | undefined };

export const IDENTITY_LABELS: Readonly<Record<IdentityField, { id: string; en: string }>> = {
  nama: { id: 'Nama', en: 'Name' },
  jenis_kelamin: { id: 'Jenis kelamin', en: 'Sex' },
  lahir: { id: 'Tanggal lahir', en: 'Date of birth' },
  tempat_lahir: { id: 'Tempat lahir', en: 'Place of birth' },
  nama_ibu: { id: 'Nama ibu kandung', en: 'Mother’s name' },
  pekerjaan: { id: 'Pekerjaan', en: 'Occupation' },
  telepon: { id: 'Telepon', en: 'Telephone' },
};
export const IDENTITY_FIELDS = Object.keys(IDENTITY_LABELS) as IdentityField[];
export const isIdentityField = (field: string): field is IdentityField => field in IDENTITY_LABELS;

export type IdentityColumns = {
  name: string;
  name_fold: string;
  sex: Sex | null;
  birth_on: LocalDate | null;
  birth_precision: Birth['precision'] | 'tidak_tahu';
  birth_place: string | null;
  mother_name: string | null;
  occupation_code: number | null;
  occupation: string | null;
  phone: string | null;
};

/** The values as the row holds them. */
export const identityOf = (row: Omit<IdentityColumns, 'name_fold'>): IdentityValues => ({
  nama: row.name,
  jenis_kelamin: row.sex,
  lahir:
    row.birth_on === null || row.birth_precision === 'tidak_tahu'
      ? null
      : { on: row.birth_on, precision: row.birth_precision },
  tempat_lahir: row.birth_place,
  nama_ibu: row.mother_name,
  pekerjaan:
    row.occupation_code === null && row.occupation === null
      ? null
      : { code: row.occupation_code, text: row.occupation },
  telepon: row.phone,
});

/** The row's columns for these values. */
export const columnsOf = (values: IdentityValues): IdentityColumns => ({
  name: values.nama,
  name_fold: foldName(values.nama),
  sex: values.jenis_kelamin,
  birth_on: values.lahir?.on ?? null,
  birth_precision: values.lahir?.precision ?? 'tidak_tahu',
  birth_place: values.tempat_lahir,
  mother_name: values.nama_ibu,
  occupation_code: values.pekerjaan?.code ?? null,
  occupation: values.pekerjaan?.text ?? null,
  phone: values.telepon,
});

/** Changes as a form sends them: an emptied text means that the value is no longer known. */
export const identityChangesOf = (sent: IdentityChanges): IdentityChanges =>
  Object.fromEntries(
    Object.entries(sent)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, value === '' ? null : value]),
  );

/** Equal as values, whatever the order of an object's names (jsonb sorts them). */
const sameValue = (a: unknown, b: unknown): boolean => {
  const flat = (value: unknown) =>
    JSON.stringify(
      value !== null && typeof value === 'object' ? Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)) : value,
    );
  return flat(a) === flat(b);
};

/** The fields that the changes really change. */
export const changedFields = (now: IdentityValues, changes: IdentityChanges): IdentityField[] =>
  IDENTITY_FIELDS.filter((field) => changes[field] !== undefined && !sameValue(changes[field], now[field]));

export { sameValue };
