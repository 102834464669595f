import { afterAll, beforeAll, expect, test } from 'vitest';
import { actAs, CITIZEN, makeUsulan, submission } from '../../../../test/factories/usulan.ts';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/database.ts';
import { uuid7 } from '../../../kernel/uuid7.ts';
import { advance, homeTiles, openReceipt, readReceipt, submitUsulan } from '../index.ts';
import { getUsulan } from '../sql/usulan-rows.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const ofSchema = (text: string) => text.replaceAll('@', 'agency_tirta_rukun.');
const areaOf = async (label: string): Promise<number> => {
  const { rows } = await database.ownerPool.query<{ id: number }>(
    ofSchema('select id from @area where label like $1 order by id limit 1'),
    [label],
  );
  return rows[0]!.id;
};

test('a proposal lands at the first desk with both clocks running', async () => {
  const made = await makeUsulan(database);
  expect(made.receiptNumber).toMatch(/^[2-9B-Z]{11}$/);
  expect(made.pin).toMatch(/^\d{6}$/);
  const usulan = await actAs(database, 'operator.karangasri', (ctx) => getUsulan(ctx, made.usulanId));
  // Wednesday 15 July 2026 + 3 office days = Monday 20; all stages: 3 + 7 + 10 + 5 = 25 office days, 17 August is a holiday.
  expect(usulan).toMatchObject({ state: 'berjalan', stage: 'periksa', dueOn: '2026-07-20', promisedOn: '2026-08-20' });
});

test('an RT head proposes in the own RT only, and sees nothing but his own proposals', async () => {
  const [own, other] = [await areaOf('RT 001/RW 001, %Karang Asri%'), await areaOf('RT 002/RW 001, %Karang Asri%')];
  const propose = (areaId: number) =>
    actAs(database, 'rt.karangasri', (ctx) =>
      submitUsulan(ctx, submission(areaId, { channel: 'rt', relation: 'ketua_rt' })),
    );
  await expect(propose(other)).rejects.toMatchObject({ code: 'usulan.luar_rt', status: 403 });
  const mine = await propose(own);
  const foreign = await makeUsulan(database);
  await actAs(database, 'rt.karangasri', async (ctx) => {
    expect(await getUsulan(ctx, mine.usulanId)).toMatchObject({ rtAreaId: own });
    await expect(getUsulan(ctx, foreign.usulanId)).rejects.toMatchObject({ code: 'usulan.tidak_ada' });
  });
});

test('the policy itself keeps an RT head in his RT', async () => {
  const desa = await areaOf('Desa Karang Asri%');
  const insert = actAs(database, 'rt.karangasri', async (ctx) => {
    const usulan = {
      id: uuid7(),
      no_publik: uuid7(),
      kind: 'baru',
      draft: '{"name":"X"}',
      channel: 'rt',
      relation: 'ketua_rt',
      consent: 'tertulis',
      reason: 'x',
    };
    const rest = {
      reporter_account: ctx.actor.accountId,
      state: 'berjalan',
      stage: 'periksa',
      citizen_clock_from: ctx.now,
      stage_since: ctx.now,
      due_on: ctx.today,
    };
    await ctx.tx
      .insertInto('usulan')
      .values({ ...usulan, ...rest, area_id: desa })
      .execute();
  });
  await expect(insert).rejects.toThrow(/row-level security/);
});

test('a citizen proposes on the portal and follows with number and PIN, and learns nothing of the register', async () => {
  const id = uuid7();
  const desa = await areaOf('Desa Karang Asri%');
  const made = await actAs(
    database,
    'rt.karangasri',
    (ctx) =>
      submitUsulan(
        ctx,
        submission(desa, { id, channel: 'portal', consent: 'daring', relation: 'diri_sendiri', skipRt: true }),
      ),
    CITIZEN,
    id,
  );
  const open = (pin: string) =>
    actAs(database, 'rt.karangasri', (ctx) => openReceipt(ctx, made.receiptNumber, pin), CITIZEN);
  expect(await open(made.pin)).toEqual({ ok: true, usulanId: id });
  const wrong = await open(made.pin === '135790' ? '097531' : '135790');
  const unknown = await actAs(database, 'rt.karangasri', (ctx) => openReceipt(ctx, '22222222222', made.pin), CITIZEN);
  expect(wrong).toMatchObject({ ok: false });
  expect(unknown).toEqual(wrong);
  const view = await actAs(database, 'rt.karangasri', readReceipt, CITIZEN, id);
  expect(view.steps.map((step) => [step.id, step.standing])).toEqual([
    ['diajukan', 'selesai'],
    ['periksa', 'sekarang'],
    ['verval', 'nanti'],
    ['musyawarah', 'nanti'],
    ['verifikasi', 'nanti'],
  ]);
  expect(view.messages[0]?.text).toBe(
    'Pengajuan diterima pada Rabu, 15 Juli 2026. Sekarang diperiksa operator desa/kelurahan, paling lambat Senin, 20 Juli 2026.',
  );
  expect(JSON.stringify(view)).not.toContain('Sarinem');
  await expect(actAs(database, 'rt.karangasri', readReceipt, CITIZEN)).rejects.toMatchObject({
    code: 'usulan.tidak_ada',
  });
});

