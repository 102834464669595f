import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBudgetLine } from '../../../../test/factories/budget.ts';
import { makeFamilies } from '../../../../test/factories/families.ts';
import { inRegistry } from '../../../../test/factories/person.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { termsToJson } from '../domain/terms-json.ts';
import { newTermsForTest } from './terms-for-test.ts';

let app: TestApp;
let made: { familyId: string; headId: string }[] = [];
beforeAll(async () => {
  app = await startTestApp();
  made = await makeFamilies(app.database, [
    { name: 'Sarinem', birthOn: '1950-01-01', desil: 1, sex: 'P' },
    { name: 'Wagiyem', birthOn: '1948-01-01', desil: 2, sex: 'P' },
    { name: 'Poniman', birthOn: '1940-01-01', desil: 3, sex: 'L' },
    { name: 'Wiryo', birthOn: '1950-01-01', desil: 5, sex: 'L' },
    { name: 'Lari', birthOn: '1950-01-01', desil: 1, protection: 2 },
    { name: 'Samar', birthOn: '1950-01-01' },
  ]);
});
afterAll(() => app.close());

const RULE = { kind: 'syarat' as const, expr: 'desil <= 5', reason: 'Rentan.', basis: 'Pasal 4' };
const terms = (part: Parameters<typeof newTermsForTest>[0] = {}) =>
  termsToJson(
    newTermsForTest({ rules: [RULE], unknownPolicy: 'kecualikan_dengan_tugas', criteriaLeast: null, ...part }),
  );
let serial = 0;
const makeProgramme = async (pagu = 3_000_000n, wanted = terms()) => {
  serial += 1;
  const { lineId } = await inRegistry(app.database.db, 'perencana', (ctx) =>
    makeBudgetLine(ctx, { pagu, stage: 'dpa', name: `APBD coba ${serial}` }),
  );
  const kabid = await app.as('kabid');
  const reply = await kabid.post('/api/programme', {
    name: `Coba ${serial}`,
    bidang: 'linjamsos',
    budgetLineId: lineId,
    terms: wanted,
  });
  expect(reply.status).toBe(200);
  return { id: reply.body.id as string, kabid };
};
const view = async (id: string) => (await (await app.as('kabid')).get(`/api/programme/${id}`)).body;
const saveTerms = async (id: string, wanted: object) => {
  const { name, budgetLineId, versionId, version } = await view(id);
  return (await app.as('kabid')).put(`/api/programme/${id}/terms`, {
    name,
    budgetLineId,
    versionId,
    version,
    terms: wanted,
  });
};

test('a simulation says who is covered by desil, sex, age and disability, with the unknown apart, and what changed per desa', async () => {
  const { id, kabid } = await makeProgramme(2_000_000n);
  const reply = await kabid.post(`/api/programme/${id}/simulation`, {
    terms: terms(),
    before: terms({ maxCount: 1 }),
  });
  const { breakdown, desa, counts } = reply.body.outcome;
  const by = (rows: { key: string; keluarga: number; masuk: number }[]) =>
    Object.fromEntries(rows.filter((r) => r.keluarga > 0).map((r) => [r.key, [r.keluarga, r.masuk]]));
  expect(by(breakdown.desil)).toEqual({ 1: [1, 1], 2: [1, 1], 3: [1, 0], 5: [1, 0], belum: [1, 0] });
  expect(by(breakdown.kelamin)['P']?.[1]).toBe(2);
  expect(desa.find((d: { kode: string }) => d.kode === '99.01.01.2003')).toMatchObject({ masuk: 2, change: 1 });
  expect(counts.masuk).toBe(2);
});

