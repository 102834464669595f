import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  findAxeFaults,
  type OpenPage,
  openBrowser,
  openPage,
  sidewaysPixels,
  signInAs,
  VIEWPORTS,
} from '../support/browser.ts';
import { startCannedApi } from '../support/canned-api.ts';

let browser: Browser;
let api: Awaited<ReturnType<typeof startCannedApi>>;
let opened: OpenPage;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  api = await startCannedApi();
  opened = await openPage(browser);
});
afterEach(async () => {
  await opened.close();
  await api.close();
});

const signIn = (page: Page) => signInAs(page, api.url, { username: 'rina', password: api.password });
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

test('a wrong password says so and keeps the name; a demo name fills the form', async () => {
  const { page } = opened;
  await page.goto(`${api.url}/kantor/`);
  await page.fill('[name=username]', 'rina');
  await page.fill('[name=password]', 'salah');
  await button(page, 'Masuk').click();
  await page.getByRole('alert').getByText('tidak cocok').waitFor();
  expect(await page.inputValue('[name=username]')).toBe('rina');
  await button(page, /Rina Wulandari/).click();
  expect(await page.inputValue('[name=password]')).toBe(api.password);
  await button(page, 'Masuk').click();
  await heading(page, 'Pagi ini');
  await page.getByText('DATA CONTOH').waitFor();
  await page.getByText('112').waitFor();
});

test('an account with a second code is asked for it', async () => {
  const { page } = opened;
  await page.goto(`${api.url}/kantor/`);
  await page.fill('[name=username]', 'kadis');
  await page.fill('[name=password]', api.password);
  await page.keyboard.press('Enter');
  await page.fill('[name=code]', '12');
  await button(page, 'Lanjutkan').click();
  await page.getByText('Kode terdiri dari 6 angka.').waitFor();
  await page.fill('[name=code]', '123 456');
  await button(page, 'Lanjutkan').click();
  await heading(page, 'Pagi ini');
  expect(api.state.seen.find(({ name }) => name === 'POST /api/session/code')?.body).toBe('{"code":"123456"}');
});

test('where a second code is required, nothing opens before it is set up', async () => {
  const { page } = opened;
  api.state.needsEnrolment = true;
  await page.goto(`${api.url}/kantor/`);
  await page.fill('[name=username]', 'rina');
  await page.fill('[name=password]', api.password);
  await button(page, 'Masuk').click();
  await heading(page, 'Pasang kode kedua');
  await page.fill('input[type=password]', api.password);
  await button(page, 'Mulai').click();
  await page.getByText('a1b2c-d3e4f').waitFor();
  expect(await findAxeFaults(page)).toEqual([]);
  await page.fill('[name=code]', '123456');
  await button(page, 'Lanjutkan').click();
  await heading(page, 'Pagi ini');
});

test('a session that lapses comes back over the page, and what was typed stays', async () => {
  const { page } = opened;
  await signIn(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  api.state.isLapsed = true;
  await page.keyboard.type('soleh');
  await page.getByText('Sesi Anda sudah berakhir').waitFor();
  await page.fill('[name=password]', api.password);
  await button(page, 'Masuk').click();
  await page.getByRole('option', { name: /Muhammad Soleh/ }).waitFor();
  expect(await page.getByRole('combobox').inputValue()).toBe('soleh');
});

test('another assignment is one intent with one key, sent again while the network is away', async () => {
  const { page } = opened;
  await signIn(page);
  const keys: (string | undefined)[] = [];
  await page.route('**/api/session/assignment', (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    return keys.length <= 2 ? route.abort() : route.continue();
  });
  await button(page, /Akun/).click();
  await button(page, /Operator desa/).click();
  await button(page, /Akun Rina Wulandari Operator desa/).waitFor();
  const sent = api.state.seen.filter(({ name }) => name === 'POST /api/session/assignment');
  expect(sent).toHaveLength(1);
  expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys).toEqual([sent[0]?.key, sent[0]?.key, sent[0]?.key]);
});

test('without a network the page says so and stays', async () => {
  const { page, faults } = opened;
  await signIn(page);
  await page.route('**/api/session/assignment', (route) => route.abort());
  await button(page, /Akun/).click();
  await button(page, /Operator desa/).click();
  await page.getByRole('alert').getByText('Tanpa sinyal').waitFor();
  await heading(page, 'Pagi ini');
  expect(faults).toEqual([]);
});

test('keys: help lists them, they are silent in fields, and can be switched off for good', async () => {
  const { page } = opened;
  await signIn(page);
  await page.keyboard.press('/');
  const field = page.getByRole('combobox');
  await field.waitFor();
  await page.keyboard.type('?');
  expect(await page.getByRole('dialog').count()).toBe(1);
  expect(await field.inputValue()).toBe('?');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByText('Tombol di halaman ini').waitFor();
  await button(page, 'Matikan tombol satu huruf').click();
  await page.keyboard.press('Escape');
  await page.reload();
  await heading(page, 'Pagi ini');
  await page.keyboard.press('?');
  await page.keyboard.press('Control+k');
  await field.waitFor();
  expect(await page.getByRole('dialog').count()).toBe(1);
});

test('the language is switched and remembered', async () => {
  const { page } = opened;
  await signIn(page);
  await button(page, 'EN').click();
  await heading(page, 'This morning');
  await page.reload();
  await heading(page, 'This morning');
  expect(await page.getAttribute('html', 'lang')).toBe('en');
});

test('the navigation hides behind its button on a narrow screen and closes with a move', async () => {
  const { page } = opened;
  await page.setViewportSize(VIEWPORTS.phone);
  await signIn(page);
  expect(await page.getByRole('navigation').count()).toBe(0);
  await button(page, 'Menu').click();
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
  await button(page, /Akun/).click();
  await button(page, /Kode kedua/).click();
  await heading(page, 'Pasang kode kedua');
  expect(await page.getByRole('navigation').count()).toBe(0);
});

test.each(Object.keys(VIEWPORTS) as (keyof typeof VIEWPORTS)[])(
  'axe finds nothing and nothing scrolls sideways: %s',
  async (size) => {
    const { page, faults } = opened;
    await page.setViewportSize(VIEWPORTS[size]);
    await page.goto(`${api.url}/kantor/`);
    await page.getByRole('heading', { level: 1, name: 'Masuk' }).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    await signIn(page);
    await page.getByText('112').waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    await button(page, /Akun/).click();
    expect(await findAxeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await sidewaysPixels(page)).toBe(0);
    expect(faults).toEqual([]);
  },
);
