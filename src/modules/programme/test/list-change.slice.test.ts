import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBudgetLine } from '../../../../test/factories/budget.ts';
import { makeFamilies } from '../../../../test/factories/families.ts';
import { areaId, inRegistry } from '../../../../test/factories/person.ts';
import { actAs, CITIZEN, submission } from '../../../../test/factories/usulan.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { uuid7 } from '../../../kernel/uuid7.ts';
import { submitUsulan } from '../../intake/index.ts';
import { termsToJson } from '../domain/terms-json.ts';
import { publicOutcome } from '../index.ts';
import { newTermsForTest } from './terms-for-test.ts';

let app: TestApp;
let runId: string;
let made: { familyId: string; headId: string }[];
const owner = async (text: string, values: unknown[] = []) =>
  (await app.database.ownerPool.query(text.replaceAll('~', 'agency_tirta_rukun.'), values)).rows;
const step = async (username: string, decreeId: string, what: string, body: object = {}) => {
  const actor = await app.as(username);
  const { version } = (await actor.get(`/api/sk/${decreeId}`)).body;
  const reply = await actor.post(`/api/sk/${decreeId}/${what}`, { version, ...body });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
};
const intoForce = async (decreeId: string, number: string) => {
  const { paraf } = (await (await app.as('kadis')).get(`/api/sk/${decreeId}`)).body;
  for (const who of ['kabid', 'sekretaris', 'kadis'].slice(0, paraf.length)) await step(who, decreeId, 'paraf');
  await step('sekretaris', decreeId, 'signature', { number, onDate: '2026-07-15', headOfRegion: 'Bupati Contoh' });
  await step('sekretaris', decreeId, 'force');
};
const awards = async () =>
  (
    await owner(
      `select p.name, w.state from ~award w join ~person p on p.id = w.payee_id where w.run_id = $1 order by p.name`,
      [runId],
    )
  ).map((row) => `${row.name} ${row.state}`);
const change = async () => (await (await app.as('kabid')).get(`/api/programme/list/${runId}/change`)).body;

beforeAll(async () => {
  app = await startTestApp();
  made = await makeFamilies(app.database, [
    { name: 'Sarinem', desil: 1 },
    { name: 'Poniman', desil: 1, others: ['1980-01-01'] },
    { name: 'Wiryo', desil: 1 },
    { name: 'Tukijan', desil: 2 },
    { name: 'Kasmi', desil: 3 },
    { name: 'Saniyem', desil: 4 },
  ]);
  const { lineId } = await inRegistry(app.database.db, 'perencana', (ctx) =>
    makeBudgetLine(ctx, { pagu: 3_000_000n, name: 'APBD ganti' }),
  );
  const kabid = await app.as('kabid');
  const rules = [{ kind: 'syarat' as const, expr: 'desil <= 4', reason: 'Keluarga miskin.', basis: 'Pasal 4' }];
  const programme = await kabid.post('/api/programme', {
    name: 'Beras',
    bidang: 'linjamsos',
    budgetLineId: lineId,
    terms: termsToJson(newTermsForTest({ rules })),
  });
  runId = (await kabid.post(`/api/programme/${programme.body.id}/list`)).body.runId;
  const { decree } = (await kabid.get(`/api/programme/list/${runId}`)).body;
  const early = await kabid.post(`/api/programme/list/${runId}/change`, {
    families: [{ familyId: made[0]!.familyId }],
  });
  expect(early.body.error.code).toBe('daftar.belum_berlaku');
  await intoForce(decree.id, '400.9/31/2026');
});
afterAll(() => app.close());

test('nobody left: nothing is proposed; a reported death proposes nothing, a payee who died leaves her family its aid', async () => {
  expect(await change()).toEqual({ proposals: [], newPayee: [], changes: [] });
  await owner(`update ~person set life = 'dilaporkan_meninggal' where id = $1`, [made[0]!.headId]);
  await owner(`update ~person set life = 'terbukti', died_on = '2026-07-14' where id = $1`, [made[1]!.headId]);
  expect(await change()).toMatchObject({ proposals: [], newPayee: [{ familyId: made[1]!.familyId }] });
});

