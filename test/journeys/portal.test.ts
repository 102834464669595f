import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { findAxeFaults, openBrowser, openPage, sidewaysPixels, VIEWPORTS } from '../support/browser.ts';

let app: TestApp;
let browser: Browser;
let base: string;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  app = await startTestApp();
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  base = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`;
  browser = await openBrowser();
  // A cheap phone with script switched off.
  context = await browser.newContext({ viewport: VIEWPORTS.phone, javaScriptEnabled: false, locale: 'id-ID' });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const choose = (name: string) => page.getByRole('radio', { name, exact: true }).check();

/** The page in view once more where script runs, so that axe can look at it: on the phone, and at 200 % on an office panel. */
const lookAt = async (url = page.url()) => {
  for (const size of ['phone', 'zoomed'] as const) {
    const opened = await openPage(browser, size);
    await opened.page.context().addCookies(await context.cookies());
    await opened.page.goto(url);
    expect(await findAxeFaults(opened.page), url).toEqual([]);
    expect(await sidewaysPixels(opened.page), `${url} ${size}`).toBe(0);
    expect(await opened.page.locator('script').count()).toBe(0);
    await opened.close();
  }
};

/** What is too small for a thumb: links alone on their line, buttons and fields below 44 px. */
const smallTargets = async (): Promise<string[]> => {
  const small: string[] = [];
  for (const target of await page.locator('button, .button, input:not([type=hidden]), select, textarea').all()) {
    const box = await target.boundingBox();
    const isMark = await target.evaluate((node) => node.matches('[type=radio], [type=checkbox]'));
    if (box && box.height < (isMark ? 24 : 44)) small.push((await target.textContent()) ?? '');
  }
  return small;
};

test('without script, on a phone: a woman proposes herself, reads her receipt, comes back to the status', async () => {
  await page.goto(base);
  await lookAt();
  await page.getByRole('link', { name: 'Dinas Sosial Kabupaten Tirta Rukun' }).click();
  await lookAt();
  await page.getByRole('link', { name: 'Mulai pengajuan' }).click();
  await choose('Belum');
  await press('Lanjut');

  // Nothing chosen: the summary leads to the field.
  await press('Lanjut');
  await page.getByRole('alert').getByRole('link').click();
  expect(page.url()).toContain('#untuk');
  await choose('Diri saya sendiri');
  await press('Lanjut');
  await choose('Diusulkan untuk bantuan');
  await press('Lanjut');
  await page.getByLabel('Nama lengkap').fill('Sarinem');
  await choose('Perempuan');
  await press('Lanjut');
  await page.getByLabel('Tanggal', { exact: true }).fill('7');
  await page.getByLabel('Bulan', { exact: true }).fill('8');
  await page.getByLabel('Tahun', { exact: true }).fill('1954');
  await lookAt();
  await press('Lanjut');
  await page.getByLabel('NIK', { exact: true }).fill('9901014708540003');
  await press('Lanjut');
  await lookAt(`${base}/layanan/tirta-rukun/usul/nomor`);
  const kecamatan = await app.database.ownerPool.query(
    `select parent_id::text as id from agency_tirta_rukun.area where kind = 'desa' and name = 'Karang Asri'`,
  );
  await page.getByLabel('Kecamatan').selectOption(kecamatan.rows[0].id);
  await press('Lanjut');
  await page.getByLabel('Desa atau kelurahan').selectOption('Desa Karang Asri');
  await press('Lanjut');
  await page.getByLabel('Alamat atau petunjuk rumah').fill('Jalan Melati 3');
  await page.getByLabel('RT dan RW').selectOption({ index: 1 });
  await lookAt();
  await press('Lanjut');
  await press('Lanjut');
  await page
    .getByLabel('Ceritakan dengan kata-kata sendiri')
    .fill('Tinggal sendiri dan tidak punya penghasilan tetap.');
  expect(await smallTargets()).toEqual([]);

  // Put aside and taken up again.
  await press('Simpan, lanjutkan nanti');
  const code = (await page.locator('.number').textContent()) ?? '';
  await lookAt();
  await press('Tutup di perangkat ini');
  await page.getByRole('link', { name: 'Lanjutkan dengan kode lanjutan' }).click();
  await page.getByLabel('Kode lanjutan').fill(code);
  await press('Lanjutkan');

  await page.getByText('9901••••••••0003').waitFor();
  await lookAt();
  await page.getByLabel(/saya setuju data saya diperiksa/).check();
  await page.getByLabel('Jangan lewat Ketua RT').check();
  await press('Kirim pengajuan');
  await page.getByRole('heading', { level: 1, name: 'Pengajuan diterima' }).waitFor();
  const [number = '', pin = ''] = await page.locator('dd.number').allTextContents();
  await lookAt();
  await press('Tutup di perangkat ini');

  await page.getByRole('link', { name: 'Lihat status pengajuan' }).click();
  await page.getByLabel('Nomor tanda terima').fill(number);
  await page.getByLabel('PIN').fill('000001');
  await press('Lihat status');
  await page.getByRole('alert').getByText('tidak cocok').waitFor();
  expect(await page.getByLabel('Nomor tanda terima').inputValue()).toBe(number);
  await lookAt();
  await page.getByLabel('PIN').fill(pin);
  await press('Lihat status');
  await page.getByRole('heading', { level: 1, name: 'Pengajuan ini ada pada petugas kantor desa/kelurahan' }).waitFor();
  expect(page.url()).toBe(`${base}/layanan/tirta-rukun/status`);
  expect(await page.locator('.steps li').count()).toBe(5);
  await page.getByText('Anda tidak perlu melakukan apa-apa.').waitFor();
  await lookAt();
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByText('You need not do anything.').waitFor();
  await lookAt();
});

test('an officer asks, she answers, all without script', async () => {
  await page.goto(`${base}/layanan/tirta-rukun/status?bahasa=id`);
  const operator = await app.as('operator.karangasri');
  const { items } = (await operator.get('/api/usulan?stage=periksa')).body;
  const usulan = items.find((item: { channel: string }) => item.channel === 'portal');
  const asked = await operator.post(`/api/usulan/${usulan.id}/request`, {
    version: usulan.version,
    reasonCode: 'kk_ktp_kurang',
    missing: 'Bawa KK asli ke kantor desa.',
  });
  expect(asked.status, JSON.stringify(asked.body)).toBe(200);
  await page.reload();
  await page.getByRole('heading', { name: 'Yang perlu Anda lakukan' }).waitFor();
  await lookAt();
  await page.getByLabel('Jawaban atau keterangan Anda').fill('KK sudah saya serahkan ke kantor desa.');
  await press('Kirim kelengkapan');
  await page.getByRole('status').getByText('Kelengkapan Anda sudah diterima').waitFor();
  await page.getByRole('link', { name: 'Tarik pengajuan ini' }).click();
  await lookAt();
  await page.getByRole('link', { name: 'Jangan ditarik' }).click();
  await page.getByRole('heading', { name: 'Perjalanan pengajuan' }).waitFor();
});

test('the receipt prints without what only a screen can use', async () => {
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('link', { name: 'Tarik pengajuan ini' }).isVisible()).toBe(false);
  expect(await page.locator('.steps').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
});
