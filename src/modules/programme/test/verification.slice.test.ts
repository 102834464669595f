import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBudgetLine } from '../../../../test/factories/budget.ts';
import { makeFamilies } from '../../../../test/factories/families.ts';
import { areaId, inRegistry } from '../../../../test/factories/person.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { termsToJson } from '../domain/terms-json.ts';
import { newTermsForTest } from './terms-for-test.ts';

let app: TestApp;
let programmeId: string;
type Item = { name: string; missing: string[] };
const pathOf = (query = '') => `/api/programme/${programmeId}/verification${query}`;

beforeAll(async () => {
  app = await startTestApp();
  const elsewhere = { kode: '99.01.01.2001' };
  await makeFamilies(app.database, [
    { name: 'Sarinem', desil: 1 },
    { name: 'Tumi', desil: 1, occupationCode: null },
    { name: 'Slamet', ...elsewhere },
    { name: 'Wagino', desil: 2, occupationCode: null, ...elsewhere },
    { name: 'Mapan', desil: 9, occupationCode: null, ...elsewhere },
  ]);
  const { lineId } = await inRegistry(app.database.db, 'perencana', (ctx) =>
    makeBudgetLine(ctx, { pagu: 20_000_000n, name: 'APBD verifikasi' }),
  );
  const rules = [
    { kind: 'syarat' as const, expr: 'desil <= 4', reason: 'Keluarga miskin.', basis: 'Pasal 4' },
    {
      kind: 'pengecualian' as const,
      expr: 'ada anggota dengan (pekerjaan termasuk ["asn"])',
      reason: 'Ada penghasilan tetap.',
      basis: 'Pasal 5',
    },
  ];
  const terms = newTermsForTest({
    rules,
    unknownPolicy: 'kecualikan_dengan_tugas',
    criteriaLeast: null,
    rankBy: { by: 'desil' },
    holdUntil: '2026-12-31',
  });
  const made = await (await app.as('kabid')).post('/api/programme', {
    name: 'Permakanan',
    bidang: 'linjamsos',
    budgetLineId: lineId,
    terms: termsToJson(terms),
  });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  programmeId = made.body.id;
});
afterAll(() => app.close());

test('families of unknown eligibility with what to ask for, per desa; who is surely out or in is not asked', async () => {
  const kabid = await app.as('kabid');
  const { programmes, uncounted } = (await kabid.get('/api/programme/verification')).body;
  expect(uncounted).toEqual([]);
  expect(programmes).toMatchObject([{ name: 'Permakanan', families: 3 }]);
  expect(programmes[0].desa.map((row: { families: number }) => row.families)).toEqual([2, 1]);
  const { items, next } = (await kabid.get(pathOf())).body;
  expect(next).toBeNull();
  const asked = new Map(items.map((row: Item) => [row.name, row.missing]));
  expect(asked).toEqual(
    new Map([
      ['Tumi', ['pekerjaan anggota']],
      ['Wagino', ['pekerjaan anggota']],
      ['Slamet', ['desil (usulkan pembaruan data ke SIKS-NG)']],
    ]),
  );
  const desa = await areaId(app.database, '99.01.01.2003');
  const there = (await kabid.get(pathOf(`?areaId=${desa}`))).body.items;
  expect(there.map((row: Item) => row.name)).toEqual(['Tumi']);
  const pages = [(await kabid.get(pathOf('?limit=2'))).body, (await kabid.get(pathOf('?limit=2&after=2'))).body];
  expect(pages.map((page) => [page.items.length, page.next])).toEqual([
    [2, '2'],
    [1, null],
  ]);
});

test('the desa reads her own families, and the task of a prepared list stands on her first page with a way to them', async () => {
  const operator = await app.as('operator.karangasri');
  expect((await operator.get(pathOf())).body.items.map((row: Item) => row.name)).toEqual(['Tumi']);
  const tileOf = async () =>
    (await operator.get('/api/home')).body.tiles.find((tile: { id: string }) => tile.id === 'program.verifikasi');
  expect(await tileOf()).toMatchObject({ count: 0, href: '/program/verifikasi' });
  const prepared = await (await app.as('kabid')).post(`/api/programme/${programmeId}/list`);
  expect(prepared.status, JSON.stringify(prepared.body)).toBe(200);
  expect(await tileOf()).toMatchObject({ count: 1, status: 'menunggu' });
});

test('a file for the field, logged; a wrong form, a wrong area and a reader without the right are answered', async () => {
  const kabid = await app.as('kabid');
  const csv = await kabid.get(pathOf('/file?format=csv'));
  expect(csv.status).toBe(200);
  const text = String(csv.body);
  expect(text).toContain('Yang ditanyakan');
  expect(text).toMatch(/Wagino.*pekerjaan anggota/);
  expect((await kabid.get(pathOf('/file?format=xlsx'))).status).toBe(200);
  const [{ n }] = (
    await app.database.ownerPool.query(
      `select count(*)::int as n from agency_tirta_rukun.audit where event = 'programme.verification_exported'`,
    )
  ).rows;
  expect(n).toBe(2);
  expect((await kabid.get(pathOf('/file?format=doc'))).status).toBe(422);
  expect((await kabid.get(pathOf('?areaId=999999'))).status).toBe(404);
  expect((await kabid.get(pathOf('?after=x'))).status).toBe(422);
  expect((await (await app.as('rt.karangasri')).get(pathOf())).status).toBe(403);
});
