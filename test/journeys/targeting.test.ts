import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBudgetLine } from '../factories/budget.ts';
import { makeFamilies } from '../factories/families.ts';
import { inRegistry } from '../factories/person.ts';
import { type LiveApp, startLiveApp } from '../support/live-app.ts';

/**
 * A list under a budget, through the pages only: an officer writes a rule and sees the simulation move, a second person agrees, a family
 * left out reads why and by how much, and when the money rises exactly the next families of the reserve list come in.
 */
let live: LiveApp;
let lineId: string;
let listAddress: string;

const DESIL_1 = ['Sarinem', 'Wagiyem', 'Poniman', 'Tukiyem', 'Ngatinah', 'Paimin', 'Suparmi', 'Marsinah'];
const DESIL_2 = ['Legiyem', 'Sumarni', 'Wiryo', 'Kartono', 'Painem', 'Sugiyem'];
const BEYOND = ['Hartono'];
/** Older ones first: the tie order of a new programme. */
const family = (desil: number) => (name: string, i: number) => ({ name, birthOn: `19${40 + i}-01-01`, desil });

beforeAll(async () => {
  live = await startLiveApp();
  await makeFamilies(live.database, [...DESIL_1.map(family(1)), ...DESIL_2.map(family(2)), ...BEYOND.map(family(7))]);
  // Money for ten of six million.
  ({ lineId } = await inRegistry(live.database.db, 'perencana', (ctx) =>
    makeBudgetLine(ctx, { pagu: 60_000_000n, name: 'APBD uji' }),
  ));
});
afterAll(() => live.close());

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const h1 = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const numberOf = async (page: Page, label: string, wanted: number) =>
  page
    .locator('dl > div', { hasText: label })
    .filter({ hasText: String(wanted) })
    .first()
    .waitFor();
const changesOf = (page: Page) => page.getByRole('region', { name: 'Perubahan' });
/** Recipients of the list that is not called off, by rank. */
const recipients = async () =>
  (
    await live.rows<{ name: string }>(
      `select p.name from @selection_row r join @person p on p.id = r.person_id
       where r.place = 'masuk' and r.run_id = (select id from @selection_run where state = 'rancangan') order by r.rank`,
    )
  ).map((row) => row.name);

test('1. an officer makes a programme and writes a rule; the simulation moves', async () => {
  const page = await live.person('kabid');
  await page.goto('/kantor/program');
  await button(page, 'Program baru').click();
  const created = dialog(page, 'Program baru');
  await created.getByLabel('Nama program').fill('Sembako daerah 2026');
  await created.getByLabel('Baris anggaran').selectOption({ index: 1 });
  await created.getByLabel('Bantuan per penerima').fill('6 juta');
  await created.getByRole('button', { name: 'Buat program' }).click();
  await h1(page, 'Simulasi: Sembako daerah 2026');
  await numberOf(page, 'masuk', 10);
  await numberOf(page, 'cadangan', 4);

  await page.getByLabel('Baris 1: Ungkapan').fill('desil <= 1');
  const changes = changesOf(page);
  await changes.getByText('Keluar: 2 (Rp12.000.000)').waitFor();
  for (const name of DESIL_2.slice(0, 2)) await changes.getByText(new RegExp(`^${name},`)).waitFor();
  await page.getByLabel('Baris 1: Ungkapan').fill('desil <= 2 dan ada anggota dengan (umur >= 60)');
  await changes.getByText('Masuk: 2 (Rp12.000.000)').waitFor();
  await page.getByText('desil paling banyak 2 dan ada anggota yang umurnya paling sedikit 60 tahun').first().waitFor();

  const covered = page.getByRole('region', { name: 'Siapa yang tercakup' });
  await covered.getByText('Cakupan: 71,4% (10 dari 14 keluarga desil 1 sampai 4 mendapat tempat).').waitFor();
  await covered.getByText('Bocor: 0,0% tempat (0) untuk desil di atas 4.').waitFor();
  await page.getByText('Karang Asri: 10 keluarga, mendapat tempat').waitFor({ state: 'attached' });
});

test('1. rules that contradict each other say so and leave the last result in sight', async () => {
  const page = await live.person('kabid');
  await page.getByLabel('Baris 1: Ungkapan').fill('desil <= 2 dan desil >= 5');
  await page
    .getByText(/tidak pernah|bertentangan/)
    .first()
    .waitFor();
  await page.getByLabel('Baris 1: Ungkapan').fill('desill <= 2');
  await page.getByText('Perbaiki aturannya; hitungan dilanjutkan begitu aturannya dapat dibaca.').waitFor();
  await page
    .getByText(/desill/)
    .first()
    .waitFor();
  await page.getByLabel('Baris 1: Ungkapan').fill('desil <= 2');
  await numberOf(page, 'masuk', 10);
});

