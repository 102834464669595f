import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generatePeople } from '../population/index.ts';
import { bandOf } from './bands.ts';
import { clusterQuality, quality, truePairs } from './evaluate.ts';
import { type LinkResult, linkTable } from './link.ts';
import { addPerson, type LinkPerson } from './person.ts';
import { readPeople } from './read-people.ts';
import { parseSchema } from './schema.ts';
import { listSuspects } from './suspects.ts';
import { createTable, idOf, type PersonTable } from './table.ts';
import { judge } from './truth.ts';

const FEBRL = parseSchema({
  id: 'rec_id',
  spelling: 'plain',
  fields: [
    { column: 'given_name', role: 'given_name' },
    { column: 'surname', role: 'family_name' },
    { column: 'street_number', role: 'address' },
    { column: 'address_1', role: 'address' },
    { column: 'address_2', role: 'address' },
    { column: 'suburb', role: 'area' },
    { column: 'postcode', role: 'postcode' },
    { column: 'state', role: 'string' },
    { column: 'date_of_birth', role: 'birth_date', format: 'YYYYMMDD' },
    { column: 'soc_sec_id', role: 'national_id' },
  ],
});

const entityOf = (table: PersonTable) =>
  Int32Array.from({ length: table.size }, (_, row) => Number(idOf(table, row).split('-')[1]));

// No label is used before the last line: the schema above and the shipped model are all the engine knows.
test.each([1, 2, 3])('FEBRL %i: F1 after clustering is at least .99', (set) => {
  const table = createTable(FEBRL.spelling);
  readPeople(
    table,
    FEBRL,
    fileURLToPath(new URL(`../../../test/fixtures/febrl/dataset${set}.csv`, import.meta.url)),
    0,
  );
  const result = linkTable(table, { household: FEBRL.household });
  const entity = entityOf(table);
  expect(truePairs(entity)).toBe([500, 1934, 6538][set - 1]);
  expect(clusterQuality(result.clusters.cluster, entity).f1).toBeGreaterThanOrEqual(0.99);
});

test('FEBRL 1 across two files: originals against duplicates', () => {
  const file = fileURLToPath(new URL('../../../test/fixtures/febrl/dataset1.csv', import.meta.url));
  const table = createTable(FEBRL.spelling);
  readPeople(table, FEBRL, file, 0);
  readPeople(table, FEBRL, file, 1);
  const result = linkTable(table, { household: false, across: true });
  for (let i = 0; i < result.pairs.size; i += 1)
    expect(table.source[result.pairs.a[i]!]).not.toBe(table.source[result.pairs.b[i]!]);
  const { pairs } = judge(table, result, entityOf(table), true);
  expect(pairs.f1).toBeGreaterThan(0.99);
});

type Generated = { table: PersonTable; entity: Int32Array; persons: LinkPerson[] };

const generated = (count: number, seed: number): Generated => {
  const table = createTable('indonesia');
  const entity: number[] = [];
  const people: LinkPerson[] = [];
  for (const r of generatePeople({ persons: count, seed, duplicates: 0.05 })) {
    const person: LinkPerson = {
      id: r.id,
      name: r.name,
      motherName: r.mother,
      birthOn: r.dob,
      birthPlace: r.birthPlace,
      sex: r.sex === 'L' ? 'male' : 'female',
      nik: r.nik,
      nomorKk: r.kk,
      areaCode: r.village,
      rtRw: `${r.rt}/${r.rw}`,
      address: r.address,
      phone: r.phone,
    };
    addPerson(table, person);
    people.push(person);
    entity.push(Number(r.entity));
  }
  return { table, entity: Int32Array.from(entity), persons: people };
};

const scored = (table: PersonTable, result: LinkResult) => {
  const found = new Map<string, number>();
  for (let i = 0; i < result.pairs.size; i += 1) {
    const ids = [idOf(table, result.pairs.a[i]!), idOf(table, result.pairs.b[i]!)].sort();
    found.set(ids.join(' '), result.weight[i]!);
  }
  return found;
};

test('a small table of a kecamatan, without labels: F1 at even odds at least .92, certain pairs are right', () => {
  const { table, entity } = generated(6000, 301);
  const result = linkTable(table, { household: true });
  let [found, right, certain, certainRight] = [0, 0, 0, 0];
  for (let i = 0; i < result.pairs.size; i += 1) {
    const same = entity[result.pairs.a[i]!] === entity[result.pairs.b[i]!] ? 1 : 0;
    const p = result.pairs.pattern[i]!;
    if (result.weight[i]! >= 0) [found, right] = [found + 1, right + same];
    if (bandOf(result.weight[i]!, result.pairs.patterns.word0[p]!, result.pairs.patterns.word1[p]!) === 'pasti') {
      [certain, certainRight] = [certain + 1, certainRight + same];
    }
  }
  expect(quality(found, right, truePairs(entity)).f1).toBeGreaterThanOrEqual(0.92);
  expect(certain).toBeGreaterThan(50);
  expect(certainRight / certain).toBeGreaterThanOrEqual(0.995);
  expect(result.pairs.size / table.size).toBeLessThanOrEqual(4.5);
});

