import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeListInForce } from '../../../../test/factories/list-in-force.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { pdfPages } from '../../../../test/support/pdf-text.ts';
import { sealToTheEnd } from '../../../../test/support/seal.ts';
import { uuid7 } from '../../../kernel/uuid7.ts';

let app: TestApp;
let list: Awaited<ReturnType<typeof makeListInForce>>;
beforeAll(async () => {
  app = await startTestApp();
  list = await makeListInForce(app, ['Hasan', 'Sarinem', 'Wiryo'], { amount: 1_500_001n });
  const salur = await app.as('salur');
  for (const [index, amount] of ['1500001', '700000'].entries())
    await salur.post('/api/handover', {
      id: uuid7(),
      code: list.recipients[index]!.code,
      device: 'm',
      desk: '1',
      amount,
    });
});
afterAll(() => app.close());

test('the parts sum to the total to the rupiah, and to the columns of the programme', async () => {
  const report = (await (await app.as('kadis')).get('/api/report/realisation?year=2026')).body;
  const sum = (key: string) =>
    report.desa.reduce((total: bigint, row: Record<string, string>) => total + BigInt(row[key]!), 0n);
  expect(report.total).toEqual({ planned: 3, served: 1, ditetapkan: '4500003', diserahterimakan: '2200001' });
  expect(String(sum('ditetapkan'))).toBe(report.total.ditetapkan);
  expect(String(sum('diserahterimakan'))).toBe(report.total.diserahterimakan);
  const programme = report.programmes.find((row: { programmeId: string }) => row.programmeId === list.programmeId);
  expect(programme).toMatchObject({ diserahterimakan: '2200001', planned: 3, served: 1 });
  expect(BigInt(programme.pagu)).toBe(BigInt(programme.dipesan) + BigInt(programme.cair) + BigInt(programme.tersisa));
});

test('the CSV says the same as the screen', async () => {
  const csv = await (await app.as('perencana')).get('/api/report/realisation.csv?year=2026');
  expect(csv.status).toBe(200);
  expect(String(csv.raw)).toContain('JUMLAH,,3,1,4500003,2200001');
});

test('the daily report counts the day and carries the root that verify needs', async () => {
  await sealToTheEnd(app);
  const kadis = await app.as('kadis');
  const daily = (await kadis.get('/api/report/daily')).body;
  expect(daily.numbers).toMatchObject({ serahTerima: 2, nilaiSerahTerima: '2200001', ganda: 0 });
  expect((await kadis.get('/api/report/daily?on=2027-01-01')).status).toBe(422);
  const pdf = await kadis.get('/api/report/daily.pdf');
  expect(pdf.status).toBe(200);
  expect(pdfPages(pdf.raw).join('\n')).toContain('Laporan harian');
});

test('who has no right to reports is told so', async () => {
  expect((await (await app.as('salur')).get('/api/report/realisation')).status).toBe(403);
});
