import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../src/modules/identity/index.ts';
import { areaId, inRegistry, makeResident, newNik } from '../factories/person.ts';
import { handsOn } from '../support/keyboard.ts';
import { type LiveApp, startLiveApp } from '../support/live-app.ts';

/**
 * The main job from 1 to 10 once more, by keyboard alone: Tab, arrows, Enter, Space, typing, and the pages' own keys. No pointer touches
 * anything, and every control that is used shows that it has the focus. The tests stand in the order of the work.
 */
let live: LiveApp;
let receipt: { number: string; pin: string };
let ownReceipt: { number: string; pin: string };
const people = new Map<string, Page>();

beforeAll(async () => {
  live = await startLiveApp();
  const rt = await areaId(live.database, '99.01.01.2003', { rw: '001', rt: '001' });
  await inRegistry(live.database.db, 'operator.karangasri', async (ctx) => {
    await makeResident(ctx, rt, { name: 'Sarinem', nik: newNik('1954-08-07', 'P') });
  });
});
afterAll(() => live.close());

const button = (at: Page | Locator, name: string | RegExp) =>
  at.getByRole('button', { name, exact: typeof name === 'string' });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
const label = (at: Page | Locator, name: string | RegExp) => at.getByLabel(name, { exact: typeof name === 'string' });
const radio = (at: Page | Locator, name: string | RegExp) =>
  at.getByRole('radio', { name, exact: typeof name === 'string' });
const h1 = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const standing = async (name: string) =>
  (
    await live.rows<{ stage: string | null; state: string }>(
      `select u.state, u.stage from @usulan u left join @person p on p.id = u.subject_person_id
       where coalesce(p.name, u.draft->>'name') = $1`,
      [name],
    )
  )[0];

/** The page of an account, signed in by typing; it stays open from one step to the next. */
const person = async (username: string) => {
  const known = people.get(username);
  if (known) return { page: known, hands: handsOn(known) };
  const page = await live.newPage();
  const hands = handsOn(page);
  await page.goto('/kantor/');
  await hands.type(page.locator('[name=username]'), username);
  await hands.type(page.locator('[name=password]'), DEMO_PASSWORD);
  await hands.press('Enter');
  await h1(page, 'Pagi ini');
  people.set(username, page);
  return { page, hands };
};
/** Opens a page of the menu. */
const open = async (username: string, name: string | RegExp) => {
  const { page, hands } = await person(username);
  await hands.go(page.getByRole('navigation').getByRole('link', { name }));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return { page, hands };
};
type Hands = ReturnType<typeof handsOn>;
const sendNow = async (page: Page, hands: Hands) => {
  await hands.go(button(page, 'Kirim sekarang'));
  await button(page, 'Kirim sekarang').waitFor({ state: 'detached' });
};
const closed = (asked: Locator) => asked.waitFor({ state: 'detached' });
const sign = async (hands: Hands, form: Locator, number: string, signer: RegExp) => {
  await hands.type(label(form, /^Nomor, seperti/), number);
  await hands.type(label(form, 'Tanggal dokumen'), '15/7/2026');
  await hands.choose(label(form, 'Penanda tangan'), signer);
};
/** Gives the next initial on the decree that waits for this account. */
const initial = async (username: string, decree: RegExp) => {
  const { page, hands } = await open(username, /^SK dan paraf/);
  await hands.row(link(page, decree));
  await hands.go(button(page, 'Beri paraf'));
  const asked = dialog(page, 'Beri paraf');
  await hands.go(button(asked, 'Beri paraf'));
  await closed(asked);
};

