import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/database.ts';
import { evaluateRule } from '../interpret.ts';
import { printRule } from '../print.ts';
import { families, type RandomFamily, rules, SCHEMA } from '../testing/arbitraries.ts';
import { readerOf } from '../testing/small-tables.ts';
import type { Rule } from '../tree.ts';
import { printSql, type SqlPlaces } from './print-sql.ts';

const SAMPLE = 1500;
const BATCH = 20;
const PLACES: SqlPlaces = { family: 'k', familyId: 'id', memberTable: 'uji_anggota', memberFamilyId: 'keluarga' };
const sample: RandomFamily[] = fc.sample(families(), { numRuns: SAMPLE, seed: 7 });
let fresh: FreshDatabase;

const typeOf = (type: string): string => (type === 'integer' ? 'bigint' : type === 'boolean' ? 'boolean' : 'text');

beforeAll(async () => {
  fresh = await freshDatabase();
  const pool = fresh.ownerPool;
  const columns = (scope: 'family' | 'member'): string =>
    Object.entries(SCHEMA[scope])
      .map(([name, spec]) => `${name} ${typeOf(spec.type)}`)
      .join(', ');
  await pool.query(`create table uji_keluarga (id int primary key, ${columns('family')}, penerima_pkh boolean)`);
  await pool.query(`create table uji_anggota (keluarga int, ${columns('member')})`);
  await pool.query(`insert into uji_keluarga select * from json_populate_recordset(null::uji_keluarga, $1::json)`, [
    JSON.stringify(sample.map((f, id) => ({ id, ...f.values, penerima_pkh: [true, false, null][id % 3] }))),
  ]);
  const members = sample.flatMap((f, keluarga) => f.members.map((m) => ({ keluarga, ...m })));
  await pool.query(`insert into uji_anggota select * from json_populate_recordset(null::uji_anggota, $1::json)`, [
    JSON.stringify(members),
  ]);
  await pool.query('create index on uji_anggota (keluarga)');
});

afterAll(() => fresh.close());

const CODES = { true: 3, false: 0, null: 1 } as const;

const answers = async (batch: readonly Rule[], literals: 'inline' | 'params'): Promise<number[][]> => {
  const params: (string | bigint)[] = [];
  const selected = batch.map((rule, i) => {
    const sql = printSql(rule, SCHEMA, PLACES, { literals, firstParam: params.length + 1 });
    params.push(...sql.params);
    return `${sql.text} as r${i}`;
  });
  const { rows } = await fresh.ownerPool.query(`select ${selected.join(', ')} from uji_keluarga k order by id`, params);
  return batch.map((_, i) => rows.map((row) => CODES[String(row[`r${i}`]) as keyof typeof CODES]));
};

test.each(['inline', 'params'] as const)('PostgreSQL agrees with the interpreter, literals %s', async (literals) => {
  const batch = fc.sample(rules(), { numRuns: 8 * BATCH, seed: literals === 'inline' ? 11 : 12 });
  const seen = new Set<number>();
  for (let from = 0; from < batch.length; from += BATCH) {
    const part = batch.slice(from, from + BATCH);
    const found = await answers(part, literals);
    part.forEach((rule, i) => {
      const wanted = sample.map((family) => evaluateRule(rule, readerOf(family)));
      for (const truth of wanted) seen.add(truth);
      expect(found[i], printRule(rule)).toEqual(wanted);
    });
  }
  expect(seen).toEqual(new Set([0, 1, 3]));
});

test('what earlier programmes decided is read from a column', async () => {
  const rule: Rule = { kind: 'not', item: { kind: 'recipient', programme: 'pkh', at: [0, 0] }, at: [0, 0] };
  const [found] = await answers([rule], 'params');
  expect(found!.slice(0, 6)).toEqual([0, 3, 1, 0, 3, 1]);
});

test('quotes and backslashes in names and choices stay text', () => {
  const rule: Rule = { kind: 'among', column: 'a"b', values: ["x'); drop table uji_keluarga --", 'y\\'], at: [0, 0] };
  const schema = { family: { 'a"b': { type: 'enum', values: ['x'] } }, member: {} } as const;
  expect(printSql(rule, schema, PLACES, { literals: 'inline' }).text).toBe(
    `("k"."a""b" in ('x''); drop table uji_keluarga --', E'y\\\\'))`,
  );
  expect(printSql(rule, schema, PLACES).params).toEqual(rule.values);
});
