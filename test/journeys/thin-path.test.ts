import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { areaId, inRegistry, makeResident, newNik } from '../factories/person.ts';
import { type LiveApp, startLiveApp } from '../support/live-app.ts';
import { pdfPages } from '../support/pdf-text.ts';

/**
 * The main job, from a proposal to a receipt in hand, through the pages only, each act by whose act it is. The tests stand in the order of
 * the work: each goes on where the one before it stopped.
 */
let live: LiveApp;
let receipt: { number: string; pin: string };
let ownReceipt: { number: string; pin: string };

beforeAll(async () => {
  live = await startLiveApp();
  const { db } = live.database;
  const rt = await areaId(live.database, '99.01.01.2003', { rw: '001', rt: '001' });
  await inRegistry(db, 'operator.karangasri', async (ctx) => {
    await makeResident(ctx, rt, { name: 'Sarinem', nik: newNik('1954-08-07', 'P') });
    await makeResident(ctx, rt, { name: 'Poniran', sex: 'L', birth: { on: '1950-02-03', precision: 'hari' } });
  });
  await live.newActs();
});
afterAll(() => live.close());

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const fill = (page: Page, label: string | RegExp, text: string) =>
  page.getByLabel(label, { exact: typeof label === 'string' }).fill(text);
const h1 = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const usulan = async (name: string) =>
  (
    await live.rows<{ id: string; stage: string | null; state: string; tracks: string[] }>(
      `select u.id, u.state, u.track as tracks, u.stage from @usulan u
       left join @person p on p.id = u.subject_person_id where coalesce(p.name, u.draft->>'name') = $1`,
      [name],
    )
  )[0];
/** A step of the desk waits ten seconds to be taken back; people who are sure send it at once. */
const sendNow = async (page: Page) => {
  await button(page, 'Kirim sekarang').click();
  await button(page, 'Kirim sekarang').waitFor({ state: 'detached' });
};
const openRow = async (page: Page, pile: string, name: string) => {
  await page.goto(pile);
  await page.getByRole('link', { name: new RegExp(name) }).click();
  await page.getByRole('heading', { level: 2, name }).waitFor();
};

const hrefOf = async (page: Page, name: string | RegExp): Promise<string> =>
  (await page.getByRole('link', { name }).getAttribute('href')) ?? '';
/** Number and date of a budget paper in its dialog. */
const paper = async (form: Locator, number: string, date: string) => {
  await form.getByLabel('Nomor dokumen').fill(number);
  await form.getByLabel('Tanggal dokumen').fill(date);
};
/** Number, date and signatory as they stand on the signed document. */
const sign = async (form: Locator, number: string, signer: string) => {
  await form.getByLabel(/^Nomor, seperti/).fill(number);
  await form.getByLabel('Tanggal dokumen').fill('15/7/2026');
  await form.getByLabel('Penanda tangan').selectOption({ label: signer });
};
const initial = async (username: string, decree: string) => {
  const page = await live.person(username);
  await page.goto(decree);
  await button(page, 'Beri paraf').click();
  const asked = dialog(page, 'Beri paraf');
  await asked.getByRole('button', { name: 'Beri paraf' }).click();
  await asked.waitFor({ state: 'detached' });
};

test('1. the RT head proposes a neighbour and hands her the receipt', async () => {
  const page = await live.person('rt.karangasri');
  await page.goto('/kantor/rt');
  await h1(page, 'RT saya');
  await page.getByRole('link', { name: 'Usulkan warga' }).first().click();
  await h1(page, 'Usulkan warga');
  await fill(page, 'Nama lengkap', 'Sarinem');
  await fill(page, /^Alamat/, 'Jalan Melati 3, sebelah musala');
  await fill(page, /^Tanggal lahir/, '7/8/1954');
  await page.getByLabel('Jenis kelamin').selectOption('P');
  await button(page, 'Kirim usulan').click();
  await page.getByRole('alert').getByText('Tulis mengapa diusulkan').waitFor();
  await fill(page, 'Mengapa diusulkan', 'Tinggal sendiri, tidak punya penghasilan tetap.');
  await page.getByRole('radio', { name: /lisan/i }).check();
  await fill(page, 'Nama saksi yang mendengar', 'Bu Sri');
  await button(page, 'Kirim usulan').click();
  await h1(page, 'Usulan terkirim');
  const [number = '', pin = ''] = await page.locator('dd').allInnerTexts();
  receipt = { number, pin };
  expect(number).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}$/);
  expect(await usulan('Sarinem')).toMatchObject({ stage: 'periksa', state: 'berjalan' });
  expect(await live.newActs()).toContain('rt.karangasri usulan.submitted');
});

