import { type EncodeStep, encodeField, planEncoding } from './encode.ts';
import { STRIDE } from './record.ts';
import { type LinkSchema, parseSchema } from './schema.ts';
import { addRow, type PersonTable } from './table.ts';

/** A person as the register knows one. Everything but the id may be missing. Dates are YYYY-MM-DD, area codes Kemendagri codes. */
export type LinkPerson = {
  id: string;
  name?: string | undefined;
  motherName?: string | undefined;
  birthOn?: string | undefined;
  birthPlace?: string | undefined;
  sex?: 'male' | 'female' | undefined;
  nik?: string | undefined;
  nomorKk?: string | undefined;
  areaCode?: string | undefined;
  rtRw?: string | undefined;
  address?: string | undefined;
  phone?: string | undefined;
};

const COLUMNS = [
  'name',
  'motherName',
  'birthOn',
  'birthPlace',
  'sex',
  'nik',
  'nomorKk',
  'areaCode',
  'rtRw',
  'address',
  'phone',
] as const;

/** The schema of a LinkPerson, as a CSV of persons would have it. */
export const PERSON_SCHEMA: LinkSchema = parseSchema({
  id: 'id',
  household: true,
  fields: [
    { column: 'name', role: 'name' },
    { column: 'motherName', role: 'mother_name' },
    { column: 'birthOn', role: 'birth_date', format: 'YYYY-MM-DD' },
    { column: 'birthPlace', role: 'birth_place' },
    { column: 'sex', role: 'sex' },
    { column: 'nik', role: 'nik' },
    { column: 'nomorKk', role: 'household_id' },
    { column: 'areaCode', role: 'area' },
    { column: 'rtRw', role: 'area' },
    { column: 'address', role: 'address' },
    { column: 'phone', role: 'phone' },
  ],
});
const STEPS: readonly EncodeStep[] = planEncoding(PERSON_SCHEMA, COLUMNS).steps;

const scratch = new Uint8Array(4096); // longer texts are cut
const encoder = new TextEncoder();

/** Adds a person as the next row of a table; gives the row's number. */
export const addPerson = (table: PersonTable, person: LinkPerson): number => {
  const { written: idLength } = encoder.encodeInto(person.id, scratch);
  const row = addRow(table, scratch, 0, idLength, 0);
  const at = row * STRIDE;
  table.records.fill(0, at, at + STRIDE);
  for (const step of STEPS) {
    const text = person[COLUMNS[step.column]!];
    if (!text) continue;
    const { written } = encoder.encodeInto(text, scratch);
    encodeField(table, step, at, scratch, 0, written);
  }
  return row;
};
