import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeJpeg } from '../../../../test/factories/photo.ts';
import { actAs, makeUsulan, submission } from '../../../../test/factories/usulan.ts';
import { startTestApp, TEST_NOW, type TestApp } from '../../../../test/support/app.ts';
import { SEED_ORDERS } from '../domain/seed-orders.ts';
import { getUsulan, submitUsulan } from '../index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const stand = () => ({ db: app.database.db });
const owner = <T extends object>(text: string, values: unknown[] = []) =>
  app.database.ownerPool.query<T>(text.replaceAll('@', 'agency_tirta_rukun.'), values);
const areaOf = async (label: string): Promise<number> =>
  (await owner<{ id: number }>('select id from @area where label like $1 order by id limit 1', [label])).rows[0]!.id;
const read = async (username: string, id: string) => (await app.as(username)).get(`/api/usulan/${id}`);
const act = async (
  username: string,
  id: string,
  what: string,
  body: Record<string, unknown>,
  headers?: Record<string, string>,
) => {
  const { version } = (await read(username, id)).body;
  return (await app.as(username)).post(`/api/usulan/${id}/${what}`, { version, ...body }, headers);
};
const linked = async (name: string) => {
  const made = await makeUsulan(stand(), { draft: { name, address: 'Jalan Teratai 7' } });
  await act('operator.karangasri', made.usulanId, 'new-subject', { shdk: 1 });
  return made.usulanId;
};

test('an operator reads and counts the own desa only', async () => {
  const elsewhere = await actAs(stand(), 'verifikator', async (ctx) =>
    submitUsulan(
      ctx,
      submission(await areaOf('Desa Sumber Rejo%'), {
        channel: 'dinsos',
        draft: { name: 'Orang Lain', address: 'Jalan Jauh 1' },
      }),
    ),
  );
  const own = await makeUsulan(stand(), { draft: { name: 'Orang Sini', address: 'Jalan Dekat 1' } });
  const queue = (await (await app.as('operator.karangasri')).get('/api/usulan?stage=periksa&limit=200')).body;
  const ids = queue.items.map((row: { id: string }) => row.id);
  expect(ids).toContain(own.usulanId);
  expect(ids).not.toContain(elsewhere.usulanId);
  expect(queue.total).toBe(ids.length);
  expect(await read('operator.karangasri', elsewhere.usulanId)).toMatchObject({
    status: 404,
    body: { error: { code: 'usulan.tidak_ada' } },
  });
  expect((await read('verifikator', elsewhere.usulanId)).status).toBe(200);
  const outside = await (await app.as('operator.karangasri')).post('/api/usulan', {
    ...submission(await areaOf('Desa Sumber Rejo%')),
  });
  expect(outside).toMatchObject({ status: 403, body: { error: { code: 'usulan.luar_wilayah' } } });
});

test('who may not propose, read or decide is told so', async () => {
  const { usulanId } = await makeUsulan(stand());
  expect((await (await app.as('perencana')).get(`/api/usulan/${usulanId}`)).status).toBe(403);
  expect(
    (
      await (
        await app.as('auditor')
      ).post('/api/usulan', { ...submission(await areaOf('Desa Karang Asri%'), { channel: 'dinsos' }) })
    ).status,
  ).toBe(403);
  const { version } = (await read('auditor', usulanId)).body;
  const tried = await (await app.as('auditor')).post(`/api/usulan/${usulanId}/refusal`, {
    version,
    reasonCode: 'ganda',
    text: 'sudah ada',
  });
  expect(tried).toMatchObject({ status: 403, body: { error: { code: 'usulan.bukan_meja_anda' } } });
});

test('two officers on one row: the second sees who was first, and nothing of his is lost', async () => {
  const id = await linked('Sumini');
  const { version } = (await read('operator.karangasri', id)).body;
  const operator = await app.as('operator.karangasri');
  const body = { version, reasonCode: 'lengkap' };
  const replies = await Promise.all([
    operator.post(`/api/usulan/${id}/acceptance`, body),
    operator.post(`/api/usulan/${id}/acceptance`, body),
  ]);
  expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 409]);
  const late = replies.find((reply) => reply.status === 409)!;
  expect(late.body.error).toMatchObject({
    code: 'versi.berubah',
    message:
      'Bu Wulan mengubah baris ini pukul 12.00 WITA, setelah Anda membukanya. Bandingkan, lalu pilih. Isian Anda tidak hilang.',
    details: { newer: { stage: 'verval', version: version + 1 } },
  });
});

