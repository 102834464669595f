import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFamilies } from '../../../../test/factories/families.ts';
import { areaId, inRegistry, makeResident, newNik } from '../../../../test/factories/person.ts';
import { startTestApp, TEST_NOW, type TestApp } from '../../../../test/support/app.ts';
import { pdfPages } from '../../../../test/support/pdf-text.ts';
import { BASE, openCitizen } from '../../portal/test/citizen.ts';

let app: TestApp;
let rt: number;
beforeAll(async () => {
  app = await startTestApp();
  rt = await areaId(app.database, '99.01.01.2003', { rw: '001', rt: '001' });
});
afterAll(() => app.close());

const rows = async (text: string, values: unknown[] = []) =>
  (await app.database.ownerPool.query(text.replaceAll('~', 'agency_tirta_rukun.'), values)).rows;
const resident = (name: string, birthOn = '1970-03-04') =>
  inRegistry(app.database.db, 'operator.karangasri', (ctx) =>
    makeResident(ctx, rt, { name, sex: 'P', nik: newNik(birthOn, 'P'), birth: { on: birthOn, precision: 'hari' } }),
  );
const idOf = async (name: string): Promise<string> =>
  (await rows('select id from ~person where name = $1', [name]))[0].id;
const asking = (personId: string, over: Record<string, unknown> = {}) => ({
  kind: 'dtsen',
  personId,
  fields: { keperluan: 'beasiswa' },
  papers: ['ktp_kk'],
  ...over,
});
type Made = { id: string; receiptNumber: string; pin: string };
const ask = async (personId: string, over: Record<string, unknown> = {}): Promise<Made> => {
  const reply = await (await app.as('loket')).post('/api/letter-request', asking(personId, over));
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body;
};
const read = async (id: string) => (await (await app.as('verifikator')).get(`/api/letter-request/${id}`)).body;
const check = async (id: string) =>
  (await app.as('verifikator')).post(`/api/letter-request/${id}/check`, { version: (await read(id)).version });
const approve = async (...ids: string[]) => {
  const requests = [];
  for (const id of ids) requests.push({ id, version: (await read(id)).version });
  return (await app.as('kabid')).post('/api/letter-request/approval', { requests });
};
const issued = async (name: string, over: Record<string, unknown> = {}) => {
  await resident(name);
  const made = await ask(await idOf(name), over);
  await check(made.id);
  const reply = await approve(made.id);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return made;
};
const codeOf = async (id: string): Promise<string> =>
  (await rows('select code from ~letter_request where id = $1', [id]))[0].code;

test('from the desk to the paper: three pairs of eyes, the answer without the number, a page that masks', async () => {
  const [family] = await makeFamilies(app.database, [
    { name: 'Wartini Lestari', desil: 3, birthOn: '1970-03-04', sex: 'P' },
  ]);
  expect(family).toBeDefined();
  const made = await ask(await idOf('Wartini Lestari'));
  const desk = await app.as('loket');
  const own = await desk.post(`/api/letter-request/${made.id}/check`, { version: 1 });
  expect(own.status).toBe(403);
  expect((await check(made.id)).status).toBe(200);
  expect(
    (
      await (
        await app.as('verifikator')
      ).post('/api/letter-request/approval', { requests: [{ id: made.id, version: 2 }] })
    ).status,
  ).toBe(403);
  expect(
    (
      await (
        await app.as('sekretaris')
      ).post('/api/letter-request/approval', { requests: [{ id: made.id, version: 2 }] })
    ).body.error.code,
  ).toBe('surat.bukan_pejabatnya');
  const done = await approve(made.id);
  expect(done.body.issued[0].number).toMatch(/400\.9\.5/);

  const pdf = await desk.get(`/api/letter-request/${made.id}/letter.pdf`);
  const text = (await pdfPages(pdf.raw)).join('\n').replace(/\s+/g, ' ');
  expect(text).toContain('Wartini Lestari');
  expect(text).toContain('desil 1-5 menurut DTSEN periode');
  expect(text).toMatch(/: ya\./);
  expect(text).toContain('beasiswa');
  expect(text).not.toMatch(/desil 3|\b9901\d{12}\b/);
  expect((await read(made.id)).printed).toBe(1);
  // The same bytes whenever it is printed, also at the desa of the holder.
  const village = await (await app.as('operator.karangasri')).get(`/api/letter-request/${made.id}/letter.pdf`);
  expect([village.status, village.raw.equals(pdf.raw)]).toEqual([200, true]);

  const code = await codeOf(made.id);
  expect(text.replaceAll(' ', '')).toContain(`${BASE}/surat/${code}`);
  const page = await openCitizen(app).go(`${BASE}/surat/${code}`);
  expect(page.html).toContain('Surat ini asli dan berlaku.');
  expect(page.html).toContain(done.body.issued[0].number);
  expect(page.html).toContain('W•••••• L••••••');
  expect(page.html.replace(/<style>.*?<\/style>/s, '')).not.toMatch(/Wartini|Lestari|desil|beasiswa|1970|Karang Asri/);

  const citizen = openCitizen(app);
  await citizen.go(`${BASE}/status`);
  const status = await citizen.post(`${BASE}/status`, { nomor: made.receiptNumber, pin: made.pin });
  expect(status.html).toContain('Surat sudah terbit.');
  expect(status.html.replace(/<style>.*?<\/style>/s, '')).not.toMatch(/Wartini|9901/);
});