test('a proved death proposes the next of the reserve; only the decree in force stops one award and makes the other', async () => {
  await owner(`update ~person set life = 'terbukti', died_on = '2026-07-14' where id = $1`, [made[0]!.headId]);
  const { proposals } = await change();
  expect(proposals).toMatchObject([{ reason: 'meninggal', joins: { name: 'Tukijan', reserveNo: 1 } }]);
  const before = await awards();
  const kabid = await app.as('kabid');
  const none = await kabid.post(`/api/programme/list/${runId}/change`, { families: [] });
  expect(none.status).toBe(422);
  const wrong = await kabid.post(`/api/programme/list/${runId}/change`, {
    families: [{ familyId: made[4]!.familyId }],
  });
  expect([wrong.status, wrong.body.error.code]).toEqual([422, 'perubahan.bukan_penerima']);
  const bare = await kabid.post(`/api/programme/list/${runId}/change`, { families: [{ familyId: made[2]!.familyId }] });
  expect(bare.body.error.code).toBe('perubahan.tanpa_alasan');
  const drafted = await kabid.post(`/api/programme/list/${runId}/change`, {
    families: [
      { familyId: made[0]!.familyId },
      { familyId: made[2]!.familyId, note: 'Menolak dengan surat bertanggal 14 Juli.' },
    ],
  });
  expect(drafted.status, JSON.stringify(drafted.body)).toBe(200);
  const twice = await kabid.post(`/api/programme/list/${runId}/change`, {
    families: [{ familyId: made[0]!.familyId }],
  });
  expect(twice.body.error.code).toBe('perubahan.masih_rancangan');
  expect(await awards()).toEqual(before);
  const [draft] = (await change()).changes;
  expect(draft).toMatchObject({ state: 'rancangan' });
  await intoForce(draft.decreeId, '400.9/32/2026');
  expect(await awards()).toEqual([
    'Kasmi berlaku',
    'Poniman berlaku',
    'Sarinem dihentikan',
    'Tukijan berlaku',
    'Wiryo dihentikan',
  ]);
  expect((await change()).changes[0].state).toBe('berlaku');
  expect((await change()).proposals).toEqual([]);
  const due = await owner(
    `select p.name from ~entitlement e join ~award w on w.id = e.award_id join ~person p on p.id = w.payee_id where w.run_id = $1 and w.state = 'berlaku' order by 1`,
    [runId],
  );
  expect(due.map((row) => row.name)).toEqual(['Kasmi', 'Poniman', 'Tukijan']);
  await expect(owner(`select * from ~apply_list_change($1)`, [draft.id])).rejects.toThrow(/was made/);
});

test('who joined by a changing decree reads on the portal that she is on the list, by that decree', async () => {
  const id = uuid7();
  const desa = await areaId(app.database, '99.01.01.2003');
  const stand = { db: app.database.db };
  const wanted = submission(desa, { id, channel: 'portal', kind: 'baru', consent: 'daring', relation: 'diri_sendiri' });
  await actAs(stand, 'kabid', (ctx) => submitUsulan(ctx, wanted), CITIZEN, id);
  await owner(`update ~usulan set subject_family_id = $2 where id = $1`, [id, made[3]!.familyId]);
  const [outcome] = await actAs(stand, 'kabid', publicOutcome, CITIZEN, id);
  expect(outcome).toMatchObject({ place: 'masuk', sentence: expect.stringContaining('SK 400.9/32/2026') });
});

test('who left by a changing decree, or moved away while in reserve, no longer reads the old place', async () => {
  const id = uuid7();
  const desa = await areaId(app.database, '99.01.01.2003');
  const stand = { db: app.database.db };
  const wanted = submission(desa, { id, channel: 'portal', kind: 'baru', consent: 'daring', relation: 'diri_sendiri' });
  await actAs(stand, 'kabid', (ctx) => submitUsulan(ctx, wanted), CITIZEN, id);
  await owner(`update ~usulan set subject_family_id = $2 where id = $1`, [id, made[2]!.familyId]);
  const outcome = async () => (await actAs(stand, 'kabid', publicOutcome, CITIZEN, id))[0];
  expect(await outcome()).toMatchObject({ place: 'tidak', reasons: [], reserveNo: null });
  expect((await outcome())!.sentence).toContain(
    '(SK 400.9/32/2026, 15 Juli 2026): tercatat bahwa keluarga ini tidak bersedia menerima.',
  );
  await owner(`update ~usulan set subject_family_id = $2 where id = $1`, [id, made[5]!.familyId]);
  expect(await outcome()).toMatchObject({ place: 'cadangan', reserveNo: 3 });
  const other = await areaId(app.database, '99.01.01.2002');
  await owner(`update ~family set scope_area_id = $2 where id = $1`, [made[5]!.familyId, other]);
  expect(await outcome()).toMatchObject({ place: 'tidak', reserveNo: null });
  expect((await outcome())!.sentence).toContain('tercatat pindah');
});

test('a draft called off leaves everything as it was, and the next may be drafted', async () => {
  const kabid = await app.as('kabid');
  const note = 'Menolak di hadapan kepala dusun.';
  const again = () =>
    kabid.post(`/api/programme/list/${runId}/change`, { families: [{ familyId: made[3]!.familyId, note }] });
  expect((await again()).status).toBe(200);
  const before = await awards();
  const stateOf = async (state: string) =>
    (await change()).changes.find((one: { state: string }) => one.state === state);
  const draft = await stateOf('rancangan');
  expect(draft.pairs).toMatchObject([{ reason: 'menolak', joins: null }]);
  await step('kadis', draft.decreeId, 'end', { reason: 'Keluarga itu jadi menerima.' });
  expect(await stateOf('batal')).toMatchObject({ id: draft.id });
  expect(await stateOf('rancangan')).toBeUndefined();
  expect(await awards()).toEqual(before);
  expect((await again()).status).toBe(200);
  const reader = await (await app.as('kades.karangasri')).post(`/api/programme/list/${runId}/change`, {
    families: [{ familyId: made[3]!.familyId, note }],
  });
  expect(reader.status).toBe(403);
});
