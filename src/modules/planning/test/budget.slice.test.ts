import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRegistry } from '../../../../test/factories/person.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { admitAct, getLineBalance, recordSp2d, releasePagu, reservePagu } from '../index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const LINE = {
  year: 2026,
  nomenclatureVersion: 'Kepmendagri 900.1.15.5-3406/2024',
  subKegiatan: '1.06.04.2.01.0001',
  subKegiatanName: 'Penyediaan permakanan',
  accountCode: '5.1.06.01.02.0001',
  document: 'RKA 2026',
  onDate: '2025-11-20',
};
let serial = 0;
const makeSource = async (kind = 'apbd'): Promise<string> => {
  serial += 1;
  const reply = await (await app.as('perencana')).post('/api/budget/source', { name: `Sumber ${serial}`, kind });
  expect(reply.status).toBe(200);
  return reply.body.id;
};
const addDocument = async (source: string, kind: string, onDate = '2026-01-05', year = 2026) =>
  (await app.as('perencana')).post(`/api/budget/source/${source}/document`, {
    kind,
    number: `${kind}/1`,
    onDate,
    year,
  });
const makeLine = async (stage: string, amount: string, source?: string) => {
  const fundSourceId = source ?? (await makeSource());
  if (!source && stage === 'dpa') await addDocument(fundSourceId, 'dpa');
  const reply = await (await app.as('perencana')).post('/api/budget/line', { ...LINE, fundSourceId, stage, amount });
  return { id: reply.body.id as string, reply };
};
const moneyOf = async (id: string) => (await (await app.as('perencana')).get(`/api/budget/line/${id}`)).body.line;

test('a line goes from RKA to DPA, and the ledger follows the stage to the rupiah', async () => {
  const planner = await app.as('perencana');
  const source = await makeSource();
  const { id } = await makeLine('rka', '60000000', source);
  const early = await planner.post(`/api/budget/line/${id}/stage`, {
    stage: 'dpa',
    amount: '61500000',
    document: 'DPA/1/2026',
    onDate: '2026-01-05',
    version: 2,
  });
  expect([early.status, early.body.error.code]).toEqual([409, 'dana.belum_diizinkan']);
  expect(early.body.error.message).toContain('DPA');
  expect((await moneyOf(id)).stage).toBe('rka');
  expect((await addDocument(source, 'dpa')).status).toBe(200);
  const dpa = { stage: 'dpa', amount: '61500000', document: 'DPA/1/2026', onDate: '2026-01-05', version: 2 };
  expect((await planner.post(`/api/budget/line/${id}/stage`, dpa)).status).toBe(200);
  const page = (await planner.get(`/api/budget/line/${id}`)).body;
  expect(page.line).toMatchObject({ stage: 'dpa', pagu: '61500000', tersisa: '61500000', dipesan: '0', cair: '0' });
  expect(page.entries.map((e: { kind: string }) => e.kind)).toEqual(['pagu', 'geser_masuk']);
  expect(page.stages.map((s: { stage: string }) => s.stage)).toEqual(['rka', 'dpa']);
  const stale = await planner.post(`/api/budget/line/${id}/stage`, { ...dpa, stage: 'dppa' });
  expect([stale.status, stale.body.error.code]).toEqual([409, 'versi.berubah']);
  const back = await planner.post(`/api/budget/line/${id}/stage`, { ...dpa, stage: 'rka', version: 3 });
  expect(back.body.error.code).toBe('anggaran.tahap_mundur');
});

test('SP2D and STS are exact, recorded once, and never above what is there', async () => {
  const planner = await app.as('perencana');
  const { id } = await makeLine('dpa', '10000000');
  const pay = (path: string, amount: string, number: string) =>
    planner.post(`/api/budget/line/${id}/${path}`, { amount, number, onDate: '2026-03-02' });
  expect((await pay('sp2d', '7000001', 'SP2D/1')).status).toBe(200);
  expect((await pay('sp2d', '7000001', 'sp2d/1')).status).toBe(200);
  expect((await moneyOf(id)).cair).toBe('7000001');
  expect((await pay('sp2d', '7000002', 'SP2D/1')).body.error.code).toBe('buku.kunci_dipakai');
  const much = await pay('sp2d', '3000000', 'SP2D/2');
  expect([much.status, much.body.error.code]).toEqual([409, 'pagu.tidak_cukup']);
  expect(much.body.error.message).toContain('sisa pagu Rp2.999.999');
  expect((await pay('sts', '7000002', 'STS/1')).body.error.details.pot).toBe('cair');
  expect((await pay('sts', '1', 'STS/2')).status).toBe(200);
  expect(await moneyOf(id)).toMatchObject({ pagu: '10000000', cair: '7000000', tersisa: '3000000', dipesan: '0' });
});

