import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBudgetLine } from '../../../../test/factories/budget.ts';
import { makeFamilies } from '../../../../test/factories/families.ts';
import { areaId, inRegistry } from '../../../../test/factories/person.ts';
import { actAs, CITIZEN, submission } from '../../../../test/factories/usulan.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { uuid7 } from '../../../kernel/uuid7.ts';
import { submitUsulan } from '../../intake/index.ts';
import { type ListInForce, publicOutcome, whenListInForce } from '../index.ts';

let app: TestApp;
const told: ListInForce[] = [];
beforeAll(async () => {
  app = await startTestApp();
  whenListInForce(async (_ctx, list) => {
    told.push(list);
  });
  await makeFamilies(app.database, [
    { name: 'Sarinem', birthOn: '1940-01-01', desil: 1 },
    { name: 'Poniman', birthOn: '1945-01-01', desil: 2 },
    { name: 'Wiryo', birthOn: '1950-01-01', desil: 3 },
    { name: 'Tumi', birthOn: '1946-01-01', desil: 2, occupationCode: null },
    { name: 'Mapan', birthOn: '1950-01-01', desil: 9 },
  ]);
});
afterAll(() => app.close());

const TERMS = {
  targetUnit: 'orang',
  rules: [
    { kind: 'syarat', expr: 'ada anggota dengan (umur >= 60)', reason: 'Program untuk lansia.', basis: 'Pasal 3' },
    { kind: 'syarat', expr: 'desil <= 4', reason: 'Keluarga miskin dan rentan.', basis: 'Pasal 4' },
    {
      kind: 'pengecualian',
      expr: 'ada anggota dengan (pekerjaan termasuk ["asn", "tni_polri"])',
      reason: 'Penghasilan tetap.',
      basis: 'Pasal 5',
    },
  ],
  unknownPolicy: 'kecualikan_dengan_tugas',
  criteriaLeast: null,
  rankBy: { by: 'desil' },
  tieOrder: ['umur_tertua'],
  benefit: '30000000',
  period: '2026',
  maxCount: null,
  ceiling: null,
  payee: 'anggota',
  payeeRule: 'umur >= 60',
  holdUntil: '2026-07-17',
  decreeBy: 'kepala_daerah',
  parafChain: [],
  quota: [],
};

let serial = 0;
const makeList = async (wanted: { pagu: bigint; stage: 'rka' | 'dpa'; benefit?: string }) => {
  serial += 1;
  const { lineId, fundSourceId } = await inRegistry(app.database.db, 'perencana', (ctx) =>
    makeBudgetLine(ctx, { pagu: wanted.pagu, stage: wanted.stage, name: `APBD ${serial}` }),
  );
  const kabid = await app.as('kabid');
  const made = await kabid.post('/api/programme', {
    name: `Permakanan ${serial}`,
    bidang: 'linjamsos',
    budgetLineId: lineId,
    terms: { ...TERMS, ...(wanted.benefit ? { benefit: wanted.benefit } : {}) },
  });
  const prepared = await kabid.post(`/api/programme/${made.body.id}/list`);
  expect(prepared.status).toBe(200);
  return { programmeId: made.body.id as string, runId: prepared.body.runId as string, lineId, fundSourceId };
};
const listOf = async (runId: string) => (await (await app.as('kabid')).get(`/api/programme/list/${runId}`)).body;
const decreeOf = async (id: string) => (await (await app.as('kadis')).get(`/api/sk/${id}`)).body;
const step = async (
  username: string,
  decreeId: string,
  what: 'paraf' | 'signature' | 'force' | 'end',
  body: object = {},
) => {
  const { version } = await decreeOf(decreeId);
  return (await app.as(username)).post(`/api/sk/${decreeId}/${what}`, { version, ...body });
};
const sign = async (decreeId: string, number: string) => {
  for (const who of ['kabid', 'sekretaris', 'kadis']) expect((await step(who, decreeId, 'paraf')).status).toBe(200);
  const signed = await step('sekretaris', decreeId, 'signature', {
    number,
    onDate: '2026-07-15',
    headOfRegion: 'Bupati Contoh',
  });
  expect(signed.status).toBe(200);
};
const one = async <T>(text: string, values: unknown[] = []): Promise<T> =>
  (await app.database.ownerPool.query(`${text.replaceAll('~', 'agency_tirta_rukun.')}`, values)).rows[0] as T;

