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
let families: Map<string, string>;
beforeAll(async () => {
  app = await startTestApp();
  const named = [
    { name: 'Sarinem', desil: 1 },
    { name: 'Poniman', desil: 1 },
    { name: 'Wiryo', desil: 2 },
    { name: 'Kasmi', desil: 2 },
    { name: 'Saniyem', desil: 3 },
  ];
  const made = await makeFamilies(app.database, named);
  families = new Map(named.map(({ name }, i) => [name, made[i]!.familyId]));
});
afterAll(() => app.close());

const rules = [{ kind: 'syarat' as const, expr: 'desil <= 4', reason: 'Keluarga miskin.', basis: 'Pasal 4' }];
const makeProgramme = async (name: string, pagu: bigint, exclusiveGroup: string | null): Promise<string> => {
  const { lineId } = await inRegistry(app.database.db, 'perencana', (ctx) =>
    makeBudgetLine(ctx, { pagu, name: `APBD ${name}` }),
  );
  const made = await (await app.as('kabid')).post('/api/programme', {
    name,
    bidang: 'linjamsos',
    budgetLineId: lineId,
    terms: termsToJson(newTermsForTest({ rules, exclusiveGroup })),
  });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  return made.body.id;
};
const prepare = async (programmeId: string): Promise<string> => {
  const reply = await (await app.as('kabid')).post(`/api/programme/${programmeId}/list`);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body.runId;
};
const renew = async (runId: string): Promise<string> => {
  const kabid = await app.as('kabid');
  const { run } = (await kabid.get(`/api/programme/list/${runId}`)).body;
  const reply = await kabid.post(`/api/programme/list/${runId}/renewal`, { version: run.version });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body.runId;
};
type Row = { name: string; why: string };
const rowsOf = async (runId: string, place: string): Promise<Row[]> =>
  (await (await app.as('kabid')).get(`/api/programme/list/${runId}/row?place=${place}`)).body.items;
const inside = async (runId: string) => (await rowsOf(runId, 'masuk')).map((row) => row.name).sort();
const step = async (username: string, decreeId: string, what: string, body: object = {}): Promise<void> => {
  const { version } = (await (await app.as('kadis')).get(`/api/sk/${decreeId}`)).body;
  const reply = await (await app.as(username)).post(`/api/sk/${decreeId}/${what}`, { version, ...body });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
};
const enforce = async (runId: string, number: string): Promise<string> => {
  const { decree } = (await (await app.as('kabid')).get(`/api/programme/list/${runId}`)).body;
  for (const who of ['kabid', 'sekretaris', 'kadis']) await step(who, decree.id, 'paraf');
  await step('sekretaris', decree.id, 'signature', { number, onDate: '2026-07-15', headOfRegion: 'Bupati Contoh' });
  await step('sekretaris', decree.id, 'force');
  return decree.id;
};
const outcomesOf = async (name: string) => {
  const desa = await areaId(app.database, '99.01.01.2003');
  const id = uuid7();
  const stand = { db: app.database.db };
  const wanted = submission(desa, { id, channel: 'portal', kind: 'baru', consent: 'daring', relation: 'diri_sendiri' });
  await actAs(stand, 'kabid', (ctx) => submitUsulan(ctx, wanted), CITIZEN, id);
  await app.database.ownerPool.query('update agency_tirta_rukun.usulan set subject_family_id = $2 where id = $1', [
    id,
    families.get(name),
  ]);
  return actAs(stand, 'kabid', publicOutcome, CITIZEN, id);
};

