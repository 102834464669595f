import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeJpeg } from '../../../../test/factories/photo.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { BASE, type Citizen, fillIn, karangAsri, openCitizen, propose, receiptOn } from './citizen.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const rows = async (text: string, values: unknown[] = []) =>
  (await app.database.ownerPool.query(text.replaceAll('@', 'agency_tirta_rukun.'), values)).rows;
const usulanOf = async (number: string) =>
  (await rows('select * from @usulan where no_publik = $1', [number.replaceAll('-', '')]))[0];
const detail = async (id: string) => (await (await app.as('verifikator')).get(`/api/usulan/${id}`)).body;

/** Posts a photo as a browser without script does. */
const sendPhoto = async (citizen: Citizen, kind: string, bytes: Buffer, headers: Record<string, string> = {}) => {
  const form = new FormData();
  form.set('jenis', kind);
  form.set('foto', new File([new Uint8Array(bytes)], 'IMG_0001.jpg', { type: 'image/jpeg' }));
  const made = new Response(form);
  const payload = Buffer.from(await made.arrayBuffer());
  return app.http.inject({
    method: 'POST',
    url: `${BASE}/status/foto`,
    headers: {
      host: 'localhost',
      origin: 'http://localhost',
      cookie: [...citizen.jar].map(([name, value]) => `${name}=${value}`).join('; '),
      'content-type': made.headers.get('content-type') ?? '',
      ...headers,
    },
    payload,
  });
};

test('a lost connection on page seven: answers one to six are there, and page seven is typed once more', async () => {
  const citizen = openCitizen(app);
  await fillIn(app, citizen);
  const { desa } = await karangAsri(app);
  // The post of page seven arrives, its answer does not: the same page is posted again.
  await citizen.go(`${BASE}/usul/desa`);
  const form = { ...citizen.hidden(), desa };
  await citizen.send('POST', `${BASE}/usul/desa`, form);
  expect((await citizen.post(`${BASE}/usul/desa`, form)).at).toContain('/usul/');
  await citizen.go(`${BASE}/usul/kode`);
  const [, code = ''] = /<p class="number">([^<]+)</.exec(citizen.html()) ?? [];
  const elsewhere = openCitizen(app, '203.0.113.20');
  await elsewhere.go(`${BASE}/lanjut`);
  await elsewhere.post(`${BASE}/lanjut`, { kode: code });
  expect(elsewhere.html()).toContain('Sarinem');
  const before = (await rows('select count(*)::int as n from @usulan'))[0].n;
  await elsewhere.post(`${BASE}/usul/kirim`, { setuju: 'ya' });
  expect((await rows('select count(*)::int as n from @usulan'))[0].n).toBe(before + 1);
});

test('a group: the next of a house needs only what is her own, and each has a receipt', async () => {
  const citizen = openCitizen(app);
  const first = await propose(app, citizen, { nama: { nama: 'Kakak Sulung', kelamin: 'L' } });
  await citizen.post(`${BASE}/usul/lagi`);
  expect(citizen.at()).toBe(`${BASE}/usul/nama`);
  expect(citizen.html()).not.toContain('Kakak Sulung');
  await citizen.post(`${BASE}/usul/nama`, { nama: 'Adik Bungsu', kelamin: 'P' });
  await citizen.post(`${BASE}/usul/lahir`, { tidak_tahu: 'ya' });
  await citizen.post(`${BASE}/usul/nomor`, { nik: '', kk: '' });
  expect(citizen.at()).toBe(`${BASE}/usul/alasan`);
  await citizen.post(`${BASE}/usul/alasan`, { alasan: 'Ikut tinggal di rumah yang sama.' });
  await citizen.post(`${BASE}/usul/kirim`, { setuju: 'ya' });
  const second = receiptOn(citizen.html());
  expect(second.number).not.toBe(first.number);
  const [a, b] = [await usulanOf(first.number), await usulanOf(second.number)];
  expect(b.draft).toMatchObject({ name: 'Adik Bungsu', address: a.draft.address });
  expect(b.reporter_name).toBe(a.reporter_name);
});

