import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, TEST_NOW, type TestApp } from '../../../../test/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
const owner = async (text: string, values: unknown[] = []) => (await app.database.ownerPool.query(text, values)).rows;

const request = {
  asked: { day: '2026-07-13', time: '09.00' },
  kind: 'perbaiki',
  channel: 'loket',
  asker: 'Sarinem',
  capacity: 'sendiri',
  proof: 'KTP',
  wish: 'Tanggal lahir saya keliru.',
};

test('a request about own data is taken in, its clock runs by the hour, it is answered once', async () => {
  const office = await app.as('sekretaris');
  const key = { 'idempotency-key': 'minta-1' };
  const made = await office.post('/api/subject-request', request, key);
  expect(made.status).toBe(200);
  expect((await office.post('/api/subject-request', request, key)).body).toEqual(made.body);
  const listed = async () => (await office.get('/api/subject-request')).body.items;
  expect(await listed()).toMatchObject([
    { kind: 'perbaiki', askedAt: '2026-07-13T01:00:00.000Z', dueAt: '2026-07-16T01:00:00.000Z', clock: 'berjalan' },
  ]);
  app.setNow(new Date('2026-07-16T01:00:01Z'));
  expect((await listed())[0].clock).toBe('lewat');
  app.setNow(TEST_NOW);
  const url = `/api/subject-request/${made.body.requestId}/answer`;
  const answer = { kind: 'ditolak', text: 'Data ini dari Dukcapil.', version: 1 };
  expect(await office.post(url, answer)).toMatchObject({ status: 422, body: { error: { code: 'privasi.dasar' } } });
  expect((await office.post(url, { ...answer, kind: 'dipenuhi', text: 'Sudah diperbaiki.' })).status).toBe(200);
  expect((await office.post(url, { ...answer, kind: 'dipenuhi' })).status).toBe(409);
  expect((await listed())[0]).toMatchObject({ clock: 'selesai', answeredBy: 'Bu Ningsih', answerKind: 'dipenuhi' });
  const trail = await owner(
    `select event, after from agency_tirta_rukun.audit where subject_kind = 'subject_request' order by seq`,
  );
  expect(trail.map((row) => row.event)).toEqual(['subject_request.recorded', 'subject_request.answered']);
  expect(JSON.stringify(trail)).not.toContain('Sarinem');
});

test('an incident shows two clocks and keeps each step once', async () => {
  const office = await app.as('kadis');
  const breach = {
    found: { day: '2026-07-14', time: '20.15' },
    what: 'Berkas penerima terkirim ke grup WhatsApp.',
    fields: 'nama, NIK, alamat',
    people: 213,
  };
  const made = await office.post('/api/breach', breach);
  expect(made.status).toBe(200);
  const read = async () => (await office.get('/api/breach')).body.items[0];
  expect(await read()).toMatchObject({
    people: 213,
    dueAt: '2026-07-17T12:15:00.000Z',
    subjectsClock: 'berjalan',
    authorityClock: 'berjalan',
  });
  const url = `/api/breach/${made.body.breachId}/step`;
  const step = {
    step: 'authority_told',
    when: { day: '2026-07-15', time: '10.00' },
    how: 'Surat 045/2026 kepada lembaga',
    version: 1,
  };
  expect((await office.post(url, step)).body).toEqual({ version: 2 });
  expect((await office.post(url, { ...step, version: 2 })).status).toBe(409);
  expect((await office.post(url, { ...step, step: 'contained' })).status).toBe(409);
  const early = { ...step, step: 'contained', version: 2, when: { day: '2026-07-14', time: '20.00' } };
  expect(await office.post(url, early)).toMatchObject({ status: 422, body: { error: { code: 'privasi.waktu' } } });
  const late = { ...early, when: { day: '2026-07-15', time: '23.59' } };
  expect((await office.post(url, late)).body.error.message).toContain('belum tiba');
  expect((await office.post(url, { ...early, when: { day: '2026-07-14', time: '20.30' } })).status).toBe(200);
  expect(await read()).toMatchObject({ authorityClock: 'selesai', subjectsClock: 'berjalan', version: 3 });
  app.setNow(new Date('2026-07-17T12:15:01Z'));
  expect(await read()).toMatchObject({ authorityClock: 'selesai', subjectsClock: 'lewat' });
  app.setNow(TEST_NOW);
});

test('bad input is refused in words, and who is not responsible reads nothing', async () => {
  const office = await app.as('sekretaris');
  const before = (await office.get('/api/subject-request')).body.items.length;
  const tomorrow = { ...request, asked: { day: '2026-07-16', time: '09.00' } };
  expect((await office.post('/api/subject-request', tomorrow)).body.error.message).toContain('belum tiba');
  const noTime = { ...request, asked: { day: '2026-07-13', time: '25.00' } };
  expect((await office.post('/api/subject-request', noTime)).body.error.message).toContain('14.30');
  expect((await office.post('/api/subject-request', { ...request, wish: ' ' })).status).toBe(422);
  expect((await office.get('/api/subject-request')).body.items).toHaveLength(before);
  for (const username of ['verifikator', 'operator.karangasri', 'admin']) {
    const other = await app.as(username);
    expect((await other.get('/api/subject-request')).status).toBe(403);
    expect((await other.post('/api/breach', {})).status).toBe(403);
  }
});