test('1. the RT head proposes a neighbour', async () => {
  const { page, hands } = await open('rt.karangasri', 'RT saya');
  await h1(page, 'RT saya');
  await hands.go(page.getByRole('main').getByRole('link', { name: 'Usulkan warga' }));
  await h1(page, 'Usulkan warga');
  await hands.type(label(page, 'Nama lengkap'), 'Sarinem');
  await hands.type(label(page, /^Alamat/), 'Jalan Melati 3, sebelah musala');
  await hands.type(label(page, /^Tanggal lahir/), '7/8/1954');
  await hands.choose(label(page, 'Jenis kelamin'), /Perempuan/);
  await hands.type(label(page, 'Mengapa diusulkan'), 'Tinggal sendiri, tidak punya penghasilan tetap.');
  await hands.pick(radio(page, /lisan/i));
  await hands.type(label(page, 'Nama saksi yang mendengar'), 'Bu Sri');
  await hands.go(button(page, 'Kirim usulan'));
  await h1(page, 'Usulan terkirim');
  const [number = '', pin = ''] = await page.locator('dd').allInnerTexts();
  receipt = { number, pin };
  expect(await standing('Sarinem')).toEqual({ stage: 'periksa', state: 'berjalan' });
});

test('1. a citizen proposes herself on the portal, on a phone with a keyboard and without script', async () => {
  const page = await live.newPage('phone', { javaScriptEnabled: false });
  const hands = handsOn(page);
  const next = () => hands.go(button(page, 'Lanjut'));
  await page.goto('/layanan/tirta-rukun/usul');
  await hands.pick(radio(page, 'Belum'));
  await next();
  await hands.pick(radio(page, 'Diri saya sendiri'));
  await next();
  await hands.pick(radio(page, 'Diusulkan untuk bantuan'));
  await next();
  await hands.type(label(page, 'Nama lengkap'), 'Waginem');
  await next();
  await hands.type(label(page, 'Tanggal'), '1');
  await hands.type(label(page, 'Bulan'), '5');
  await hands.type(label(page, 'Tahun'), '1960');
  await next();
  await next();
  await hands.choose(label(page, 'Kecamatan'), 'Tirta Makmur');
  await next();
  await hands.choose(label(page, 'Desa atau kelurahan'), /Karang Asri/);
  await next();
  await hands.type(label(page, /^Alamat/), 'Jalan Kenanga 8');
  await next();
  await next();
  await hands.type(
    label(page, 'Ceritakan dengan kata-kata sendiri'),
    'Saya janda, buruh cuci, anak masih sekolah dua.',
  );
  await next();
  await hands.tick(label(page, /^Isian ini benar/));
  await hands.go(button(page, 'Kirim pengajuan'));
  await h1(page, 'Pengajuan diterima');
  const [number = '', pin = ''] = await page.locator('dd.number').allInnerTexts();
  ownReceipt = { number, pin };
  await page.context().close();
});

test('2. the operator links one, makes the other, and passes both on', async () => {
  const { page, hands } = await open('operator.karangasri', /^Usulan/);
  await hands.row(link(page, /Sarinem/));
  await hands.go(button(page, /^Tautkan Sarinem/));
  await link(page, 'Buka lembar warga').waitFor();
  await hands.go(button(page, /^Teruskan/));
  await sendNow(page, hands);
  await hands.row(link(page, /Waginem/));
  await hands.go(button(page, 'Buat data baru dari usulan ini'));
  await hands.go(button(dialog(page, 'Buat data baru'), 'Buat data baru dari usulan ini'));
  await link(page, 'Buka lembar warga').waitFor();
  await hands.go(button(page, /^Teruskan/));
  await sendNow(page, hands);
  for (const name of ['Sarinem', 'Waginem']) await expect.poll(() => standing(name)).toMatchObject({ stage: 'verval' });
});

test('3. the field check by the nine criteria', async () => {
  const { page, hands } = await open('operator.karangasri', /^Usulan/);
  await hands.go(button(page.getByRole('main'), /^Verval/));
  for (const name of ['Sarinem', 'Waginem']) {
    await hands.row(link(page, new RegExp(name)));
    await hands.go(button(page, /^Isi verval/));
    await h1(page, `Verval: ${name}`);
    await hands.pick(radio(page, 'Terkonfirmasi'));
    await hands.type(label(page, 'Siapa yang ditemui'), name);
    for (let no = 1; no <= 9; no++)
      await hands.pick(radio(page.getByRole('radiogroup', { name: new RegExp(`^${no}\\.`) }), 'ya'));
    await hands.go(button(page, 'Simpan hasil kunjungan'));
    await h1(page, 'Verval (kunjungan)');
    expect(await standing(name)).toMatchObject({ stage: 'musyawarah' });
  }
});