test('the same table gives the same result, in any order of rows', () => {
  const { persons, table } = generated(1500, 302);
  const first = linkTable(table, { household: true });
  const again = linkTable(table, { household: true });
  expect([...again.weight]).toEqual([...first.weight]);
  expect([...again.clusters.cluster]).toEqual([...first.clusters.cluster]);
  const shuffled = createTable('indonesia');
  for (let i = 0; i < persons.length; i += 1) addPerson(shuffled, persons[(i * 787) % persons.length]!);
  const other = linkTable(shuffled, { household: true });
  const [a, b] = [scored(table, first), scored(shuffled, other)];
  expect(b.size).toBe(a.size);
  for (const [ids, weight] of a) expect(b.get(ids)).toBeCloseTo(weight, 8);
  const groups = (t: PersonTable, r: LinkResult) => {
    const members = new Map<number, string[]>();
    for (let row = 0; row < t.size; row += 1) {
      const root = r.clusters.cluster[row]!;
      members.set(root, [...(members.get(root) ?? []), idOf(t, row)]);
    }
    return [...members.values()]
      .filter((m) => m.length > 1)
      .map((m) => m.sort().join(' '))
      .sort();
  };
  expect(groups(shuffled, other)).toEqual(groups(table, first));
});

test('what officers decided binds the clusters, and a wrong join is undone by deciding otherwise', () => {
  const { table } = generated(1500, 303);
  const free = linkTable(table, { household: true, training: 'off' });
  const joined = Array.from({ length: free.pairs.size }, (_, i) => i).find((i) => free.weight[i]! > 5)!;
  const [a, b] = [free.pairs.a[joined]!, free.pairs.b[joined]!];
  expect(free.clusters.cluster[a]).toBe(free.clusters.cluster[b]);
  const apart = linkTable(table, { household: true, training: 'off', decided: [{ a, b, same: false }] });
  expect(apart.clusters.cluster[a]).not.toBe(apart.clusters.cluster[b]);
  const strangers = { a: 0, b: 700, same: true };
  expect(free.clusters.cluster[0]).not.toBe(free.clusters.cluster[700]);
  const together = linkTable(table, { household: true, training: 'off', decided: [strangers] });
  expect(together.clusters.cluster[0]).toBe(together.clusters.cluster[700]);
  const undone = linkTable(table, { household: true, training: 'off' });
  expect([...undone.clusters.cluster]).toEqual([...free.clusters.cluster]);
});

test('a clean table trains no model of its own and says so', () => {
  const table = createTable('indonesia');
  for (const r of generatePeople({ persons: 2000, seed: 304, duplicates: 0 }))
    addPerson(table, { id: r.id, name: r.name, birthOn: r.dob, nik: r.nik, nomorKk: r.kk });
  const result = linkTable(table, { household: true });
  expect(result.warnings.join()).toContain('model bawaan dipakai');
  expect(() => linkTable(table, { household: true, training: 'demand' })).toThrow('pelatihan memerlukan');
  let suspected = 0;
  for (const weight of result.weight) if (weight >= 0) suspected += 1;
  expect(suspected).toBeLessThan(table.size * 0.005);
});

test('empty tables, single rows and rows without anything are no trouble', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), (count) => {
      const table = createTable('indonesia');
      for (let i = 0; i < count; i += 1) addPerson(table, { id: `e${i}` });
      const result = linkTable(table, { household: true });
      expect(result.pairs.size).toBe(0);
      expect([...result.clusters.cluster]).toEqual(Array.from({ length: count }, (_, i) => i));
    }),
    { numRuns: 6 },
  );
});

test('suspects are the pairs of the upper bands with their reasons, likeliest first', () => {
  const { table } = generated(1500, 305);
  const result = linkTable(table, { household: true });
  const suspects = listSuspects(table, result);
  expect(suspects.length).toBeGreaterThan(30);
  expect(suspects.length).toBeLessThan(result.pairs.size);
  suspects.forEach((suspect, i) => {
    expect(suspect.idA < suspect.idB).toBe(true);
    expect(suspect.band).not.toBe('bukan');
    expect(suspect.weight).toBeLessThanOrEqual(suspects[i - 1]?.weight ?? Number.POSITIVE_INFINITY);
    expect(suspect.sentence).toMatch(/orang yang sama/);
  });
});
