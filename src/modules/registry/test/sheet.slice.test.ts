import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  areaId,
  inRegistry,
  makeResident,
  newNik,
  newNomorKk,
  protect,
  somebody,
} from '../../../../test/factories/person.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { toJson } from '../../../platform/db/context.ts';
import { createPerson } from '../index.ts';

let app: TestApp;
let karangAsri: number;
let sumberRejo: number;
beforeAll(async () => {
  app = await startTestApp();
  karangAsri = await areaId(app.database, '99.01.01.2003', { rw: '001', rt: '001' });
  sumberRejo = await areaId(app.database, '99.01.01.2004');
});
afterAll(() => app.close());

const operator = () => app.as('operator.karangasri');
const verifier = () => app.as('verifikator');
const resident = (
  over: Parameters<typeof makeResident>[2] = {},
  family: Parameters<typeof makeResident>[3] = {},
  area = karangAsri,
) =>
  inRegistry(app.database.db, 'verifikator', (ctx) =>
    makeResident(ctx, area, { nik: newNik(), ...over }, { nomorKk: newNomorKk(), ...family }),
  );
const rows = async (text: string, values: unknown[] = []) =>
  (await app.database.ownerPool.query(text.replaceAll('@', 'agency_tirta_rukun.'), values)).rows;

test('a misspelt name, a NIK, a KK number and an address all find her, masked, with what is open', async () => {
  const [nik, nomorKk] = [newNik('1954-08-07', 'P'), newNomorKk()];
  const { personId } = await resident({ name: 'Hj. Soekarsih', nik }, { nomorKk, address: 'Jl. Kenanga No. 017' });
  for (const q of [
    'sukarsi',
    'SOEKARSIH',
    nik,
    `${nik.slice(0, 4)} ${nik.slice(4, 8)} ${nik.slice(8, 12)} ${nik.slice(12)}`,
    nomorKk,
    'jalan kenanga 17',
  ]) {
    const reply = await (await operator()).get(`/api/person?q=${encodeURIComponent(q)}`);
    expect(reply.status).toBe(200);
    expect([q, reply.body.items[0]?.id]).toEqual([q, personId]);
    expect(JSON.stringify(reply.body)).not.toContain(nik);
    expect(reply.body.items[0]).toMatchObject({
      maskedNik: expect.stringMatching(/^9901•{8}\d{4}$/),
      open: { usulan: 0, aid: 0, tasks: 0 },
    });
  }
});

test('an operator cannot find, count or open a person of another desa, and is told the same as of nobody', async () => {
  const nik = newNik();
  const { personId, family } = await resident({ name: 'Kartini Sumber', nik }, {}, sumberRejo);
  for (const q of ['kartini sumber', nik])
    expect((await (await operator()).get(`/api/person?q=${q}`)).body.items).toEqual([]);
  const [theirs, nobody] = [
    await (await operator()).get(`/api/person/${personId}`),
    await (await operator()).get('/api/person/01900000-0000-7000-8000-000000000001'),
  ];
  expect(theirs.status).toBe(404);
  expect({ ...theirs.body.error, requestId: '' }).toEqual({ ...nobody.body.error, requestId: '' });
  expect((await (await operator()).get(`/api/family/${family.familyId}`)).status).toBe(404);
  expect((await (await verifier()).get(`/api/person/${personId}`)).status).toBe(200);
});

test('a protected person is invisible to everybody below her level, on every path', async () => {
  const [nik, nomorKk] = [newNik(), newNomorKk()];
  const { personId, family } = await resident({ name: 'Wulandari Rahasia', nik }, { nomorKk });
  await protect(app.database, personId, 3, 'Melati Tiga');
  for (const who of [await operator(), await verifier()]) {
    for (const q of ['wulandari rahasia', nik, nomorKk, 'melati tiga'])
      expect((await who.get(`/api/person?q=${q}`)).body.items).toEqual([]);
    expect((await who.get(`/api/person/${personId}`)).status).toBe(404);
    const sheet = await who.get(`/api/family/${family.familyId}`);
    expect(JSON.stringify(sheet.body)).not.toContain('Wulandari');
    // What is said of her is what is said of anybody elsewhere: one line without name, place or number.
    const likely = await who.post('/api/person/likely', { name: 'Wulandari Rahasia', birthOn: '1954-08-07', nik });
    expect(likely.body.items).toEqual([]);
    expect(likely.body.elsewhere).toMatch(/wilayah lain/);
  }
});