test('1. a citizen proposes herself on the portal', async () => {
  const page = await live.newPage('phone', { javaScriptEnabled: false });
  const go = () => button(page, 'Lanjut').click();
  await page.goto('/layanan/tirta-rukun/usul');
  await page.getByRole('radio', { name: 'Belum' }).check();
  await go();
  await page.getByRole('radio', { name: 'Diri saya sendiri' }).check();
  await go();
  await page.getByRole('radio', { name: 'Diusulkan untuk bantuan' }).check();
  await go();
  await fill(page, 'Nama lengkap', 'Waginem');
  await go();
  await fill(page, 'Tanggal', '1');
  await fill(page, 'Bulan', '5');
  await fill(page, 'Tahun', '1960');
  await go();
  await go();
  await page.getByLabel('Kecamatan').selectOption({ label: 'Tirta Makmur' });
  await go();
  const desa = await page.locator('option', { hasText: 'Karang Asri' }).getAttribute('value');
  await page.getByLabel('Desa atau kelurahan').selectOption(desa);
  await go();
  await fill(page, /^Alamat/, 'Jalan Kenanga 8');
  await go();
  await go();
  await fill(page, 'Ceritakan dengan kata-kata sendiri', 'Saya janda, buruh cuci, anak masih sekolah dua.');
  await go();
  await page.getByLabel(/^Isian ini benar/).check();
  await button(page, 'Kirim pengajuan').click();
  await h1(page, 'Pengajuan diterima');
  const [number = '', pin = ''] = await page.locator('dd.number').allInnerTexts();
  ownReceipt = { number, pin };
  expect(await usulan('Waginem')).toMatchObject({ stage: 'periksa', state: 'berjalan' });
  expect(await live.newActs()).toContain('portal usulan.submitted');
  await page.context().close();
});

test('2. the operator links one to the register, makes the other, and passes both on', async () => {
  const page = await live.person('operator.karangasri');
  await openRow(page, '/kantor/usulan?stage=periksa', 'Sarinem');
  await button(page, /^Tautkan Sarinem/)
    .first()
    .click();
  await page.getByRole('link', { name: 'Buka lembar warga' }).waitFor();
  await button(page, /^Teruskan/).click();
  await sendNow(page);
  await openRow(page, '/kantor/usulan?stage=periksa', 'Waginem');
  await button(page, 'Buat data baru dari usulan ini').click();
  await dialog(page, 'Buat data baru').getByRole('button', { name: 'Buat data baru dari usulan ini' }).click();
  await page.getByRole('link', { name: 'Buka lembar warga' }).waitFor();
  await button(page, /^Teruskan/).click();
  await sendNow(page);
  for (const name of ['Sarinem', 'Waginem'])
    await expect.poll(() => usulan(name)).toMatchObject({ stage: 'verval', state: 'berjalan' });
  const acts = await live.newActs();
  expect(acts).toContain('operator.karangasri usulan.linked');
  expect(acts).toContain('operator.karangasri usulan.person_created');
  expect(acts.filter((act) => act === 'operator.karangasri usulan.accepted')).toHaveLength(2);
});

test('3. the field check by the nine criteria', async () => {
  const page = await live.person('operator.karangasri');
  for (const name of ['Sarinem', 'Waginem']) {
    await openRow(page, '/kantor/usulan?stage=verval', name);
    await button(page, /^Isi verval/).click();
    await h1(page, `Verval: ${name}`);
    await page.getByRole('radio', { name: 'Terkonfirmasi' }).check();
    await fill(page, 'Siapa yang ditemui', name);
    for (let no = 1; no <= 9; no++)
      await page
        .getByRole('radiogroup', { name: new RegExp(`^${no}\\.`) })
        .getByRole('radio', { name: 'ya', exact: true })
        .check();
    await page.getByText('9 dari 9 terjawab').waitFor();
    await button(page, 'Simpan hasil kunjungan').click();
    await h1(page, 'Verval (kunjungan)');
    expect(await usulan(name)).toMatchObject({ stage: 'musyawarah' });
  }
  expect((await live.newActs()).filter((act) => act === 'operator.karangasri verval.recorded')).toHaveLength(2);
  const known = await live.rows(`select 1 from @current_fact where value is not null and source = 'verval'`);
  expect(known).toHaveLength(18);
});

