import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPeople } from '../src/engines/linkage/read-people.ts';
import { type LinkSchema, parseSchema } from '../src/engines/linkage/schema.ts';
import { createTable, idOf, type PersonTable } from '../src/engines/linkage/table.ts';

/** A generated population read for linkage, with its truth: `entity[row]` and the classes of `row`. */
export type Sample = {
  table: PersonTable;
  schema: LinkSchema;
  entity: Int32Array;
  classes: string[];
  rowOf: Map<string, number>;
};

/** Reads people.csv by schema.json of a directory that `rukun demo people` wrote. */
export const readTable = (directory: string): { table: PersonTable; schema: LinkSchema } => {
  const schema = parseSchema(JSON.parse(readFileSync(join(directory, 'schema.json'), 'utf8')));
  const table = createTable(schema.spelling);
  readPeople(table, schema, join(directory, 'people.csv'), 0);
  return { table, schema };
};

/** Adds what truth.csv says about the rows of a table. */
export const withTruth = (directory: string, read: { table: PersonTable; schema: LinkSchema }): Sample => {
  const { table } = read;
  const rowOf = new Map<string, number>();
  for (let row = 0; row < table.size; row += 1) rowOf.set(idOf(table, row), row);
  const entity = new Int32Array(table.size).fill(-1);
  const classes: string[] = new Array(table.size).fill('');
  const names = new Map<string, string>();
  for (const line of readFileSync(join(directory, 'truth.csv'), 'utf8').split('\n').slice(1)) {
    const [id, who, kinds = ''] = line.split(',');
    const row = rowOf.get(id ?? '');
    if (row === undefined) continue;
    entity[row] = Number(who);
    const known = names.get(kinds) ?? kinds;
    names.set(known, known);
    classes[row] = known;
  }
  return { ...read, entity, classes, rowOf };
};

/** Table and truth of a directory. */
export const readSample = (directory: string): Sample => withTruth(directory, readTable(directory));
