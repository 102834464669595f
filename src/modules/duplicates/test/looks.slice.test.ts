import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { areaId, inRegistry, newNik } from '../../../../test/factories/person.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { correctPerson } from '../../registry/index.ts';
import { orderAfterImport, orderNightly } from '../actions/order-scan.ts';
import { orderScan } from '../index.ts';
import { type Client, makeTwice, pairOf, scanned } from './steps.ts';

let app: TestApp;
let desk: Client;
let home: number;
beforeAll(async () => {
  app = await startTestApp({ withJobs: true });
  desk = await app.as('verifikator');
  home = await areaId(app.database, '99.01.01.2003');
});
afterAll(() => app.close());

const rows = async (text: string, values: unknown[] = []) =>
  (await app.database.ownerPool.query(text.replaceAll('@', 'agency_tirta_rukun.'), values)).rows;
const twice = (name: string, birthOn: string) =>
  inRegistry(app.database.db, 'verifikator', (ctx) => makeTwice(ctx, home, name, birthOn, newNik(birthOn)));
/** Waits until no look is ordered or at work; gives all looks in order. */
const atRest = async () => {
  for (let n = 0; n < 400; n += 1) {
    const runs = await rows('select id, state, kind, again, ordered_by from @duplicate_run order by ordered_at, id');
    if (runs.every(({ state }) => state === 'selesai' || state === 'gagal')) return runs;
    await sleep(50);
  }
  throw new Error('the looks do not come to rest');
};

test('after the first look only those who changed are looked at, and what they no longer look like goes', async () => {
  for (let n = 0; n < 30; n += 1)
    await twice(`Orang Nomor${String.fromCharCode(97 + (n % 26))}${n}`, `19${50 + n}-0${(n % 9) + 1}-1${n % 10}`);
  expect(await scanned(desk)).toMatchObject({ state: 'selesai', kind: 'penuh', personsTotal: 60 });
  const late = await twice('Wagiyem Sastrodiharjo', '1941-06-30');
  const look = await scanned(desk);
  expect(look).toMatchObject({ state: 'selesai', kind: 'perubahan', personsTotal: 2, personsRead: 2 });
  expect(await pairOf(desk, [late.first, late.second])).toBeDefined();
  // The pairs of those who did not change stand as before.
  expect((await desk.get('/api/duplicate?limit=200')).body.counts.terbuka).toBeGreaterThanOrEqual(30);
  await inRegistry(app.database.db, 'verifikator', async (ctx) => {
    await correctPerson(ctx, {
      ...{ personId: late.second, version: 1, source: 'petugas' as const, reason: 'salah orang' },
      changes: { nama: 'Burhanudin Yusuf', lahir: { on: '1999-01-02', precision: 'hari' }, nama_ibu: 'Fatimah' },
    });
  });
  expect(await scanned(desk)).toMatchObject({ kind: 'perubahan', personsTotal: 1 });
  expect(await pairOf(desk, [late.first, late.second])).toBeUndefined();
});

test('what was called different is not found again by a look at changes', async () => {
  const { first, second } = await twice('Karsinem Atmowiyono', '1958-02-11');
  await scanned(desk);
  const pair = await pairOf(desk, [first, second]);
  expect((await desk.post(`/api/duplicate/${pair.id}/difference`, { reason: 'saudara' })).body.state).toBe('beda');
  await rows('update @person set phone = $2 where id = $1', [first, '081200000001']);
  expect(await scanned(desk)).toMatchObject({ kind: 'perubahan', personsTotal: 1 });
  expect(await pairOf(desk, [first, second])).toBeUndefined();
});

test('when an area is renamed everybody is looked at again', async () => {
  await rows("update @area set name = name || ' Baru' where id = $1", [home]);
  expect(await scanned(desk)).toMatchObject({ state: 'selesai', kind: 'penuh' });
});

test('two who order at once get the one look, and an import that ends during a look has another follow it', async () => {
  const before = (await atRest()).length;
  const both = await Promise.all([desk.post('/api/duplicate-scan'), desk.post('/api/duplicate-scan')]);
  expect(new Set(both.map(({ body }) => body.run.id)).size).toBe(1);
  await atRest();
  // A look that stands ordered, as while one is at work: the import's order marks it instead of being lost.
  await rows("update @duplicate_run set state = 'membaca' where id = $1", [both[0]!.body.run.id]);
  await orderAfterImport(app.platform, 'tirta_rukun');
  const marked = await rows('select again from @duplicate_run where id = $1', [both[0]!.body.run.id]);
  expect(marked).toEqual([{ again: true }]);
  const order = await inRegistry(app.database.db, 'verifikator', orderScan);
  expect(order?.id).toBe(both[0]!.body.run.id);
  const { by } = await inRegistry(app.database.db, 'verifikator', async (ctx) => {
    const { capabilities: _, databaseRole: __, ...actor } = ctx.actor;
    return { by: actor };
  });
  await app.jobs['duplicates.scan']!({ runId: order?.id, by }, new AbortController().signal);
  const runs = await atRest();
  expect(runs.length).toBe(before + 2);
  expect(runs.at(-1)).toMatchObject({ state: 'selesai', again: false });
});

test('a look cut off in the middle is taken up again, and every pair is there once', async () => {
  const { first, second } = await twice('Ponikem Darmosuwito', '1947-10-19');
  const runId = '01900000-0000-7000-8000-00000000feed';
  await rows(
    "insert into @duplicate_run (id, state, ordered_by, ordered_at) select $1, 'dipesan', id, now() from @account where username = 'verifikator'",
    [runId],
  );
  const { by } = await inRegistry(app.database.db, 'verifikator', async (ctx) => {
    const { capabilities: _, databaseRole: __, ...actor } = ctx.actor;
    return { by: actor };
  });
  const dying = new AbortController();
  dying.abort(new Error('the server goes down'));
  await expect(app.jobs['duplicates.scan']!({ runId, by }, dying.signal)).rejects.toThrow('goes down');
  expect(await rows('select state from @duplicate_run where id = $1', [runId])).toEqual([{ state: 'membaca' }]);
  await app.jobs['duplicates.scan']!({ runId, by }, new AbortController().signal);
  await app.jobs['duplicates.scan']!({ runId, by }, new AbortController().signal);
  expect(await rows('select state, failure from @duplicate_run where id = $1', [runId])).toEqual([
    { state: 'selesai', failure: null },
  ]);
  const found = await rows(
    'select 1 from @duplicate_pair where (person_a = $1 and person_b = $2) or (person_a = $2 and person_b = $1)',
    [first, second],
  );
  expect(found).toHaveLength(1);
});

test('at night each agency gets one look, in its own zone, by the account of the look', async () => {
  const before = (await atRest()).length;
  app.setNow(new Date('2026-11-30T16:30:00Z')); // half past midnight in WITA: too early
  await orderNightly(app.platform);
  expect((await atRest()).length).toBe(before);
  app.setNow(new Date('2026-11-30T17:30:00Z'));
  await orderNightly(app.platform);
  await orderNightly(app.platform);
  const runs = await atRest();
  expect(runs.length).toBe(before + 1);
  const [account] = await rows('select username from @account where id = $1', [runs.at(-1)?.ordered_by]);
  expect(account).toEqual({ username: 'pencari.ganda' });
});