test('4. musdes decides row by row, and the berita acara is printed', async () => {
  const page = await live.person('operator.karangasri');
  await page.goto('/kantor/musyawarah');
  await button(page, 'Siapkan musyawarah').click();
  await fill(page, 'Tanggal pelaksanaan', '15/7/2026');
  await fill(page, 'Tempat', 'Balai Desa Karang Asri');
  await fill(page, 'Pimpinan atau penanggung jawab', 'Pak Suryo');
  await button(page, 'Siapkan').click();
  await h1(page, /^Musdes Desa Karang Asri/);
  for (const [at, name] of ['Pak Suryo', 'Bu Wulan', 'Pak Jarwo', 'Pak Darto', 'Serda Anwar', 'Bu Lastri'].entries())
    await fill(page, `Nama peserta ${at + 1}`, name);
  await button(page, 'Simpan daftar hadir').click();
  await page.getByText('Semua unsur hadir').waitFor();
  await page.getByRole('link', { name: 'Putuskan baris demi baris' }).click();
  await h1(page, 'Putusan musyawarah');
  await page.getByRole('link', { name: /Sarinem/ }).click();
  await page.getByRole('radio', { name: /^Disepakati/ }).check();
  await button(page, 'Simpan dan lanjut').click();
  await page.getByText('1 dari 2 sudah diputus').waitFor();
  await page.getByRole('heading', { level: 2, name: /Waginem/ }).waitFor();
  await page.getByRole('radio', { name: /^Disepakati/ }).check();
  await button(page, 'Simpan dan lanjut').click();
  await page.getByText('2 dari 2 sudah diputus').waitFor();
  await page.getByText('Semua baris sudah diputus.').waitFor();
  await page.getByRole('link', { name: 'Kembali ke musyawarah' }).click();
  await button(page, 'Selesaikan musyawarah').click();
  await button(page, 'Selesaikan').click();
  await page.getByText('Nomor berita acara').waitFor();
  const link = page.getByRole('link', { name: /^Berita acara, daftar hadir/ });
  const printed = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(pdfPages(await printed.body()).join(' ')).toContain('Sarinem');
  expect(await usulan('Sarinem')).toMatchObject({ stage: 'verifikasi' });
  const acts = await live.newActs();
  expect(acts.filter((act) => act === 'operator.karangasri musyawarah.row_decided')).toHaveLength(2);
  expect(acts).toContain('operator.karangasri musyawarah.finished');
});

test('5. the verifier approves, one on both tracks', async () => {
  const page = await live.person('verifikator');
  for (const [name, tracks] of [
    ['Sarinem', ['pusat', 'daerah']],
    ['Waginem', ['daerah']],
  ] as const) {
    await openRow(page, '/kantor/usulan?stage=verifikasi', name);
    await button(page, 'Buka jawaban kunjungan').click();
    await page.getByRole('table', { name: 'Jawaban kunjungan' }).waitFor();
    await button(page, /^Setujui/).click();
    const asked = dialog(page, 'Setujui usulan');
    for (const track of tracks) await asked.getByRole('checkbox', { name: new RegExp(track, 'i') }).check();
    await asked.getByRole('button', { name: 'Setujui', exact: true }).click();
    await sendNow(page);
    await expect.poll(() => usulan(name)).toMatchObject({ state: 'disetujui', stage: null });
    expect([...((await usulan(name))?.tracks ?? [])].sort()).toEqual([...tracks].sort());
  }
  expect((await live.newActs()).filter((act) => act === 'verifikator usulan.approved')).toHaveLength(2);
});

