import { afterAll, beforeAll, expect, test } from 'vitest';
import { proposeResident } from '../../../../test/factories/deliberation.ts';
import { makeListInForce } from '../../../../test/factories/list-in-force.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { uuid7 } from '../../../kernel/uuid7.ts';

/** Before an election: handovers of regional money stop in the kabupaten, verification goes on, a disaster area is left out. */
let app: TestApp;
let list: Awaited<ReturnType<typeof makeListInForce>>;
let moratorium: string;
const areaOf = async (kode: string): Promise<number> =>
  (await app.database.ownerPool.query('select id from agency_tirta_rukun.area where kode = $1', [kode])).rows[0].id;
const give = async (code: string) =>
  (await app.as('salur')).post('/api/handover', { id: uuid7(), code, device: 'meja-1', desk: '1', amount: '600000' });
const desk = async () => {
  const { body } = await (await app.as('salur')).get('/api/handover-desk');
  return body.items.find((one: { programmeId: string }) => one.programmeId === list.programmeId);
};

beforeAll(async () => {
  app = await startTestApp();
  list = await makeListInForce(app, ['Hasan', 'Sarinem', 'Lastri'], { amount: 600_000n });
});
afterAll(() => app.close());

test('a moratorium stops the desk and every handover, and says until when and by which document', async () => {
  expect(await desk()).toMatchObject({ stopped: null });
  const planner = await app.as('perencana');
  const made = await planner.post('/api/budget/moratorium', {
    fundKind: 'apbd',
    areaId: await areaOf('99.01'),
    from: '2026-07-01',
    to: '2026-08-15',
    document: 'SE 800/2026',
  });
  expect(made.status).toBe(200);
  moratorium = made.body.id;
  expect((await desk()).stopped).toContain('SE 800/2026');
  expect((await give(list.recipients[0]!.code)).body.error).toMatchObject({
    code: 'salur.moratorium',
    message: expect.stringContaining('Verifikasi dan pendataan tetap berjalan'),
  });
  const card = await (await app.as('salur')).get(`/api/handover-desk/${list.recipients[0]!.code}`);
  expect(card.body.closed).toContain('15 Agustus 2026');
});

test('verification goes on: a proposal is decided while handovers stand still', async () => {
  const { usulanId } = await proposeResident(app, 'Ngatmi', 'verifikasi');
  const verifikator = await app.as('verifikator');
  const { version } = (await verifikator.get(`/api/usulan/${usulanId}`)).body;
  const approved = await verifikator.post(`/api/usulan/${usulanId}/approval`, {
    version,
    reasonCode: 'memenuhi',
    text: '',
    tracks: ['daerah'],
  });
  expect(approved.status, JSON.stringify(approved.body)).toBe(200);
  expect((await verifikator.get(`/api/usulan/${usulanId}`)).body.state).toBe('disetujui');
});

test('a disaster area inside it is left out by a document, once', async () => {
  const planner = await app.as('perencana');
  const address = `/api/budget/moratorium/${moratorium}/exception`;
  const wanted = { areaId: await areaOf('99.01.01'), document: 'SK Tanggap Darurat 12/2026' };
  expect((await (await app.as('salur')).post(address, wanted)).status).toBe(403);
  expect((await planner.post(address, wanted)).status).toBe(200);
  expect((await planner.post(address, wanted)).body.error.code).toBe('moratorium.sudah_dikecualikan');
  expect((await planner.get('/api/budget/moratorium')).body.items[0].excepted).toMatchObject([
    { document: 'SK Tanggap Darurat 12/2026' },
  ]);
  expect(await desk()).toMatchObject({ stopped: null });
  expect((await give(list.recipients[0]!.code)).body.ruling).toBe('efektif');
});

test('a place outside needs no exception; a moratorium ends early by a document, on a day between its beginning and its end', async () => {
  const planner = await app.as('perencana');
  const second = await planner.post('/api/budget/moratorium', {
    fundKind: 'apbd',
    areaId: await areaOf('99.01.01.2003'),
    from: '2026-07-01',
    to: '2026-08-15',
    document: 'SE 801/2026',
  });
  expect((await give(list.recipients[1]!.code)).body.error.code).toBe('salur.moratorium');
  const outside = { areaId: await areaOf('99.01.02'), document: 'SK 13/2026' };
  const excepted = await planner.post(`/api/budget/moratorium/${second.body.id}/exception`, outside);
  expect(excepted).toMatchObject({ status: 422, body: { error: { code: 'moratorium.di_luar' } } });
  const address = `/api/budget/moratorium/${second.body.id}/end`;
  const late = await planner.post(address, { on: '2026-08-15', document: 'SE 802/2026' });
  expect(late).toMatchObject({ status: 422, body: { error: { code: 'moratorium.akhir' } } });
  expect((await planner.post(address, { on: '2026-07-01', document: 'SE 802/2026' })).status).toBe(200);
  expect((await give(list.recipients[1]!.code)).body.ruling).toBe('efektif');
});