test('scenarios: saved by name with their register, seen by colleagues, compared, renewed, removed', async () => {
  const { id, kabid } = await makeProgramme(3_000_000n);
  const save = (name: string, wanted = terms()) =>
    kabid.post(`/api/programme/${id}/scenario`, { name, note: 'Usulan rapat', terms: wanted });
  const plain = await save('Seperti sekarang');
  const narrow = await save('Desil 1 saja', terms({ rules: [{ ...RULE, expr: 'desil <= 1' }] }));
  const rich = await save('Bantuan separuh', terms({ benefit: 500_000n }));
  expect([plain.status, narrow.status, rich.status]).toEqual([200, 200, 200]);
  expect((await save('SEPERTI SEKARANG')).body.error.code).toBe('skenario.nama_dipakai');
  expect((await save('Salah', terms({ rules: [{ ...RULE, expr: 'desill <= 1' }] }))).status).toBe(422);

  const kadis = await app.as('kadis');
  const listed = (await kadis.get(`/api/programme/${id}/scenario`)).body.items;
  expect(listed.map((s: { name: string }) => s.name)).toEqual(['Bantuan separuh', 'Desil 1 saja', 'Seperti sekarang']);
  expect(listed[2]).toMatchObject({ counts: { masuk: 3 }, money: { spent: '3000000' }, mayChange: false });
  expect(listed[0].snapshot.id).toMatch(/^[0-9a-f]{8}$/);
  expect((await kadis.post(`/api/programme/${id}/scenario`, { name: 'X1', terms: terms() })).status).toBe(403);

  const ids = [plain, narrow, rich].map((r) => r.body.id).join(',');
  const compared = (await kadis.get(`/api/programme/${id}/scenario-comparison?ids=${ids}`)).body;
  expect(compared.sameRegister).toBe(true);
  expect(compared.differences).toMatchObject([
    { cameInCount: 0, wentOutCount: 2, wentOut: [{ name: 'Wagiyem' }, { name: 'Poniman' }] },
    { cameInCount: 1, wentOutCount: 0, cameIn: [{ name: 'Wiryo' }] },
  ]);
  expect(compared.desa).toMatchObject([{ kode: '99.01.01.2003', places: [3, 1, 4] }]);
  expect((await kadis.get(`/api/programme/${id}/scenario-comparison?ids=${plain.body.id}`)).status).toBe(422);
  const twice = `${plain.body.id},${plain.body.id}`;
  expect((await kadis.get(`/api/programme/${id}/scenario-comparison?ids=${twice}`)).body.error.code).toBe(
    'skenario.kurang',
  );

  const renewed = await kabid.post(`/api/programme/${id}/scenario/${narrow.body.id}/renewal`);
  expect(renewed.status).toBe(200);
  expect((await kabid.get(`/api/programme/${id}/scenario/${narrow.body.id}`)).body.error.code).toBe(
    'skenario.tidak_ada',
  );
  const again = (await kabid.get(`/api/programme/${id}/scenario/${renewed.body.id}`)).body;
  expect(again).toMatchObject({ name: 'Desil 1 saja', terms: { rules: [{ expr: 'desil <= 1' }] } });
  expect((await kabid.delete(`/api/programme/${id}/scenario/${renewed.body.id}`)).status).toBe(200);
  expect((await kadis.get(`/api/programme/${id}/scenario`)).body.items).toHaveLength(2);
});

test('a scenario shows nobody its reader may not see: an operator of one desa gets none, another bidang writes none', async () => {
  const { id, kabid } = await makeProgramme();
  await kabid.post(`/api/programme/${id}/scenario`, { name: 'Satu', terms: terms() });
  const operator = await app.as('operator.karangasri');
  expect((await operator.get(`/api/programme/${id}/scenario`)).body.items).toEqual([]);
  const rows = await app.database.ownerPool.query(
    `select 1 from agency_tirta_rukun.programme_scenario_family f join agency_tirta_rukun.person p on p.name = 'Lari'
     join agency_tirta_rukun.family_member m on m.person_id = p.id and m.family_id = f.family_id`,
  );
  expect(rows.rowCount).toBe(0);
});

const EXAMPLE = {
  name: 'Lansia desil 5',
  family: { desil: 5 },
  members: [{ umur: 70, hubungan: 'kepala' }],
  expected: 'ya',
  reason: 'Pasal 4: sampai desil 5.',
};