test('6. the month goes to be ratified, and counts only with number, date and position', async () => {
  const verifier = await live.person('verifikator');
  await verifier.goto('/kantor/pengesahan');
  await button(verifier, 'Masukkan ke daftar').click();
  await h1(verifier, /^Pengesahan Juli 2026/);
  await verifier.getByText('1. Sarinem').waitFor();
  await button(verifier, 'Kirim untuk disahkan').click();
  await dialog(verifier, 'Kirim untuk disahkan').getByRole('button', { name: 'Kirim untuk disahkan' }).click();
  await verifier.getByRole('link', { name: 'Nota dinas dan lampiran (PDF)' }).waitFor();
  const batch = new URL(verifier.url()).pathname;
  await initial('sekretaris', await hrefOf(verifier, 'Lihat rantai paraf'));
  const head = await live.person('kadis');
  await head.goto(batch);
  await button(head, 'Catat pengesahan').click();
  await sign(dialog(head, 'Catat pengesahan'), '400.9/12/2026', 'Kepala Dinas Sosial: Bu Ratna');
  await dialog(head, 'Catat pengesahan').getByRole('button', { name: 'Catat pengesahan' }).click();
  await dialog(head, 'Catat pengesahan').waitFor({ state: 'detached' });
  await head.getByText('400.9/12/2026').waitFor();
  const [row] = await live.rows(
    'select b.state, d.number, d.on_date::text from @batch b join @decree d on d.id = b.decree_id',
  );
  expect(row).toEqual({ state: 'disahkan', number: '400.9/12/2026', on_date: '2026-07-15' });
  const acts = await live.newActs();
  expect(acts).toContain('sekretaris decree.initialled');
  expect(acts).toContain('kadis batch.ratified');
});

test('6. the operator keys her into SIKS-NG, and the answer of the centre is kept', async () => {
  const page = await live.person('operator.karangasri');
  await openRow(page, '/kantor/pengetikan', 'Sarinem');
  await fill(page, 'Nomor tiket SIKS-NG', 'TIKET-7781');
  await button(page, 'Sudah diinput, lanjut').click();
  await page.getByText('Tidak ada yang perlu diketik').waitFor();
  await openRow(page, '/kantor/pengetikan?tumpukan=menunggu', 'Sarinem');
  await page.getByLabel('Hasil', { exact: true }).selectOption('padan');
  await button(page, 'Catat, beri tahu warga').click();
  await expect
    .poll(() => live.rows('select ticket, result from @centre_submission'))
    .toEqual([{ ticket: 'TIKET-7781', result: 'padan' }]);
  const acts = await live.newActs();
  for (const act of ['centre.sheet_opened', 'centre.keyed', 'centre.result_recorded'])
    expect(acts).toContain(`operator.karangasri ${act}`);
});

test('7. the planner records the source, its DPA and the pagu', async () => {
  const page = await live.person('perencana');
  await page.goto('/kantor/anggaran');
  await button(page, 'Sumber dana baru').click();
  await fill(page, 'Nama sumber dana', 'APBD Kabupaten');
  await button(page, 'Simpan').click();
  await button(page, 'Catat dokumen').click();
  await paper(dialog(page, /^Catat dokumen/), 'DPA/A.1/1.06/2026', '5/1/2026');
  await dialog(page, /^Catat dokumen/)
    .getByRole('button', { name: 'Simpan' })
    .click();
  await page.getByText(/DPA\/A\.1\/1\.06\/2026/).waitFor();
  await button(page, 'Baris anggaran baru').click();
  const line = dialog(page, 'Baris anggaran baru');
  await line.getByLabel('Tahap', { exact: true }).selectOption('dpa');
  await line.getByLabel('Kode sub kegiatan').fill('1.06.04.2.01.0001');
  await line.getByLabel('Nama sub kegiatan').fill('Penyediaan permakanan');
  await line.getByLabel('Kode rekening').fill('5.1.06.01.02.0001');
  await line.getByLabel('Jumlah', { exact: true }).fill('10 juta');
  await paper(line, 'DPA/A.1/1.06/2026', '5/1/2026');
  await line.getByRole('button', { name: 'Buka baris' }).click();
  await page.getByRole('link', { name: 'Penyediaan permakanan' }).click();
  await h1(page, 'Penyediaan permakanan');
  const [money] = await live.rows('select sum(amount)::text as pagu from @budget_entry');
  expect(money).toEqual({ pagu: '10000000' });
  const acts = await live.newActs();
  for (const act of ['budget.source_added', 'budget.document_recorded', 'budget.line_opened'])
    expect(acts).toContain(`perencana ${act}`);
});

