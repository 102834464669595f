import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { constraintHit, holderOf, type Proposed, proposeResident } from '../../../../test/factories/deliberation.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { pdfPages } from '../../../../test/support/pdf-text.ts';
import { readSheet } from '../../../platform/files/spreadsheet.ts';

let app: TestApp;
let kadis: string;
let month = 0;
let period = '';
beforeAll(async () => {
  app = await startTestApp();
  kadis = await holderOf(app, 'Kepala Dinas Sosial');
});
beforeEach(() => {
  month += 1;
  period = `2027-${String(month).padStart(2, '0')}`;
});
afterAll(() => app.close());

const rina = () => app.as('verifikator');
const read = async (id: string) => (await (await rina()).get(`/api/pengesahan/${id}`)).body;
const prepare = async (): Promise<string> => (await (await rina()).post('/api/pengesahan', { period })).body.batchId;
const send = async (id: string) =>
  (await rina()).post(`/api/pengesahan/${id}/sending`, { version: (await read(id)).version });
const initial = async (decreeId: string, username = 'sekretaris') => {
  const who = await app.as(username);
  const { version } = (await who.get(`/api/sk/${decreeId}`)).body;
  return who.post(`/api/sk/${decreeId}/paraf`, { version });
};
const ratify = async (id: string, over: Record<string, unknown> = {}) =>
  (await app.as('kadis')).post(`/api/pengesahan/${id}/ratification`, {
    version: (await read(id)).version,
    number: `400.9/${period}/SAH`,
    onDate: '2026-07-15',
    holderId: kadis,
    ...over,
  });
const ratified = async (...names: string[]): Promise<{ id: string; rows: Proposed[] }> => {
  const rows: Proposed[] = [];
  for (const name of names) rows.push(await proposeResident(app, name, 'disetujui'));
  const id = await prepare();
  const sent = await send(id);
  await initial(sent.body.decreeId);
  expect((await ratify(id)).body).toEqual({ ok: true });
  return { id, rows };
};

test('the month’s batch: prepared, sent, frozen, initialled, ratified with number, date and signatory', async () => {
  const one = await proposeResident(app, 'Sarinem', 'disetujui');
  const id = await prepare();
  expect((await ratify(id)).body.error.code).toBe('pengesahan.belum_dikirim');
  const sent = await send(id);
  expect(sent.body).toMatchObject({
    rowsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    notaNumber: '001/ND-PENGESAHAN/VII/2026',
  });
  expect((await ratify(id)).body.error).toMatchObject({
    code: 'sk.paraf_kurang',
    message: expect.stringContaining('Sekretaris Dinas Sosial'),
  });
  expect((await initial(sent.body.decreeId, 'kabid')).body.error.code).toBe('sk.paraf_bukan_giliran');
  expect((await initial(sent.body.decreeId)).status).toBe(200);
  expect((await ratify(id, { number: '  ' })).body.error.code).toBe('sk.tanpa_nomor');
  expect((await ratify(id, { onDate: '2026-07-16' })).body.error.code).toBe('sk.tanggal_depan');
  expect((await ratify(id, { holderId: '01900000-0000-7000-8000-00000000dead' })).body.error.code).toBe(
    'sk.penanda_tangan',
  );
  expect((await read(id)).state).toBe('dikirim');
  expect((await ratify(id)).status).toBe(200);
  expect(await read(id)).toMatchObject({
    state: 'disahkan',
    number: `400.9/${period}/SAH`,
    onDate: '2026-07-15',
    signatory: 'Bu Ratna',
    rows: 1,
  });

  const paper = await (await rina()).get(`/api/pengesahan/${id}/nota-dinas`);
  const text = pdfPages(paper.raw).join(' ');
  expect(text).toContain('Sarinem');
  expect(text).toContain('tidak memberi bantuan kepada siapa pun dan tidak menentukan desil');
  expect(text).not.toContain(one.nik);
  const { rows } = await app.database.ownerPool.query(
    'select text from agency_tirta_rukun.notice where usulan_id = $1',
    [one.usulanId],
  );
  expect(rows[0].text).toContain('belum berarti menerima bantuan, dan tidak mengubah desil');
});

