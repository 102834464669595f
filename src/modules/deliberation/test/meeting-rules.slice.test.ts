import { afterAll, beforeAll, expect, test } from 'vitest';
import { desaOfOperator, FULL_ATTENDANCE, proposeResident } from '../../../../test/factories/deliberation.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';

/** What the agency asks of a meeting, and what happens to a desa that is late with its own. */
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const owner = async (text: string, values: unknown[] = []) => (await app.database.ownerPool.query(text, values)).rows;
const schema = 'agency_tirta_rukun';
const openTasks = async () =>
  owner(`select title, role from ${schema}.task where kind = 'musyawarah_terlambat' and state = 'terbuka'`);

const held = async (usulanId: string): Promise<string> => {
  const operator = await app.as('operator.karangasri');
  const { id } = (
    await operator.post('/api/musyawarah', {
      kind: 'musdes',
      areaId: await desaOfOperator(app),
      onDate: '2026-07-01',
      place: 'Balai Desa',
      leader: 'Pak Suryo',
      usulanIds: [usulanId],
    })
  ).body;
  const meeting = (await operator.get(`/api/musyawarah/${id}`)).body;
  await operator.put(`/api/musyawarah/${id}/attendance`, { version: meeting.version, people: FULL_ATTENDANCE });
  const [row] = (await operator.get(`/api/musyawarah/${id}`)).body.rows;
  const decided = await operator.post(`/api/musyawarah/${id}/rows/${usulanId}/verdict`, {
    version: row.version,
    verdict: 'disepakati',
  });
  expect(decided.status, JSON.stringify(decided.body)).toBe(200);
  return id;
};

test('who configures stages sets the least number and the roles; without those who sign it is refused', async () => {
  const [admin, operator] = [await app.as('admin'), await app.as('operator.karangasri')];
  const usual = (await operator.get('/api/musyawarah-syarat')).body;
  expect(usual).toMatchObject({ minimum: 5 });
  const wanted = { minimum: 8, roles: { ...usual.roles, musdes: ['kades_lurah', 'operator', 'rt_rw'] } };
  expect((await operator.put('/api/musyawarah-syarat', wanted)).status).toBe(403);
  const unsigned = { ...wanted, roles: { ...wanted.roles, muskel: ['rt_rw'] } };
  expect((await admin.put('/api/musyawarah-syarat', unsigned)).body.error.code).toBe(
    'musyawarah.syarat_penanda_tangan',
  );
  expect((await admin.put('/api/musyawarah-syarat', { ...wanted, minimum: 1 })).status).toBe(422);
  expect((await admin.put('/api/musyawarah-syarat', wanted)).status).toBe(200);
});

test('a meeting below the agency’s number is finished with a reason only, and keeps what it was held against', async () => {
  const { usulanId } = await proposeResident(app, 'Legiyem', 'musyawarah');
  const [admin, operator] = [await app.as('admin'), await app.as('operator.karangasri')];
  const id = await held(usulanId);
  const shown = (await operator.get(`/api/musyawarah/${id}`)).body;
  expect(shown).toMatchObject({ missing: [], minimum: 8, lacking: 2 });
  const finish = (quorumNote: string) =>
    operator.post(`/api/musyawarah/${id}/completion`, { version: shown.version, quorumNote });
  expect((await finish('')).body.error).toMatchObject({
    code: 'musyawarah.kuorum_kurang',
    message: expect.stringContaining('Hadir 6 orang, paling sedikit 8.'),
  });
  expect((await finish('Hujan deras, dua RT terputus jalannya.')).status).toBe(200);
  const { roles } = (await admin.get('/api/musyawarah-syarat')).body;
  expect((await admin.put('/api/musyawarah-syarat', { minimum: 3, roles })).status).toBe(200);
  expect((await operator.get(`/api/musyawarah/${id}`)).body).toMatchObject({ minimum: 8, lacking: 2 });
});

test('a late desa is reminded by one task, which ends when its meeting is finished', async () => {
  const verifikator = await app.as('verifikator');
  const none = await verifikator.post('/api/musyawarah-pengingat', {});
  expect(none).toMatchObject({ status: 409, body: { error: { code: 'musyawarah.tidak_terlambat' } } });
  const { usulanId } = await proposeResident(app, 'Sumarni', 'musyawarah');
  await owner(`update ${schema}.usulan set due_on = '2026-06-01' where id = $1`, [usulanId]);
  const operator = await app.as('operator.karangasri');
  expect((await operator.post('/api/musyawarah-pengingat', {})).status).toBe(403);
  expect((await verifikator.post('/api/musyawarah-pengingat', {})).body).toEqual({ reminded: 1 });
  expect((await verifikator.post('/api/musyawarah-pengingat', {})).body).toEqual({ reminded: 0 });
  expect(await openTasks()).toEqual([{ title: expect.stringContaining('belum dilaksanakan'), role: 'operator_desa' }]);
  const id = await held(usulanId);
  const { version } = (await operator.get(`/api/musyawarah/${id}`)).body;
  const finished = await operator.post(`/api/musyawarah/${id}/completion`, { version });
  expect(finished.status, JSON.stringify(finished.body)).toBe(200);
  expect(await openTasks()).toEqual([]);
});