test('programmes of one group are not received together: list, page, portal; a revoked award frees the family', async () => {
  const kabid = await app.as('kabid');
  const minyak = await makeProgramme('Minyak', 2_000_000n, 'pangan');
  const early = await prepare(minyak);
  expect(await inside(early)).toEqual(['Poniman', 'Sarinem']);
  const groceries = await prepare(await makeProgramme('Sembako keluarga', 2_000_000n, 'pangan'));
  const decreeId = await enforce(groceries, '400.9/1/2026');

  // A list on its way learns of it, and prepared anew goes on to the next families.
  const { causes } = (await kabid.get(`/api/programme/list/${early}/recheck`)).body;
  expect(causes).toMatchObject([{ cause: 'rangkap', families: 2, losePlace: 2 }]);
  const later = await renew(early);
  expect(await inside(later)).toEqual(['Kasmi', 'Wiryo']);
  const sentence = 'Keluarga ini sudah menerima Sembako keluarga 2026, yang tidak boleh dirangkap.';
  const out = await rowsOf(later, 'tidak');
  expect(out.map((row) => [row.name, row.why]).sort()).toEqual([
    ['Poniman', sentence],
    ['Sarinem', sentence],
  ]);
  expect((await kabid.get(`/api/programme/list/${later}/verification`)).body.same).toBe(true);

  const page = (await kabid.get(`/api/programme/family/${families.get('Sarinem')}`)).body.programmes;
  const now = page.find((one: { id: string }) => one.id === minyak).now;
  expect(now).toMatchObject({ place: 'tidak', verdict: 'ya', why: sentence });
  expect(now.changes).toEqual([
    'Dihitung lagi bila keluarga ini tidak menerima Sembako keluarga 2026 lagi; keduanya tidak boleh dirangkap.',
  ]);

  // The simulation says who goes out when the group is written into the terms.
  const open = termsToJson(newTermsForTest({ rules }));
  const tried = await kabid.post(`/api/programme/${minyak}/simulation`, {
    terms: { ...open, exclusiveGroup: 'pangan' },
    before: open,
    fresh: true,
  });
  expect(tried.status, JSON.stringify(tried.body)).toBe(200);
  expect(tried.body.outcome.changes).toMatchObject({ wentOutCount: 2, cameInCount: 2 });
  expect(tried.body.outcome.changes.wentOut.map((row: Row) => row.why)).toEqual([sentence, sentence]);

  // Without a group, or in another one, programmes stand beside each other.
  expect(await inside(await prepare(await makeProgramme('Alat tulis', 2_000_000n, null)))).toEqual([
    'Poniman',
    'Sarinem',
  ]);
  expect(await inside(await prepare(await makeProgramme('Atap', 2_000_000n, 'rumah')))).toEqual(['Poniman', 'Sarinem']);

  await step('kadis', decreeId, 'end', { reason: 'Dicabut karena salah lampiran.' });
  const after = await renew(later);
  expect(await inside(after)).toEqual(['Poniman', 'Sarinem']);
  expect((await kabid.get(`/api/programme/list/${after}/verification`)).body.same).toBe(true);
  expect((await kabid.get(`/api/programme/list/${later}/verification`)).body.same).toBe(true);
});

test('on the portal: which programme stands in the way, or that an officer decided, and never a full quota', async () => {
  const kabid = await app.as('kabid');
  const first = await makeProgramme('Telur 2026', 2_000_000n, 'protein');
  await enforce(await prepare(first), '400.9/2/2026');
  const fish = await makeProgramme('Ikan', 3_000_000n, 'protein');
  const decided = await kabid.post(`/api/programme/${fish}/decision`, {
    familyId: families.get('Wiryo'),
    kind: 'keluarkan',
    code: 'mampu',
    reason: 'Sudah mempunyai usaha yang berjalan.',
  });
  expect(decided.status).toBe(200);
  const run = await prepare(fish);
  expect(await inside(run)).toEqual(['Kasmi', 'Saniyem']);
  await enforce(run, '400.9/3/2026');
  const outcomeOf = async (name: string) => (await outcomesOf(name)).find((one) => one.sentence.includes('Ikan'))!;
  const beside = await outcomeOf('Sarinem');
  expect(beside).toMatchObject({
    place: 'tidak',
    reasons: [],
    sentence:
      'Keluarga Anda tidak masuk daftar Ikan karena sudah menerima Telur 2026; kedua program ini tidak boleh diterima bersamaan.',
  });
  const { sentence } = await outcomeOf('Wiryo');
  expect(sentence).toContain('dengan keputusan petugas: menurut pemeriksaan petugas, program ini didahulukan');
  expect(sentence).not.toMatch(/kuota|usaha|mampu/);
});

test('a group is a plain word; what is not one is refused with an example and nothing is saved', async () => {
  const kabid = await app.as('kabid');
  const body = (exclusiveGroup: string) => ({
    name: 'Kelompok salah',
    bidang: 'linjamsos',
    budgetLineId: null,
    terms: { ...termsToJson(newTermsForTest({ rules })), exclusiveGroup },
  });
  for (const wrong of ['Pangan Pokok', '', 'a'.repeat(41)]) {
    const reply = await kabid.post('/api/programme', body(wrong));
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(reply.body)).toContain('Contoh: pangan.');
  }
  const { items } = (await kabid.get('/api/programme')).body;
  expect(JSON.stringify(items)).not.toContain('Kelompok salah');
  const made = await kabid.post('/api/programme', body('bantuan_pangan_1'));
  const { terms } = (await kabid.get(`/api/programme/${made.body.id}`)).body;
  expect(terms.exclusiveGroup).toBe('bantuan_pangan_1');
});
