import { type Columns, listSchemaProblems, type Schema } from '#engines/aturan/index.ts';
import { type Complaints, isObject, readObject, refuseOtherKeys } from './json-reader.ts';

const KEYS = ['type', 'min', 'max', 'unit', 'poorer', 'label', 'confidential', 'values'];

const readColumns = (value: unknown, where: string, to: Complaints): Columns => {
  const columns = readObject(value, where, to);
  for (const [name, spec] of Object.entries(columns)) {
    if (!isObject(spec)) to.add(`${where}.${name}`, 'harus berupa objek, misalnya { "type": "boolean" }.');
    else refuseOtherKeys(spec, KEYS, `${where}.${name}`, to);
  }
  return Object.fromEntries(Object.entries(columns).filter(([, spec]) => isObject(spec))) as Columns;
};

/** Reads `schema`: the columns of families.csv and members.csv with their types. */
export const readSchema = (value: unknown, to: Complaints): Schema => {
  const written = readObject(value, 'schema', to);
  refuseOtherKeys(written, ['family', 'member'], 'schema', to);
  const schema: Schema = {
    family: readColumns(written['family'], 'schema.family', to),
    member: readColumns(written['member'], 'schema.member', to),
  };
  for (const sentence of listSchemaProblems(schema)) to.add('schema', sentence);
  for (const name of ['id', 'area', 'score'])
    if (Object.hasOwn(schema.family, name)) to.add('schema.family', `nama "${name}" sudah dipakai untuk kolom tetap.`);
  if (Object.hasOwn(schema.member, 'family_id'))
    to.add('schema.member', 'nama "family_id" sudah dipakai untuk kolom tetap.');
  return schema;
};