test('example families: kept with the rules, judged on every change, and a failing one holds up the list', async () => {
  const { id, kabid } = await makeProgramme();
  const url = `/api/programme/${id}/case`;
  const added = await kabid.post(url, EXAMPLE);
  expect(added.status).toBe(200);
  expect((await kabid.get(url)).body).toMatchObject({
    mayChange: true,
    items: [{ name: 'Lansia desil 5', verdict: 'ya', passes: true, origin: 'isian', why: [] }],
  });
  const narrow = terms({ rules: [{ ...RULE, expr: 'desil <= 4' }] });
  const tried = await kabid.post(`/api/programme/${id}/simulation`, { terms: narrow });
  expect(tried.body.cases).toMatchObject({ total: 1, failing: [{ expected: 'ya', verdict: 'tidak' }] });
  expect((await saveTerms(id, narrow)).status).toBe(200);
  const [failing] = (await kabid.get(url)).body.items;
  expect(failing).toMatchObject({ passes: false, why: ['Baris 1 tidak terpenuhi: desil paling banyak 4.'] });

  const refused = await kabid.post(`/api/programme/${id}/list`);
  expect(refused.status).toBe(409);
  expect(refused.body.error.message).toBe(
    'Belum bisa disiapkan: 1 contoh keluarga tidak sesuai. "Lansia desil 5" seharusnya memenuhi, aturan ini memberi tidak memenuhi. Perbaiki aturannya, atau beri alasan pada contohnya.',
  );
  const accept = { version: failing.version, code: 'juknis_berubah', reason: 'Juknis perubahan pasal 4.' };
  expect((await kabid.post(`${url}/${failing.id}/acceptance`, accept)).status).toBe(200);
  expect((await kabid.post(`${url}/${failing.id}/acceptance`, accept)).body.error.code).toBe('versi.berubah');
  expect((await kabid.get(url)).body.items[0].accepted).toMatchObject({ code: 'juknis_berubah', isCurrent: true });
  expect((await kabid.post(`/api/programme/${id}/list`)).status).toBe(200);

  // The reason was for those rules; other rules ask for another.
  expect((await saveTerms(id, terms({ rules: [{ ...RULE, expr: 'desil <= 3' }] }))).status).toBe(200);
  expect((await kabid.get(url)).body.items[0].accepted.isCurrent).toBe(false);
});

test('an example that does not fit is refused with its place; one that passes needs no reason; others may only read', async () => {
  const { id, kabid } = await makeProgramme();
  const url = `/api/programme/${id}/case`;
  const wrong = await kabid.post(url, { ...EXAMPLE, family: { desil: 12 } });
  expect(wrong.body.error.message).toBe(
    'Contoh keluarga belum tersimpan. Keluarga, desil: isi bilangan bulat 1 sampai 10.',
  );
  expect((await kabid.post(url, { ...EXAMPLE, members: [] })).status).toBe(422);
  const { body } = await kabid.post(url, EXAMPLE);
  const needless = await kabid.post(`${url}/${body.id}/acceptance`, {
    version: 1,
    code: 'lainnya',
    reason: 'Tidak perlu sebenarnya.',
  });
  expect(needless.body.error.code).toBe('contoh.sudah_sesuai');
  const changed = await kabid.put(`${url}/${body.id}`, { ...EXAMPLE, expected: 'tidak', version: 1 });
  expect(changed.status).toBe(200);
  expect((await kabid.put(`${url}/${body.id}`, { ...EXAMPLE, version: 1 })).status).toBe(409);
  expect((await kabid.get(url)).body.items[0]).toMatchObject({ expected: 'tidak', passes: false });
  const verifikator = await app.as('kadis');
  expect((await verifikator.post(url, EXAMPLE)).status).toBe(403);
  expect((await kabid.delete(`${url}/${body.id}`)).status).toBe(200);
  expect((await kabid.get(url)).body.items).toEqual([]);
});