test('posted twice with one key it is one usulan, with the same receipt', async () => {
  const operator = await app.as('operator.karangasri');
  const body = {
    ...submission(await areaOf('Desa Karang Asri%'), { draft: { name: 'Kliwon Sekali', address: 'Jalan Satu 1' } }),
  };
  const key = { 'idempotency-key': 'usulan-kliwon' };
  const [first, second] = await Promise.all([
    operator.post('/api/usulan', body, key),
    operator.post('/api/usulan', body, key),
  ]);
  expect(second.body).toEqual(first.body);
  const { rows } = await owner<{ n: number }>(
    `select count(*)::int as n from @usulan where draft->>'name' = 'Kliwon Sekali'`,
  );
  expect(rows[0]?.n).toBe(1);
});

test('one open usulan per person and kind, and a new one after the end of the old', async () => {
  const id = await linked('Partinah');
  const { subject } = (await read('operator.karangasri', id)).body;
  const operator = await app.as('operator.karangasri');
  const again = { ...submission(await areaOf('Desa Karang Asri%')), draft: undefined, subjectPersonId: subject.id };
  expect(await operator.post('/api/usulan', again)).toMatchObject({
    status: 409,
    body: { error: { code: 'usulan.sudah_ada' } },
  });
  expect((await operator.post('/api/usulan', { ...again, kind: 'pindah_keluar' })).status).toBe(200);
  // A draft of the same person can be typed; it is caught when an officer links it.
  const draft = await makeUsulan(stand(), { draft: { name: 'Partinah', address: 'Jalan Teratai 7' } });
  expect(await act('operator.karangasri', draft.usulanId, 'subject', { personId: subject.id })).toMatchObject({
    status: 409,
    body: { error: { code: 'usulan.sudah_ada' } },
  });
  const looks = (await read('operator.karangasri', draft.usulanId)).body.lookAlikes;
  expect(looks).toEqual([
    expect.objectContaining({ id, name: 'Partinah' }),
    expect.objectContaining({ kind: 'pindah_keluar' }),
  ]);
  await act('operator.karangasri', id, 'withdrawal', { reasonCode: 'permintaan_warga' });
  expect((await act('operator.karangasri', draft.usulanId, 'subject', { personId: subject.id })).status).toBe(200);
});

test('a deadline that would fall on a holiday falls behind it, and time alone decides nothing', async () => {
  // Wednesday 12 August 2026, noon; the 17th is a holiday: three office days end on Tuesday 18.
  const now = new Date('2026-08-12T04:00:00Z');
  const made = await makeUsulan({ ...stand(), now }, { draft: { name: 'Paijo', address: 'Jalan Merdeka 17' } });
  const usulan = await actAs(stand(), 'verifikator', (ctx) => getUsulan(ctx, made.usulanId));
  expect(usulan.dueOn).toBe('2026-08-18');
  app.setNow(new Date('2026-08-18T15:59:00Z'));
  const rowAt = async () => (await read('operator.karangasri', made.usulanId)).body;
  expect(await rowAt()).toMatchObject({ isLate: false, citizenDays: 6 });
  app.setNow(new Date('2026-08-18T16:00:00Z'));
  expect(await rowAt()).toMatchObject({ isLate: true, state: 'berjalan', stage: 'periksa' });
  app.setNow(new Date('2027-03-01T04:00:00Z'));
  expect(await rowAt()).toMatchObject({ isPromiseLate: true, state: 'berjalan', stage: 'periksa', citizenDays: 201 });
  app.setNow(TEST_NOW);
});