test('7. the head of division simulates, holds a place for the unknown, and prepares the list', async () => {
  const page = await live.person('kabid');
  await page.goto('/kantor/program');
  await button(page, 'Program baru').click();
  const created = dialog(page, 'Program baru');
  await created.getByLabel('Nama program').fill('Permakanan Karang Asri 2026');
  await created.getByLabel('Baris anggaran').selectOption({ index: 1 });
  await created.getByLabel('Bantuan per penerima').fill('1 juta');
  await created.getByRole('button', { name: 'Buat program' }).click();
  await h1(page, 'Simulasi: Permakanan Karang Asri 2026');
  await page.getByText('Belum diketahui dan dapat masuk: 1').first().waitFor();
  await fill(page, 'Tahan tempat yang belum diketahui sampai', '31/12/2026');
  await fill(page, 'Alasan (dibaca warga)', 'Keluarga miskin menurut data pusat atau sembilan kriteria');
  await fill(page, 'Dasar hukum', 'Perbup 4/2026');
  await fill(page, 'Juknis (teks)', 'Juknis permakanan tahun 2026.');
  await page.getByText('Tempat ditahan: 1').first().waitFor();
  await button(page, 'Simpan ketentuan').click();
  await page.getByText('Ketentuan tersimpan.').waitFor();
  await button(page, 'Siapkan daftar').click();
  await dialog(page, 'Siapkan daftar penerima').getByRole('button', { name: 'Siapkan daftar' }).click();
  await h1(page, 'Daftar: Permakanan Karang Asri 2026');
  for (const name of ['Sarinem', 'Waginem']) await page.getByText(name).first().waitFor();
  await button(page, /^Ditahan/).click();
  await page.getByText('Poniran').first().waitFor();
  const [run] = await live.rows(
    `select state, counts->>'masuk' as masuk, counts->>'ditahan' as ditahan from @selection_run`,
  );
  expect(run).toEqual({ state: 'rancangan', masuk: '2', ditahan: '1' });
  const acts = await live.newActs();
  expect(acts).toContain('kabid programme.created');
  expect(acts).toContain('kabid programme.list_prepared');
});

test('7. initials, then number, date and signatory, and the list is in force', async () => {
  const page = await live.person('kabid');
  const decree = await hrefOf(page, 'Buka SK');
  for (const username of ['kabid', 'sekretaris', 'kadis']) await initial(username, decree);
  const recorder = await live.person('sekretaris');
  await recorder.goto(decree);
  await button(recorder, 'Catat tanda tangan').click();
  const asked = dialog(recorder, 'Catat tanda tangan');
  await sign(asked, '188.45/77/2026', 'Bupati Tirta Rukun');
  await asked.getByLabel('Nama kepala daerah').fill('Ir. Sutarjo');
  await asked.getByRole('button', { name: 'Catat tanda tangan' }).click();
  await button(recorder, 'Berlakukan').click();
  await dialog(recorder, 'Berlakukan').getByRole('button', { name: 'Berlakukan' }).click();
  await recorder.getByText('Berlaku sejak').waitFor();
  const due = await live.rows('select amount::text, state from @entitlement');
  expect(due).toEqual([
    { amount: '1000000', state: 'menunggu' },
    { amount: '1000000', state: 'menunggu' },
  ]);
  const acts = await live.newActs();
  for (const act of ['kabid decree.initialled', 'kadis decree.initialled', 'sekretaris decree.signed'])
    expect(acts).toContain(act);
  expect(acts).toContain('sekretaris decree.put_in_force');
});

