import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addVisit,
  constraintHit,
  desaOfOperator,
  FULL_ATTENDANCE,
  type Proposed,
  proposeResident,
} from '../../../../test/factories/deliberation.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { pdfPages } from '../../../../test/support/pdf-text.ts';
import { sha256Of } from '../../../platform/files/kept-files.ts';

let app: TestApp;
let desa: number;
beforeAll(async () => {
  app = await startTestApp();
  desa = await desaOfOperator(app);
});
afterAll(() => app.close());

const operator = () => app.as('operator.karangasri');
const details = { onDate: '2026-07-14', place: 'Balai Desa Karang Asri', leader: 'Pak Suryo' };
const prepare = async (
  proposed: readonly Proposed[],
  kind = 'musdes',
  over: Record<string, unknown> = {},
): Promise<string> => {
  const reply = await (await operator()).post('/api/musyawarah', {
    kind,
    areaId: desa,
    ...details,
    usulanIds: proposed.map((one) => one.usulanId),
    ...over,
  });
  expect(reply.body.error?.message).toBeUndefined();
  return reply.body.id;
};
const read = async (id: string) => (await (await operator()).get(`/api/musyawarah/${id}`)).body;
const attend = async (id: string, people: readonly { no: number; name: string; role: string }[]) =>
  (await operator()).put(`/api/musyawarah/${id}/attendance`, {
    version: (await read(id)).version,
    people: [...people],
  });