test('1. two scenarios are kept and stand side by side', async () => {
  const page = await live.person('kabid');
  const keep = async (name: string) => {
    await button(page, 'Simpan sebagai skenario').click();
    const asked = dialog(page, 'Simpan sebagai skenario');
    await asked.getByLabel('Nama skenario').fill(name);
    await asked.getByRole('button', { name: 'Simpan skenario' }).click();
    await asked.waitFor({ state: 'detached' });
  };
  await keep('Enam juta');
  await page.getByLabel('Bantuan per penerima').fill('5 juta');
  await numberOf(page, 'masuk', 12);
  await keep('Lima juta');
  await page.getByLabel('Bantuan per penerima').fill('6 juta');
  await numberOf(page, 'masuk', 10);
  await page.getByLabel('Alasan (dibaca warga)').fill('Untuk keluarga miskin menurut data pusat.');
  await page.getByLabel('Dasar hukum').fill('Perbup 4/2026 pasal 4');
  await button(page, 'Simpan ketentuan').click();
  await page.getByText('Ketentuan tersimpan.').waitFor();

  await page.getByRole('link', { name: 'Skenario', exact: true }).click();
  await h1(page, 'Skenario: Sembako daerah 2026');
  await page.getByLabel('Bandingkan Enam juta').check();
  await page.getByLabel('Bandingkan Lima juta').check();
  const differs = page.getByRole('region', { name: 'Lima juta, dibandingkan dengan Enam juta' });
  await differs.getByText('Masuk: 2').waitFor();
  for (const name of DESIL_2.slice(2, 4)) await differs.getByText(new RegExp(`^${name},`)).waitFor();
  await page.getByText('Semua dihitung dari register yang sama.').waitFor();
});

test('2. an example family holds the rules to their word until a second look', async () => {
  const page = await live.person('kabid');
  await page.getByRole('link', { name: 'Halaman program' }).click();
  await page.getByRole('link', { name: 'Contoh keluarga' }).click();
  await button(page, 'Tambah contoh').click();
  const form = dialog(page, 'Contoh keluarga');
  await form.getByLabel('Nama contoh (bukan nama orang)').fill('Tepat pada batas: desil 2');
  await form.getByLabel('Mengapa begitu').fill('Pasal 4: sampai desil 2.');
  await form.getByLabel('desil', { exact: true }).fill('2');
  await form.getByRole('button', { name: 'Simpan contoh' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByRole('table').getByText('sesuai', { exact: true }).waitFor();
});

test('3. the list is prepared, and a second person agrees', async () => {
  const page = await live.person('kabid');
  await page.getByRole('link', { name: 'Halaman program' }).click();
  await button(page, 'Simulasi').click();
  await page.getByText('1 contoh keluarga sesuai.').waitFor();
  await button(page, 'Siapkan daftar').click();
  const asked = dialog(page, 'Siapkan daftar penerima');
  await asked.getByText('Di atas Rp50.000.000: orang kedua menyetujui dulu.').waitFor();
  await asked.getByRole('button', { name: 'Siapkan daftar' }).click();
  await h1(page, 'Daftar: Sembako daerah 2026');
  listAddress = page.url();
  expect(await button(page, 'Setujui sebagai orang kedua').count()).toBe(0);
  expect(await recipients()).toEqual([...DESIL_1, ...DESIL_2.slice(0, 2)]);

  const second = await live.person('sekretaris');
  await second.goto(listAddress);
  await button(second, 'Setujui sebagai orang kedua').click();
  const confirmed = dialog(second, 'Setujui sebagai orang kedua');
  await confirmed.getByRole('button', { name: 'Setujui sebagai orang kedua' }).click();
  await confirmed.waitFor({ state: 'detached' });
  const acts = await live.newActs();
  expect(acts).toContain('kabid programme.list_prepared');
  expect(acts.filter((act) => act.startsWith('sekretaris programme.list_confirmed'))).toHaveLength(1);
});

test('4. a family left out reads why, and by how much', async () => {
  const page = await live.person('kabid');
  await button(page, /^Cadangan/).click();
  await page.getByRole('link', { name: 'Wiryo' }).first().click();
  await h1(page, 'Keluarga Wiryo dalam program daerah');
  await page.getByText('memenuhi syarat').first().waitFor();
  await page
    .getByText(/cadangan nomor 1/)
    .first()
    .waitFor();
  await page
    .getByText(/Tambahan dana Rp6\.000\.000 membuat daftar sampai ke keluarga ini/)
    .first()
    .waitFor();
  await page
    .getByText(/yang terakhir masuk: urutan 10, desil 2/)
    .first()
    .waitFor();
});

test('5. the budget rises by three, and exactly the next three of the reserve list come in', async () => {
  const perencana = await live.person('perencana');
  await perencana.goto(`/kantor/anggaran/${lineId}`);
  await button(perencana, 'Catat tahap').click();
  const form = dialog(perencana, 'Catat tahap');
  await form.getByLabel('Tahap').selectOption('dppa');
  await form.getByLabel('Jumlah').fill('78 juta');
  await form.getByLabel('Nomor dokumen').fill('DPPA/1/2026');
  await form.getByLabel('Tanggal dokumen').fill('14/7/2026');
  await form.getByRole('button', { name: 'Catat' }).click();
  await form.waitFor({ state: 'detached' });

  const page = await live.person('kabid');
  await page.goto(listAddress);
  await button(page, 'Batalkan daftar').click();
  const cancelled = dialog(page, 'Batalkan daftar');
  await cancelled.getByLabel('Alasan').fill('Pagu naik dengan DPPA; daftar disusun ulang.');
  await cancelled.getByRole('button', { name: 'Batalkan daftar' }).click();
  await cancelled.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Halaman program' }).click();
  await button(page, 'Simulasi').click();
  await numberOf(page, 'masuk', 13);
  await button(page, 'Siapkan daftar').click();
  await dialog(page, 'Siapkan daftar penerima').getByRole('button', { name: 'Siapkan daftar' }).click();
  await h1(page, 'Daftar: Sembako daerah 2026');
  await expect
    .poll(recipients, { timeout: 20_000 })
    .toEqual([...DESIL_1, ...DESIL_2.slice(0, 2), ...DESIL_2.slice(2, 5)]);
  expect(live.faults).toEqual([]);
});