test('a sent batch does not change: not through the application, not by SQL', async () => {
  const one = await proposeResident(app, 'Wiryo', 'disetujui');
  const later = await proposeResident(app, 'Tumi', 'disetujui');
  const id = await prepare();
  const drop = async (usulanId: string, version: number) =>
    (await rina()).post(`/api/pengesahan/${id}/rows/${usulanId}/removal`, { version, reason: 'Berkas kurang.' });
  const stale = (await read(id)).version;
  expect((await drop(later.usulanId, stale)).status).toBe(200);
  expect((await drop(one.usulanId, stale)).body.error.code).toBe('versi.berubah');
  await send(id);
  expect((await drop(one.usulanId, (await read(id)).version)).body.error.code).toBe('pengesahan.sudah_dikirim');
  expect(
    (
      await (
        await rina()
      ).post(`/api/pengesahan/${id}/rows`, { version: (await read(id)).version, usulanId: later.usulanId })
    ).body.error.code,
  ).toBe('pengesahan.sudah_dikirim');
  for (const statement of [
    `update batch_item set evidence_hash = 'x' where batch_id = '${id}'`,
    `delete from batch_item where batch_id = '${id}'`,
    `insert into batch_item (batch_id, usulan_id, no, evidence_hash) values ('${id}', '${later.usulanId}', 9, 'x')`,
    `update batch set state = 'disusun' where id = '${id}'`,
    `update batch set rows_hash = 'x' where id = '${id}'`,
  ])
    expect(await constraintHit(app, statement)).toBe('batch_immutable');
});

test('evidence that changes after sending is shown, and changes nothing', async () => {
  const one = await proposeResident(app, 'Karto', 'disetujui');
  const id = await prepare();
  await send(id);
  const before = await read(id);
  expect(before.items.find((item: { usulanId: string }) => item.usulanId === one.usulanId).isChanged).toBe(false);
  await app.database.ownerPool.query(
    `update agency_tirta_rukun.person_identifier set value = '9901014708540999' where person_id = $1 and kind = 'nik'`,
    [one.personId],
  );
  const after = await read(id);
  expect(after.items.find((item: { usulanId: string }) => item.usulanId === one.usulanId)).toMatchObject({
    isChanged: true,
  });
  expect(after.rowsHash).toBe(before.rowsHash);
});

test('a correction is a new batch that names the old one; the old is not ratified any more', async () => {
  const [stays, leaves] = [
    await proposeResident(app, 'Suminah', 'disetujui'),
    await proposeResident(app, 'Parto', 'disetujui'),
  ];
  const id = await prepare();
  const first = await send(id);
  const correct = async (reason: string) => (await rina()).post(`/api/pengesahan/${id}/correction`, { reason });
  expect((await correct('salah')).body.error.code).toBe('pengesahan.alasan');
  const made = await correct('Parto pindah keluar sebelum disahkan.');
  expect((await correct('Perbaikan kedua dari daftar yang sama.')).body.error.code).toBe('pengesahan.sudah_diperbaiki');
  const next = made.body.batchId;
  expect(await read(next)).toMatchObject({
    replaces: id,
    correctionReason: 'Parto pindah keluar sebelum disahkan.',
    period,
  });
  await (await rina()).post(`/api/pengesahan/${next}/rows/${leaves.usulanId}/removal`, {
    version: (await read(next)).version,
    reason: 'Pindah keluar.',
  });
  const sent = await send(next);
  expect((await ratify(id)).body.error.code).toBe('pengesahan.sudah_diperbaiki');
  expect((await (await rina()).get(`/api/sk/${first.body.decreeId}`)).body).toMatchObject({ state: 'dicabut' });
  await initial(sent.body.decreeId);
  expect((await ratify(next)).status).toBe(200);
  const { rows } = await app.database.ownerPool.query(
    'select usulan_id from agency_tirta_rukun.centre_submission where batch_id = $1',
    [next],
  );
  expect(rows.map((row) => row.usulan_id)).toContain(stays.usulanId);
  expect(rows.map((row) => row.usulan_id)).not.toContain(leaves.usulanId);
  expect((await (await rina()).get('/api/pengesahan')).body.ready).toBeGreaterThanOrEqual(1);
});

test('two who prepare at once make one batch, and no row stands twice', async () => {
  await proposeResident(app, 'Ngatini', 'disetujui');
  const [a, b] = [await rina(), await app.as('kabid')];
  const replies = await Promise.all([a, b].map((who) => who.post('/api/pengesahan', { period })));
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
  const { rows } = await app.database.ownerPool.query(
    'select count(*)::int as n from agency_tirta_rukun.batch where period = $1',
    [period],
  );
  expect(rows[0].n).toBe(1);
});