test('asking and returning do not stop the citizen’s clock', async () => {
  const id = await linked('Sutiyem');
  const before = (await read('operator.karangasri', id)).body;
  app.setNow(new Date('2026-07-20T04:00:00Z'));
  const asked = await act('operator.karangasri', id, 'request', {
    reasonCode: 'kk_ktp_kurang',
    missing: 'Foto KK yang terbaca.',
  });
  expect(asked.body).toMatchObject({ state: 'menunggu_pelengkapan', stage: 'periksa', dueOn: '2026-08-03' });
  expect(await act('operator.karangasri', id, 'acceptance', { reasonCode: 'lengkap' })).toMatchObject({
    status: 409,
    body: { error: { code: 'usulan.menunggu' } },
  });
  await act('operator.karangasri', id, 'completion', { text: 'KK dibawa ke kantor desa.' });
  const after = (await read('operator.karangasri', id)).body;
  expect(after).toMatchObject({
    state: 'berjalan',
    promisedOn: before.promisedOn,
    submittedOn: before.submittedOn,
    citizenDays: 5,
    returns: 1,
  });
  app.setNow(TEST_NOW);
});

test('no approval for somebody who died yesterday', async () => {
  const id = await linked('Kasiyem');
  await owner(`update @usulan set stage = 'verifikasi', stage_no = 4 where id = $1`, [id]);
  await owner(
    `update @person set life = 'dilaporkan_meninggal', died_on = '2026-07-14' where id = (select subject_person_id from @usulan where id = $1)`,
    [id],
  );
  expect((await read('verifikator', id)).body.flags).toContain('meninggal');
  expect(await act('verifikator', id, 'approval', { reasonCode: 'memenuhi', tracks: ['pusat'] })).toMatchObject({
    status: 409,
    body: { error: { code: 'usulan.subjek_meninggal' } },
  });
});

test('a usulan about a protected person leaves every desk below her level', async () => {
  const id = await linked('Melati');
  await owner(
    `update @person set protection = 2, alias = 'Melati' where id = (select subject_person_id from @usulan where id = $1)`,
    [id],
  );
  await owner('update @usulan set protection = 2 where id = $1', [id]);
  expect((await read('operator.karangasri', id)).status).toBe(404);
  expect((await read('verifikator', id)).status).toBe(404);
});

test('numbers of identity leave only masked, and none reaches the audit', async () => {
  const nik = '9901014708540003';
  const made = await makeUsulan(stand(), {
    draft: { name: 'Sarinem Tua', nik, nomorKk: '9901012001120001', address: 'Jalan Melati 3' },
  });
  const detail = await read('operator.karangasri', made.usulanId);
  expect(detail.body.draft).toMatchObject({ nik: '9901••••••••0003', nomorKk: '9901••••••••0001' });
  expect(JSON.stringify(detail.body)).not.toContain(nik);
  const { rows } = await owner(`select 1 from @audit where (before::text || after::text) ~ $1`, [nik]);
  expect(rows).toHaveLength(0);
});

test('a photo is kept with the usulan without what the camera wrote; anything else is refused by its content', async () => {
  const { usulanId: id } = await makeUsulan(stand());
  const operator = await app.as('operator.karangasri');
  const url = `/api/usulan/${id}/file?kind=rumah&name=rumah.jpg&lat=-1.25&lng=116.8&accuracy=12`;
  const put = await operator.upload(url, makeJpeg({ orientation: 3, note: 'GPS Rumah SERIAL 77', bitsAPixel: 0.05 }));
  expect(put.status, JSON.stringify(put.body)).toBe(200);
  expect(put.body.doubts).toEqual(['gelap_atau_buram', 'diputar']);
  expect((await operator.upload(url, Buffer.from('MZ program'))).status).toBe(415);
  expect((await operator.upload(url, Buffer.from('%PDF-1.7 rumah'))).body.error.code).toBe('foto.jenis_salah');
  expect((await operator.upload(url, makeJpeg().subarray(0, 99))).body.error.code).toBe('foto.rusak');
  // 50 MB: refused by its length, before it is read.
  expect(await operator.upload(url, Buffer.alloc(50_000_000))).toMatchObject({
    status: 413,
    body: { error: { code: 'berkas.terlalu_besar' } },
  });
  expect((await read('operator.karangasri', id)).body).toMatchObject({
    opened: [],
    files: [{ kind: 'rumah', mediaType: 'image/jpeg', place: { lat: -1.25, lng: 116.8, accuracy: 12 } }],
  });
  const opened = await operator.get(`/api/usulan/${id}/file/${put.body.fileId}`);
  expect(opened.raw.toString('latin1')).not.toContain('SERIAL');
  expect((await read('operator.karangasri', id)).body.opened).toEqual(['berkas']);
  const { usulanId: other } = await makeUsulan(stand());
  expect((await operator.get(`/api/usulan/${other}/file/${put.body.fileId}`)).status).toBe(404);
});