test('to level 3 outside her case team she is an alias without number or place, found by neither name nor number', async () => {
  const nik = newNik();
  const { personId } = await resident({ name: 'Suryaningsih Dua', nik });
  await protect(app.database, personId, 3, 'Anggrek');
  const peksos = { clearance: 3 };
  const { personSummaries, searchPeople } = await import('../index.ts');
  const [listed] = await inRegistry(app.database.db, 'peksos', (ctx) => personSummaries(ctx, [personId]), peksos);
  expect(listed).toMatchObject({ name: 'Anggrek', isAlias: true, maskedNik: null, areaLabel: null, birthOn: null });
  for (const q of ['suryaningsih dua', nik])
    expect(await inRegistry(app.database.db, 'peksos', (ctx) => searchPeople(ctx, { q, limit: 5 }), peksos)).toEqual(
      [],
    );
});

test('a protected sheet opens with a reason only, and both are logged', async () => {
  const { personId } = await resident({ name: 'Terlindung' });
  await protect(app.database, personId, 2, 'Kamboja');
  const { getPersonSheet } = await import('../index.ts');
  const { askToRead } = await import('../actions/get-person-sheet.ts');
  const read = () => inRegistry(app.database.db, 'peksos', (ctx) => getPersonSheet(ctx, personId), { clearance: 2 });
  await expect(read()).rejects.toMatchObject({ code: 'alasan.perlu', status: 403 });
  await inRegistry(app.database.db, 'peksos', (ctx) => askToRead(ctx, personId, 'Diminta rumah sakit malam ini'), {
    clearance: 2,
  });
  expect((await read()).name).toBe('Terlindung');
  expect(await rows('select purpose, level from @access_log where subject_id = $1 order by id', [personId])).toEqual([
    { purpose: 'alasan', level: 2 },
    { purpose: 'meja', level: 2 },
  ]);
});

test('reading a sheet is logged once a quarter of an hour, with the task as its reason', async () => {
  const { personId } = await resident();
  const usulan = '01900000-0000-7000-8000-000000000009';
  const who = await operator();
  await who.get(`/api/person/${personId}`);
  await who.get(`/api/person/${personId}`);
  await who.get(`/api/person/${personId}?purpose=usulan:${usulan}`);
  expect(await rows('select purpose from @access_log where subject_id = $1 order by id', [personId])).toEqual([
    { purpose: 'meja' },
    { purpose: `usulan:${usulan}` },
  ]);
  expect((await who.get(`/api/person/${personId}?purpose=iseng`)).status).toBe(422);
});

test('a whole number is shown after a reason, and never stored with the reply', async () => {
  const nik = newNik();
  const { personId } = await resident({ nik });
  const who = await operator();
  const sheet = await who.get(`/api/person/${personId}`);
  expect(JSON.stringify(sheet.body)).not.toContain(nik);
  const numberId = sheet.body.numbers[0].id;
  expect((await who.get(`/api/number/${numberId}`)).status).toBe(403);
  expect((await who.post(`/api/number/${numberId}/reveal`, { reason: 'lain' })).status).toBe(422);
  const asked = await who.post(
    `/api/number/${numberId}/reveal`,
    { reason: 'ketik_siks' },
    { 'idempotency-key': 'tampil-1' },
  );
  expect(asked.status).toBe(200);
  expect((await who.get(`/api/number/${numberId}`)).body).toEqual({ value: nik });
  expect(toJson(await rows('select * from @idempotency'))).not.toContain(nik);
  expect(toJson(await rows('select * from @audit'))).not.toContain(nik);
  const other = await app.as('kades.karangasri');
  expect((await other.get(`/api/number/${numberId}`)).status).toBe(403);
});

test('registering: likely doubles in sight with what agrees, one neutral line for elsewhere, then a task', async () => {
  await resident({
    name: 'Muhammad Soleh',
    sex: 'L',
    birth: { on: '1990-03-05', precision: 'hari' },
    nik: newNik('1990-03-05', 'L'),
  });
  const who = await operator();
  const likely = await who.post('/api/person/likely', { name: 'Moh. Sholeh', sex: 'L', birthOn: '1990-05-03' });
  expect(likely.body.items[0].sentence).toMatch(
    /^Mungkin orang yang sama: (?=.*nama sama, beda ejaan)(?=.*hari dan bulan lahir tertukar)/,
  );
  await resident(
    { name: 'Ratnasari Dewi', birth: { on: '1988-02-03', precision: 'hari' }, nik: newNik('1988-02-03', 'P') },
    {},
    sumberRejo,
  );
  const sketch = { name: 'Ratna Sari Dewi', birthOn: '1988-02-03', sex: 'P' };
  const elsewhere = await who.post('/api/person/likely', { ...sketch, name: 'Ratnasari Dewi' });
  expect(elsewhere.body).toEqual({ isReady: true, items: [], elsewhere: expect.stringContaining('wilayah lain') });
  expect(elsewhere.body.elsewhere).not.toMatch(/Sumber|Ratna/);
  const made = await who.post('/api/person', {
    name: 'Ratnasari Dewi',
    sex: 'P',
    birth: { on: '1988-02-03', precision: 'hari' },
    areaId: karangAsri,
    family: { nomorKk: newNomorKk(), shdk: 1, address: 'Jalan Mawar 2' },
  });
  expect(made.status).toBe(200);
  expect(await rows('select kind, level from @task where subject_person_id = $1', [made.body.personId])).toEqual([
    { kind: 'mungkin_ganda_lain', level: 0 },
  ]);
});

