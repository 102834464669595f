import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';

let app: TestApp;
let rtArea: number;
let desaArea: number;
const schema = 'agency_tirta_rukun';
const owner = async (text: string, values: unknown[] = []) => (await app.database.ownerPool.query(text, values)).rows;
const signIn = (username: string, password: string) => app.stranger.post('/api/session', { username, password });

beforeAll(async () => {
  app = await startTestApp();
  desaArea = (await owner(`select id from ${schema}.area where kode = '99.01.01.2003'`))[0].id;
  rtArea = (
    await owner(`select id from ${schema}.area where desa_id = $1 and kind = 'rt' order by id limit 1`, [desaArea])
  )[0].id;
});
afterAll(() => app.close());

const assignment = (over: Record<string, unknown> = {}) => ({
  role: 'operator_desa',
  areaId: desaArea,
  bidang: null,
  clearance: 0,
  from: '2026-07-01',
  until: null,
  basis: 'SK 800/12/2026',
  ...over,
});

test('an administrator makes an account, its owner signs in and sees the own desa', async () => {
  const admin = await app.as('admin');
  const made = await admin.post('/api/account', {
    username: 'operator.baru',
    name: 'Bu Baru',
    kind: 'staf',
    assignment: assignment(),
  });
  expect(made.status).toBe(200);
  const session = await signIn('operator.baru', made.body.password);
  expect(session.body).toMatchObject({ signedIn: true, assignment: { role: 'operator_desa' } });
  const again = await admin.post('/api/account', {
    username: 'operator.baru',
    name: 'Bu Lain',
    kind: 'staf',
    assignment: assignment(),
  });
  expect(again.body.error.code).toBe('akun.nama_dipakai');
  const trail = await owner(`select after from ${schema}.audit where event = 'account.created'`);
  expect(JSON.stringify(trail)).not.toContain(made.body.password);
});

test('an RT account needs its end, and after it nobody gets in', async () => {
  const admin = await app.as('admin');
  const rt = {
    username: 'rt.baru',
    name: 'Pak Baru',
    kind: 'rt',
    assignment: assignment({ role: 'rt', areaId: rtArea }),
  };
  expect((await admin.post('/api/account', rt)).body.error.message).toContain('masa bakti');
  const made = await admin.post('/api/account', { ...rt, expiresOn: '2026-12-31' });
  expect((await signIn('rt.baru', made.body.password)).body.signedIn).toBe(true);
  app.setNow(new Date('2027-01-01T04:00:00Z'));
  const late = await signIn('rt.baru', made.body.password);
  expect(late.body.error.code).toBe('masuk.tidak_berlaku');
  app.setNow(new Date('2026-07-15T04:00:00Z'));
});

test('only an administrator manages accounts, and not beyond a role’s limits', async () => {
  const kadis = await app.as('kadis');
  expect(
    (await kadis.post('/api/account', { username: 'x.y', name: 'X', kind: 'staf', assignment: assignment() })).status,
  ).toBe(403);
  const admin = await app.as('admin');
  const high = await admin.post('/api/account', {
    username: 'x.y',
    name: 'X',
    kind: 'staf',
    assignment: assignment({ clearance: 3 }),
  });
  expect(high.body.error.message).toContain('paling tinggi tingkat 0');
  const elsewhere = await admin.post('/api/account', {
    username: 'x.y',
    name: 'X',
    kind: 'staf',
    assignment: assignment({ areaId: 1 }),
  });
  expect(elsewhere.body.error.code).toBe('wilayah.tidak_ada');
});

test('closing ends sessions at once; a new password asks for the second factor again', async () => {
  const admin = await app.as('admin');
  const made = await admin.post('/api/account', {
    username: 'tutup',
    name: 'Pak Tutup',
    kind: 'staf',
    assignment: assignment(),
  });
  const reset = await admin.post(`/api/account/${made.body.accountId}/password`, { reason: 'lupa' });
  expect((await signIn('tutup', made.body.password)).status).toBe(401);
  expect((await signIn('tutup', reset.body.password)).body.signedIn).toBe(true);
  const stale = await admin.post(`/api/account/${made.body.accountId}/closure`, { reason: 'pindah', version: 7 });
  expect(stale.status).toBe(409);
  const closed = await admin.post(`/api/account/${made.body.accountId}/closure`, { reason: 'pindah', version: 1 });
  expect(closed.body.sessionsEnded).toBe(1);
  expect((await signIn('tutup', reset.body.password)).body.error.code).toBe('masuk.tidak_berlaku');
});

test('five wrong passwords lock a name for a quarter of an hour, whatever address is claimed', async () => {
  for (let n = 0; n < 5; n++)
    expect(
      (
        await app.stranger.post(
          '/api/session',
          { username: 'auditor', password: `salah-${n}-salah` },
          { 'x-client-ip': `10.0.0.${n}` },
        )
      ).status,
    ).toBe(401);
  expect((await signIn('auditor', 'rukun-contoh-2026')).status).toBe(429);
  app.setNow(new Date(Date.now() + 3_600_000));
  expect((await signIn('auditor', 'rukun-contoh-2026')).body.signedIn).toBe(true);
  app.setNow(new Date('2026-07-15T04:00:00Z'));
});

test('a foreign page cannot sign anybody in', async () => {
  const reply = await app.stranger.post(
    '/api/session',
    { username: 'loket', password: 'rukun-contoh-2026' },
    { origin: 'https://jahat.example' },
  );
  expect(reply.status).toBe(403);
});

test('wide access asks for a second factor before anything else', async () => {
  const peksos = await app.as('peksos');
  const session = await peksos.get('/api/session');
  expect(session.body.twoFactor).toEqual({ enabled: false, required: true });
  expect(session.body.capabilities).toEqual([]);
  const begun = await peksos.post('/api/session/two-factor', { password: 'rukun-contoh-2026' });
  expect(begun.body.secret.length).toBeGreaterThan(10);
  expect((await peksos.post('/api/session/two-factor/confirmation', { code: '000000' })).status).toBe(401);
});

test('one sees and ends the own sessions', async () => {
  const first = await app.as('loket');
  await signIn('loket', 'rukun-contoh-2026');
  const sessions = (await first.get('/api/session/mine')).body.items;
  expect(sessions.length).toBeGreaterThanOrEqual(2);
  for (const session of sessions)
    expect((await (await app.as('kabid')).delete(`/api/session/mine/${session.id}`)).status).toBe(404);
  expect((await first.delete(`/api/session/mine/${sessions[0].id}`)).status).toBe(200);
});

test('a position has one holder at a time; Plt follows the definitive one', async () => {
  const admin = await app.as('admin');
  const kadis = (await admin.get('/api/position')).body.items.find(
    (row: { name: string }) => row.name === 'Kepala Dinas Sosial',
  );
  const plt = { staffName: 'Pak Hendra', kind: 'plt', from: '2026-08-01', until: '2026-10-31', sk: '821/99/2026' };
  const taken = await admin.post(`/api/position/${kadis.id}/holder`, plt);
  expect(taken.body.error.code).toBe('jabatan.terisi');
  expect((await admin.post(`/api/position/${kadis.id}/holder`, { ...plt, endFormer: true })).status).toBe(200);
  const holders = (await admin.get('/api/position')).body.items.find(
    (row: { id: string }) => row.id === kadis.id,
  ).holders;
  expect(holders.map((holder: { kind: string; until: string | null }) => [holder.kind, holder.until])).toEqual([
    ['definitif', '2026-07-31'],
    ['plt', '2026-10-31'],
  ]);
});
