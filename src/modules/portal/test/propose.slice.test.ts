import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { BASE, fillIn, openCitizen, receiptOn } from './citizen.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const owner = async (text: string, values: unknown[] = []) => (await app.database.ownerPool.query(text, values)).rows;
const countUsulan = async () =>
  (await owner('select count(*)::int as n from agency_tirta_rukun.usulan'))[0].n as number;

test('the front door names the agencies and says which are examples; an unknown one has a way back', async () => {
  const citizen = openCitizen(app);
  const front = await citizen.go('/');
  expect(front.status).toBe(200);
  expect(front.html).toContain('href="/layanan/tirta-rukun"');
  expect(front.html).toContain('href="/layanan/larasati"');
  expect(front.html).not.toContain('<script');
  expect((await citizen.go(BASE)).html).toContain('DATA CONTOH');
  const unknown = await citizen.go('/layanan/nowhere');
  expect(unknown.status).toBe(404);
  expect(unknown.html).toContain('href="/"');
  expect((await citizen.go('/layanan/tirta_rukun')).status).toBe(200);
});

test('a neighbour is proposed: a draft person, a receipt with PIN, the wish not to ask the RT', async () => {
  const citizen = openCitizen(app);
  await fillIn(app, citizen);
  expect(citizen.at()).toBe(`${BASE}/usul/periksa`);
  expect(citizen.html()).toContain('9901••••••••0003');
  expect(citizen.html()).not.toContain('9901014708540003');
  const refused = await citizen.post(`${BASE}/usul/kirim`, { lewati_rt: 'ya' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('href="#setuju"');
  expect(refused.html).toMatch(/name="lewati_rt"[^>]*checked/);
  await citizen.post(`${BASE}/usul/kirim`, { setuju: 'ya', lewati_rt: 'ya' });
  const { number, pin } = receiptOn(citizen.html());
  expect(number).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}$/);
  expect(pin).toMatch(/^\d{3} \d{3}$/);
  expect(citizen.html()).toContain('Senin, 20 Juli 2026');
  const [usulan] = await owner(
    `select channel, state, stage, subject_person_id, draft, reporter_name, relation, consent, skip_rt, reporter_account
     from agency_tirta_rukun.usulan where no_publik = $1`,
    [number.replaceAll('-', '')],
  );
  expect(usulan).toMatchObject({
    channel: 'portal',
    state: 'berjalan',
    stage: 'periksa',
    subject_person_id: null,
    reporter_name: 'Pak Darto',
    relation: 'tetangga',
    consent: 'daring',
    skip_rt: true,
    reporter_account: null,
  });
  expect(usulan.draft).toMatchObject({ name: 'Sarinem', nik: '9901014708540003', birthOn: '1954-08-07', sex: 'P' });
  const audits = await owner(
    `select event, username, after::text from agency_tirta_rukun.audit where username = 'portal'`,
  );
  expect(audits.map((row) => row.event)).toContain('usulan.submitted');
  expect(JSON.stringify(audits)).not.toContain('9901014708540003');
  // What was typed is gone from the draft; the receipt can be shown again until the next day.
  const [draft] = await owner(
    'select answers, pin_sealed from agency_tirta_rukun.portal_draft where receipt_number = $1',
    [number.replaceAll('-', '')],
  );
  // Where and who asks stay for a day, for the next person of the same house; nothing of the person herself.
  for (const own of ['name', 'nik', 'nomorKk', 'birthOn', 'sex', 'reason'])
    expect(draft.answers).not.toHaveProperty(own);
  expect(draft.pin_sealed).not.toContain(pin.replace(' ', ''));
  await citizen.go(`${BASE}/usul/selesai`);
  expect(receiptOn(citizen.html())).toEqual({ number, pin });
});

test('sending twice, even at once, gives one proposal and one receipt', async () => {
  const citizen = openCitizen(app);
  await fillIn(app, citizen);
  const form = { ...citizen.hidden(), setuju: 'ya' };
  const before = await countUsulan();
  const replies = await Promise.all([1, 2, 3].map(() => citizen.send('POST', `${BASE}/usul/kirim`, form)));
  expect(replies.map((reply) => [reply.statusCode, reply.headers.location])).toEqual(
    [1, 2, 3].map(() => [303, `${BASE}/usul/selesai`]),
  );
  expect(await countUsulan()).toBe(before + 1);
  await citizen.go(`${BASE}/usul/selesai`);
  const first = receiptOn(citizen.html());
  await citizen.send('POST', `${BASE}/usul/kirim`, form);
  await citizen.go(`${BASE}/usul/selesai`);
  expect(receiptOn(citizen.html())).toEqual(first);
  expect(await countUsulan()).toBe(before + 1);
});

