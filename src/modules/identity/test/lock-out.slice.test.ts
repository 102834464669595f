import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, TEST_NOW, type TestApp } from '../../../../test/support/app.ts';
import { DEMO_PASSWORD } from '../index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const owner = async (text: string, values: unknown[] = []) => (await app.database.ownerPool.query(text, values)).rows;
const send = (url: string, payload: object, remoteAddress: string, cookie = '') =>
  app.http.inject({ method: 'POST', url, payload, remoteAddress, headers: { host: 'localhost', cookie } });
const signIn = (username: string, password: string, from = '203.0.113.5') =>
  send('/api/session', { username, password }, from);
/** Gives accounts the second factor that the demo's social worker has. */
const enrol = async (...usernames: string[]) => {
  await owner(
    `insert into auth."twoFactor" (secret, "backupCodes", "userId", verified)
     select f.secret, f."backupCodes", u.id, true from auth."user" u, auth."twoFactor" f join auth."user" p on p.id = f."userId"
     where p.username = 'peksos' and u.username = any ($1)`,
    [usernames],
  );
  await owner('update auth."user" set "twoFactorEnabled" = true where username = any ($1)', [usernames]);
};
/** The right password of an account with a second factor: gives the cookie with which a code is asked. */
const ticketOf = async (username: string, from: string): Promise<string> => {
  const reply = await signIn(username, DEMO_PASSWORD, from);
  expect(reply.json()).toEqual({ signedIn: false, needsCode: true });
  return reply.cookies.map((cookie) => `${cookie.name}=${encodeURIComponent(cookie.value)}`).join('; ');
};
const giveCode = (cookie: string, from: string) => send('/api/session/code', { code: '000000' }, from, cookie);
const rowOf = async (username: string) =>
  (await (await app.as('admin')).get(`/api/account?q=${username}`)).body.items[0];

test('five wrong passwords close a name; the administrator sees it and opens it with a reason', async () => {
  for (let at = 0; at < 5; at++) expect((await signIn('kades.karangasri', 'salah-sekali-99')).statusCode).toBe(401);
  expect((await signIn('kades.karangasri', DEMO_PASSWORD)).statusCode).toBe(429);
  const admin = await app.as('admin');
  const row = await rowOf('kades.karangasri');
  expect(row.locks).toEqual([
    {
      kind: 'sandi',
      tries: 5,
      until: new Date(TEST_NOW.getTime() + 15 * 60_000).toISOString(),
      addresses: ['203.0.113.5'],
    },
  ]);
  const locked = await owner(
    `select account_id, after from agency_tirta_rukun.audit where event = 'account.locked' and subject_id = $1`,
    [row.id],
  );
  expect(locked).toEqual([
    { account_id: row.id, after: { tried: 'sandi', tries: 5, from: '203.0.113.5', minutes: 15 } },
  ]);
  const url = `/api/account/${row.id}/lock-release`;
  expect((await admin.post(url, { reason: ' ' })).status).toBe(422);
  expect((await (await app.as('verifikator')).post(url, { reason: 'Pemilik lupa' })).status).toBe(403);
  expect((await admin.post(url, { reason: 'Pemilik lupa' })).body).toEqual({ tries: 5 });
  expect((await admin.post(url, { reason: 'Pemilik lupa' })).status).toBe(409);
  expect((await signIn('kades.karangasri', DEMO_PASSWORD)).statusCode).toBe(200);
  expect((await rowOf('kades.karangasri')).locks).toEqual([]);
  expect(await owner(`select after from agency_tirta_rukun.audit where event = 'account.unlocked'`)).toEqual([
    { after: { reason: 'Pemilik lupa', tries: 5 } },
  ]);
});

test('wrong codes close the account they were typed for, not the office behind the same address', async () => {
  const office = '203.0.113.77';
  await enrol('kadis', 'kabid');
  const kadis = await ticketOf('kadis', office);
  for (let at = 0; at < 5; at++) expect((await giveCode(kadis, office)).statusCode).toBe(401);
  expect((await giveCode(kadis, office)).statusCode).toBe(429);
  // From another address the account stays closed; a colleague at the same address is asked for her code as ever.
  expect((await giveCode(await ticketOf('kadis', '203.0.113.78'), '203.0.113.78')).statusCode).toBe(429);
  expect((await giveCode(await ticketOf('kabid', office), office)).statusCode).toBe(401);
  expect((await rowOf('kadis')).locks).toMatchObject([{ kind: 'kode', tries: 5, addresses: [office] }]);
  expect((await rowOf('kabid')).locks).toEqual([]);
  app.setNow(new Date(TEST_NOW.getTime() + 16 * 60_000));
  expect((await rowOf('kadis')).locks).toEqual([]);
  app.setNow(TEST_NOW);
});

test('without a ticket a code helps nobody and closes nobody', async () => {
  for (let at = 0; at < 6; at++) expect((await giveCode('', '203.0.113.90')).statusCode).toBe(401);
});