test('4. musdes decides row by row', async () => {
  const { page, hands } = await open('operator.karangasri', /^Musdes/);
  await hands.go(button(page, 'Siapkan musyawarah'));
  await hands.type(label(page, 'Tanggal pelaksanaan'), '15/7/2026');
  await hands.type(label(page, 'Tempat'), 'Balai Desa Karang Asri');
  await hands.type(label(page, 'Pimpinan atau penanggung jawab'), 'Pak Suryo');
  await hands.go(button(page, 'Siapkan'));
  await h1(page, /^Musdes Desa Karang Asri/);
  for (const [at, name] of ['Pak Suryo', 'Bu Wulan', 'Pak Jarwo', 'Pak Darto', 'Serda Anwar', 'Bu Lastri'].entries())
    await hands.type(label(page, `Nama peserta ${at + 1}`), name);
  await hands.go(button(page, 'Simpan daftar hadir'));
  await page.getByText('Semua unsur hadir').waitFor();
  await hands.go(link(page, 'Putuskan baris demi baris'));
  await h1(page, 'Putusan musyawarah');
  await hands.row(link(page, /Sarinem/));
  await radio(page, /^Disepakati/).waitFor();
  await hands.press('s');
  await page.getByText('1 dari 2 sudah diputus').waitFor();
  await page.getByRole('heading', { level: 2, name: /Waginem/ }).waitFor();
  await hands.press('s');
  await page.getByText('Semua baris sudah diputus.').waitFor();
  await hands.go(link(page, 'Kembali ke musyawarah'));
  await hands.go(button(page, 'Selesaikan musyawarah'));
  await hands.go(button(page, 'Selesaikan'));
  await page.getByText('Nomor berita acara').waitFor();
  await hands.to(link(page, /^Berita acara, daftar hadir/));
  expect(await standing('Sarinem')).toMatchObject({ stage: 'verifikasi' });
});

test('5. the verifier approves, one on both tracks', async () => {
  const { page, hands } = await open('verifikator', /^Usulan/);
  for (const [name, tracks] of [
    ['Sarinem', ['pusat', 'daerah']],
    ['Waginem', ['daerah']],
  ] as const) {
    await hands.row(link(page, new RegExp(name)));
    await button(page, /^Setujui/).waitFor();
    await hands.press('a');
    const asked = dialog(page, 'Setujui usulan');
    for (const track of tracks) await hands.tick(asked.getByRole('checkbox', { name: new RegExp(track, 'i') }));
    await hands.go(button(asked, 'Setujui'));
    await sendNow(page, hands);
    await expect.poll(() => standing(name)).toEqual({ state: 'disetujui', stage: null });
  }
});

test('6. the month is sent, initialled and ratified', async () => {
  const { page, hands } = await open('verifikator', /^Pengesahan/);
  await hands.go(button(page, 'Masukkan ke daftar'));
  await h1(page, /^Pengesahan Juli 2026/);
  await hands.go(button(page, 'Kirim untuk disahkan'));
  await hands.go(button(dialog(page, 'Kirim untuk disahkan'), 'Kirim untuk disahkan'));
  await link(page, 'Nota dinas dan lampiran (PDF)').waitFor();
  await initial('sekretaris', /Juli 2026/);
  const head = await open('kadis', /^Pengesahan/);
  await head.hands.row(link(head.page, /Juli 2026/));
  await head.hands.go(button(head.page, 'Catat pengesahan'));
  const asked = dialog(head.page, 'Catat pengesahan');
  await sign(head.hands, asked, '400.9/12/2026', /Bu Ratna/);
  await head.hands.go(button(asked, 'Catat pengesahan'));
  await closed(asked);
  expect(await live.rows('select state from @batch')).toEqual([{ state: 'disahkan' }]);
});