test('bad input: each field its sentence, a summary with links, and nothing typed is lost', async () => {
  const citizen = openCitizen(app);
  await fillIn(app, citizen, { alamat: { alamat: '' } });
  expect(citizen.at()).toBe(`${BASE}/usul/alamat`);
  await citizen.go(`${BASE}/usul/nama`);
  const long = 'A'.repeat(130);
  const named = await citizen.post(`${BASE}/usul/nama`, { nama: long });
  expect(named.status).toBe(422);
  expect(named.html).toContain(`value="${long}"`);
  expect(named.html).toContain('href="#nama"');
  expect(named.html).toContain('aria-describedby="nama-bantuan nama-salah"');
  const born = await citizen.post(`${BASE}/usul/lahir`, { hari: '31', bulan: '2', tahun: '1954' });
  expect(born.html).toContain('tidak ada di kalender');
  expect(born.html).toMatch(/id="hari"[^>]*value="31"/);
  const scripted = await citizen.post(`${BASE}/usul/alasan`, { alasan: '<script>"' });
  expect(scripted.html).toContain('&lt;script&gt;&quot;');
  expect(scripted.html).not.toContain('<script');
  const desa = await citizen.post(`${BASE}/usul/desa`, { desa: '1' });
  expect(desa.html).toContain('Pilih desa atau kelurahannya.');
  // The earlier answers stand.
  expect((await citizen.go(`${BASE}/usul/nama`)).html).toContain('value="Sarinem"');
});

test('a doubtful NIK is told once, never shown back, and refuses nobody', async () => {
  const citizen = openCitizen(app);
  await fillIn(app, citizen, { nomor: { nik: '99010147085', kk: '' } });
  const again = await citizen.go(`${BASE}/usul/nomor`);
  expect(again.html).toContain('•••••••••••');
  const told = await citizen.post(`${BASE}/usul/nomor`, { nik: '990101470854', kk: '' });
  expect(told.html).toContain('berisi 12 angka');
  expect(told.html).not.toContain('990101470854');
  const { at } = await citizen.post(`${BASE}/usul/nomor`, { nik: '', kk: '' });
  expect(at).toBe(`${BASE}/usul/periksa`);
  await citizen.post(`${BASE}/usul/kirim`, { setuju: 'ya' });
  const { number } = receiptOn(citizen.html());
  const [usulan] = await owner('select draft from agency_tirta_rukun.usulan where no_publik = $1', [
    number.replaceAll('-', ''),
  ]);
  expect(usulan.draft.nik).toBe('990101470854');
});

test('nobody under 17 makes a request for herself; who does not know her birth date says she is 17', async () => {
  const citizen = openCitizen(app);
  await citizen.go(`${BASE}/usul`);
  await citizen.post(`${BASE}/usul`, { sudah: 'tidak_tahu' });
  await citizen.post(`${BASE}/usul/untuk`, { untuk: 'diri_sendiri' });
  await citizen.post(`${BASE}/usul/perihal`, { perihal: 'baru' });
  await citizen.post(`${BASE}/usul/nama`, { nama: 'Wulan' });
  const young = await citizen.post(`${BASE}/usul/lahir`, { hari: '16', bulan: '7', tahun: '2009' });
  expect(young.status).toBe(422);
  expect(young.html).toContain('Anda belum 17 tahun');
  const unsure = await citizen.post(`${BASE}/usul/lahir`, { tidak_tahu: 'ya' });
  expect(unsure.html).toContain('Centang bahwa Anda sudah 17 tahun');
  const today = await citizen.post(`${BASE}/usul/lahir`, { hari: '15', bulan: '7', tahun: '2009' });
  expect(today.at).toBe(`${BASE}/usul/nomor`);
  // Now for a child, then for herself again: the birth date is asked once more.
  await citizen.go(`${BASE}/usul/untuk`);
  await citizen.post(`${BASE}/usul/untuk`, { untuk: 'keluarga' });
  expect(citizen.at()).toBe(`${BASE}/usul/lahir`);
  expect((await citizen.post(`${BASE}/usul/lahir`, { hari: '1', bulan: '1', tahun: '2020' })).at).toBe(
    `${BASE}/usul/nomor`,
  );
});