test('the same registration sent twice makes one person; bad input comes back in words', async () => {
  const who = await operator();
  const body = { name: 'Sekali Saja', areaId: karangAsri, family: { shdk: 1 } };
  const twice = await Promise.all([1, 2].map(() => who.post('/api/person', body, { 'idempotency-key': 'daftar-1' })));
  expect(new Set(twice.map(({ body }) => body.personId)).size).toBe(1);
  const bad = await who.post('/api/person', { name: '  ', areaId: karangAsri });
  expect(bad.status).toBe(422);
  expect(bad.body.error.message).toContain('Isi nama');
  const outside = await who.post('/api/person', { name: 'Orang Luar', areaId: sumberRejo });
  expect(outside.body.error.code).toBe('wilayah.di_luar_tugas');
  const noLetters = await who.post('/api/person', { name: '12345', areaId: karangAsri });
  expect(noLetters.body.error.code).toBe('orang.tanpa_nama');
});

test('a correction keeps the old value; an older version is refused with who, when and the newer row', async () => {
  const { personId } = await resident({ name: 'Painem' });
  const who = await operator();
  const { version } = (await who.get(`/api/person/${personId}`)).body;
  const done = await who.post(`/api/person/${personId}/correction`, {
    version,
    reason: 'sesuai KTP',
    changes: { nama: 'Painem Sari', lahir: { on: '1954-07-08', precision: 'hari' }, nama_ibu: 'Tukinah' },
  });
  expect(done.body).toEqual({ version: version + 1, notInForce: [] });
  const sheet = (await who.get(`/api/person/${personId}`)).body;
  expect(sheet).toMatchObject({ name: 'Painem Sari', birth: { on: '1954-07-08' }, hasMotherName: true });
  expect(sheet.numbers[0].problems).toEqual(['Tanggal lahir berbeda dari yang tercatat.']);
  expect(sheet.otherNames).toEqual([{ name: 'Painem', kind: 'ejaan', source: 'petugas' }]);
  const names = sheet.history.filter((row: { field: string }) => row.field === 'nama');
  expect(names).toMatchObject([
    { value: 'Painem Sari', by: 'Bu Wulan', reason: 'sesuai KTP', inForce: true },
    { value: 'Painem', by: null, inForce: false },
  ]);
  expect(JSON.stringify(sheet)).not.toContain('Tukinah');
  expect(toJson(await rows('select * from @audit'))).not.toContain('Tukinah');
  const late = await (await verifier()).post(`/api/person/${personId}/correction`, {
    version,
    reason: 'lain lagi',
    changes: { nama: 'Paijem' },
  });
  expect(late.status).toBe(409);
  expect(late.body.error).toMatchObject({
    code: 'versi.berubah',
    details: { newer: { version: version + 1, nama: 'Painem Sari' } },
  });
  expect(late.body.error.message).toMatch(/^Bu Wulan mengubah baris ini pukul 12\.00 WITA, setelah Anda membukanya\./);
});

test('a correction of nothing is refused in words, and a look that finds nobody may carry a key', async () => {
  const { personId } = await resident({ name: 'Tetap Sama' });
  const who = await operator();
  const same = await who.post(
    `/api/person/${personId}/correction`,
    { version: 1, reason: 'periksa', changes: { nama: 'Tetap Sama' } },
    { 'idempotency-key': 'sama-1' },
  );
  expect(same.body.error.code).toBe('perbaikan.tanpa_perubahan');
  const look = await who.post('/api/person/likely', { name: 'Zzyzx Qwerty' }, { 'idempotency-key': 'lihat-1' });
  expect(look.body).toEqual({ isReady: true, items: [], elsewhere: null });
});

test('more than twenty looks in an hour without a registration raise a task at the agency', async () => {
  const { personId } = await resident({ name: 'Dicari Terus', birth: { on: '1971-04-05', precision: 'hari' } });
  const who = await app.as('loket');
  for (let n = 0; n < 21; n += 1) await who.post('/api/person/likely', { name: 'Dicari Terus', birthOn: '1971-04-05' });
  const odd = await rows("select role, level, detail from @task where kind = 'pencarian_tidak_wajar:loket'");
  expect(odd).toEqual([{ role: 'kabid', level: 1, detail: expect.stringContaining('Bu Dewi') }]);
  expect(toJson(odd)).not.toContain(personId);
});

