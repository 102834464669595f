import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inRegistry, makeResident } from '../../../../test/factories/person.ts';
import { startTestApp, TEST_NOW, type TestApp } from '../../../../test/support/app.ts';
import { pdfPages } from '../../../../test/support/pdf-text.ts';
import { raiseAlarmsEverywhere } from '../../intake/index.ts';
import { BASE, type Citizen, karangAsri, openCitizen, receiptOn } from '../../portal/test/citizen.ts';

let app: TestApp;
let family: { personId: string; name: string };
let serial = 0;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  app.setNow(TEST_NOW);
  const desa = Number((await karangAsri(app)).desa);
  const name = `Sugeng ${['Pertama', 'Kedua', 'Ketiga', 'Keempat', 'Kelima', 'Keenam', 'Ketujuh'][serial++]}`;
  const made = await inRegistry(app.database.db, 'operator.karangasri', (ctx) =>
    makeResident(ctx, desa, { name, birth: { on: '1970-01-02', precision: 'hari' } }, { address: 'Jalan Kenanga 9' }),
  );
  family = { personId: made.personId, name };
});
afterAll(() => app.close());

const SECRET = 'Bu Tetangga Rahasia';
const WORDS = 'Rumahnya sudah dibangun dua lantai sejak lebaran tahun lalu.';

const fill = async (citizen: Citizen, over: Record<string, Record<string, string>> = {}) => {
  const { desa, kecamatan } = await karangAsri(app);
  await citizen.go(`${BASE}/sanggah`);
  await citizen.post(`${BASE}/sanggah`);
  const pages: Record<string, Record<string, string>> = {
    nama: { nama: family.name },
    kecamatan: { kecamatan },
    desa: { desa },
    alamat: { alamat: 'Jalan Kenanga 9' },
    sedesa: { sedesa: 'ya' },
    dasar: { dasar: 'sudah_mampu' },
    alasan: { alasan: WORDS },
    kontak: { pelapor: SECRET, telepon: '0812 3456 7890' },
    ...over,
  };
  for (const [question, form] of Object.entries(pages)) await citizen.post(`${BASE}/usul/${question}`, form);
};
/** Objects on the portal; gives the receipt and the id. */
const object = async () => {
  const citizen = openCitizen(app);
  await fill(citizen);
  await citizen.post(`${BASE}/usul/kirim`, { setuju: 'ya' });
  const receipt = receiptOn(citizen.html());
  const found = await app.database.ownerPool.query('select id from agency_tirta_rukun.usulan where no_publik = $1', [
    receipt.number.replaceAll('-', ''),
  ]);
  return { id: found.rows[0].id as string, ...receipt };
};
const enter = async (citizen: Citizen, { number, pin }: { number: string; pin: string }) => {
  await citizen.go(`${BASE}/status`);
  return citizen.post(`${BASE}/status`, { nomor: number, pin });
};
const version = async (id: string) => (await (await app.as('verifikator')).get(`/api/usulan/${id}`)).body.version;
const operator = () => app.as('operator.karangasri');
const link = async (id: string) =>
  (await operator()).post(`/api/usulan/${id}/subject`, { version: await version(id), personId: family.personId });
const pass = async (id: string) =>
  (await operator()).post(`/api/usulan/${id}/acceptance`, { version: await version(id), reasonCode: 'lengkap' });
const look = async (id: string) => {
  const { NINE_CRITERIA } = await import('../../registry/index.ts');
  return (await operator()).post(`/api/usulan/${id}/verval`, {
    version: await version(id),
    visitedOn: app.platform.clock().toISOString().slice(0, 10),
    result: 'terkonfirmasi',
    answers: Object.fromEntries(NINE_CRITERIA.questions.map(({ field }) => [field, 'tidak'])),
  });
};
const find = async (id: string, over: Record<string, unknown> = {}, username = 'verifikator') =>
  (await app.as(username)).post(`/api/objection/${id}/finding`, {
    version: await version(id),
    finding: 'terbukti',
    reasonCode: 'keadaan_berbeda',
    text: 'Rumah baru, pekerjaan tetap.',
    ...over,
  });

