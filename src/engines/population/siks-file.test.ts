import { expect, test } from 'vitest';
import { parseNik } from '#kernel/nik.ts';
import { SIKS_DIRT, SIKS_MONTHLY, type SiksDirtCode } from './siks-dirt.ts';
import { generateSiksFile, type SiksRow } from './siks-file.ts';
import { STORY_FAMILIES } from './stories.ts';

const rowsOf = (
  month: number,
  seed = 4,
  rows = 20_000,
  agency: 'tirta-rukun' | 'larasati' = 'tirta-rukun',
): SiksRow[] => [...generateSiksFile({ agency, rows, seed, month }).rows];
const [first, second, third] = [rowsOf(1), rowsOf(2), rowsOf(3)];
const keyed = (rows: readonly SiksRow[]) => new Map(rows.map((row) => [row.truth.clean.idDtks, row]));

test('the first file has exactly the rows asked for, of 23 cells each', () => {
  expect(first).toHaveLength(20_000);
  expect(first.every(({ cells }) => cells?.length === 23)).toBe(true);
  expect(keyed(first).size).toBe(20_000);
  expect(first.slice(0, 200)).toEqual(rowsOf(1).slice(0, 200));
});

test('dirt occurs as often as declared', () => {
  for (const [code, { share }] of Object.entries(SIKS_DIRT) as [SiksDirtCode, { share: number }][]) {
    const seen = first.filter(({ truth }) => truth.dirt.includes(code)).length / first.length;
    expect(seen, code).toBeGreaterThan(share * 0.35 - 0.0005);
    expect(seen, code).toBeLessThan(share * 1.35 + 0.0006);
  }
});

test('about one row in four hundred cannot be understood', () => {
  const returned = first.filter(({ truth }) => truth.returned).length;
  expect(returned).toBeGreaterThan(20);
  expect(returned).toBeLessThan(90);
});

test('the people of the stories are there, without dirt', () => {
  const story = first.filter(({ truth }) => truth.story !== '');
  expect(story).toHaveLength(STORY_FAMILIES.flatMap(({ rows }) => rows).length);
  const sarinem = story.filter(({ truth }) => truth.story === 'sarinem');
  expect(new Set(sarinem.map(({ truth }) => truth.entity)).size).toBe(1);
  expect(sarinem.map(({ cells }) => cells?.[10])).toEqual(['9901014708540003', '0990101200300017']);
});

test('NIK without dirt are valid and belong to one person', () => {
  const clean = first.filter(
    ({ truth }) => truth.story === '' && truth.dirt.every((code) => !code.startsWith('nik') && code !== 'orang_ganda'),
  );
  const holders = new Map<string, number>();
  for (const { truth } of clean) {
    expect(parseNik(truth.clean.nik).ok).toBe(true);
    const holder = holders.get(truth.clean.nik) ?? truth.entity;
    expect(holder).toBe(truth.entity);
    holders.set(truth.clean.nik, truth.entity);
  }
});

test('the second month holds the first, with what changed', () => {
  const before = keyed(first);
  const share = (status: string) => second.filter(({ truth }) => truth.status === status).length / first.length;
  expect(share('baru')).toBeGreaterThan(SIKS_MONTHLY.newFamily * 0.7);
  expect(share('baru')).toBeLessThan(SIKS_MONTHLY.newFamily * 2.5);
  expect(share('tidak_tercantum')).toBeGreaterThan(0.008);
  expect(share('tidak_tercantum')).toBeLessThan(0.03);
  expect(share('berubah')).toBeGreaterThan(0.02);
  expect(second.length).toBe(first.length + second.filter(({ truth }) => truth.status === 'baru').length);
  for (const { truth } of second) {
    const old = before.get(truth.clean.idDtks)?.truth;
    expect(old === undefined).toBe(truth.status === 'baru');
    if (truth.status === 'tetap') expect({ ...truth, status: 'baru' }).toEqual(old);
    if (truth.status === 'berubah') expect({ ...truth, status: 'baru' }).not.toEqual(old);
  }
});

test('the third month goes on from the second', () => {
  const before = keyed(second.filter(({ cells }) => cells !== undefined));
  for (const { truth } of third) {
    const old = before.get(truth.clean.idDtks)?.truth;
    expect(old === undefined).toBe(truth.status === 'baru');
    if (old !== undefined && truth.status === 'tetap') expect(truth.clean).toEqual(old.clean);
  }
  const listedNow = keyed(third);
  expect([...before.keys()].every((id) => listedNow.has(id))).toBe(true);
});

test('the file of the city has title lines and its own area', () => {
  const { titles, headings, rows } = generateSiksFile({ agency: 'larasati', rows: 400, seed: 1 });
  expect(titles.length).toBe(2);
  expect(headings[4]).toBe('Desa/Kelurahan');
  expect([...rows].every(({ truth }) => truth.clean.desa.code.startsWith('99.71.'))).toBe(true);
});
