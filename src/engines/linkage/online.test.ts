import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedModel } from './default-model.ts';
import { createScorer, totalWeight } from './model.ts';
import { createOnlineIndex } from './online.ts';
import { findPairs } from './pairs.ts';
import { addPerson, type LinkPerson } from './person.ts';
import { persons } from './persons.fixture.ts';
import { createTable, idOf } from './table.ts';

const people = (count: number): LinkPerson[] =>
  fc.sample(persons, { numRuns: count, seed: 11 }).map((p, i) => ({ ...p, id: `P${i}` }));

test('finds by each of name, NIK and household, at once after a change, and no more after removal', () => {
  const index = createOnlineIndex();
  const person: LinkPerson = {
    id: '1',
    name: 'SITI WULANSARI',
    motherName: 'KARTINI',
    birthOn: '1987-08-12',
    sex: 'female',
    nik: '9901015208870003',
    nomorKk: '9901011203100007',
  };
  const ask = (p: Partial<LinkPerson>) => index.candidates({ id: 'new', ...p }, 5, true).map((c) => c.id);
  expect(ask(person)).toEqual([]);
  index.upsert(person);
  expect(ask({ name: 'SITI WULANSARI' })).toEqual(['1']);
  expect(ask({ nik: '9901015208870003' })).toEqual(['1']);
  expect(ask({ nomorKk: '9901011203100007', name: 'WULANSARI' })).toEqual(['1']);
  index.upsert({ ...person, name: 'DEWI LESTARI', nik: undefined });
  expect(ask({ name: 'SITI WULANSARI' })).toEqual([]);
  expect(ask({ nik: '9901015208870003' })).toEqual([]);
  expect(ask({ name: 'DEWI LESTARI' })).toEqual(['1']);
  expect(index.size()).toBe(1);
  expect(index.remove('1')).toBe(true);
  expect(index.remove('1')).toBe(false);
  expect(ask({ name: 'DEWI LESTARI' })).toEqual([]);
});

test('a person is not a candidate of itself', () => {
  const index = createOnlineIndex();
  const [one] = people(1);
  index.upsert(one!);
  expect(index.candidates(one!, 5, true)).toEqual([]);
  expect(index.candidates({ ...one!, id: 'copy' }, 5, true)[0]?.id).toBe(one!.id);
});

test('online and batch weigh the same pair the same', () => {
  const list = people(60);
  const table = createTable('indonesia');
  const index = createOnlineIndex(shippedModel(100), { expected: 100 });
  for (const person of list) {
    addPerson(table, person);
    index.upsert(person);
  }
  const scorer = createScorer(shippedModel(100), true);
  const pairs = findPairs(table, { across: false });
  expect(pairs.size).toBeGreaterThan(50);
  const byId = new Map(list.map((person) => [person.id, person]));
  let compared = 0;
  for (let i = 0; i < pairs.size; i += 1) {
    const p = pairs.pattern[i]!;
    const batch = totalWeight(scorer, pairs.patterns.word0[p]!, pairs.patterns.word1[p]!);
    const found = index
      .candidates(byId.get(idOf(table, pairs.a[i]!))!, 1000, true)
      .find((c) => c.id === idOf(table, pairs.b[i]!));
    if (!found) continue;
    compared += 1;
    expect(found.weight).toBeCloseTo(batch, 6);
  }
  expect(compared).toBe(pairs.size);
});

test('after many changes the index answers as a fresh one', () => {
  const list = people(300);
  const changed = createOnlineIndex(undefined, { expected: 64 });
  for (let round = 0; round < 8; round += 1) {
    for (const [i, person] of list.entries()) {
      if ((i + round) % 3 === 0) changed.remove(person.id);
      else changed.upsert({ ...person, name: `${person.name ?? ''} ROUND` });
    }
  }
  const fresh = createOnlineIndex(undefined, { expected: 64 });
  for (const person of list) {
    changed.upsert(person);
    fresh.upsert(person);
  }
  expect(changed.size()).toBe(fresh.size());
  for (const person of list.slice(0, 40)) {
    const ids = (index: typeof fresh) =>
      new Map(index.candidates({ ...person, id: '?' }, 400, true).map((c) => [c.id, c.band]));
    const [a, b] = [ids(changed), ids(fresh)];
    expect(a.get(person.id)).toBe(b.get(person.id));
    expect(a.has(person.id)).toBe(person.name !== undefined || person.nik !== undefined || b.has(person.id));
  }
});

test('the parts of a candidate sum to its weight, and never show a number to an officer', () => {
  const index = createOnlineIndex();
  const list = people(40);
  for (const person of list) index.upsert(person);
  for (const candidate of index.candidates({ ...list[0]!, id: '?' }, 40, true)) {
    expect(['pasti', 'mungkin', 'bukan']).toContain(candidate.band);
    expect(candidate.sentence).not.toMatch(/%|\d,\d/);
    expect(candidate.fields.length).toBeGreaterThan(0);
  }
});