test('an objection from the portal to the reasoned letters: the family answers and never learns who, what or when', async () => {
  const objection = await object();
  expect(objection.number).not.toBe('');
  // Days pass before the family is asked, so that its own date says nothing of the objection's.
  app.setNow(new Date('2026-07-16T04:00:00Z'));
  expect((await (await operator()).post(`/api/objection/${objection.id}/question`)).body.error.code).toBe(
    'sanggah.belum_ditautkan',
  );
  await link(objection.id);
  const asked = await (await operator()).post(`/api/objection/${objection.id}/question`);
  expect(asked.status, JSON.stringify(asked.body)).toBe(200);
  expect((await (await operator()).post(`/api/objection/${objection.id}/question`)).body.error.code).toBe(
    'sanggah.sudah_ditanya',
  );

  const atHome = openCitizen(app, '203.0.113.8');
  const page = await enter(atHome, { number: asked.body.receiptNumber, pin: asked.body.pin });
  expect(page.html).toContain('Pemeriksaan data berkala');
  for (const hidden of [SECRET, WORDS, 'sanggah', 'Sanggah', 'keberatan', objection.number, '15 Juli'])
    expect(page.html, hidden).not.toContain(hidden);
  expect((await atHome.post(`${BASE}/status/jawab`, { jawaban: 'ya' })).status).toBe(422);
  const answered = await atHome.post(`${BASE}/status/jawab`, { jawaban: 'Rumah dibangun anak kami yang bekerja.' });
  expect(answered.html).toContain('Rumah dibangun anak kami yang bekerja.');
  expect((await atHome.post(`${BASE}/status/jawab`, { jawaban: 'Tambahan jawaban kedua.' })).html).toContain(
    'sudah dijawab',
  );

  expect((await find(objection.id)).body.error.code).toBe('sanggah.belum_ditinjau');
  await pass(objection.id);
  expect((await look(objection.id)).body).toMatchObject({ stage: 'verifikasi' });
  // The queue cannot find upon it, and no finding goes without its own reasons and words.
  const queue = await (await app.as('verifikator')).post(`/api/usulan/${objection.id}/approval`, {
    version: await version(objection.id),
    reasonCode: 'memenuhi',
    tracks: [],
    text: '',
  });
  expect(queue.body.error.code).toBe('usulan.lewat_sanggah');
  expect((await find(objection.id, { reasonCode: 'memenuhi' })).body.error.code).toBe('alasan.perlu');
  expect((await find(objection.id, { text: '' })).body.error.code).toBe('alasan.teks_perlu');
  const found = await find(objection.id);
  expect(found.status, JSON.stringify(found.body)).toBe(200);
  expect(found.body.objectorLetter).toMatch(/^001\/SANGGAH\//);
  expect(found.body.familyLetter).toMatch(/^002\/SANGGAH\//);

  const verifier = await app.as('verifikator');
  const toObjector = await verifier.get(`/api/objection/${objection.id}/letter/penyanggah`);
  const toFamily = await verifier.get(`/api/objection/${objection.id}/letter/keluarga`);
  const [objectorText, familyText] = [pdfPages(toObjector.raw).join(' '), pdfPages(toFamily.raw).join(' ')].map(
    (text) => text.replace(/\s+/g, ' '),
  );
  expect(objectorText).toContain('keadaan yang berbeda dari data');
  expect(objectorText).not.toContain(family.name);
  expect(objectorText).not.toContain('dibangun anak kami');
  expect(familyText).toContain(family.name);
  expect(familyText).toContain('pemeriksaan data berkala');
  for (const hidden of [SECRET, WORDS, 'anggah', '15 Juli', objection.number]) expect(familyText).not.toContain(hidden);
  expect((await enter(openCitizen(app), objection)).html).toContain('Sanggahan ini selesai diperiksa');
  expect((await atHome.go(`${BASE}/status`)).html).toContain('Pemeriksaan data berkala selesai');
  expect((await find(objection.id)).body.error.code).toBe('sanggah.tahap');
});

test('the RT, the family’s desa desk and every list keep the objector out of sight', async () => {
  const objection = await object();
  for (const username of ['rt.karangasri', 'operator.karangasri', 'kades.karangasri', 'verifikator']) {
    const client = await app.as(username);
    for (const url of [`/api/usulan/${objection.id}`, `/api/objection/${objection.id}`, '/api/objection', '/api/rt'])
      expect(JSON.stringify((await client.get(url)).body), `${username} ${url}`).not.toContain(SECRET);
  }
  const rt = await app.as('rt.karangasri');
  expect((await rt.get(`/api/usulan/${objection.id}`)).status).toBe(403);
  expect(JSON.stringify((await rt.get('/api/intake/own')).body)).not.toContain(family.name);
  // Nobody asks the RT about it either.
  expect((await (await operator()).post(`/api/usulan/${objection.id}/rt-question`)).status).toBe(409);
});

test('an objector from another desa is turned to a complaint, on the portal and at the desk', async () => {
  const citizen = openCitizen(app);
  await fill(citizen, { sedesa: { sedesa: 'tidak' } });
  await citizen.go(`${BASE}/usul/periksa`);
  expect(citizen.at()).toContain('/usul/');
  expect(citizen.html()).toContain('Apakah Anda tinggal di desa atau kelurahan yang sama?');
  const said = await citizen.post(`${BASE}/usul/sedesa`, { sedesa: 'tidak' });
  expect(said.status).toBe(422);
  expect(said.html).toContain('hanya dari warga desa/kelurahan yang sama');
  const { desa } = await karangAsri(app);
  const other = await app.database.ownerPool.query(
    `select id from agency_tirta_rukun.area where kind = 'desa' and id <> $1 limit 1`,
    [desa],
  );
  const told = {
    channel: 'kelurahan',
    name: family.name,
    address: 'Jalan Kenanga 9',
    areaId: Number(desa),
    objectorDesaId: other.rows[0].id,
    objectorName: SECRET,
    ground: 'sudah_mampu',
    reason: WORDS,
    consent: 'tertulis',
  };
  const atDesk = await (await operator()).post('/api/objection', told);
  expect(atDesk.body.error.code).toBe('sanggah.desa_lain');
  expect((await (await operator()).post('/api/objection', { ...told, objectorDesaId: Number(desa) })).status).toBe(200);
  const rt = await app.as('rt.karangasri');
  expect((await rt.post('/api/objection', { ...told, objectorDesaId: Number(desa) })).body.error.code).toBe(
    'sanggah.bukan_rt',
  );
});

test('alarms at day 7, 10 and 12 by office days climb to the head of division and decide nothing', async () => {
  const objection = await object();
  const tasks = async () =>
    (
      await app.database.ownerPool.query(
        `select kind, role, state from agency_tirta_rukun.task where usulan_id = $1 and kind like 'tenggat_sanggah%' order by opened_at, kind`,
        [objection.id],
      )
    ).rows.map((row) => `${row.kind} ${row.role} ${row.state}`);
  const raiseOn = async (day: string) => {
    app.setNow(new Date(`${day}T01:00:00Z`));
    await raiseAlarmsEverywhere(app.platform);
  };
  await raiseOn('2026-07-21');
  expect(await tasks()).toEqual([]);
  await raiseOn('2026-07-22');
  expect(await tasks()).toEqual(['tenggat_sanggah_7 operator_desa terbuka']);
  // Day 10 is Saturday 25 July: the alarm comes on the Friday before.
  await raiseOn('2026-07-24');
  await raiseOn('2026-07-24');
  expect(await tasks()).toHaveLength(2);
  await raiseOn('2026-09-30');
  expect((await tasks()).at(-1)).toBe('tenggat_sanggah_12 kabid terbuka');
  expect(await tasks()).toHaveLength(3);
  // However long nobody acts, it stands where it stood.
  const { body } = await (await operator()).get(`/api/objection/${objection.id}`);
  expect(body).toMatchObject({ state: 'berjalan', stage: 'periksa', finding: null });
  expect(body.alarms).toEqual(expect.arrayContaining(['sanggah_7', 'sanggah_10', 'sanggah_12']));
  const withdrawn = await (await operator()).post(`/api/usulan/${objection.id}/withdrawal`, {
    version: await version(objection.id),
    reasonCode: 'permintaan_warga',
  });
  expect(withdrawn.status).toBe(200);
  expect((await tasks()).every((task) => task.endsWith('selesai'))).toBe(true);
});

test('a family that is silent has its time, then a named officer may find; silence itself finds nothing', async () => {
  const objection = await object();
  await link(objection.id);
  await (await operator()).post(`/api/objection/${objection.id}/question`);
  await pass(objection.id);
  await look(objection.id);
  expect((await find(objection.id)).body.error.code).toBe('sanggah.jawaban_ditunggu');
  app.setNow(new Date('2026-07-23T04:00:00Z'));
  const found = await find(objection.id, { finding: 'tidak_terbukti', reasonCode: 'keadaan_sesuai' });
  expect(found.status, JSON.stringify(found.body)).toBe(200);
  const { body } = await (await app.as('verifikator')).get(`/api/objection/${objection.id}`);
  expect(body).toMatchObject({ state: 'ditolak', finding: 'tidak_terbukti', hasFamilyLetter: true });
});

test('an officer with a tie of his own is kept from deciding; a proposer’s tie to an official is on the row', async () => {
  const objection = await object();
  const verifier = await app.as('verifikator');
  expect(
    (await verifier.post(`/api/usulan/${objection.id}/tie`, { relation: 'keluarga', isOwn: false })).body.error.code,
  ).toBe('usulan.hubungan_siapa');
  await verifier.post(`/api/usulan/${objection.id}/tie`, { relation: 'keluarga', isOwn: true });
  const again = await verifier.post(`/api/usulan/${objection.id}/tie`, { relation: 'keluarga', isOwn: true });
  expect(again.body.error.code).toBe('usulan.hubungan_tercatat');
  await link(objection.id);
  const asked = await (await operator()).post(`/api/objection/${objection.id}/question`);
  const atHome = openCitizen(app, '203.0.113.9');
  await enter(atHome, { number: asked.body.receiptNumber, pin: asked.body.pin });
  await atHome.post(`${BASE}/status/jawab`, { jawaban: 'Kami masih seperti dulu.' });
  await pass(objection.id);
  await look(objection.id);
  expect((await find(objection.id)).body.error.code).toBe('usulan.hubungan_sendiri');
  expect((await find(objection.id, {}, 'kabid')).status).toBe(200);
  const proposed = await (await operator()).post('/api/usulan', {
    ...{ kind: 'baru', channel: 'kelurahan', reporterName: 'Pak Lurah', relation: 'keluarga', consent: 'tertulis' },
    reason: 'Diusulkan keluarganya.',
    areaId: Number((await karangAsri(app)).desa),
    draft: { name: 'Kerabat Pejabat', address: 'Jalan Dahlia 1' },
    tie: { official: 'Kepala Desa', relation: 'keluarga' },
  });
  expect(proposed.status, JSON.stringify(proposed.body)).toBe(200);
  const row = await verifier.get(`/api/usulan/${proposed.body.usulanId}`);
  expect(row.body.ties).toMatchObject([{ official: 'Kepala Desa', relation: 'keluarga', isOwn: false }]);
});