test('letter numbers are gapless when two send at once', async () => {
  await proposeResident(app, 'Yatmi', 'disetujui');
  const first = await prepare();
  period = `2028-0${month}`;
  await proposeResident(app, 'Giyem', 'disetujui');
  const second = await prepare();
  const [one, two] = await Promise.all([send(first), send(second)]);
  const numbers = [one, two].map((reply) => Number(reply.body.notaNumber.slice(0, 3))).sort((x, y) => x - y);
  expect(numbers[1]! - numbers[0]!).toBe(1);
  const { rows } = await app.database.ownerPool.query(
    `select array_agg(l.no order by l.no) as nos, s.next_no from agency_tirta_rukun.letter l join agency_tirta_rukun.letter_series s on s.id = l.series_id
     where s.class = 'ND-PENGESAHAN' group by s.next_no`,
  );
  expect(rows[0].nos).toEqual(Array.from({ length: rows[0].next_no - 1 }, (_, at) => at + 1));
});

test('keying: the family in SIKS-NG’s order with whole numbers, logged; the ticket once; the next family', async () => {
  const { rows: made } = await ratified('Lastri', 'Marni');
  const wulan = await app.as('operator.karangasri');
  const list = (await wulan.get('/api/pengetikan')).body;
  expect(list.counts.ketik).toBeGreaterThanOrEqual(2);
  const [first, second] = made as [Proposed, Proposed];
  const sheet = (await wulan.post(`/api/pengetikan/${first.usulanId}/sheet`)).body;
  expect(sheet.columns).toHaveLength(23);
  const cells = Object.fromEntries(sheet.columns.map((name: string, at: number) => [name, sheet.members[0].cells[at]]));
  expect(cells).toMatchObject({
    Provinsi: 'NUSA RUKUN',
    'Kabupaten/Kota': 'TIRTA RUKUN',
    Kecamatan: 'TIRTA MAKMUR',
    'Desa/Kelurahan': 'KARANG ASRI',
    'Nomor NIK': first.nik,
    Nama: 'LASTRI',
    'Tanggal Lahir': '07/08/1954',
    'Jenis Kelamin': 'P',
    'Hub. Keluarga': 'KEPALA KELUARGA',
    'Bansos PKH': '',
  });
  const { rows: log } = await app.database.ownerPool.query(
    'select purpose from agency_tirta_rukun.access_log where subject_id = $1',
    [first.personId],
  );
  expect(log.map((row) => row.purpose)).toContain('pengetikan_siks');
  const tick = async (usulanId: string, ticket: string, over: Record<string, unknown> = {}) =>
    wulan.post(`/api/pengetikan/${usulanId}/ticket`, { version: sheet.submission.version, ticket, ...over });
  expect((await tick(first.usulanId, ' ')).body.error.code).toBe('pengetikan.tiket');
  expect((await tick(first.usulanId, first.nik)).body.error.code).toBe('pengetikan.tiket_nik');
  const ticked = await tick(first.usulanId, 'tkt-0001');
  expect(ticked.body).toMatchObject({ ticket: 'TKT-0001' });
  expect(ticked.body.nextUsulanId).not.toBe(first.usulanId);
  expect((await tick(second.usulanId, 'TKT-0001')).body.error.code).toBe('pengetikan.tiket_dipakai');
  const late = await tick(first.usulanId, 'TKT-0002');
  expect(late).toMatchObject({
    status: 409,
    body: { error: { code: 'pengetikan.sudah_diketik', message: expect.stringContaining('Bu Wulan') } },
  });
  const { version } = (await wulan.get('/api/pengetikan?pile=menunggu')).body.items.find(
    (item: { usulanId: string }) => item.usulanId === first.usulanId,
  );
  expect((await tick(first.usulanId, 'TKT-0003', { correct: true, version })).status).toBe(200);
});

