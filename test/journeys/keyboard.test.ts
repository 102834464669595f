import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeScene, type Scene } from '../factories/scene.ts';
import { focusOf, tabTo } from '../support/keyboard.ts';
import { type LiveApp, startLiveApp } from '../support/live-app.ts';

/** The three desks that people work at all day, with the keyboard alone. What has the focus is always to be seen. */
let live: LiveApp;
let scene: Scene;

beforeAll(async () => {
  live = await startLiveApp();
  scene = await makeScene(live);
});
afterAll(() => live.close());

const DESK = 'Meja keputusan';
const OPEN = `select id, version from @usulan where stage = 'verifikasi' order by id`;

test('the decision desk: J to a row, Enter opens, A approves, Space ticks, Enter sends', async () => {
  const page = await live.person('verifikator');
  await page.goto('/kantor/usulan?stage=verifikasi');
  const list = page.getByRole('list', { name: DESK });
  await list.getByRole('link').nth(1).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const name = (await page.locator('h2').first().textContent()) ?? '';
  await page.getByRole('heading', { level: 2, name }).waitFor();
  await page.getByRole('button', { name: /^Setujui/ }).waitFor();
  await page.keyboard.press('a');
  await page.getByRole('dialog', { name: 'Setujui usulan' }).waitFor();
  await tabTo(page, /^INPUT Pusat/i);
  await page.keyboard.press('Space');
  await tabTo(page, /^BUTTON Setujui$/);
  await page.keyboard.press('Enter');
  await page.getByText(/disetujui\./).waitFor();
  await page.getByRole('button', { name: 'Kirim sekarang' }).waitFor();
  await tabTo(page, /Kirim sekarang/, 120);
  await page.keyboard.press('Enter');
  await expect
    .poll(() =>
      live.rows(`select count(*)::int as n from @audit where event = 'usulan.approved' and username = 'verifikator'`),
    )
    .not.toEqual([{ n: 0 }]);
});

test('Z takes a step back before it is sent, and Esc gives the focus back', async () => {
  const page = await live.person('verifikator');
  await page.goto('/kantor/usulan?stage=verifikasi');
  const rows = page.getByRole('list', { name: DESK }).getByRole('link');
  await rows.first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Minta perbaikan/ }).waitFor();
  await page.keyboard.press('t');
  await page.getByRole('dialog', { name: 'Tolak usulan' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Tolak usulan' }).waitFor({ state: 'detached' });
  await page.keyboard.press('a');
  await page.getByRole('dialog', { name: 'Setujui usulan' }).waitFor();
  await tabTo(page, /^INPUT Pusat/i);
  await page.keyboard.press('Space');
  await tabTo(page, /^BUTTON Setujui$/);
  await live.newActs();
  const before = await live.rows(OPEN);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Urungkan/ }).waitFor();
  await page.keyboard.press('z');
  await page.getByRole('button', { name: /^Urungkan/ }).waitFor({ state: 'detached' });
  await rows.first().waitFor();
  expect(await live.rows(OPEN)).toEqual(before);
  expect((await live.newActs()).filter((act) => act.includes('usulan.approved'))).toEqual([]);
});

test('the musyawarah: N to the next row, S agrees and goes on, T asks for its reason first', async () => {
  const page = await live.person('operator.karangasri');
  await page.goto(`/kantor/musyawarah/${scene.openId}/putusan`);
  await page.getByText('0 dari 3 sudah diputus').waitFor();
  await page.keyboard.press('n');
  await page.getByRole('radio', { name: /^Disepakati/ }).waitFor();
  await page.keyboard.press('s');
  await page.getByText('1 dari 3 sudah diputus').waitFor();
  await page.getByRole('radio', { name: /^Tidak disepakati/, checked: false }).waitFor();
  await page.keyboard.press('t');
  await expect.poll(async () => (await focusOf(page)).name).toContain('TEXTAREA');
  await page.keyboard.type('Sudah mampu menurut kesepakatan peserta musyawarah.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('2 dari 3 sudah diputus').waitFor();
  const verdicts = await live.rows('select verdict from @musyawarah_item where musyawarah_id = $1 order by no', [
    scene.openId,
  ]);
  expect(verdicts).toEqual([{ verdict: 'disepakati' }, { verdict: 'ditolak' }, { verdict: null }]);
});

test('the handover desk: type the code, Enter, Tab to the act, Enter', async () => {
  const page = await live.person('salur');
  await page.goto('/kantor/serah-terima');
  await expect.poll(async () => (await focusOf(page)).name).toContain('INPUT');
  await page.keyboard.type(scene.code.toLowerCase());
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Mbah Surip' }).waitFor();
  await tabTo(page, /^BUTTON Serahkan$/);
  await page.keyboard.press('Enter');
  await page.getByText('Serah terima dicatat.').waitFor();
  await expect.poll(async () => (await focusOf(page)).name).toContain('Penerima berikutnya');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await focusOf(page)).name).toContain('INPUT');
  const [due] = await live.rows('select state from @entitlement where code = $1', [scene.code]);
  expect(due).toEqual({ state: 'terpenuhi' });
});

test('from the top of a page the first Tab leads past the menu to the content', async () => {
  const page = await live.person('verifikator');
  await page.goto('/kantor/usulan');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await tabTo(page, /Langsung ke isi|isi halaman/i, 3);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});