test('above the limit a second person confirms; then the decree runs its chain to awards, gate and all', async () => {
  const { runId, lineId, fundSourceId } = await makeList({ pagu: 90_000_000n, stage: 'rka' });
  const before = await listOf(runId);
  expect(before.run).toMatchObject({
    needsSecond: true,
    amount: '90000000',
    counts: { masuk: 2, ditahan: 1, cadangan: 1 },
  });
  expect(before.decree).toBeNull();
  expect(before.gate).toContain('DPA');
  const self = await (await app.as('kabid')).post(`/api/programme/list/${runId}/confirmation`, {
    version: before.run.version,
  });
  expect(self.body.error.code).toBe('daftar.orang_kedua');
  const sekretaris = await app.as('sekretaris');
  expect((await sekretaris.post(`/api/programme/list/${runId}/confirmation`, { version: 99 })).body.error.code).toBe(
    'versi.berubah',
  );
  expect(
    (await sekretaris.post(`/api/programme/list/${runId}/confirmation`, { version: before.run.version })).status,
  ).toBe(200);
  const { decree } = await listOf(runId);
  expect(decree.waitingFor).toContain('Bidang');
  await sign(decree.id, '400.9/14/2026');
  // The list was prepared on the RKA; in force it may only come with the DPA of its source.
  const early = await step('sekretaris', decree.id, 'force');
  expect([early.status, early.body.error.code]).toEqual([409, 'dana.belum_diizinkan']);
  expect(early.body.error.message).toContain('DPA');
  expect((await one<{ n: number }>('select count(*)::int as n from ~award')).n).toBe(0);
  const planner = await app.as('perencana');
  await planner.post(`/api/budget/source/${fundSourceId}/document`, {
    kind: 'dpa',
    number: 'DPA/1',
    onDate: '2026-01-05',
    year: 2026,
  });
  const still = await step('sekretaris', decree.id, 'force');
  expect(still.body.error.message).toContain('belum masuk DPA');
  const { version } = (await planner.get(`/api/budget/line/${lineId}`)).body.line;
  expect(
    (
      await planner.post(`/api/budget/line/${lineId}/stage`, {
        stage: 'dpa',
        amount: '90000000',
        document: 'DPA/1',
        onDate: '2026-01-05',
        version,
      })
    ).status,
  ).toBe(200);
  expect((await step('sekretaris', decree.id, 'force')).status).toBe(200);
  expect((await listOf(runId)).run.state).toBe('berlaku');
  const awards = await app.database.ownerPool.query(
    `select a.amount, p.name from agency_tirta_rukun.award a join agency_tirta_rukun.person p on p.id = a.payee_id where a.run_id = $1 order by p.name`,
    [runId],
  );
  expect(awards.rows).toEqual([
    { amount: 30_000_000n, name: 'Poniman' },
    { amount: 30_000_000n, name: 'Sarinem' },
  ]);
  expect(told.at(-1)).toMatchObject({ runId, decreeId: decree.id });
});

test('in force nothing changes: not the list, not its rows, not its awards, not even as the owner of the tables', async () => {
  const { runId } = await makeList({ pagu: 30_000_000n, stage: 'dpa' });
  const { decree } = await listOf(runId);
  await sign(decree.id, '400.9/15/2026');
  expect((await step('sekretaris', decree.id, 'force')).status).toBe(200);
  const { ownerPool } = app.database;
  const schema = 'agency_tirta_rukun';
  await expect(
    ownerPool.query(`update ${schema}.selection_run set counts = '{}' where id = $1`, [runId]),
  ).rejects.toThrow(/frozen/);
  await expect(
    ownerPool.query(`update ${schema}.selection_run set state = 'usang' where id = $1`, [runId]),
  ).rejects.toThrow(/frozen/);
  await expect(ownerPool.query(`update ${schema}.award set amount = 1 where run_id = $1`, [runId])).rejects.toThrow(
    /decree/,
  );
  const [late] = await makeFamilies(app.database, [{ name: 'Terlambat', birthOn: '1990-01-01' }]);
  const client = await ownerPool.connect();
  await client.query(`set search_path = ${schema}, ref, public`);
  await expect(
    client.query(
      `insert into selection_row (run_id, family_id, area_id, verdict, tier, place, reasons)
       select $1, id, scope_area_id, 'ya', 0, 'masuk', '[]' from family where id = $2`,
      [runId, late!.familyId],
    ),
  ).rejects.toThrow(/frozen/);
  await client.query('reset search_path');
  client.release();
  const kabid = await app.as('kabid');
  const reply = await kabid.post(`/api/programme/list/${runId}/cancellation`, {
    version: 1,
    reason: 'Ingin mengubah daftar.',
  });
  expect(reply.body.error.code).toBe('daftar.bukan_rancangan');
  await expect(ownerPool.query(`select * from ${schema}.award_list($1)`, [runId])).rejects.toThrow(/has its awards/);
});