test('a complaint without a name is answered, and only its receipt reads the answer', async () => {
  const citizen = openCitizen(app);
  const { desa, kecamatan } = await karangAsri(app);
  await citizen.go(BASE);
  await citizen.post(`${BASE}/pengaduan`);
  expect((await citizen.post(`${BASE}/usul/tentang`, { tentang: 'gosip' })).status).toBe(422);
  await citizen.post(`${BASE}/usul/tentang`, { tentang: 'petugas' });
  await citizen.post(`${BASE}/usul/kecamatan`, { kecamatan });
  await citizen.post(`${BASE}/usul/desa`, { desa });
  await citizen.post(`${BASE}/usul/alasan`, { alasan: 'Diminta uang saat mengambil bantuan.' });
  await citizen.post(`${BASE}/usul/kontak`, { tanpa_nama: 'ya', pelapor: '' });
  await citizen.post(`${BASE}/usul/kirim`, { setuju: 'ya' });
  const receipt = receiptOn(citizen.html());
  const complaint = await usulanOf(receipt.number);
  expect(complaint).toMatchObject({ kind: 'pengaduan', reporter_name: null, facts: { tentang: 'petugas' } });
  const act = async (username: string, what: string, body: Record<string, unknown>) =>
    (await app.as(username)).post(`/api/usulan/${complaint.id}/${what}`, {
      version: (await detail(complaint.id)).version,
      ...body,
    });
  expect((await act('operator.karangasri', 'acceptance', { reasonCode: 'lengkap' })).status).toBe(200);
  const empty = await act('verifikator', 'approval', { reasonCode: 'memenuhi', tracks: [], text: '' });
  expect(empty.body.error.code).toBe('usulan.jawaban_kurang');
  const answer = 'Petugas itu sudah ditegur; tidak ada biaya apa pun untuk mengambil bantuan.';
  expect((await act('verifikator', 'approval', { reasonCode: 'memenuhi', tracks: [], text: answer })).status).toBe(200);
  const status = openCitizen(app, '203.0.113.21');
  await status.go(`${BASE}/status`);
  const read = await status.post(`${BASE}/status`, { nomor: receipt.number, pin: receipt.pin });
  expect(read.html.replace(/<style>.*?<\/style>/s, '').slice(0, 3000)).toContain(answer);
});

test('a photo comes with the receipt, without script and without what the camera wrote; nothing else does', async () => {
  const citizen = openCitizen(app);
  const receipt = await propose(app, citizen);
  const { id } = await usulanOf(receipt.number);
  expect((await citizen.go(`${BASE}/status/foto`)).html).toContain('multipart/form-data');
  const dark = await sendPhoto(citizen, 'rumah', makeJpeg({ note: 'SERIAL 9', bitsAPixel: 0.04 }));
  expect(dark.statusCode).toBe(200);
  expect(dark.body).toContain('tampak gelap atau buram');
  expect((await sendPhoto(citizen, 'rumah', Buffer.from('MZ program'))).statusCode).toBe(415);
  expect((await sendPhoto(citizen, 'selfie', makeJpeg())).statusCode).toBe(422);
  const large = await sendPhoto(citizen, 'rumah', Buffer.alloc(50_000_000));
  expect(large.statusCode).toBe(413);
  expect(large.body).toContain('paling besar 12 MB');
  const { files } = await detail(id);
  expect(files).toMatchObject([{ kind: 'rumah', doubts: ['gelap_atau_buram'], place: null }]);
  expect((await sendPhoto(openCitizen(app), 'rumah', makeJpeg())).statusCode).toBe(401);
  expect((await sendPhoto(citizen, 'rumah', makeJpeg(), { origin: 'https://jahat.example' })).statusCode).toBe(403);
});
