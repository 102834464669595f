import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { qrSvg } from '../../src/modules/letters/domain/qr.ts';
import { makeFamilies } from '../factories/families.ts';
import { findAxeFaults } from '../support/browser.ts';
import { type LiveApp, startLiveApp } from '../support/live-app.ts';
import { pdfPages } from '../support/pdf-text.ts';

/** A letter at the desk, from the citizen who stands there to the stranger who scans its QR code, through the pages only. */
let live: LiveApp;
let receipt: { number: string; pin: string };

beforeAll(async () => {
  live = await startLiveApp();
  await makeFamilies(live.database, [{ name: 'Wartini Lestari', desil: 3, birthOn: '1970-03-04', sex: 'P' }]);
});
afterAll(() => live.close());

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const letter = async () =>
  (
    await live.rows<{
      id: string;
      state: string;
      code: string;
      content: { qr: string; check: string; number: string };
    }>('select id, state, code, content from @letter_request')
  )[0];

test('the front office finds her, chooses the letter, sees the papers, and gives her a number', async () => {
  const page = await live.person('loket');
  await page.goto('/kantor/surat');
  await page.getByRole('link', { name: 'Minta surat' }).click();
  await page.getByLabel('Surat untuk').fill('Wartini');
  await page.getByRole('option', { name: /Wartini Lestari/ }).click();
  await page.getByRole('radio', { name: /Surat keterangan DTSEN/ }).check();
  await page.getByLabel('Keperluan').fill('pendaftaran sekolah');
  await press(page, 'Kirim ke pemeriksa');
  await page.getByText('KTP atau KK asli belum dilihat aslinya.').first().waitFor();
  await page.getByRole('checkbox', { name: 'KTP atau KK asli' }).check();
  await press(page, 'Kirim ke pemeriksa');
  await page.getByRole('heading', { name: 'Permintaan masuk antrean' }).waitFor();
  const [number = '', pin = ''] = await page.locator('dd').allInnerTexts();
  receipt = { number: number.trim(), pin: pin.trim() };
  expect(receipt.number).toMatch(/^\w{4}-\w{4}-\w{3}$/);
  expect(receipt.pin).toMatch(/^\d{6}$/);
});

test('the back office checks, the head of division approves several alike at once', async () => {
  const desk = await live.person('verifikator');
  await desk.goto('/kantor/surat');
  await desk.getByRole('link', { name: 'Wartini Lestari' }).click();
  await press(desk, 'Sudah diperiksa, teruskan');
  await desk.getByText('Menunggu persetujuan').first().waitFor();
  const head = await live.person('kabid');
  await head.goto('/kantor/surat?state=menunggu_setuju');
  await head.getByLabel('Pilih surat Wartini Lestari').check();
  await press(head, 'Setujui 1 surat terpilih');
  await head.getByText('1 surat terbit.').waitFor();
  expect((await letter())?.state).toBe('terbit');
});

test('the paper is printed, its QR code leads to a page that shows number, date, masked name and standing only', async () => {
  const made = await letter();
  const page = await live.person('loket');
  await page.goto(`/kantor/surat/${made?.id}`);
  await page.getByRole('link', { name: 'Cetak surat (PDF)' }).waitFor();
  const pdf = await (await live.as('loket')).get(`/api/letter-request/${made?.id}/letter.pdf`);
  const text = (await pdfPages(pdf.raw)).join(' ').replace(/\s+/g, ' ');
  expect(text).toContain('periode');
  expect(text).toMatch(/: ya\./);
  expect(made?.content.qr).toBe(qrSvg(made?.content.check ?? ''));

  const stranger = await live.newPage('phone', { javaScriptEnabled: false });
  await stranger.goto(new URL(made?.content.check ?? '').pathname);
  await stranger.getByText('Surat ini asli dan berlaku.').waitFor();
  const shown = await stranger.locator('main').textContent();
  expect(shown).toContain(made?.content.number);
  expect(shown).toContain('W•••••• L••••••');
  expect(shown).not.toMatch(/Wartini|Lestari|desil|sekolah|1970/);
});

test('she follows it with her number and PIN', async () => {
  const citizen = await live.newPage('phone');
  await citizen.goto('/layanan/tirta-rukun/status');
  await citizen.getByLabel(/Nomor tanda terima/).fill(receipt.number);
  await citizen.getByLabel('PIN', { exact: false }).fill(receipt.pin);
  await citizen.getByRole('button', { name: /Lihat|Buka/ }).click();
  await citizen.getByRole('heading', { name: 'Surat sudah terbit.' }).waitFor();
  expect(await findAxeFaults(citizen)).toEqual([]);
  expect(live.faults).toEqual([]);
});