test('6. the operator keys her into SIKS-NG and keeps the answer', async () => {
  const { page, hands } = await open('operator.karangasri', /^Ketik SIKS-NG/);
  await hands.row(link(page, /Sarinem/));
  await page.getByRole('heading', { level: 2, name: 'Sarinem' }).waitFor();
  await hands.type(label(page, 'Nomor tiket SIKS-NG'), 'TIKET-7781');
  await hands.go(button(page, 'Sudah diinput, lanjut'));
  await page.getByText('Tidak ada yang perlu diketik').waitFor();
  await hands.go(button(page.getByRole('main'), /^Menunggu/));
  await hands.row(link(page, /Sarinem/));
  await hands.choose(label(page, 'Hasil'), /^Padan/);
  await hands.go(button(page, 'Catat, beri tahu warga'));
  await expect
    .poll(() => live.rows('select ticket, result from @centre_submission'))
    .toEqual([{ ticket: 'TIKET-7781', result: 'padan' }]);
});

test('7. the planner records source, DPA and pagu', async () => {
  const { page, hands } = await open('perencana', /^Anggaran/);
  await hands.go(button(page, 'Sumber dana baru'));
  await hands.type(label(page, 'Nama sumber dana'), 'APBD Kabupaten');
  await hands.go(button(page, 'Simpan'));
  await hands.go(button(page, 'Catat dokumen'));
  const paper = dialog(page, /^Catat dokumen/);
  await hands.type(label(paper, 'Nomor dokumen'), 'DPA/A.1/1.06/2026');
  await hands.type(label(paper, 'Tanggal dokumen'), '5/1/2026');
  await hands.go(button(paper, 'Simpan'));
  await closed(paper);
  await hands.go(button(page, 'Baris anggaran baru'));
  const line = dialog(page, 'Baris anggaran baru');
  await hands.choose(label(line, 'Tahap'), 'DPA');
  await hands.type(label(line, 'Kode sub kegiatan'), '1.06.04.2.01.0001');
  await hands.type(label(line, 'Nama sub kegiatan'), 'Penyediaan permakanan');
  await hands.type(label(line, 'Kode rekening'), '5.1.06.01.02.0001');
  await hands.type(label(line, 'Jumlah'), '10 juta');
  await hands.type(label(line, 'Nomor dokumen'), 'DPA/A.1/1.06/2026');
  await hands.type(label(line, 'Tanggal dokumen'), '5/1/2026');
  await hands.go(button(line, 'Buka baris'));
  await closed(line);
  expect(await live.rows('select sum(amount)::text as pagu from @budget_entry')).toEqual([{ pagu: '10000000' }]);
});

test('7. the head of division makes the programme and prepares the list', async () => {
  const { page, hands } = await open('kabid', /^Program/);
  await hands.go(button(page, 'Program baru'));
  const created = dialog(page, 'Program baru');
  await hands.type(label(created, 'Nama program'), 'Permakanan Karang Asri 2026');
  await hands.choose(label(created, 'Baris anggaran'), /Penyediaan permakanan/);
  await hands.type(label(created, 'Bantuan per penerima'), '1 juta');
  await hands.go(button(created, 'Buat program'));
  await h1(page, 'Simulasi: Permakanan Karang Asri 2026');
  await hands.type(label(page, 'Alasan (dibaca warga)'), 'Keluarga miskin menurut sembilan kriteria');
  await hands.type(label(page, 'Dasar hukum'), 'Perbup 4/2026');
  await hands.type(label(page, 'Juknis (teks)'), 'Juknis permakanan tahun 2026.');
  await hands.go(button(page, 'Simpan ketentuan'));
  await page.getByText('Ketentuan tersimpan.').waitFor();
  await hands.go(button(page, 'Siapkan daftar'));
  await hands.go(button(dialog(page, 'Siapkan daftar penerima'), 'Siapkan daftar'));
  await h1(page, 'Daftar: Permakanan Karang Asri 2026');
  expect(await live.rows(`select counts->>'masuk' as masuk from @selection_run`)).toEqual([{ masuk: '2' }]);
});