test('ten wrong PINs lock a receipt for the day', async () => {
  const made = await makeUsulan(database);
  const open = (pin: string) =>
    actAs(database, 'rt.karangasri', (ctx) => openReceipt(ctx, made.receiptNumber, pin), CITIZEN);
  const wrong = made.pin === '135790' ? '097531' : '135790';
  for (let n = 0; n < 10; n++) await open(wrong);
  expect(await open(made.pin)).toMatchObject({ ok: false, sentence: expect.stringContaining('Coba lagi besok') });
});

test('the citizen completes what was asked and withdraws, with her receipt and under the portal’s role', async () => {
  const id = uuid7();
  const desa = await areaOf('Desa Karang Asri%');
  const asCitizen = <T>(work: Parameters<typeof actAs<T>>[2]) => actAs(database, 'rt.karangasri', work, CITIZEN, id);
  await asCitizen((ctx) =>
    submitUsulan(ctx, submission(desa, { channel: 'portal', consent: 'daring', relation: 'diri_sendiri' })),
  );
  await actAs(database, 'operator.karangasri', (ctx) =>
    advance(ctx, id, 1, { type: 'ask', reasonCode: 'kk_ktp_kurang', missing: 'Foto KK yang terbaca.' }),
  );
  const asked = await asCitizen(readReceipt);
  expect(asked).toMatchObject({ state: 'menunggu_pelengkapan', asked: 'Foto KK yang terbaca.', mayComplete: true });
  const stale = asCitizen((ctx) => advance(ctx, id, 1, { type: 'complete', text: 'KK sudah saya bawa.' }));
  await expect(stale).rejects.toMatchObject({ code: 'versi.berubah', status: 409 });
  await asCitizen((ctx) => advance(ctx, id, asked.version, { type: 'complete', text: 'KK sudah saya bawa.' }));
  expect(await asCitizen(readReceipt)).toMatchObject({ state: 'berjalan', asked: null, mayComplete: false });
  const ended = await asCitizen((ctx) =>
    advance(ctx, id, asked.version + 1, { type: 'withdraw', reasonCode: 'permintaan_warga' }),
  );
  expect(ended).toMatchObject({ state: 'ditarik', stage: null });
  const view = await asCitizen(readReceipt);
  expect(view).toMatchObject({ mayWithdraw: false, next: null, where: 'Pengajuan ini sudah ditarik.' });
  const decided = asCitizen((ctx) =>
    advance(ctx, id, view.version, { type: 'approve', tracks: ['pusat'], reasonCode: 'memenuhi' }),
  );
  await expect(decided).rejects.toMatchObject({ code: 'usulan.sudah_selesai' });
});

test('the first page counts what the actor can act on, late ones as something to do', async () => {
  const empty = await actAs(database, 'perencana', homeTiles);
  expect(empty).toEqual([]);
  const before = await actAs(database, 'operator.karangasri', homeTiles);
  await makeUsulan(database);
  const after = await actAs(database, 'operator.karangasri', homeTiles);
  const count = (tiles: typeof after, id: string) => tiles.find((tile) => tile.id === id)?.count;
  expect(count(after, 'usulan.periksa')).toBe(Number(count(before, 'usulan.periksa')) + 1);
  const later = { db: database.db, now: new Date('2026-09-01T04:00:00Z') };
  const late = await actAs(later, 'operator.karangasri', homeTiles);
  expect(late.find((tile) => tile.id === 'usulan.periksa')).toMatchObject({
    status: 'tindakan',
    href: '/usulan?stage=periksa',
  });
  const rt = await actAs(database, 'rt.karangasri', homeTiles);
  expect(rt.map((tile) => tile.href)).toEqual(['/rt']);
});
