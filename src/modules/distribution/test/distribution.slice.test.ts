import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeListInForce, type Recipient } from '../../../../test/factories/list-in-force.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { pdfPages } from '../../../../test/support/pdf-text.ts';
import { uuid7 } from '../../../kernel/uuid7.ts';

/** Distribution day in Karang Asri: two desks, a proxy, broken eggs, a death that is only reported. */
let app: TestApp;
let list: Awaited<ReturnType<typeof makeListInForce>>;
const schema = 'agency_tirta_rukun';
const owner = async (text: string, values: unknown[] = []) => (await app.database.ownerPool.query(text, values)).rows;
const give = async (to: Recipient, over: Record<string, unknown> = {}) =>
  (await app.as('salur')).post('/api/handover', {
    id: uuid7(),
    code: to.code,
    device: 'meja-1',
    desk: '1',
    amount: '1500000',
    ...over,
  });

beforeAll(async () => {
  app = await startTestApp();
  list = await makeListInForce(app, ['Hasan', 'Sarinem', 'Lastri', 'Wiryo', 'Tumi', 'Yohana', 'Rasyid'], {
    amount: 1_500_000n,
  });
});
afterAll(() => app.close());

test('the desk finds a code however it is typed, with a masked NIK', async () => {
  const code = list.recipients[0]!.code;
  const card = await (await app.as('salur')).get(`/api/handover-desk/${code.toLowerCase().replace(/(.{4})/g, '$1-')}`);
  expect(card.body).toMatchObject({
    payeeName: 'Hasan',
    state: 'menunggu',
    due: '1500000',
    effective: '0',
    closed: null,
    handovers: [],
  });
  expect(card.body.nik === null || card.body.nik.includes('•')).toBe(true);
  expect((await (await app.as('salur')).get('/api/handover-desk/BUKANKODEXX')).status).toBe(422);
});

test('two handovers at the same moment: both are kept, one is effective, the other opens an incident', async () => {
  const hasan = list.recipients[0]!;
  const [first, second] = await Promise.all([
    give(hasan),
    give(hasan, { desk: '2', proxy: { name: 'Anak Hasan', relation: 'anak' } }),
  ]);
  const rulings = [first.body.ruling, second.body.ruling].sort();
  expect(rulings).toEqual(['efektif', 'ganda']);
  const doubled = [first, second].find((reply) => reply.body.ruling === 'ganda')!;
  expect(doubled.body.earlier).toMatchObject({ ruling: 'efektif' });
  expect(doubled.body.incidentId).not.toBeNull();
  expect(
    await owner(`select count(*)::int as n from ${schema}.handover where entitlement_id = $1`, [hasan.entitlementId]),
  ).toEqual([{ n: 2 }]);
  const incidents = await (await app.as('kabid')).get('/api/incident');
  expect(incidents.body.items).toEqual([
    expect.objectContaining({ kind: 'serah_terima_ganda', text: expect.stringContaining('Diserahkan lagi di meja') }),
  ]);
});

test('sending the same handover again gives the stored result and adds nothing', async () => {
  const sarinem = list.recipients[1]!;
  const id = uuid7();
  const once = await give(sarinem, { id });
  const again = await give(sarinem, { id });
  expect(once.body.ruling).toBe('efektif');
  expect(again.body).toMatchObject({ handoverId: id, ruling: 'efektif', state: 'terpenuhi' });
  expect(
    await owner(`select count(*)::int as n from ${schema}.handover where entitlement_id = $1`, [sarinem.entitlementId]),
  ).toEqual([{ n: 1 }]);
  expect((await give(list.recipients[2]!, { id })).body.error.code).toBe('serah.nomor_dipakai');
});

test('part today, the rest tomorrow; a rupiah beyond it is double', async () => {
  const wiryo = list.recipients[3]!;
  expect((await give(wiryo, { amount: '1400000' })).body).toMatchObject({
    ruling: 'efektif',
    state: 'sebagian',
    effective: '1400000',
  });
  expect((await give(wiryo, { amount: '100001' })).body).toMatchObject({
    ruling: 'ganda',
    state: 'sebagian',
    effective: '1400000',
  });
  expect((await give(wiryo, { amount: '100000' })).body).toMatchObject({
    ruling: 'efektif',
    state: 'terpenuhi',
    effective: '1500000',
  });
});

test('a reported death holds what this person alone is due; what was given already is kept as a fact', async () => {
  const lastri = list.recipients[2]!;
  await owner(`update ${schema}.person set life = 'dilaporkan_meninggal' where id = $1`, [lastri.personId]);
  const held = await give(lastri);
  expect(held.body.error.code).toBe('salur.ditahan');
  const told = await give(lastri, { alreadyGiven: true });
  expect(told.body).toMatchObject({ ruling: 'efektif' });
  expect(await owner(`select kind from ${schema}.incident where handover_id = $1`, [told.body.handoverId])).toEqual([
    { kind: 'di_luar_ketentuan' },
  ]);
});

