import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBudgetLine } from '../../../../test/factories/budget.ts';
import { makeFamilies } from '../../../../test/factories/families.ts';
import { inRegistry } from '../../../../test/factories/person.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { termsToJson } from '../domain/terms-json.ts';
import { newTermsForTest } from './terms-for-test.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  const elsewhere = { kode: '99.01.01.2001' };
  await makeFamilies(app.database, [
    { name: 'Sarinem', desil: 1 },
    { name: 'Poniman', desil: 2 },
    { name: 'Wiryo', desil: 3 },
    { name: 'Tumi' },
    { name: 'Slamet', desil: 4, ...elsewhere },
    { name: 'Mapan', desil: 9, ...elsewhere },
  ]);
});
afterAll(() => app.close());

const makeProgramme = async (name: string, expr: string) => {
  const { lineId } = await inRegistry(app.database.db, 'perencana', (ctx) =>
    makeBudgetLine(ctx, { pagu: 2_000_000n, name: `APBD ${name}` }),
  );
  const rules = [{ kind: 'syarat' as const, expr, reason: 'Keluarga miskin.', basis: 'Pasal 4' }];
  const made = await (await app.as('kabid')).post('/api/programme', {
    name,
    bidang: 'linjamsos',
    budgetLineId: lineId,
    terms: termsToJson(newTermsForTest({ rules })),
  });
  expect(made.status).toBe(200);
};

test('an agency without programmes has no unmet need, and a page that prints', async () => {
  const kabid = await app.as('kabid');
  expect((await kabid.get('/api/programme/unmet')).body).toEqual({ snapshot: null, uncounted: [], programmes: [] });
  expect((await kabid.get('/api/programme/unmet.pdf')).status).toBe(200);
});

test('eligible and not served, unknown, and the cost of each, by desa; a reader of one desa reads her own', async () => {
  await makeProgramme('Permakanan', 'desil <= 4');
  await makeProgramme('Beras', 'desil <= 1');
  const kadis = await app.as('kadis');
  const { programmes, snapshot } = (await kadis.get('/api/programme/unmet')).body;
  expect(snapshot).toMatchObject({ families: 6 });
  const permakanan = programmes.find((p: { name: string }) => p.name === 'Permakanan');
  expect(permakanan).toMatchObject({
    served: 2,
    total: { unserved: 2, unservedCost: '2000000', unknown: 1, unknownCost: '1000000' },
  });
  const numbers = permakanan.desa.map((row: { unserved: number; unknown: number }) => [row.unserved, row.unknown]);
  expect(numbers.sort()).toEqual([
    [1, 0],
    [1, 1],
  ]);
  const beras = programmes.find((p: { name: string }) => p.name === 'Beras');
  expect(beras).toMatchObject({ served: 1, total: { unserved: 0, unknown: 1 } });
  const pdf = await kadis.get('/api/programme/unmet.pdf');
  expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
  const own = (await (await app.as('kades.karangasri')).get('/api/programme/unmet')).body;
  expect(own.snapshot.families).toBe(4);
  expect((await (await app.as('rt.karangasri')).get('/api/programme/unmet')).status).toBe(403);
});