test('two payments at once that do not fit together: one stands, one is refused', async () => {
  const planner = await app.as('perencana');
  const { id } = await makeLine('dpa', '10000000');
  const replies = await Promise.all(
    ['A', 'B'].map((n) =>
      planner.post(`/api/budget/line/${id}/sp2d`, { amount: '6000000', number: n, onDate: '2026-03-02' }),
    ),
  );
  expect(replies.map((r) => r.status).sort()).toEqual([200, 409]);
  expect(await moneyOf(id)).toMatchObject({ cair: '6000000', tersisa: '4000000' });
});

test('a payment that names no list is not charged in silence where a list has reserved money', async () => {
  const planner = await app.as('perencana');
  const { id } = await makeLine('dpa', '9000000');
  const list = '01900000-0000-7000-8000-0000000000ab';
  const pay = (body: object) =>
    planner.post(`/api/budget/line/${id}/sp2d`, { amount: '1000000', onDate: '2026-03-02', ...body });
  expect((await pay({ number: 'SP2D/A' })).status).toBe(200);
  await inRegistry(app.database.db, 'kabid', (ctx) =>
    reservePagu(ctx, {
      lineId: id,
      amount: 3_000_000n,
      key: `daftar:${id}`,
      document: 'Daftar',
      refKind: 'selection_run',
      refId: list,
      each: 1_500_000n,
    }),
  );
  const stale = await pay({ number: 'SP2D/B' });
  expect([stale.status, stale.body.error.code]).toEqual([409, 'versi.berubah']);
  expect(stale.body.error.message).toContain('dipesan untuk daftar penerima, Rp3.000.000');
  expect(await moneyOf(id)).toMatchObject({ cair: '1000000', dipesan: '3000000', tersisa: '5000000' });
  expect((await pay({ number: 'SP2D/A' })).status).toBe(200);
  expect((await pay({ number: 'SP2D/B', reservation: list })).status).toBe(200);
  expect((await pay({ number: 'SP2D/C', direct: true })).status).toBe(200);
  expect(await moneyOf(id)).toMatchObject({ cair: '3000000', dipesan: '2000000', tersisa: '4000000' });
});

test('a shift moves pagu between two lines or not at all', async () => {
  const planner = await app.as('perencana');
  const [a, b] = [await makeLine('dpa', '5000000'), await makeLine('dpa', '1000000')];
  const shift = (from: string, to: string, amount: string) =>
    planner.post(`/api/budget/line/${from}/shift`, {
      toLineId: to,
      amount,
      document: 'Pergeseran 1',
      onDate: '2026-04-01',
    });
  expect((await shift(a.id, b.id, '6000000')).body.error.code).toBe('pagu.tidak_cukup');
  const both = await Promise.all([shift(a.id, b.id, '1000000'), shift(b.id, a.id, '500000')]);
  expect(both.map((r) => r.status)).toEqual([200, 200]);
  expect((await moneyOf(a.id)).pagu).toBe('4500000');
  expect((await moneyOf(b.id)).pagu).toBe('1500000');
  expect((await shift(a.id, a.id, '1')).body.error.code).toBe('pergeseran.sama');
});

test('each source asks for its own document: an emergency without a DPA passes with its own two', async () => {
  const planner = await app.as('perencana');
  const btt = await makeSource('btt');
  const gatesOf = async () => {
    const { items } = (await planner.get('/api/budget/source?year=2026')).body;
    return Object.fromEntries(
      items
        .find((s: { id: string }) => s.id === btt)
        .gates.map((g: { act: string; closed: string | null }) => [g.act, g.closed]),
    );
  };
  expect((await gatesOf()).salurkan).toContain('SK status keadaan darurat');
  expect((await addDocument(btt, 'dpa')).body.error.code).toBe('dana.dokumen_lain');
  expect((await addDocument(btt, 'sk_status_darurat', '2026-07-01')).status).toBe(200);
  expect((await gatesOf()).salurkan).toContain('rencana kebutuhan belanja');
  expect((await addDocument(btt, 'rkb', '2026-07-02')).status).toBe(200);
  expect(Object.values(await gatesOf())).toEqual([null, null, null, null]);
});