test('a family of the register is copied as facts alone, and the reading is logged', async () => {
  const { id, kabid } = await makeProgramme();
  const copy = (personId: string) => kabid.post(`/api/programme/${id}/case-copy`, { personId });
  const reply = await copy(made[0]!.headId);
  expect(reply.status).toBe(200);
  expect(reply.body.family).toMatchObject({ desil: 1 });
  expect(reply.body.members).toMatchObject([{ umur: 76, jenis_kelamin: 'P', hubungan: 'kepala' }]);
  expect(JSON.stringify(reply.body)).not.toMatch(/Sarinem|99\d{6}|Karang Asri|\d{16}/);
  const kept = await kabid.post(`/api/programme/${id}/case`, { ...EXAMPLE, ...reply.body, origin: 'register' });
  expect(kept.status).toBe(200);
  const logged = await app.database.ownerPool.query(
    `select purpose from agency_tirta_rukun.access_log where subject_id = $1`,
    [made[0]!.familyId],
  );
  expect(logged.rows).toEqual([{ purpose: 'program' }]);
  // A protected family answers exactly like one that is not there.
  const hidden = await copy(made[4]!.headId);
  const nobody = await copy('01900000-0000-7000-8000-00000000dead');
  expect([hidden.status, hidden.body.error.message]).toEqual([nobody.status, nobody.body.error.message]);
});