test('the centre’s answer by ticket: recorded once, told to the citizen, a refusal with its reason', async () => {
  const { rows: made } = await ratified('Sumi');
  const one = made[0]!;
  const wulan = await app.as('operator.karangasri');
  await wulan.post(`/api/pengetikan/${one.usulanId}/ticket`, { version: 1, ticket: 'TKT-77' });
  const answer = async (body: Record<string, unknown>) => wulan.post('/api/pengetikan/results', body);
  expect((await answer({ ticket: 'TKT-404', result: 'padan' })).body.error.code).toBe('pengetikan.tiket_tidak_dikenal');
  expect((await answer({ ticket: 'TKT-77', result: 'ditolak' })).body.error.code).toBe('pengetikan.alasan_pusat');
  expect((await answer({ ticket: 'tkt-77', result: 'padan' })).status).toBe(200);
  expect((await answer({ ticket: 'TKT-77', result: 'ditolak', reason: 'Keluarga ASN' })).status).toBe(200);
  expect((await answer({ ticket: 'TKT-77', result: 'ditolak', reason: 'Keluarga ASN' })).status).toBe(200);
  const { rows } = await app.database.ownerPool.query(
    'select text from agency_tirta_rukun.notice where usulan_id = $1 order by at, id',
    [one.usulanId],
  );
  expect(rows.map((row) => row.text).filter((text) => text.includes('Keluarga ASN'))).toHaveLength(1);
  const { rows: events } = await app.database.ownerPool.query(
    `select event from agency_tirta_rukun.usulan_event where usulan_id = $1 and event like 'centre.%' order by at, id`,
    [one.usulanId],
  );
  expect(events.map((row) => row.event)).toEqual([
    'centre.ratified',
    'centre.keyed',
    'centre.answered',
    'centre.answered',
  ]);
  const { rows: ranks } = await app.database.ownerPool.query(
    'select count(*)::int as n from agency_tirta_rukun.centre_rank',
  );
  expect(ranks[0].n).toBe(0);
});

test('the export has SIKS-NG’s 23 columns, whole NIK as text, and is in the register of disclosures', async () => {
  const { id, rows: made } = await ratified('Wagiyem', '=cmd|calc');
  const file = await (await rina()).get(`/api/pengesahan/${id}/siks`);
  const sheet = await readSheet(file.raw);
  const rows = [];
  for await (const row of sheet.rows) rows.push(row.cells);
  expect(rows[0]).toHaveLength(23);
  expect(rows).toHaveLength(3);
  expect(
    rows
      .slice(1)
      .map((cells) => cells[10])
      .sort(),
  ).toEqual(made.map((one) => one.nik).sort());
  expect(rows.flat().some((cell) => cell.startsWith('='))).toBe(false);
  const csv = await (await rina()).get(`/api/pengesahan/${id}/siks?format=csv`);
  expect(csv.body).toContain(made[0]!.nik);
  const { rows: given } = await app.database.ownerPool.query(
    'select rows, recipient from agency_tirta_rukun.disclosure',
  );
  expect(given).toContainEqual({ rows: 2, recipient: 'Kementerian Sosial (SIKS-NG)' });
  const open = await proposeResident(app, 'Rebo', 'disetujui');
  expect(open.usulanId).toBeTruthy();
  const next = await prepare();
  expect((await (await rina()).get(`/api/pengesahan/${next}/siks`)).body.error.code).toBe('pengesahan.belum_disahkan');
});

test('who may not is refused; the other agency sees nothing', async () => {
  const wulan = await app.as('operator.karangasri');
  expect((await wulan.post('/api/pengesahan', { period })).status).toBe(403);
  const id = (await (await rina()).get('/api/pengesahan')).body.items[0].id;
  expect(
    (
      await (
        await rina()
      ).post(`/api/pengesahan/${id}/ratification`, { version: 1, number: 'x', onDate: '2026-07-15', holderId: kadis })
    ).status,
  ).toBe(403);
  expect((await (await app.as('verifikator.larasati')).get('/api/pengesahan')).body.items).toEqual([]);
  expect((await (await rina()).post('/api/pengesahan', { period: '2026-13' })).body.error.code).toBe(
    'pengesahan.periode',
  );
});

test('the tiles count what concerns each: keying, ready, waiting for ratification, initials', async () => {
  const one = await proposeResident(app, 'Juminten', 'disetujui');
  const tiles = async (username: string) => {
    const { homeTiles } = await import('../index.ts');
    const { actAs } = await import('../../../../test/factories/usulan.ts');
    return Object.fromEntries(
      (await actAs({ db: app.database.db }, username, homeTiles)).map((tile) => [tile.id, tile.count]),
    );
  };
  expect(one.usulanId).toBeTruthy();
  expect((await tiles('verifikator'))['pengesahan.siap']).toBeGreaterThanOrEqual(1);
  const id = await prepare();
  const before = await tiles('sekretaris');
  await send(id);
  expect((await tiles('sekretaris'))['sk.paraf']).toBe((before['sk.paraf'] ?? 0) + 1);
  expect((await tiles('kadis'))['pengesahan.menunggu']).toBeGreaterThanOrEqual(1);
  expect((await tiles('operator.karangasri'))['siks.ketik']).toBeGreaterThanOrEqual(0);
});