test('bad input gets a sentence; who may not record is refused; the same key records once', async () => {
  const planner = await app.as('perencana');
  const source = await makeSource();
  const bad = await planner.post('/api/budget/line', { ...LINE, fundSourceId: source, stage: 'rka', amount: '1.000' });
  expect([bad.status, bad.body.error.details.fields.amount]).toEqual([422, expect.stringContaining('angka bulat')]);
  const zero = await planner.post('/api/budget/line', { ...LINE, fundSourceId: source, stage: 'rka', amount: '0' });
  expect(zero.status).toBe(422);
  const kabid = await app.as('kabid');
  expect((await kabid.post('/api/budget/source', { name: 'Milik saya', kind: 'csr' })).status).toBe(403);
  expect((await kabid.get('/api/budget/line?year=2026')).status).toBe(200);
  const body = { ...LINE, fundSourceId: source, stage: 'rka', amount: '777' };
  const twice = await Promise.all(
    [1, 2].map(() => planner.post('/api/budget/line', body, { 'idempotency-key': 'satu' })),
  );
  expect(twice[0]!.body.id).toBe(twice[1]!.body.id);
  const csv = await planner.get('/api/budget/lines.csv?year=2026');
  expect(csv.body.split('\n').filter((row: string) => row.includes(',777,')).length).toBe(1);
  const future = await planner.post(`/api/budget/line/${twice[0]!.body.id}/sp2d`, {
    amount: '1',
    number: 'X',
    onDate: '2026-12-01',
  });
  expect(future.body.error.code).toBe('tanggal.nanti');
});

test('the total of the table is the sum of its lines, to the rupiah', async () => {
  const { items, total } = (await (await app.as('perencana')).get('/api/budget/line?year=2026')).body;
  for (const key of ['pagu', 'dipesan', 'cair', 'tersisa'])
    expect(items.reduce((sum: bigint, item: Record<string, string>) => sum + BigInt(item[key]!), 0n)).toBe(
      BigInt(total[key]),
    );
  for (const item of items)
    expect(BigInt(item.dipesan) + BigInt(item.cair) + BigInt(item.tersisa)).toBe(BigInt(item.pagu));
});

test('the ledger is append-only, even for a direct statement', async () => {
  const { database } = app;
  await expect(
    database.pool.query(
      `begin; set local role rukun_wide; update agency_tirta_rukun.budget_entry set amount = 1; commit`,
    ),
  ).rejects.toThrow(/permission denied/);
});

test('a moratorium is recorded and shown on the line of its kind of funds', async () => {
  const planner = await app.as('perencana');
  const area = (await planner.get('/api/area?q=karang%20asri&kind=desa')).body.items[0];
  const wanted = { fundKind: 'apbd', areaId: area.id, from: '2026-07-01', to: '2026-08-01', document: 'SE 1/2026' };
  expect((await planner.post('/api/budget/moratorium', { ...wanted, to: '2026-06-01' })).body.error.code).toBe(
    'moratorium.terbalik',
  );
  expect((await planner.post('/api/budget/moratorium', wanted)).status).toBe(200);
  const { id } = await makeLine('dpa', '100');
  expect((await planner.get(`/api/budget/line/${id}`)).body.moratoria).toEqual([
    expect.objectContaining({ document: 'SE 1/2026', to: '2026-08-01' }),
  ]);
});

test('the front door: a reservation is kept once by its key, paid out of, and the rest given back', async () => {
  const { id } = await makeLine('dpa', '9000000');
  const list = '01900000-0000-7000-8000-0000000000aa';
  const reserve = (amount: bigint, key: string) =>
    inRegistry(app.database.db, 'kabid', async (ctx) => {
      await admitAct(ctx, { lineId: id, act: 'pesan', year: 2026 });
      return reservePagu(ctx, {
        lineId: id,
        amount,
        key,
        document: 'Daftar',
        refKind: 'selection_run',
        refId: list,
        each: 1_500_000n,
      });
    });
  const first = await reserve(7_500_000n, `daftar:${id}`);
  expect((await reserve(7_500_000n, `daftar:${id}`)).entryId).toBe(first.entryId);
  expect(first.balance).toMatchObject({ dipesan: 7_500_000n, tersisa: 1_500_000n });
  await expect(reserve(3_000_001n, `lain:${id}`)).rejects.toThrow(
    'Belum bisa disiapkan: daftar ini perlu Rp3.000.001, sisa pagu Rp1.500.000. Kurangi 2 keluarga atau ajukan pergeseran.',
  );
  const left = await inRegistry(app.database.db, 'perencana', async (ctx) => {
    await recordSp2d(ctx, { lineId: id, amount: 6_000_000n, number: 'SP2D/77', onDate: '2026-07-01', refId: list });
    const released = await releasePagu(ctx, { lineId: id, refId: list, key: `sisa:${id}`, document: 'Selesai' });
    expect(released).toBe(1_500_000n);
    return getLineBalance(ctx, id);
  });
  expect(left).toMatchObject({
    pagu: 9_000_000n,
    dipesan: 0n,
    cair: 6_000_000n,
    tersisa: 3_000_000n,
    diserahterimakan: 0n,
  });
});
