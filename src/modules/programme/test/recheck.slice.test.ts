import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBudgetLine } from '../../../../test/factories/budget.ts';
import { makeFamilies } from '../../../../test/factories/families.ts';
import { areaId, inRegistry } from '../../../../test/factories/person.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { termsToJson } from '../domain/terms-json.ts';
import { newTermsForTest } from './terms-for-test.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
const owner = (text: string, values: unknown[]) =>
  app.database.ownerPool.query(text.replaceAll('~', 'agency_tirta_rukun.'), values);

test('a list prepared long before its decree: what changed by cause, and one act prepares it anew', async () => {
  const made = await makeFamilies(app.database, [
    { name: 'Sarinem', desil: 1 },
    { name: 'Poniman', desil: 1, others: ['1980-01-01'] },
    { name: 'Wiryo', desil: 1 },
    { name: 'Tukijan', desil: 2 },
    { name: 'Kasmi', desil: 3 },
    { name: 'Saniyem', desil: 4 },
  ]);
  const { lineId } = await inRegistry(app.database.db, 'perencana', (ctx) =>
    makeBudgetLine(ctx, { pagu: 4_000_000n, name: 'APBD tahun depan' }),
  );
  const rules = [{ kind: 'syarat' as const, expr: 'desil <= 4', reason: 'Keluarga miskin.', basis: 'Pasal 4' }];
  const kabid = await app.as('kabid');
  const programme = await kabid.post('/api/programme', {
    name: 'Beras',
    bidang: 'linjamsos',
    budgetLineId: lineId,
    terms: termsToJson(newTermsForTest({ rules })),
  });
  const { runId } = (await kabid.post(`/api/programme/${programme.body.id}/list`)).body;
  const recheck = async () => (await kabid.get(`/api/programme/list/${runId}/recheck`)).body;
  expect((await recheck()).causes).toEqual([]);

  await owner(`update ~person set life = 'terbukti', died_on = '2026-07-14' where id = any ($1)`, [
    [made[0]!.headId, made[1]!.headId],
  ]);
  const desa = await areaId(app.database, '99.01.01.2001');
  await owner(`update ~family set scope_area_id = $2 where id = $1`, [made[2]!.familyId, desa]);
  await owner(`update ~centre_rank set desil = 9 where family_id = $1`, [made[3]!.familyId]);
  const { causes } = await recheck();
  const short = causes.map((row: { cause: string; families: number; losePlace: number }) => [
    row.cause,
    row.families,
    row.losePlace,
  ]);
  expect(short).toEqual([
    ['hilang', 1, 1],
    ['anggota', 1, 0],
    ['pindah', 1, 0],
    ['desil', 1, 1],
  ]);
  expect(causes[3].first).toMatchObject([{ name: 'Tukijan', keepsPlace: false }]);

  const { run } = (await kabid.get(`/api/programme/list/${runId}`)).body;
  const stale = await kabid.post(`/api/programme/list/${runId}/renewal`, { version: run.version + 1 });
  expect([stale.status, stale.body.error.code]).toEqual([409, 'versi.berubah']);
  const reader = await (await app.as('kades.karangasri')).post(`/api/programme/list/${runId}/renewal`, {
    version: run.version,
  });
  expect(reader.status).toBe(403);
  const renewed = await kabid.post(`/api/programme/list/${runId}/renewal`, { version: run.version });
  expect(renewed.status, JSON.stringify(renewed.body)).toBe(200);
  expect((await kabid.get(`/api/programme/list/${runId}`)).body.run.state).toBe('usang');
  const fresh = (await kabid.get(`/api/programme/list/${renewed.body.runId}/row?place=masuk`)).body.items;
  expect(fresh).toHaveLength(4);
  expect(fresh.map((row: { name: string }) => row.name)).toEqual(expect.arrayContaining(['Wiryo', 'Kasmi', 'Saniyem']));
  const balance = (await (await app.as('perencana')).get(`/api/budget/line/${lineId}`)).body.line;
  expect(balance).toMatchObject({ dipesan: '4000000', tersisa: '0' });
});