test('whose family the centre does not know is answered with "belum ada data", not with no', async () => {
  const made = await issued('Paniyem');
  const pdf = await (await app.as('loket')).get(`/api/letter-request/${made.id}/letter.pdf`);
  expect((await pdfPages(pdf.raw)).join(' ').replace(/\s+/g, ' ')).toContain(': belum ada data.');
});

test('what the desk must not take: papers unseen, a child without a guardian, twice, the dead, out of sight', async () => {
  const desk = await app.as('loket');
  await resident('Kasinah');
  const id = await idOf('Kasinah');
  const without = await desk.post('/api/letter-request', asking(id, { papers: [] }));
  expect(without.body.error.message).toContain('KTP atau KK asli belum dilihat aslinya');
  const empty = await desk.post('/api/letter-request', asking(id, { fields: { keperluan: ' ' } }));
  expect(empty.body.error.details.fields['fields.keperluan']).toBe('Isi keperluan.');
  expect((await desk.post('/api/letter-request', asking(id, { kind: 'tidak_ada' }))).status).toBe(404);
  const at = await Promise.all([1, 2].map(() => desk.post('/api/letter-request', asking(id))));
  expect(at.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  await resident('Anak Kasinah', '2015-03-04');
  const child = await idOf('Anak Kasinah');
  expect((await desk.post('/api/letter-request', asking(child))).body.error.code).toBe('surat.wali');
  expect((await desk.post('/api/letter-request', asking(child, { applicant: 'Kasinah' }))).status).toBe(200);
  expect((await (await app.as('salur')).get('/api/letter-request')).status).toBe(403);
  await resident('Mbah Sunar', '1940-03-04');
  const dead = await ask(await idOf('Mbah Sunar'));
  await check(dead.id);
  await rows(`update ~person set life = 'terbukti', died_on = '2026-07-15' where name = 'Mbah Sunar'`);
  expect((await approve(dead.id)).body.error.code).toBe('surat.meninggal');
  expect((await read(dead.id)).state).toBe('menunggu_setuju');
});

test('sent back with what is missing, completed, refused with a reason the citizen reads', async () => {
  await resident('Rubiyem');
  const made = await ask(await idOf('Rubiyem'));
  const back = await app.as('verifikator');
  const send = (act: string, reason: string, version: number) =>
    back.post(`/api/letter-request/${made.id}/return`, { act, reason, version });
  expect((await send('return', '', 1)).body.error.code).toBe('surat.tanpa_alasan');
  expect((await send('return', 'KK yang dibawa belum diperbarui.', 1)).status).toBe(200);
  expect((await send('return', 'KK yang dibawa belum diperbarui.', 1)).status).toBe(409);
  const desk = await app.as('loket');
  const done = await desk.post(`/api/letter-request/${made.id}/completion`, {
    version: 2,
    fields: { keperluan: 'beasiswa' },
    papers: ['ktp_kk'],
  });
  expect(done.status).toBe(200);
  expect((await send('refuse', 'Alamatnya di kabupaten lain; minta ke Dinas Sosial setempat.', 3)).status).toBe(200);
  const citizen = openCitizen(app);
  await citizen.go(`${BASE}/status`);
  const page = await citizen.post(`${BASE}/status`, { nomor: made.receiptNumber, pin: made.pin });
  expect(page.html).toContain('Alamatnya di kabupaten lain');
});

test('alike ones are approved at once; numbers have no gap and no double, also with two approvers', async () => {
  const ids: string[] = [];
  for (let at = 0; at < 6; at++) {
    await resident(`Warga Surat ${at}`);
    const { id } = await ask(await idOf(`Warga Surat ${at}`));
    await check(id);
    ids.push(id);
  }
  const both = await Promise.all([approve(...ids.slice(0, 3)), approve(...ids.slice(3).toReversed())]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const again = await approve(...ids.slice(0, 2)).catch(() => undefined);
  expect(again?.status).toBe(409);
  const numbers = (
    await rows(
      `select l.no from ~letter l join ~letter_series s on s.id = l.series_id where s.class = '400.9.5' order by no`,
    )
  ).map(({ no }) => no);
  expect(numbers).toEqual(numbers.map((_no, at) => at + 1));

  await resident('Butuh Alat');
  const tool = await ask(await idOf('Butuh Alat'), {
    kind: 'alat_bantu',
    fields: { alat: 'kursi roda', dasar: 'asesmen' },
    papers: ['ktp_kk', 'asesmen'],
  });
  await check(tool.id);
  await resident('Butuh Surat');
  const other = await ask(await idOf('Butuh Surat'));
  await check(other.id);
  expect((await approve(other.id, tool.id)).body.error.code).toBe('surat.tidak_serupa');
  expect((await read(other.id)).state).toBe('menunggu_setuju');
});

test('a voided letter keeps its number, and its page says so; a letter that is over says that', async () => {
  const made = await issued('Tukirah');
  const before = await read(made.id);
  const head = await app.as('kabid');
  const at = `/api/letter-request/${made.id}/voiding`;
  expect((await head.post(at, { version: before.version, reason: 'Nama salah tulis.' })).status).toBe(200);
  expect((await head.post(at, { version: before.version + 1, reason: 'Nama salah tulis.' })).status).toBe(409);
  const [letter] = await rows(
    'select l.state, l.number from ~letter l join ~letter_request r on r.letter_id = l.id where r.id = $1',
    [made.id],
  );
  expect(letter).toEqual({ state: 'batal', number: before.number });
  const page = await openCitizen(app).go(`${BASE}/surat/${await codeOf(made.id)}`);
  expect(page.html).toContain('Surat ini sudah dibatalkan');
  expect((await (await app.as('loket')).get(`/api/letter-request/${made.id}/letter.pdf`)).status).toBe(409);

  const old = await issued('Sumirah');
  app.setNow(new Date(TEST_NOW.getTime() + 40 * 86_400_000));
  expect((await openCitizen(app).go(`${BASE}/surat/${await codeOf(old.id)}`)).html).toContain(
    'masa berlakunya sudah lewat',
  );
  app.setNow(TEST_NOW);
});

test('wrong codes are counted, right ones are not', async () => {
  const made = await issued('Painten');
  const code = await codeOf(made.id);
  const stranger = openCitizen(app, '198.51.100.9');
  for (let at = 0; at < 60; at++) expect((await stranger.go(`${BASE}/surat/XXXX${at}`)).status).toBe(404);
  expect((await stranger.go(`${BASE}/surat/XXXXX`)).status).toBe(429);
  const hospital = openCitizen(app, '198.51.100.10');
  for (let at = 0; at < 70; at++) expect((await hospital.go(`${BASE}/surat/${code}`)).status).toBe(200);
});

test('the fast lane comes first, waiting is counted, kinds are the administrator’s', async () => {
  await resident('Bu Yohana');
  await ask(await idOf('Bu Yohana'), {
    kind: 'reaktivasi_pbi',
    fields: { faskes: 'RSUD Tirta', nomor_faskes: '445/12' },
    papers: ['surat_faskes', 'ktp_kk'],
  });
  app.setNow(new Date(TEST_NOW.getTime() + 20 * 60_000));
  const queue = (await (await app.as('verifikator')).get('/api/letter-request?state=diajukan')).body;
  expect(queue.items[0]).toMatchObject({ holder: 'Bu Yohana', fast: true, waitedMinutes: 20, targetMinutes: 15 });
  expect(queue.waiting.find((row: { state: string }) => row.state === 'diajukan').late).toBeGreaterThan(0);
  expect(queue.issued).toBeGreaterThan(5);
  app.setNow(TEST_NOW);

  const admin = await app.as('admin');
  const kinds = (await admin.get('/api/letter-kind')).body.items;
  const {
    code,
    fields: _f,
    answers: _a,
    showsNik: _n,
    fast: _s,
    ...dtsen
  } = kinds.find((kind: { code: string }) => kind.code === 'dtsen');
  const bad = await admin.put(`/api/letter-kind/${code}`, { ...dtsen, body: '{identitas} {desil}' });
  expect(bad.body.error.message).toContain('Tanda {desil} tidak dikenal');
  expect((await admin.put(`/api/letter-kind/${code}`, { ...dtsen, validDays: 14 })).status).toBe(200);
  expect((await admin.put(`/api/letter-kind/${code}`, { ...dtsen, validDays: 14 })).body.error.code).toBe(
    'versi.berubah',
  );
  expect((await (await app.as('loket')).put(`/api/letter-kind/${code}`, { ...dtsen, version: 2 })).status).toBe(403);
});