test('8. the desk hands over once, marks the second time, and prints the BAST', async () => {
  const planner = await live.person('perencana');
  await planner.reload();
  await button(planner, 'Catat SP2D').click();
  const paid = dialog(planner, 'Catat SP2D');
  await paid.getByLabel('Jumlah', { exact: true }).fill('2 juta');
  await paper(paid, 'SP2D/101/2026', '14/7/2026');
  await paid.getByRole('button', { name: 'Catat' }).click();
  await paid.waitFor({ state: 'detached' });
  const page = await live.person('salur');
  const [letter] = await live.rows<{ code: string }>(
    `select e.code from @entitlement e join @award a on a.id = e.award_id join @person p on p.id = a.payee_id where p.name = 'Sarinem'`,
  );
  const find = async () => {
    await fill(page, 'Kode pada surat', letter?.code ?? '');
    await button(page, 'Cari').click();
    await page.getByRole('heading', { name: 'Sarinem' }).waitFor();
  };
  await page.goto('/kantor/serah-terima');
  await find();
  await button(page, 'Serahkan').click();
  await page.getByText('Serah terima dicatat.').waitFor();
  await button(page, 'Penerima berikutnya').click();
  await find();
  await page.getByText('Sudah diserahkan. Jangan serahkan lagi.').waitFor();
  await page.getByLabel(/^Barang sudah terlanjur/).check();
  await button(page, 'Catat kejadian').click();
  await page.getByText('dicatat sebagai GANDA').waitFor();
  const rulings = await live.rows(
    'select r.kind from @handover_ruling r join @handover h on h.id = r.handover_id order by h.received_seq',
  );
  expect(rulings).toEqual([{ kind: 'efektif' }, { kind: 'ganda' }]);
  expect(await live.rows('select state from @entitlement order by state')).toEqual([
    { state: 'menunggu' },
    { state: 'terpenuhi' },
  ]);
  const bast = await page.request.get(await hrefOf(page, 'Cetak BAST'));
  expect(pdfPages(await bast.body()).join(' ')).toContain('Sarinem');
  const acts = await live.newActs();
  expect(acts).toContain('perencana budget.sp2d_booked');
  expect(acts).toContain('salur handover.recorded');
  expect(acts).toContain('salur handover.doubled');
});

test('8. the head of division settles the incident', async () => {
  const page = await live.person('kabid');
  await page.goto('/kantor/kejadian');
  await page
    .getByText(/Sarinem/)
    .first()
    .waitFor();
  await button(page, 'Selesaikan').click();
  await fill(page, 'Apa yang ditemukan dan dilakukan', 'Paket kedua ditarik kembali dari rumah penerima.');
  await button(page, 'Simpan hasil').click();
  await page.getByText('Tidak ada kejadian terbuka.').waitFor();
  expect(await live.newActs()).toContain('kabid incident.closed');
});

test('9. the report adds up to the rupiah', async () => {
  const page = await live.person('kadis');
  await page.goto('/kantor/laporan');
  await page.getByText('1 dari 2 penerima sudah menerima penuh.').first().waitFor();
  const row = page.getByRole('table', { name: 'Per program' }).getByRole('row', { name: /Permakanan Karang Asri/ });
  const cells = await row.getByRole('cell').allInnerTexts();
  expect(cells.slice(2)).toEqual(['10.000.000', '1.000.000', '2.000.000', '7.000.000', '1.000.000', '2', '1']);
  const csv = await (await page.request.get('/api/report/realisation.csv')).text();
  expect(csv).toContain('Karang Asri');
});

test('10. both citizens read where it is, with number and PIN, on a phone without script', async () => {
  const sentences = [
    [receipt, /data Anda cocok dengan data kependudukan/],
    [ownReceipt, /Permakanan Karang Asri 2026/],
  ] as const;
  for (const [{ number, pin }, sentence] of sentences) {
    const page = await live.newPage('phone', { javaScriptEnabled: false });
    await page.goto('/layanan/tirta-rukun/status');
    await fill(page, 'Nomor tanda terima', number.toLowerCase());
    await fill(page, 'PIN', pin);
    await button(page, 'Lihat status').click();
    await page.getByText(sentence).first().waitFor();
    const text = await page.locator('main').textContent();
    expect(text).toContain('Perjalanan pengajuan');
    expect(text).not.toMatch(/desil \d|\b\d{16}\b|Waginem|Sarinem/i);
    await page.context().close();
  }
});

test('nothing was thrown on any page on the way', () => expect(live.faults).toEqual([]));