test('7. three initials, then number, date and signatory, and the list is in force', async () => {
  for (const username of ['kabid', 'sekretaris', 'kadis']) await initial(username, /Permakanan Karang Asri/);
  const { page, hands } = await open('sekretaris', /^SK dan paraf/);
  await hands.row(link(page, /Permakanan Karang Asri/));
  // F5: another browser has given the last initial meanwhile, and the clock of this one stands still.
  await page.reload();
  await hands.go(button(page, 'Catat tanda tangan'));
  const asked = dialog(page, 'Catat tanda tangan');
  await sign(hands, asked, '188.45/77/2026', /^Bupati/);
  await hands.type(label(asked, 'Nama kepala daerah'), 'Ir. Sutarjo');
  await hands.go(button(asked, 'Catat tanda tangan'));
  await closed(asked);
  await hands.go(button(page, 'Berlakukan'));
  await hands.go(button(dialog(page, 'Berlakukan'), 'Berlakukan'));
  await page.getByText('Berlaku sejak').waitFor();
  expect(await live.rows('select state from @entitlement')).toEqual([{ state: 'menunggu' }, { state: 'menunggu' }]);
});

test('8. the desk hands over once and marks the second time', async () => {
  const { page, hands } = await open('salur', /^Meja serah terima/);
  const [letter] = await live.rows<{ code: string }>(
    `select e.code from @entitlement e join @award a on a.id = e.award_id join @person p on p.id = a.payee_id where p.name = 'Sarinem'`,
  );
  const find = async () => {
    await hands.type(label(page, 'Kode pada surat'), letter?.code ?? '');
    await hands.press('Enter');
    await page.getByRole('heading', { name: 'Sarinem' }).waitFor();
  };
  await find();
  await hands.go(button(page, 'Serahkan'));
  await page.getByText('Serah terima dicatat.').waitFor();
  await hands.go(button(page, 'Penerima berikutnya'));
  await find();
  await hands.tick(label(page, /^Barang sudah terlanjur/));
  await hands.go(button(page, 'Catat kejadian'));
  await page.getByText('dicatat sebagai GANDA').waitFor();
  await hands.to(link(page, 'Cetak BAST'));
});

test('8. the head of division settles the incident', async () => {
  const { page, hands } = await open('kabid', /^Kejadian penyaluran/);
  await hands.go(button(page, 'Selesaikan'));
  await hands.type(label(page, 'Apa yang ditemukan dan dilakukan'), 'Paket kedua ditarik kembali dari rumah penerima.');
  await hands.go(button(page, 'Simpan hasil'));
  await page.getByText('Tidak ada kejadian terbuka.').waitFor();
});

test('9. the report', async () => {
  const { page, hands } = await open('kadis', /^Laporan realisasi/);
  await page.getByText('1 dari 2 penerima sudah menerima penuh.').first().waitFor();
  await hands.to(link(page, /CSV/));
});

test('10. both citizens read where it is', async () => {
  for (const { number, pin } of [receipt, ownReceipt]) {
    const page = await live.newPage('phone', { javaScriptEnabled: false });
    const hands = handsOn(page);
    await page.goto('/layanan/tirta-rukun/status');
    await hands.type(label(page, 'Nomor tanda terima'), number.toLowerCase());
    await hands.type(label(page, 'PIN'), pin);
    await hands.press('Enter');
    await page.getByRole('heading', { name: 'Perjalanan pengajuan' }).waitFor();
    await page.context().close();
  }
});

test('nothing was thrown on any page on the way', () => expect(live.faults).toEqual([]));