test('the head of division rules again, never above what is due, and the facts stay', async () => {
  const tumi = list.recipients[4]!;
  const wrong = await give(tumi);
  const right = await give(tumi, { desk: '2' });
  const kabid = await app.as('kabid');
  expect(
    (
      await kabid.post(`/api/handover/${right.body.handoverId}/ruling`, {
        kind: 'efektif',
        reason: 'penerima sebenarnya',
      })
    ).body.error.code,
  ).toBe('serah.melebihi_hak');
  expect(
    (await kabid.post(`/api/handover/${wrong.body.handoverId}/ruling`, { kind: 'batal', reason: 'salah orang' })).body,
  ).toEqual({ ruling: 'batal', state: 'menunggu' });
  expect(
    (
      await kabid.post(`/api/handover/${right.body.handoverId}/ruling`, {
        kind: 'efektif',
        reason: 'penerima sebenarnya',
      })
    ).body,
  ).toEqual({ ruling: 'efektif', state: 'terpenuhi' });
  expect(
    (
      await (
        await app.as('salur')
      ).post(`/api/handover/${wrong.body.handoverId}/ruling`, { kind: 'efektif', reason: 'mencoba' })
    ).status,
  ).toBe(403);
  const direct = async () => {
    const client = await app.database.ownerPool.connect();
    try {
      await client.query(`begin; set local search_path = ${schema}, ref, public`);
      await client.query(
        `insert into handover_ruling (id, handover_id, kind, by_account) select $1, $2, 'efektif', by_account from handover where id = $2`,
        [uuid7(), wrong.body.handoverId],
      );
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  await expect(direct()).rejects.toThrow(/exceed the entitlement/);
});

test('nothing leaves the table before the money is admitted, nor under a moratorium', async () => {
  const early = await makeListInForce(app, ['Darmi'], { amount: 500_000n, stage: 'rka' });
  expect((await give(early.recipients[0]!, { amount: '500000' })).body.error.code).toBe('dana.belum_diizinkan');
  const [area] = await owner(`select id from ${schema}.area where kode = '99.01'`);
  await owner(
    `insert into ${schema}.moratorium (id, fund_kind, area_id, during, document) values ($1, 'apbd', $2, daterange('2026-07-01', '2026-08-01'), 'SE 800/2026')`,
    [uuid7(), area.id],
  );
  const stopped = await give(list.recipients[5]!);
  expect(stopped.body.error).toMatchObject({
    code: 'salur.moratorium',
    message: expect.stringContaining('SE 800/2026'),
  });
  await owner(`delete from ${schema}.moratorium`);
  await owner(
    `update ${schema}.decree set state = 'dicabut', ended_reason = 'uji', ended_by = prepared_by, ended_at = now() where id = $1`,
    [early.decreeId],
  );
  expect((await give(early.recipients[0]!, { amount: '500000' })).body.error.code).toBe('salur.sk_tidak_berlaku');
});

test('counts and rupiah are right at once, by desa and in all', async () => {
  const salur = await app.as('salur');
  const all = (await salur.get(`/api/entitlement/tally?programmeId=${list.programmeId}`)).body;
  expect(all).toMatchObject({ all: 7, done: 5, waiting: 2, due: '10500000', effective: '7500000' });
  const desks = (await salur.get('/api/handover-desk')).body.items.filter(
    (desk: { programmeId: string }) => desk.programmeId === list.programmeId,
  );
  expect(desks).toEqual([expect.objectContaining({ all: 7, done: 5, desa: expect.stringContaining('Karang Asri') })]);
  const page = await salur.get(`/api/entitlement?programmeId=${list.programmeId}&limit=4`);
  const rest = await salur.get(
    `/api/entitlement?programmeId=${list.programmeId}&limit=4&after=${encodeURIComponent(page.body.next)}`,
  );
  expect([...page.body.items, ...rest.body.items].map((row: { payeeName: string }) => row.payeeName)).toEqual([
    'Hasan',
    'Lastri',
    'Rasyid',
    'Sarinem',
    'Tumi',
    'Wiryo',
    'Yohana',
  ]);
});

test('the BAST lists what was effectively handed over, masked', async () => {
  const [desa] = await owner(`select id from ${schema}.area where kode = '99.01.01.2003'`);
  const pdf = await (await app.as('salur')).get(`/api/bast?programmeId=${list.programmeId}&desaId=${desa.id}`);
  expect(pdf.status).toBe(200);
  const text = pdfPages(pdf.raw).join('\n');
  expect(text).toContain('Sarinem');
  expect(text).toContain('Rp7.500.000');
  expect(text).not.toMatch(/\b99\d{14}\b/);
});