const decide = async (
  id: string,
  usulanId: string,
  verdict: string,
  reason = '',
  over: Record<string, unknown> = {},
) => {
  const row = (await read(id)).rows.find((one: { usulanId: string }) => one.usulanId === usulanId);
  return (await operator()).post(`/api/musyawarah/${id}/rows/${usulanId}/verdict`, {
    version: row.version,
    verdict,
    reason,
    ...over,
  });
};
const finish = async (id: string, over: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  (await operator()).post(`/api/musyawarah/${id}/completion`, { version: (await read(id)).version, ...over }, headers);
const standing = async (usulanId: string) =>
  (
    await app.database.ownerPool.query(
      'select state, stage, outcome_code from agency_tirta_rukun.usulan where id = $1',
      [usulanId],
    )
  ).rows[0];

test('a musdes from agenda to numbered berita acara: verdicts reach the proposals, the hash is kept', async () => {
  const [agreed, refused, postponed] = [
    await proposeResident(app, 'Sarinem', 'musyawarah'),
    await proposeResident(app, 'Wiryo', 'musyawarah'),
    await proposeResident(app, 'Tumi', 'musyawarah'),
  ];
  await addVisit(app, agreed.usulanId, 'terkonfirmasi');
  await addVisit(app, refused.usulanId, 'pindah');
  const id = await prepare([agreed, refused, postponed]);
  expect((await attend(id, FULL_ATTENDANCE)).body).toEqual({ missing: [] });
  expect((await decide(id, agreed.usulanId, 'disepakati')).body).toMatchObject({ againstVerval: false });
  await decide(id, refused.usulanId, 'ditolak', 'Sudah pindah ke luar desa sejak Mei.', {
    reasonCode: 'tidak_tinggal',
  });
  await decide(id, postponed.usulanId, 'ditunda', 'Menunggu keterangan anaknya.');

  const draft = await (await operator()).get(`/api/musyawarah/${id}/berita-acara`);
  expect(pdfPages(draft.raw)[0]).toContain('rancangan');

  const done = await finish(id);
  expect(done.status).toBe(200);
  expect(done.body).toMatchObject({
    number: '001/BA-MUSDES/99.01.01.2003/VII/2026',
    counts: { disepakati: 1, ditolak: 1, ditunda: 1 },
  });
  expect(await standing(agreed.usulanId)).toMatchObject({ state: 'berjalan', stage: 'verifikasi' });
  expect(await standing(refused.usulanId)).toMatchObject({
    state: 'ditolak',
    stage: null,
    outcome_code: 'tidak_tinggal',
  });
  expect(await standing(postponed.usulanId)).toMatchObject({ state: 'berjalan', stage: 'musyawarah' });

  const paper = await (await operator()).get(`/api/musyawarah/${id}/berita-acara`);
  expect(sha256Of(paper.raw)).toBe(done.body.baHash);
  const text = pdfPages(paper.raw).join(' ');
  for (const words of [
    '001/BA-MUSDES/99.01.01.2003/VII/2026',
    'Sarinem',
    'DAFTAR HADIR',
    'Serda Anwar',
    'DAFTAR NAMA DAN ALAMAT',
    'DATA CONTOH',
    'Tidak disepakati',
  ])
    expect(text).toContain(words);
  expect(text).not.toContain(agreed.nik);
  expect(text).toContain(agreed.nik.slice(-4));
  const again = await finish(id);
  expect(again).toMatchObject({ status: 409, body: { error: { code: 'musyawarah.sudah_selesai' } } });
});

test('deciding against the field check needs a reason; with one it is marked', async () => {
  const one = await proposeResident(app, 'Karto', 'musyawarah');
  await addVisit(app, one.usulanId, 'tidak_ditemukan');
  const id = await prepare([one]);
  await attend(id, FULL_ATTENDANCE);
  expect(await decide(id, one.usulanId, 'disepakati')).toMatchObject({
    status: 422,
    body: { error: { code: 'musyawarah.lawan_verval' } },
  });
  const reply = await decide(id, one.usulanId, 'disepakati', 'Saat kunjungan ia di ladang; warga mengenalnya.');
  expect(reply.body.againstVerval).toBe(true);
  expect((await read(id)).rows[0]).toMatchObject({ verdict: 'disepakati', againstVerval: true });
});

test('a conflict of interest stands on its row; one who stays in the room needs a reason', async () => {
  const one = await proposeResident(app, 'Parto', 'musyawarah');
  const id = await prepare([one]);
  await attend(id, FULL_ATTENDANCE);
  const kin = (leftRoom: boolean) => ({ conflicts: [{ attendeeNo: 1, relation: 'adik kandung', leftRoom }] });
  expect((await decide(id, one.usulanId, 'disepakati', '', kin(false))).body.error.code).toBe('musyawarah.kepentingan');
  expect(
    (
      await decide(id, one.usulanId, 'disepakati', '', {
        conflicts: [{ attendeeNo: 9, relation: 'x', leftRoom: true }],
      })
    ).body.error.code,
  ).toBe('musyawarah.hadir_tidak_dikenal');
  expect((await decide(id, one.usulanId, 'disepakati', '', kin(true))).status).toBe(200);
  expect((await read(id)).rows[0].conflicts).toEqual([{ attendeeNo: 1, relation: 'adik kandung', leftRoom: true }]);
  await finish(id);
  const text = pdfPages((await (await operator()).get(`/api/musyawarah/${id}/berita-acara`)).raw).join(' ');
  expect(text).toContain('Pak Suryo (adik kandung) meninggalkan ruangan');
});

test('missing roles are warned of and need a reason; without a signer there is no berita acara', async () => {
  const one = await proposeResident(app, 'Ponirah', 'musyawarah');
  const id = await prepare([one]);
  const few = FULL_ATTENDANCE.filter((person) => person.role !== 'babinsa_bhabin');
  expect((await attend(id, few)).body.missing).toEqual(['babinsa_bhabin']);
  expect((await finish(id)).body.error.code).toBe('musyawarah.belum_diputus');
  await decide(id, one.usulanId, 'disepakati');
  const refused = await finish(id);
  expect(refused).toMatchObject({
    status: 422,
    body: { error: { code: 'musyawarah.kuorum_kurang', details: { missing: ['babinsa_bhabin'] } } },
  });
  await attend(
    id,
    few.filter((person) => person.role !== 'operator'),
  );
  expect((await finish(id, { quorumNote: 'Babinsa bertugas di desa lain hari itu.' })).body.error.code).toBe(
    'musyawarah.tanpa_penanda_tangan',
  );
  await attend(id, few);
  expect((await finish(id, { quorumNote: 'Babinsa bertugas di desa lain hari itu.' })).status).toBe(200);
});

test('two people who finish at once: one does, the other is told, every row moves once', async () => {
  const one = await proposeResident(app, 'Suminah', 'musyawarah');
  const id = await prepare([one]);
  await attend(id, FULL_ATTENDANCE);
  await decide(id, one.usulanId, 'disepakati');
  const { version } = await read(id);
  const [kades, wulan] = [await app.as('kades.karangasri'), await operator()];
  const replies = await Promise.all(
    [kades, wulan].map((who) => who.post(`/api/musyawarah/${id}/completion`, { version })),
  );
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
  const { rows } = await app.database.ownerPool.query(
    `select count(*)::int as n from agency_tirta_rukun.usulan_event where usulan_id = $1 and stage = 'musyawarah' and event = 'usulan.accepted'`,
    [one.usulanId],
  );
  expect(rows[0].n).toBe(1);
});

test('the same completion sent twice with one key answers the same and uses one number', async () => {
  const one = await proposeResident(app, 'Ngatini', 'musyawarah');
  const id = await prepare([one]);
  await attend(id, FULL_ATTENDANCE);
  await decide(id, one.usulanId, 'disepakati');
  const { version } = await read(id);
  const send = async () =>
    (await operator()).post(`/api/musyawarah/${id}/completion`, { version }, { 'idempotency-key': `finish-${id}` });
  const [first, second] = [await send(), await send()];
  expect(first.status).toBe(200);
  expect(second.body).toEqual(first.body);
});

test('numbers run without a gap, also past a completion that failed half-way', async () => {
  const { rows: before } = await app.database.ownerPool.query(
    `select next_no from agency_tirta_rukun.letter_series where class = 'BA-MUSDES/99.01.01.2003'`,
  );
  const [stays, gone] = [
    await proposeResident(app, 'Yatmi', 'musyawarah'),
    await proposeResident(app, 'Giyem', 'musyawarah'),
  ];
  const id = await prepare([stays, gone]);
  await attend(id, FULL_ATTENDANCE);
  await decide(id, stays.usulanId, 'disepakati');
  await decide(id, gone.usulanId, 'disepakati');
  const { rows } = await app.database.ownerPool.query('select version from agency_tirta_rukun.usulan where id = $1', [
    gone.usulanId,
  ]);
  await app.database.ownerPool.query(
    `update agency_tirta_rukun.usulan set state = 'ditarik', stage = null, stage_no = null, version = version + 1 where id = $1`,
    [gone.usulanId],
  );
  expect(rows[0].version).toBeGreaterThan(0);
  const failed = await finish(id);
  expect(failed).toMatchObject({
    status: 409,
    body: { error: { code: 'musyawarah.baris_berpindah', details: { rows: [2] } } },
  });
  expect(await standing(stays.usulanId)).toMatchObject({ stage: 'musyawarah' });
  await (await operator()).put(`/api/musyawarah/${id}/agenda`, {
    version: (await read(id)).version,
    usulanIds: [stays.usulanId],
  });
  const done = await finish(id);
  expect(done.body.number.slice(0, 3)).toBe(String(before[0].next_no).padStart(3, '0'));
});

test('SPTJM: a statement instead of a meeting needs no attendance', async () => {
  const one = await proposeResident(app, 'Mbah Rebo', 'musyawarah');
  const id = await prepare([one], 'sptjm');
  await decide(id, one.usulanId, 'disepakati');
  const done = await finish(id);
  expect(done.body.number).toContain('SPTJM/99.01.01.2003');
  const text = pdfPages((await (await operator()).get(`/api/musyawarah/${id}/berita-acara`)).raw).join(' ');
  expect(text).toContain('SURAT PERNYATAAN TANGGUNG JAWAB MUTLAK');
  expect(text).not.toContain('DAFTAR HADIR');
});

test('bad input comes back in words: wrong kind, foreign area, future date, foreign usulan, stale row', async () => {
  const one = await proposeResident(app, 'Lastri', 'musyawarah');
  const post = async (over: Record<string, unknown>) =>
    (await operator()).post('/api/musyawarah', {
      kind: 'musdes',
      areaId: desa,
      ...details,
      usulanIds: [one.usulanId],
      ...over,
    });
  expect((await post({ kind: 'muskel' })).body.error.code).toBe('musyawarah.jenis');
  expect((await post({ areaId: desa + 1 })).body.error).toMatchObject({ code: 'musyawarah.wilayah' });
  expect((await post({ leader: '  ' })).body.error.message).toContain('Isi nama pimpinan musyawarah');
  expect((await post({ usulanIds: ['01900000-0000-7000-8000-00000000dead'] })).body.error.code).toBe(
    'musyawarah.bukan_agenda',
  );
  const id = await prepare([one]);
  expect((await post({})).body.error.code).toBe('musyawarah.bukan_agenda');
  await decide(id, one.usulanId, 'disepakati');
  const stale = await (await operator()).post(`/api/musyawarah/${id}/rows/${one.usulanId}/verdict`, {
    version: 1,
    verdict: 'ditunda',
    reason: 'Perlu keterangan lain.',
  });
  expect(stale).toMatchObject({
    status: 409,
    body: { error: { code: 'versi.berubah', details: { newer: { verdict: 'disepakati' } } } },
  });
  await (await operator()).put(`/api/musyawarah/${id}`, {
    ...details,
    notes: '',
    version: (await read(id)).version,
    onDate: '2026-07-20',
  });
  await attend(id, FULL_ATTENDANCE);
  expect((await finish(id)).body.error.code).toBe('musyawarah.belum_tiba');
});

test('who may not run a meeting is refused; another desa’s meeting is not there', async () => {
  const one = await proposeResident(app, 'Marni', 'musyawarah');
  const id = await prepare([one]);
  const rina = await app.as('verifikator');
  expect((await rina.post('/api/musyawarah', { kind: 'musdes', areaId: desa, ...details })).status).toBe(403);
  expect((await rina.get(`/api/musyawarah/${id}`)).status).toBe(200);
  const larasati = await app.as('verifikator.larasati');
  expect((await larasati.get(`/api/musyawarah/${id}`)).status).toBe(404);
});

test('the scan is taken by content; Dinsos may ask for the page again, and no family moves', async () => {
  const one = await proposeResident(app, 'Wagiyem', 'musyawarah');
  const id = await prepare([one]);
  const wulan = await operator();
  expect((await wulan.upload(`/api/musyawarah/${id}/scan`, Buffer.from('%PDF-1.7 x'))).body.error.code).toBe(
    'musyawarah.belum_selesai',
  );
  await attend(id, FULL_ATTENDANCE);
  await decide(id, one.usulanId, 'disepakati');
  await finish(id);
  expect((await wulan.upload(`/api/musyawarah/${id}/scan`, Buffer.from('<html>'))).body.error.code).toBe(
    'berkas.jenis_salah',
  );
  expect((await wulan.upload(`/api/musyawarah/${id}/scan`, Buffer.from('%PDF-1.7 halaman 1'))).status).toBe(200);
  const rina = await app.as('verifikator');
  const kept = await rina.get(`/api/musyawarah/${id}/scan`);
  expect(kept.raw.toString()).toBe('%PDF-1.7 halaman 1');
  const before = await standing(one.usulanId);
  const asked = await rina.post(`/api/musyawarah/${id}/scan-request`, {
    version: (await read(id)).version,
    note: 'Halaman 2 tidak ada.',
  });
  expect(asked.status).toBe(200);
  expect(await read(id)).toMatchObject({ scanState: 'diminta_lagi', scanNote: 'Halaman 2 tidak ada.' });
  expect(await standing(one.usulanId)).toEqual(before);
});

test('the database itself keeps a finished meeting as it was', async () => {
  const { rows } = await app.database.ownerPool.query<{ id: string }>(
    `select id from agency_tirta_rukun.musyawarah where state = 'selesai' limit 1`,
  );
  const id = rows[0]!.id;
  for (const change of [
    `update musyawarah set leader = 'Orang lain' where id = '${id}'`,
    `update musyawarah_item set verdict = 'ditolak' where musyawarah_id = '${id}'`,
    `delete from musyawarah_attendance where musyawarah_id = '${id}'`,
  ])
    expect(await constraintHit(app, change)).toBe('musyawarah_immutable');
});

test('the overview says which desa have held theirs and which are late', async () => {
  await proposeResident(app, 'Sumi', 'musyawarah');
  app.setNow(new Date('2026-08-20T04:00:00Z'));
  const rina = await app.as('verifikator');
  const { body } = await rina.get('/api/musyawarah?month=2026-07');
  expect(body.lastDay).toBe('2026-07-14');
  const ours = body.desa.find((one: { areaId: number }) => one.areaId === desa);
  expect(ours).toMatchObject({ standing: 'terlambat', heldOn: '2026-07-14' });
  expect(body.desa).toHaveLength(54);
  const { body: mine } = await (await operator()).get('/api/musyawarah');
  expect(mine.month).toBe('2026-08');
  expect(mine.desa).toHaveLength(1);
  app.setNow(new Date('2026-07-15T04:00:00Z'));
});
