import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseNik } from '#kernel/nik.ts';
import { parseNomorKk } from '#kernel/nomor-kk.ts';
import { ERROR_MODEL, type ErrorCode, type ErrorKind } from './error-model.ts';
import { generatePeople, type HardNegative, type PersonRecord } from './people.ts';
import { PEOPLE_SCHEMA, writePeople } from './people-files.ts';

const hardNegatives: HardNegative[] = [];
const records = [
  ...generatePeople({ persons: 30_000, seed: 5, duplicates: 0.1, onHardNegative: (pair) => hardNegatives.push(pair) }),
];
const byId = new Map(records.map((record) => [record.id, record]));
const has = (record: PersonRecord, label: string): boolean => record.classes.includes(label);
const originals = records.filter((record) => has(record, 'asli'));
const duplicates = records.filter((record) => has(record, 'duplikat'));

test('the same seed gives the same records, another seed others', () => {
  const first = (seed: number) => [...generatePeople({ persons: 300, seed })].slice(0, 50);
  expect(first(9)).toEqual(first(9));
  expect(first(9)).not.toEqual(first(10));
});

test('every person has one original, and about a tenth a duplicate', () => {
  expect(originals).toHaveLength(30_000);
  expect(new Set(originals.map((record) => record.entity)).size).toBe(30_000);
  expect(byId.size).toBe(records.length);
  expect(duplicates.length).toBeGreaterThan(30_000 * 0.1 * 0.9);
  expect(duplicates.length).toBeLessThan(30_000 * 0.1 * 1.3);
});

test('numbers of clean originals are valid, unique and agree with the person', () => {
  const clean = originals.filter(
    (record) => !record.classes.some((label) => /^(nik|kk|tanggal|kelamin|tanpa)/.test(label)),
  );
  expect(clean.length).toBeGreaterThan(20_000);
  for (const record of clean) {
    const reading = parseNik(record.nik, { birthOn: record.dob, sex: record.sex });
    expect(reading.ok && reading.warnings.filter(({ code }) => code.endsWith('_beda'))).toEqual([]);
    expect(parseNomorKk(record.kk).ok).toBe(true);
  }
  expect(new Set(clean.map((record) => record.nik)).size).toBe(clean.length);
});

test('mistakes occur as often as the table says', () => {
  const rare = 0.01;
  for (const [code, kind] of Object.entries(ERROR_MODEL) as [ErrorCode, ErrorKind][]) {
    if (kind.group === 'asal') continue;
    const share = duplicates.filter((record) => has(record, code)).length / duplicates.length;
    // Groups narrowed to some persons stay below; the whole group's probability is an upper end for every kind.
    expect(share, code).toBeLessThan(kind.duplicate * 1.35 + rare);
    expect(share, code).toBeGreaterThan(kind.of === undefined ? kind.duplicate * 0.65 - rare : 0);
  }
});

const pairF1 = (key: (record: PersonRecord) => string): number => {
  const truePairs = (groups: Iterable<PersonRecord[]>) =>
    [...groups].reduce((sum, group) => sum + (group.length * (group.length - 1)) / 2, 0);
  const truth = truePairs(Map.groupBy(records, (record) => record.entity).values());
  const blocks = [
    ...Map.groupBy(
      records.filter((record) => key(record) !== ''),
      key,
    ).values(),
  ];
  const found = truePairs(blocks);
  const right = truePairs(blocks.flatMap((block) => [...Map.groupBy(block, (record) => record.entity).values()]));
  return (2 * right) / (found + truth);
};

test('plain rules fail as in the field: NIK alone, and name with birth date and sex', () => {
  const byNik = pairF1((record) => record.nik);
  const byName = pairF1((record) => (record.dob === '' ? '' : `${record.name}|${record.dob}|${record.sex}`));
  expect(byNik).toBeGreaterThan(0.45);
  expect(byNik).toBeLessThan(0.65);
  expect(byName).toBeGreaterThan(0.25);
  expect(byName).toBeLessThan(0.45);
});

test('hard negatives are different persons, of every kind', () => {
  for (const { a, b } of hardNegatives) expect(byId.get(a)?.entity).not.toBe(byId.get(b)?.entity);
  const kinds = new Set(hardNegatives.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(['ayah_anak', 'kembar', 'nama_lazim', 'nik_bersama', 'saudara']);
});

test('the vocabulary of names grows with the population', () => {
  const words = (list: PersonRecord[]) => new Set(list.flatMap((record) => record.name.split(' '))).size;
  const [small, large] = [words(originals.slice(0, 3000)), words(originals)];
  expect(large).toBeGreaterThan(small * 2.5);
});

test('duplicates do not stand beside their originals', () => {
  const at = new Map(records.map((record, i) => [record.id, i]));
  const original = new Map(originals.map((record) => [record.entity, at.get(record.id) as number]));
  const near = duplicates.filter(
    (record) => Math.abs((at.get(record.id) as number) - (original.get(record.entity) as number)) < 50,
  );
  expect(near.length).toBeLessThan(duplicates.length * 0.02);
});

test('the files hold what was generated', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'people-'));
  try {
    const counts = await writePeople({ persons: 500, seed: 3, duplicates: 0.2 }, directory);
    const lines = async (file: string) => (await readFile(join(directory, file), 'utf8')).trimEnd().split('\n');
    const people = await lines('people.csv');
    expect(people).toHaveLength(counts.records + 1);
    for (const { column } of PEOPLE_SCHEMA.fields) expect(people[0]?.split(',')).toContain(column);
    const truth = (await lines('truth.csv')).slice(1).map((line) => line.split(','));
    const perEntity = Map.groupBy(truth, ([, entity]) => entity);
    expect(perEntity.size).toBe(500);
    const pairs = [...perEntity.values()].reduce((sum, group) => sum + (group.length * (group.length - 1)) / 2, 0);
    expect(pairs).toBe(counts.truePairs);
    const first = [...generatePeople({ persons: 500, seed: 3, duplicates: 0.2 })][0] as PersonRecord;
    expect(people[1]?.startsWith(`${first.id},${first.name},`)).toBe(true);
  } finally {
    await rm(directory, { recursive: true });
  }
});
