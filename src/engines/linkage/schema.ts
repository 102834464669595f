import { type DateFormat, parseDateFormat } from './dates.ts';
import type { Spelling } from './spelling.ts';

/** What a column means. Roles may be repeated or left out. */
export const ROLES = [
  'name',
  'given_name',
  'family_name',
  'mother_name',
  'birth_date',
  'birth_year',
  'birth_place',
  'sex',
  'nik',
  'national_id',
  'household_id',
  'area',
  'address',
  'postcode',
  'occupation',
  'phone',
  'string',
] as const;
export type Role = (typeof ROLES)[number];

export type SchemaField = {
  column: string;
  role: Role;
  format?: DateFormat;
  values?: Readonly<Record<string, 'male' | 'female'>>;
};

/**
 * How the columns of a person table map to roles.
 * `household` declares that equal household ids (or equal mother and area) mean one household, which calls in the household classes;
 * `spelling: 'plain'` switches the Indonesian folds, titles and Muhammad class off.
 */
export type LinkSchema = {
  id: string;
  delimiter: string;
  household: boolean;
  spelling: Spelling;
  fields: SchemaField[];
};

/** A schema that cannot be used; the message says which key and what is allowed. */
export class SchemaError extends Error {
  override name = 'SchemaError';
}

const wrong = (message: string): never => {
  throw new SchemaError(message);
};

const record = (value: unknown, where: string): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : wrong(`${where}: harus berupa objek JSON.`);

const onlyKeys = (object: Record<string, unknown>, allowed: readonly string[], where: string): void => {
  for (const key of Object.keys(object))
    if (!allowed.includes(key)) wrong(`${where}: kunci "${key}" tidak dikenal. Yang boleh: ${allowed.join(', ')}.`);
};

const text = (value: unknown, where: string): string =>
  typeof value === 'string' && value !== '' ? value : wrong(`${where}: harus berupa teks yang tidak kosong.`);

const sexValues = (value: unknown, where: string): Record<string, 'male' | 'female'> => {
  const result: Record<string, 'male' | 'female'> = {};
  for (const [written, sex] of Object.entries(record(value, where))) {
    if (sex !== 'male' && sex !== 'female')
      wrong(`${where}: nilai "${written}" harus dipetakan ke "male" atau "female".`);
    result[written.trim().toUpperCase()] = sex as 'male' | 'female';
  }
  return result;
};

const parseField = (value: unknown, index: number): SchemaField => {
  const where = `fields[${index}]`;
  const object = record(value, where);
  onlyKeys(object, ['column', 'role', 'format', 'values'], where);
  const role = object['role'] as Role;
  if (!ROLES.includes(role))
    wrong(`${where}: peran "${String(object['role'])}" tidak dikenal. Yang boleh: ${ROLES.join(', ')}.`);
  const field: SchemaField = { column: text(object['column'], `${where}.column`), role };
  if (role === 'birth_date') {
    const written = object['format'] === undefined ? 'YYYY-MM-DD' : text(object['format'], `${where}.format`);
    field.format =
      parseDateFormat(written) ??
      wrong(`${where}.format: "${written}" bukan susunan tanggal. Contoh: YYYY-MM-DD, DD/MM/YYYY, YYYYMMDD.`);
  } else if (object['format'] !== undefined) wrong(`${where}.format: hanya untuk peran birth_date.`);
  if (object['values'] !== undefined) {
    if (role !== 'sex') wrong(`${where}.values: hanya untuk peran sex.`);
    field.values = sexValues(object['values'], `${where}.values`);
  }
  return field;
};

/** How often a role may occur; more columns would not find room in a record. */
const LIMITS: Partial<Record<Role, number>> = {
  birth_date: 1,
  birth_year: 1,
  sex: 1,
  nik: 1,
  national_id: 1,
  household_id: 1,
  string: 4,
};

/**
 * Reads a schema from parsed JSON.
 * @throws SchemaError naming the key that is wrong, unknown or missing.
 */
export const parseSchema = (json: unknown): LinkSchema => {
  const object = record(json, 'schema');
  onlyKeys(object, ['id', 'delimiter', 'household', 'spelling', 'fields'], 'schema');
  const id = text(object['id'], 'id');
  const delimiter = object['delimiter'] === undefined ? ',' : text(object['delimiter'], 'delimiter');
  if (delimiter.length !== 1 || delimiter.charCodeAt(0) > 126)
    wrong('delimiter: harus satu huruf ASCII, misalnya "," ";" atau "\\t".');
  const household = object['household'] ?? false;
  if (typeof household !== 'boolean') wrong('household: harus true atau false.');
  const spelling = object['spelling'] ?? 'indonesia';
  if (spelling !== 'indonesia' && spelling !== 'plain') wrong('spelling: harus "indonesia" atau "plain".');
  if (!Array.isArray(object['fields']) || object['fields'].length === 0)
    wrong('fields: harus berupa daftar yang tidak kosong.');
  const fields = (object['fields'] as unknown[]).map(parseField);
  for (const [role, limit] of Object.entries(LIMITS)) {
    if (fields.filter((field) => field.role === role).length > limit)
      wrong(`fields: peran ${role} paling banyak ${limit} kali.`);
  }
  if (fields.some((f) => f.role === 'nik') && fields.some((f) => f.role === 'national_id'))
    wrong('fields: pakai nik atau national_id, jangan keduanya.');
  if (!fields.some((f) => f.role === 'name' || f.role === 'given_name' || f.role === 'family_name'))
    wrong('fields: paling sedikit satu kolom nama (name, given_name atau family_name).');
  return { id, delimiter, household: household as boolean, spelling: spelling as Spelling, fields };
};
