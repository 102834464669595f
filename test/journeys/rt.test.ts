import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../src/modules/identity/index.ts';
import { areaId, inRegistry, makeResident } from '../factories/person.ts';
import { findAxeFaults, signInAs } from '../support/browser.ts';
import { type LiveApp, startLiveApp } from '../support/live-app.ts';

/** The RT head on his phone, 360 px wide: five proposals in one sitting, a word on each neighbour, and what became of his proposals. */
let live: LiveApp;
let page: Page;
let stranger: string;
const NAMES = ['Mbah Kliwon', 'Bu Legi', 'Pak Pahing', 'Mas Pon', 'Mbak Wage'];

beforeAll(async () => {
  live = await startLiveApp();
  const rt = await areaId(live.database, '99.01.01.2003', { rw: '001', rt: '001' });
  const elsewhere = await areaId(live.database, '99.01.01.2003', { rw: '001', rt: '002' });
  await inRegistry(live.database.db, 'operator.karangasri', async (ctx) => {
    for (const [at, name] of NAMES.entries())
      await makeResident(ctx, rt, { name }, { address: `Jalan Melati ${at + 1}` });
    stranger = (await makeResident(ctx, elsewhere, { name: 'Warga RT Lain' })).personId;
  });
  page = await live.newPage('phone');
  await signInAs(page, live.url, { username: 'rt.karangasri', password: DEMO_PASSWORD });
});
afterAll(() => live.close());

const open = async (name: string) => page.locator('summary', { hasText: name }).click();
const fitsPhone = async () =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

test('five in one sitting: the form keeps place, proposer and consent, and counts what was sent today', async () => {
  await page.goto('/kantor/rt');
  await page.getByRole('heading', { level: 1, name: 'RT saya' }).waitFor();
  await fitsPhone();
  expect(await findAxeFaults(page)).toEqual([]);
  await open('Mbah Kliwon');
  expect(await findAxeFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Usulkan Mbah Kliwon' }).click();
  for (const [at, name] of NAMES.entries()) {
    await page.getByRole('heading', { level: 1, name: 'Usulkan warga' }).waitFor();
    if (at > 0) {
      await page.getByLabel('Nama lengkap').fill(name);
      await page.getByLabel(/^Alamat/).fill(`Jalan Melati ${at + 1}`);
    }
    await page.getByLabel('Mengapa diusulkan').fill('Penghasilan tidak tetap, tinggal sendiri.');
    if (at === 0) {
      await page.getByRole('radio', { name: /lisan/i }).check();
      await page.getByLabel('Nama saksi yang mendengar').fill('Bu Sri');
      await fitsPhone();
    }
    await page.getByRole('button', { name: 'Kirim usulan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Usulan terkirim' }).waitFor();
    await page.getByText(`Hari ini ${at + 1} usulan terkirim.`).waitFor();
    await fitsPhone();
    await page.getByRole('button', { name: 'Usulkan warga lain' }).click();
  }
  const proposed = await live.rows<{ n: number; witnesses: number }>(
    `select count(*)::int as n, count(witness)::int as witnesses from @usulan where channel = 'rt' and draft->>'name' = any ($1)`,
    [NAMES],
  );
  expect(proposed).toEqual([{ n: 5, witnesses: 5 }]);
});

test('a word on a neighbour: still here, and died with its own form', async () => {
  await page.goto('/kantor/rt');
  await open('Bu Legi');
  await page.getByRole('button', { name: 'Masih di sini Bu Legi' }).click();
  await page.locator('summary', { hasText: 'Bu Legi' }).getByText('dikonfirmasi').waitFor();
  await page.getByText('1 dari 5 warga dikonfirmasi bulan ini.').waitFor();
  await open('Pak Pahing');
  await page.getByRole('link', { name: 'Meninggal Pak Pahing' }).click();
  await page.getByText('Pak Pahing').first().waitFor();
  await page.getByLabel('Tanggal meninggal').fill('16/7/2026');
  await page.getByLabel('Bukti', { exact: true }).selectOption('belum_ada');
  await page.getByLabel('Mengapa diusulkan').fill('Meninggal di rumah sakit kemarin.');
  await page.getByRole('button', { name: 'Kirim usulan' }).click();
  await page.getByRole('alert').getByText('Tanggal meninggal belum terjadi').waitFor();
  await page.getByLabel(/^Tanggal meninggal/).fill('14/7/2026');
  await page.getByRole('button', { name: 'Kirim usulan' }).click();
  await page.getByRole('heading', { level: 1, name: 'Usulan terkirim' }).waitFor();
  await page.getByRole('link', { name: 'Ke daftar usulan saya' }).click();
  await page.getByText('Meninggal, terakhir').waitFor();
});

test('outside his RT he is told so in a sentence, and no page complained', async () => {
  const client = await live.as('rt.karangasri');
  const presence = await client.post(`/api/rt/neighbour/${stranger}/presence`);
  expect(presence).toMatchObject({ status: 403, body: { error: { code: 'rt.luar_rt' } } });
  const elsewhere = await areaId(live.database, '99.01.01.2003', { rw: '001', rt: '002' });
  const proposed = await client.post('/api/usulan', {
    ...{ kind: 'baru', channel: 'rt', reporterName: 'Pak Darto', relation: 'ketua_rt', consent: 'tertulis' },
    ...{ reason: 'Warga RT sebelah.', areaId: elsewhere, draft: { name: 'Warga RT Lain', address: 'RT 002' } },
  });
  expect(proposed.body.error.code).toBe('usulan.luar_rt');
  expect(proposed.body.error.message).toContain('hanya dapat mengusulkan warga RT Anda');
  expect(live.faults).toEqual([]);
});