test('a weaker source is kept beside a stronger one and does not take effect', async () => {
  const { personId } = await inRegistry(app.database.db, 'verifikator', (ctx) =>
    createPerson(ctx, somebody(karangAsri, { source: 'dukcapil', name: 'Sesuai Dukcapil' })),
  );
  const who = await operator();
  const reply = await who.post(`/api/person/${personId}/correction`, {
    version: 1,
    reason: 'kata tetangga',
    changes: { nama: 'Nama Lain' },
  });
  expect(reply.body.notInForce).toEqual(['nama']);
  const sheet = (await who.get(`/api/person/${personId}`)).body;
  expect(sheet.name).toBe('Sesuai Dukcapil');
  expect(sheet.history.map((row: { value: string }) => row.value)).toContain('Nama Lain');
});

test('a reported death is not a proven one, and a false report is taken back in one act', async () => {
  const { personId } = await resident();
  const who = await operator();
  const future = await who.post(`/api/person/${personId}/death-report`, {
    version: 1,
    diedOn: '2026-07-16',
    reporter: 'Pak RT',
    relation: 'Ketua RT',
  });
  expect(future.status).toBe(422);
  const reported = await who.post(`/api/person/${personId}/death-report`, {
    version: 1,
    diedOn: '2026-07-14',
    reporter: 'Pak RT',
    relation: 'Ketua RT',
  });
  expect(reported.body.dueOn).toBe('2026-07-22');
  const tasks = () => rows('select state, level from @task where subject_person_id = $1', [personId]);
  expect(await tasks()).toEqual([{ state: 'terbuka', level: 0 }]);
  const again = await who.post(`/api/person/${personId}/death-report`, {
    version: reported.body.version,
    reporter: 'Pak RW',
    relation: 'Ketua RW',
  });
  expect(again.body.error.code).toBe('kematian.sudah_dilaporkan');
  const back = await who.post(`/api/person/${personId}/death-withdrawal`, {
    version: reported.body.version,
    reason: 'orangnya datang sendiri',
  });
  expect(back.status).toBe(200);
  expect((await who.get(`/api/person/${personId}`)).body).toMatchObject({ life: 'hidup', diedOn: null, tasks: [] });
  expect(await tasks()).toEqual([{ state: 'selesai', level: 0 }]);
});

test('the rightful holder of a number is decided among those in sight; the other entry becomes wrong, nothing is deleted', async () => {
  const nik = newNik();
  const [first, second] = [await resident({ nik, name: 'Salah Ketik' }), await resident({ nik, name: 'Pemilik Sah' })];
  const who = await operator();
  const sheet = (await who.get(`/api/person/${second.personId}`)).body;
  expect(sheet.numbers).toMatchObject([
    { state: 'klaim', problems: [expect.stringContaining('putuskan pemegangnya')] },
  ]);
  const ruled = await who.post(`/api/person/${second.personId}/number-ruling`, {
    version: sheet.version,
    numberId: sheet.numbers[0].id,
    verdict: 'pemegang',
    reason: 'KTP asli dilihat',
  });
  expect(ruled.status).toBe(200);
  expect((await who.get(`/api/person/${second.personId}`)).body.numbers[0]).toMatchObject({ state: 'tercatat' });
  const loser = (await who.get(`/api/person/${first.personId}`)).body;
  expect(loser.numbers).toMatchObject([{ state: 'salah' }]);
  expect(loser.findings.map(({ kind }: { kind: string }) => kind)).toEqual(['tanpa_nik']);
});

test('PPKS: only the registry’s types, by the hard predicates', async () => {
  const { personId } = await resident({ birth: { on: '1954-08-07', precision: 'hari' } });
  const who = await verifier();
  const assess = (code: string) =>
    who.post(`/api/person/${personId}/ppks`, { code, since: '2026-07-01', basis: 'Asesmen 12/2026' });
  expect((await assess('PPKS-08')).status).toBe(200);
  expect((await assess('PPKS-24')).status).toBe(200);
  expect((await assess('PPKS-23')).body.error.code).toBe('ppks.syarat_tidak_cocok');
  expect((await assess('PPKS-10')).body.error.code).toBe('ppks.bukan_register');
  expect((await who.get(`/api/person/${personId}`)).body.ppks.map(({ code }: { code: string }) => code).sort()).toEqual(
    ['PPKS-08', 'PPKS-24'],
  );
  // Clearance 0: the elderly type is level 1 and stays out of the operator's sight.
  expect(
    (await (await operator()).get(`/api/person/${personId}`)).body.ppks.map(({ code }: { code: string }) => code),
  ).toEqual(['PPKS-24']);
});