test('the RT head is asked one thing, answers, and reads no reason; not when the citizen said so', async () => {
  const rtAreaId = await areaOf('RT 001/RW 001, %Karang Asri%');
  const draft = { name: 'Warga Portal', address: 'Jalan Melati 9', rtAreaId };
  const open = await makeUsulan(stand(), { draft, reason: 'Suami memukul saya.' });
  const operator = await app.as('operator.karangasri');
  expect((await operator.post(`/api/usulan/${open.usulanId}/rt-question`)).body).toEqual({ asked: true });
  const rt = await app.as('rt.karangasri');
  const { tasks } = (await rt.get('/api/rt')).body;
  expect(tasks).toEqual([
    expect.objectContaining({ title: 'Benar tinggal di RT ini? Warga Portal', detail: 'Jalan Melati 9' }),
  ]);
  expect(JSON.stringify(tasks)).not.toContain('memukul');
  expect((await rt.post(`/api/rt/task/${tasks[0].id}/answer`, { answer: 'ya' })).body).toEqual({ answered: true });
  expect((await rt.post(`/api/rt/task/${tasks[0].id}/answer`, { answer: 'tidak' })).status).toBe(404);
  expect((await read('operator.karangasri', open.usulanId)).body.rtAnswer).toMatchObject({
    state: 'selesai',
    answer: 'ya',
  });
  const quiet = await makeUsulan(stand(), { draft: { ...draft, name: 'Diam' }, skipRt: true });
  expect(await operator.post(`/api/usulan/${quiet.usulanId}/rt-question`)).toMatchObject({
    status: 409,
    body: { error: { code: 'usulan.jangan_lewat_rt' } },
  });
});

test('a lost PIN is replaced at the desk and the old one opens nothing', async () => {
  const made = await makeUsulan(stand());
  const renewed = (await (await app.as('operator.karangasri')).post(`/api/usulan/${made.usulanId}/pin`)).body;
  expect(renewed.receiptNumber).toBe(made.receiptNumber);
  expect(renewed.pin).not.toBe(made.pin);
  expect((await (await app.as('rt.karangasri')).post(`/api/usulan/${made.usulanId}/pin`)).status).not.toBe(200);
});

test('who objects stands apart and no desk reads it', async () => {
  const made = await makeUsulan(stand(), { kind: 'sanggah', reporterName: 'Tetangga Rahasia' });
  const seen = await read('verifikator', made.usulanId);
  expect(seen.body.reporterName).toBeNull();
  expect(JSON.stringify(seen.body)).not.toContain('Rahasia');
  const { rows } = await owner<{ objector_name: string }>(
    'select objector_name from @objection_secret where usulan_id = $1',
    [made.usulanId],
  );
  expect(rows).toEqual([{ objector_name: 'Tetangga Rahasia' }]);
  const area = await actAs(stand(), 'operator.karangasri', async (ctx) =>
    ctx.tx.selectFrom('objection_secret').selectAll().execute(),
  );
  expect(area).toEqual([]);
});

test('the seeds of the database are those of the code', async () => {
  const { rows } = await owner<{
    order_no: number;
    no: number;
    stage: string;
    roles: string[];
    office_days: number;
    skip_kinds: string[];
  }>('select * from @agency_stage order by order_no, no');
  const seeds = SEED_ORDERS.flatMap((seed) =>
    seed.stages.map((rule) => ({
      order_no: seed.no,
      no: rule.no,
      stage: rule.stage,
      roles: [...rule.roles],
      office_days: rule.officeDays,
      skip_kinds: [...rule.skipKinds],
    })),
  );
  expect(rows).toEqual(seeds);
});