test('a decree called off frees the pagu; one revoked in force stops its awards and frees what is unpaid', async () => {
  const first = await makeList({ pagu: 30_000_000n, stage: 'dpa' });
  const moneyOf = async (lineId: string) =>
    (await (await app.as('perencana')).get(`/api/budget/line/${lineId}`)).body.line;
  const draft = (await listOf(first.runId)).decree;
  expect((await step('kadis', draft.id, 'end', { reason: 'Daftar perlu disusun ulang.' })).status).toBe(200);
  expect((await listOf(first.runId)).run.state).toBe('usang');
  expect((await moneyOf(first.lineId)).dipesan).toBe('0');
  const second = await makeList({ pagu: 30_000_000n, stage: 'dpa' });
  const { decree } = await listOf(second.runId);
  await sign(decree.id, '400.9/16/2026');
  await step('sekretaris', decree.id, 'force');
  const planner = await app.as('perencana');
  const paid = await planner.post(`/api/budget/line/${second.lineId}/sp2d`, {
    amount: '10000000',
    number: 'SP2D/9',
    onDate: '2026-07-15',
    reservation: second.runId,
  });
  expect(paid.status).toBe(200);
  expect((await step('kadis', decree.id, 'end', { reason: 'Dicabut karena salah lampiran.' })).status).toBe(200);
  expect(await moneyOf(second.lineId)).toMatchObject({
    dipesan: '0',
    cair: '10000000',
    tersisa: '20000000',
    pagu: '30000000',
  });
  const { state } = await one<{ state: string }>('select state from ~award where run_id = $1 limit 1', [second.runId]);
  expect(state).toBe('dihentikan');
});

test('the citizen reads her own outcome by receipt: place and reason, never desil, never of others', async () => {
  const { runId } = await makeList({ pagu: 45_000_000n, stage: 'dpa', benefit: '15000000' });
  const { decree } = await listOf(runId);
  await sign(decree.id, '400.9/17/2026');
  await step('sekretaris', decree.id, 'force');
  const desa = await areaId(app.database, '99.01.01.2003');
  const stand = { db: app.database.db };
  const propose = async (name: string, kind: 'baru' | 'sanggah' = 'baru') => {
    const id = uuid7();
    await actAs(
      stand,
      'kabid',
      (ctx) =>
        submitUsulan(
          ctx,
          submission(desa, { id, channel: 'portal', kind: 'baru', consent: 'daring', relation: 'diri_sendiri' }),
        ),
      CITIZEN,
      id,
    );
    await app.database.ownerPool.query(
      `update agency_tirta_rukun.usulan u set kind = $3, subject_family_id = m.family_id
       from agency_tirta_rukun.family_member m join agency_tirta_rukun.person p on p.id = m.person_id where p.name = $2 and u.id = $1`,
      [id, name, kind],
    );
    return id;
  };
  const outcome = async (id: string | undefined) => {
    const found = await actAs(stand, 'kabid', publicOutcome, CITIZEN, id);
    return found.filter((o) => o.sentence.includes(`Permakanan ${serial}`) || id === undefined);
  };
  const [lucky, held, next, out] = [
    await propose('Sarinem'),
    await propose('Tumi'),
    await propose('Wiryo'),
    await propose('Mapan'),
  ];
  expect((await outcome(lucky))[0]).toMatchObject({
    place: 'masuk',
    reasons: [],
    sentence: expect.stringContaining('SK 400.9/17/2026, 15 Juli 2026'),
  });
  expect((await outcome(held))[0]?.sentence).toContain('kami simpan sampai Jumat, 17 Juli 2026');
  expect((await outcome(held))[0]?.reasons).toEqual(['Ada data keluarga yang perlu dicek di Dinas Sosial.']);
  expect((await outcome(next))[0]?.sentence).toMatch(
    /cukup untuk 2 keluarga; keluarga Anda di urutan 4, cadangan nomor 1/,
  );
  const not = (await outcome(out))[0]!;
  expect(not.sentence).toBe(`Keluarga Anda belum memenuhi syarat program Permakanan ${serial}.`);
  expect(not.reasons.join(' ')).toContain('dihitung BPS, bukan Dinas Sosial');
  expect(JSON.stringify([await outcome(out), await outcome(held)])).not.toMatch(/desil \d|desil: |\d{16}/i);
  // Whoever objects to somebody else's aid learns nothing about it; without a receipt there is nothing at all.
  expect(await outcome(await propose('Sarinem', 'sanggah'))).toEqual([]);
  expect(await outcome(undefined)).toEqual([]);
});

test('two people put the same list forward at once: one list, one reservation', async () => {
  const { lineId } = await inRegistry(app.database.db, 'perencana', (ctx) =>
    makeBudgetLine(ctx, { pagu: 60_000_000n, name: 'Berdua' }),
  );
  const kabid = await app.as('kabid');
  const made = await kabid.post('/api/programme', {
    name: 'Berdua',
    bidang: 'linjamsos',
    budgetLineId: lineId,
    terms: TERMS,
  });
  const replies = await Promise.all([1, 2].map(() => kabid.post(`/api/programme/${made.body.id}/list`)));
  expect(replies.map((r) => r.status).sort()).toEqual([200, 409]);
  expect(replies.find((r) => r.status === 409)!.body.error.code).toBe('daftar.masih_rancangan');
  const same = await Promise.all(
    [1, 2].map(() => kabid.post(`/api/programme/${made.body.id}/list`, {}, { 'idempotency-key': 'daftar-1' })),
  );
  expect(same.map((r) => r.status)).toEqual([409, 409]);
  const entries = (await (await app.as('perencana')).get(`/api/budget/line/${lineId}`)).body.entries;
  expect(entries.filter((e: { kind: string }) => e.kind === 'pesan').length).toBe(1);
});