test('saved answers come back by the code on another device, and only by it', async () => {
  const first = openCitizen(app);
  await fillIn(app, first, { alasan: { alasan: 'Baru setengah', nanti: 'ya' } });
  expect(first.at()).toBe(`${BASE}/usul/kode`);
  const code = /<p class="number">([^<]+)</.exec(first.html())?.[1] ?? '';
  const second = openCitizen(app);
  await second.go(`${BASE}/lanjut`);
  expect((await second.post(`${BASE}/lanjut`, { kode: 'KQF' })).status).toBe(422);
  expect((await second.post(`${BASE}/lanjut`, { kode: '2222-2222-222' })).html).toContain('tidak cocok');
  await second.post(`${BASE}/lanjut`, { kode: code.toLowerCase().replaceAll('-', ' ') });
  expect(second.at()).toBe(`${BASE}/usul/periksa`);
  expect(second.html()).toContain('Baru setengah');
  // Not at another agency, and not without the cookie.
  const stranger = openCitizen(app);
  expect((await stranger.go(`${BASE}/usul/periksa`)).status).toBe(404);
  await stranger.go('/layanan/larasati/lanjut');
  expect((await stranger.post('/layanan/larasati/lanjut', { kode: code })).status).toBe(422);
  expect(await owner('select code_hash from agency_tirta_rukun.portal_draft where code_hash = $1', [code])).toEqual([]);
});

test('a form of another draft, a foreign origin, a cookie made up: nothing is changed', async () => {
  const citizen = openCitizen(app);
  await fillIn(app, citizen);
  const old = { ...citizen.hidden(), setuju: 'ya' };
  await citizen.go(`${BASE}/usul`);
  await citizen.post(`${BASE}/usul`, { sudah: 'belum' });
  const before = await countUsulan();
  expect((await citizen.send('POST', `${BASE}/usul/kirim`, old)).statusCode).toBe(409);
  for (const origin of ['https://jahat.example', 'null']) {
    const reply = await citizen.send('POST', `${BASE}/usul/untuk`, { untuk: 'lain' }, { origin });
    expect(reply.statusCode).toBe(403);
    expect(reply.headers['content-type']).toContain('text/html');
  }
  citizen.jar.set('rukun_isian', 'isian~tirta-rukun~01900000-0000-7000-8000-000000000001~zzzzzzzz~x');
  expect((await citizen.go(`${BASE}/usul/lanjut`)).status).toBe(404);
  expect(await countUsulan()).toBe(before);
});

test('English is a switch that is kept', async () => {
  const citizen = openCitizen(app);
  expect((await citizen.go(`${BASE}?bahasa=en`)).html).toContain('What do you need?');
  const kept = await citizen.go(`${BASE}/usul`);
  expect(kept.html).toContain('<html lang="en">');
  expect((await citizen.go(`${BASE}?bahasa=id`)).html).toContain('Apa yang Anda perlukan?');
});

test('a draft whose time is over is gone, and is deleted with the next beginning', async () => {
  const citizen = openCitizen(app);
  await fillIn(app, citizen);
  const at = app.platform.clock();
  app.setNow(new Date(at.getTime() + 15 * 86_400_000));
  expect((await citizen.go(`${BASE}/usul/lanjut`)).status).toBe(404);
  const other = openCitizen(app);
  await other.go(`${BASE}/usul`);
  await other.post(`${BASE}/usul`, { sudah: 'belum' });
  expect(await owner('select id from agency_tirta_rukun.portal_draft where keep_until < $1', ['2026-07-30'])).toEqual(
    [],
  );
  app.setNow(at);
});

test('what cannot be read is answered on a page', async () => {
  const reply = await app.http.inject({
    method: 'POST',
    url: `${BASE}/usul`,
    headers: { host: 'localhost', 'content-type': 'text/csv' },
    payload: 'a;b',
  });
  expect(reply.statusCode).toBe(400);
  expect(reply.headers['content-type']).toContain('text/html');
});