test('an order that cannot work is refused with what to change; a new one gets its number', async () => {
  const admin = await app.as('admin');
  const stages = SEED_ORDERS[0]!.stages;
  const tryOrder = async (list: unknown[]) =>
    (await admin.post('/api/stage/order', { name: 'Baru', stages: list })).body;
  expect((await tryOrder(stages.slice(1))).error.code).toBe('tahap.awal');
  expect((await tryOrder(stages.slice(0, 3))).error.code).toBe('tahap.akhir');
  expect((await tryOrder([...stages])).error.code).toBe('tahap.sudah_ada');
  expect((await tryOrder([{ ...stages[0], roles: ['rt'] }, ...stages.slice(1)])).error.code).toBe(
    'tahap.peran_tidak_boleh',
  );
  expect(await tryOrder([stages[0], stages[1], stages[3]])).toEqual({ no: 3 });
  const { orders } = (await admin.get('/api/stage')).body;
  expect(orders.filter((order: { active: boolean }) => order.active)).toEqual([
    expect.objectContaining({ no: 3, name: 'Baru', madeBy: 'Bu Tika' }),
  ]);
  expect((await (await app.as('operator.karangasri')).get('/api/stage')).status).toBe(403);
  await admin.post('/api/stage/order', { no: 1 });
});

test('the month has its marks, holidays and piles; the office changes the marks', async () => {
  const admin = await app.as('admin');
  await admin.post('/api/stage/month-marks', { marks: [{ day: 31, label: { id: 'Tutup bulan', en: 'Month end' } }] });
  app.setNow(new Date('2026-06-15T04:00:00Z'));
  const month = (await (await app.as('operator.karangasri')).get('/api/intake/month')).body;
  expect(month).toMatchObject({
    from: '2026-06-01',
    to: '2026-06-30',
    marks: [{ date: '2026-06-30', label: { id: 'Tutup bulan' } }],
    holidays: [{ date: '2026-06-01' }, { date: '2026-06-16' }],
  });
  expect(month.piles.map((pile: { stage: string }) => pile.stage)).toEqual([
    'periksa',
    'verval',
    'musyawarah',
    'verifikasi',
  ]);
  app.setNow(TEST_NOW);
});

test.each([
  ['no name', { draft: { name: '  ', address: 'x' } }, 'permintaan.tidak_sah'],
  ['a name without a letter', { draft: { name: '---', address: 'x' } }, 'usulan.nama_kosong'],
  ['a birth date ahead', { draft: { name: 'Budi', address: 'x', birthOn: '2026-08-01' } }, 'usulan.tanggal_lahir'],
  ['no consent', { consent: 'ya' }, 'permintaan.tidak_sah'],
  ['neither person nor draft', { draft: undefined }, 'usulan.subjek'],
  ['an unknown place', { areaId: 999_999_999 }, 'usulan.wilayah'],
  ['a whole kabupaten', { areaId: -1 }, 'permintaan.tidak_sah'],
  ['another’s channel', { channel: 'rt' }, 'usulan.saluran'],
] as const)('bad input is refused with a sentence: %s', async (_name, over, code) => {
  const body = { ...submission(await areaOf('Desa Karang Asri%')), ...over };
  const reply = await (await app.as('operator.karangasri')).post('/api/usulan', body);
  expect(reply.status).toBeGreaterThanOrEqual(400);
  expect(reply.body.error.code).toBe(code);
  expect(reply.body.error.message.length).toBeGreaterThan(10);
});

test('a doubtful NIK is taken in and stands as a doubt', async () => {
  const made = await makeUsulan(stand(), {
    draft: { name: 'Salah NIK', nik: '3,67101E+15', address: 'Jalan Excel 1' },
  });
  expect((await read('operator.karangasri', made.usulanId)).body.doubts).toEqual([
    expect.stringContaining('rusak oleh Excel'),
  ]);
  const created = await act('operator.karangasri', made.usulanId, 'new-subject', { shdk: 1 });
  expect(created.status, JSON.stringify(created.body)).toBe(200);
});