test('the juknis: a PDF by its content, kept with the version it belongs to', async () => {
  const { id, kabid } = await makeProgramme();
  const url = `/api/programme/${id}/juknis`;
  const pdf = Buffer.from('%PDF-1.7\njuknis contoh');
  expect((await kabid.upload(`${url}?name=juknis.pdf`, Buffer.from('PK\x03\x04'))).body.error.message).toContain(
    'Juknis disimpan sebagai PDF',
  );
  const kept = await kabid.upload(`${url}?name=Juknis%20permakanan.pdf`, pdf);
  expect(kept.body).toMatchObject({ name: 'Juknis permakanan.pdf', bytes: pdf.byteLength });
  expect(kept.body.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect((await kabid.get(`${url}/${kept.body.id}`)).status).toBe(404);
  expect((await saveTerms(id, { ...terms(), juknisFile: kept.body.id })).status).toBe(200);
  expect((await view(id)).juknisFile).toMatchObject({ id: kept.body.id, sha256: kept.body.sha256 });
  const opened = await (await app.as('kadis')).get(`${url}/${kept.body.id}`);
  expect([opened.status, opened.headers['content-type'], opened.raw.toString()]).toEqual([
    200,
    'application/pdf',
    pdf.toString(),
  ]);
  // A list freezes the terms; the next juknis belongs to the next version.
  expect((await kabid.post(`/api/programme/${id}/list`)).status).toBe(200);
  const second = await kabid.upload(`${url}?name=perubahan.pdf`, Buffer.from('%PDF-1.7\nperubahan'));
  expect((await saveTerms(id, { ...terms(), juknisFile: second.body.id })).body.no).toBe(2);
  const { items } = (await kabid.get(`/api/programme/${id}/version`)).body;
  expect(items.map((v: { no: number; juknis: { name: string } }) => [v.no, v.juknis.name])).toEqual([
    [2, 'perubahan.pdf'],
    [1, 'Juknis permakanan.pdf'],
  ]);
  expect((await saveTerms(id, { ...terms(), juknisFile: '01900000-0000-7000-8000-00000000dead' })).status).toBe(404);
});

test('quotas from Excel: the template comes back filled in, faults by row; goods stand in the terms', async () => {
  const goods = { item: 'beras 10 kg', quantity: 2, unit: 'karung' };
  const { id, kabid } = await makeProgramme(3_000_000n, terms({ goods }));
  expect((await view(id)).terms.goods).toEqual(goods);
  const template = await kabid.get(`/api/programme/${id}/quota-file`);
  expect(template.headers['content-disposition']).toContain('kuota.xlsx');
  const empty = await kabid.upload(`/api/programme/${id}/quota-file?name=kuota.xlsx`, template.raw);
  expect(empty.body.faults).toEqual([]);
  expect(empty.body.quota).toEqual([]);
  expect(empty.body.rows).toBeGreaterThan(3);
  const csv = 'kode,wilayah,kuota\n99.01.01.2003,Karang Asri,2\n99.88.01.2001,Atlantis,4\n';
  const read = await kabid.upload(`/api/programme/${id}/quota-file?name=kuota.csv`, Buffer.from(csv));
  expect(read.body.quota).toHaveLength(1);
  expect(read.body.faults).toEqual([
    { row: 3, message: 'Wilayah "Atlantis" (kode 99.88.01.2001) tidak ada dalam daftar wilayah dinas ini.' },
  ]);
  const filled = await kabid.post(`/api/programme/${id}/simulation`, { terms: { ...terms(), quota: read.body.quota } });
  expect(filled.body.outcome.counts.masuk).toBe(2);
  expect((await kabid.upload(`/api/programme/${id}/quota-file`, Buffer.from('%PDF-1.4'))).status).toBe(415);
});

test('bad input has a clear sentence: zero quota, a ceiling below one benefit, contradictory rules', async () => {
  const { id, kabid } = await makeProgramme();
  const simulate = async (wanted: object) =>
    (await kabid.post(`/api/programme/${id}/simulation`, { terms: wanted })).body;
  const messages = (found: { problems: { message: string }[]; outcome: { warnings: string[] } | null }) =>
    [...found.problems.map((p) => p.message), ...(found.outcome?.warnings ?? [])].join(' ');
  const { id: areaId } = (await view(id)).areas.find((a: { kode: string }) => a.kode === '99.01.01.2003');
  const zero = await simulate({ ...terms(), quota: [{ areaId, quota: 0 }] });
  expect(messages(zero)).toContain('Kuota nol untuk 1 dari 1 wilayah');
  expect(zero.outcome.counts.masuk).toBe(0);
  expect(messages(await simulate({ ...terms(), ceiling: '999' }))).toContain(
    'Batas dana lebih kecil dari satu bantuan',
  );
  const contradiction = await simulate(terms({ rules: [RULE, { ...RULE, expr: 'desil >= 8' }] }));
  expect(messages(contradiction)).toMatch(/bertentangan|tidak pernah/);
});

test('the layout of the tile map goes down and up as a table; a faulty one changes nothing', async () => {
  const { id, kabid } = await makeProgramme();
  const url = '/api/programme-tiles';
  const template = await kabid.get(url);
  const whole = await kabid.upload(`${url}?name=petak.xlsx`, template.raw);
  expect(whole.status).toBe(200);
  const desa = (await view(id)).areas.filter((a: { kind: string }) => a.kind === 'desa').length;
  expect((await view(id)).tiles).toHaveLength(desa);
  const faulty = 'kode,kolom,baris\n99.01.01.2003,1,1\n99.88.01.2001,2,2\n';
  expect((await kabid.upload(url, Buffer.from(faulty))).body.error.message).toBe(
    'Peta belum diganti: 1 baris perlu diperbaiki. Baris 3: Wilayah "99.88.01.2001" tidak dikenali; isi dengan kodenya.',
  );
  expect((await view(id)).tiles).toHaveLength(desa);
  const one = await kabid.upload(url, Buffer.from('kode,kolom,baris\n99.01.01.2003,5,7\n'));
  expect(one.body.tiles).toHaveLength(1);
  expect((await view(id)).tiles).toMatchObject([{ column: 5, row: 7 }]);
});

test('an empty register gives an empty list with its own numbers, and a scenario of nobody', async () => {
  const { id, kabid } = await makeProgramme();
  const { ownerPool } = app.database;
  const schema = 'agency_tirta_rukun';
  // Everybody is under protection, so that this officer sees no family at all.
  await ownerPool.query(`update ${schema}.family set protection = 3`);
  const reply = await kabid.post(`/api/programme/${id}/simulation`, { terms: terms(), fresh: true });
  await ownerPool.query(
    `update ${schema}.family f set protection = 0 where not exists (select 1 from ${schema}.family_member m
     join ${schema}.person p on p.id = m.person_id where m.family_id = f.id and p.protection > 0)`,
  );
  expect(reply.status).toBe(200);
  expect(reply.body.snapshot.families).toBe(0);
  expect(reply.body.outcome).toMatchObject({ counts: { keluarga: 0, masuk: 0 }, above: [], below: [], desa: [] });
  expect(reply.body.outcome.breakdown.desil).toHaveLength(11);
});
