import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeWorkbook } from '../../src/platform/files/spreadsheet.ts';
import { inRegistry, makeResident, newNik } from '../factories/person.ts';
import { carryUsulan, makeUsulan } from '../factories/usulan.ts';
import { findAxeFaults, sidewaysPixels, VIEWPORTS } from '../support/browser.ts';
import { type LiveApp, startLiveApp } from '../support/live-app.ts';

/** The administrator imports a form with a mistake, reads the row, mends it, tries it, publishes it; an officer fills it in. */
let live: LiveApp;
let place: string;
beforeAll(async () => {
  live = await startLiveApp();
  place = mkdtempSync(join(tmpdir(), 'form-'));
});
afterAll(async () => {
  rmSync(place, { recursive: true });
  await live.close();
});

const CHOICES = [
  ['list_name', 'name', 'label::Indonesia'],
  ['yt', 'ya', 'Ya'],
  ['yt', 'tidak', 'Tidak'],
];
const bookFile = async (name: string, relevant: string): Promise<string> => {
  const survey = [
    ['type', 'name', 'label::Indonesia', 'required', 'relevant', 'constraint', 'fakta'],
    ['select_one yt', 'lantai', 'Apakah lantai rumahnya tanah?', 'yes', '', '', 'lantai_tanah_plester'],
    ['integer', 'kamar', 'Berapa kamar tidurnya?', 'yes', relevant, '. >= 0', 'jumlah_kamar'],
  ];
  const file = join(place, name);
  const sheets = [
    { name: 'survey', rows: survey },
    { name: 'choices', rows: CHOICES },
    {
      name: 'settings',
      rows: [
        ['form_id', 'form_title'],
        ['verval_desa', 'Verval desa'],
      ],
    },
  ];
  writeFileSync(file, await writeWorkbook(sheets));
  return file;
};
const isClean = async (page: Page) => {
  expect(await findAxeFaults(page)).toEqual([]);
  await page.setViewportSize(VIEWPORTS.phone);
  expect(await sidewaysPixels(page)).toBe(0);
  await page.setViewportSize(VIEWPORTS.office);
};
const publish = async (page: Page) => {
  await page.getByRole('button', { name: 'Terbitkan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Terbitkan' }).click();
  await page.getByRole('button', { name: 'Pakai Verval desa versi 1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pakai', exact: true }).click();
  await page.getByText('dipakai sekarang').waitFor();
};

test('from a workbook with a mistake to a form that is asked', async () => {
  const page = await live.person('admin');
  await page.goto('/kantor/formulir');
  await page.setInputFiles('input[type=file]', await bookFile('verval.xlsx', `\${lantay} = 'ya'`));
  await page.getByText('Lembar survey, baris 3, kolom relevant').waitFor();
  await page.getByText('Tidak ada pertanyaan bernama lantay.').waitFor();
  expect(await page.getByRole('button', { name: 'Terbitkan' }).isDisabled()).toBe(true);
  await isClean(page);

  await page.setInputFiles('input[type=file]', await bookFile('verval-2.xlsx', `\${lantai} = 'ya'`));
  await page.getByText('Tidak ada kesalahan').waitFor();
  expect(await page.getByLabel('Berapa kamar tidurnya?').count()).toBe(0);
  await page.getByRole('radio', { name: 'Ya' }).check();
  await page.getByLabel('Berapa kamar tidurnya?').fill('dua');
  await page.getByRole('button', { name: 'Periksa isian' }).click();
  await page.getByText('Isi bilangan bulat.').waitFor();
  await page.getByLabel('Berapa kamar tidurnya?').fill('2');
  await page.getByText('Isian ini dapat dikirim.').waitFor();
  await page.getByLabel('Nama kasus').fill('Lantai tanah');
  await page.getByRole('button', { name: 'Simpan isian ini sebagai kasus uji' }).click();
  await page.getByText('cocok', { exact: true }).waitFor();
  await isClean(page);
  await publish(page);
  await isClean(page);
  expect(live.faults).toEqual([]);
});

test('an officer keeps answers, sends them later, and a supervisor looks again', async () => {
  const stand = { db: live.database.db };
  const person = await inRegistry(stand.db, 'operator.karangasri', (ctx) =>
    makeResident(ctx, ctx.actor.areaId, { name: 'Ngatinah', nik: newNik() }),
  );
  const { usulanId } = await makeUsulan(stand, { subjectPersonId: person.personId, draft: undefined });
  await carryUsulan(stand, usulanId, 'verval');
  const page = await live.person('operator.karangasri');
  await page.goto(`/kantor/usulan/${usulanId}/verval`);
  await page.getByText('Verval desa, versi 1.').waitFor();
  await page.getByRole('radio', { name: 'Terkonfirmasi' }).check();
  await page.getByRole('radio', { name: 'Ya', exact: true }).check();
  await page.getByRole('button', { name: 'Simpan hasil kunjungan' }).click();
  await page.getByText('1 isian perlu diperbaiki').waitFor();
  await page.getByRole('button', { name: 'Simpan dulu, kirim nanti' }).click();
  await page.getByText('Isian disimpan; belum dikirim.').waitFor();
  await page.reload();
  await page.getByText('Isian Anda yang belum dikirim dimuat kembali').waitFor();
  await page.getByLabel('Berapa kamar tidurnya?').fill('2');
  await isClean(page);
  await page.getByRole('button', { name: 'Simpan hasil kunjungan' }).click();
  await page.getByRole('heading', { level: 1, name: 'Verval (kunjungan)' }).waitFor();

  const supervisor = await live.person('verifikator');
  await supervisor.goto('/kantor/uji-petik');
  await supervisor.getByRole('button', { name: 'Undi kunjungan' }).click();
  await supervisor.getByText('1 kunjungan terpilih.').waitFor();
  await isClean(supervisor);
  await supervisor.getByRole('table', { name: 'Kunjungan terpilih' }).getByRole('link').click();
  await supervisor.getByRole('radio', { name: 'Terkonfirmasi' }).check();
  await supervisor.getByRole('radio', { name: 'Tidak', exact: true }).check();
  await supervisor.getByRole('button', { name: 'Simpan uji petik' }).click();
  await supervisor.getByRole('table', { name: 'Perbedaan per petugas' }).waitFor();
  await isClean(supervisor);
  expect(live.faults).toEqual([]);
});
