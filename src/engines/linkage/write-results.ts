import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { bandOf } from './bands.ts';
import { DIMENSIONS, type Field } from './levels.ts';
import type { LinkResult } from './link.ts';
import { probabilityOf, weigh } from './model.ts';
import type { LinkSchema, Role } from './schema.ts';
import { idOf, type PersonTable } from './table.ts';

const FIELD_OF: Record<Exclude<Role, 'string' | 'occupation'>, Field> = {
  name: 'name',
  given_name: 'name',
  family_name: 'name',
  mother_name: 'mother',
  birth_date: 'birth',
  birth_year: 'birth',
  birth_place: 'birthPlace',
  sex: 'sex',
  nik: 'nik',
  national_id: 'nik',
  household_id: 'kk',
  area: 'place',
  address: 'address',
  postcode: 'postcode',
  phone: 'phone',
};
const COLUMN_OF: Record<Field, string> = {
  name: 'name',
  mother: 'mother_name',
  birth: 'birth_date',
  nik: 'national_id',
  kk: 'household_id',
  place: 'area',
  sex: 'sex',
  birthPlace: 'birth_place',
  address: 'address',
  phone: 'phone',
  postcode: 'postcode',
  string1: 'string_1',
  string2: 'string_2',
  string3: 'string_3',
  string4: 'string_4',
};

/** The compared fields a schema speaks of, in the order of DIMENSIONS. */
export const fieldsOf = (schema: LinkSchema): Field[] => {
  const used = new Set<Field>();
  let strings = 0;
  for (const { role } of schema.fields) {
    if (role === 'occupation') used.add('string4');
    else if (role === 'string') {
      strings += 1;
      used.add(`string${strings}` as Field);
    } else used.add(FIELD_OF[role]);
  }
  return DIMENSIONS.map((d) => d.field).filter((field) => used.has(field));
};

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const createLines = (file: string) => {
  const out = openSync(file, 'w');
  let held: string[] = [];
  const flush = (): void => {
    if (held.length > 0) writeSync(out, `${held.join('\n')}\n`);
    held = [];
  };
  return {
    add: (line: string): void => {
      held.push(line);
      if (held.length === 4096) flush();
    },
    close: (): void => {
      flush();
      closeSync(out);
    },
  };
};

/** Pairs from `fromBits` on, best first; equal weights by id. */
const listed = (table: PersonTable, result: LinkResult, fromBits: number): { pair: number; a: string; b: string }[] => {
  const list: { pair: number; a: string; b: string }[] = [];
  for (let pair = 0; pair < result.pairs.size; pair += 1) {
    if (result.weight[pair]! < fromBits) continue;
    // Across two files the first id is the first file's; within one file the smaller id comes first.
    const [x, y] = [result.pairs.a[pair]!, result.pairs.b[pair]!];
    const [idX, idY] = [idOf(table, x), idOf(table, y)];
    const [sx, sy] = [table.source[x]!, table.source[y]!];
    const straight = sx === sy ? idX < idY : sx < sy;
    list.push(straight ? { pair, a: idX, b: idY } : { pair, a: idY, b: idX });
  }
  const key = (p: { a: string; b: string }) => `${p.a}\n${p.b}`;
  return list.sort((p, q) => result.weight[q.pair]! - result.weight[p.pair]! || (key(p) < key(q) ? -1 : 1));
};

const writePairs = (
  file: string,
  table: PersonTable,
  schema: LinkSchema,
  result: LinkResult,
  fromBits: number,
): number => {
  const fields = fieldsOf(schema);
  const positions = fields.map((field) => DIMENSIONS.findIndex((d) => d.field === field));
  const { word0, word1 } = result.pairs.patterns;
  const tails = new Map<number, string>();
  const tailOf = (pattern: number): string => {
    let tail = tails.get(pattern);
    if (tail === undefined) {
      const [w0, w1] = [word0[pattern]!, word1[pattern]!];
      const weight = weigh(result.scorer, w0, w1);
      const parts = positions.map((f) => weight.fields[f]!.toFixed(2));
      tail = [probabilityOf(weight.total).toFixed(6), bandOf(weight.total, w0, w1), ...parts].join(',');
      tails.set(pattern, tail);
    }
    return tail;
  };
  const lines = createLines(file);
  lines.add(['id_a', 'id_b', 'probability', 'band', ...fields.map((field) => `weight_${COLUMN_OF[field]}`)].join(','));
  const list = listed(table, result, fromBits);
  for (const { pair, a, b } of list) lines.add(`${quoted(a)},${quoted(b)},${tailOf(result.pairs.pattern[pair]!)}`);
  lines.close();
  return list.length;
};

/** Every row with the name of its cluster: the smallest id in it, so that the names do not depend on the order of input. */
const writeClusters = (file: string, table: PersonTable, result: LinkResult, sources: number): void => {
  const { cluster, sizes } = result.clusters;
  const names = new Map<number, string>();
  for (let row = 0; row < table.size; row += 1) {
    const root = cluster[row]!;
    if (!sizes.has(root)) continue;
    const id = idOf(table, row);
    const known = names.get(root);
    if (known === undefined || id < known) names.set(root, id);
  }
  const lines = createLines(file);
  lines.add(sources > 1 ? 'id,cluster,input' : 'id,cluster');
  for (let row = 0; row < table.size; row += 1) {
    const id = quoted(idOf(table, row));
    const name = names.get(cluster[row]!);
    lines.add(`${id},${name === undefined ? id : quoted(name)}${sources > 1 ? `,${table.source[row]! + 1}` : ''}`);
  }
  lines.close();
};

/**
 * Writes pairs.csv (pairs of at least `fromBits`, one weight column per compared field, in bits), clusters.csv and report.json into a
 * directory, made when missing. Gives the number of pairs written.
 */
export const writeResults = (
  directory: string,
  table: PersonTable,
  schema: LinkSchema,
  result: LinkResult,
  options: { fromBits: number; sources: number; report: (pairsWritten: number) => unknown },
): number => {
  mkdirSync(directory, { recursive: true });
  const written = writePairs(join(directory, 'pairs.csv'), table, schema, result, options.fromBits);
  writeClusters(join(directory, 'clusters.csv'), table, result, options.sources);
  writeFileSync(join(directory, 'report.json'), `${JSON.stringify(options.report(written), null, 2)}\n`);
  return written;
};
