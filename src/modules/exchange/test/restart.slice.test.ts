import { afterAll, beforeAll, expect, test } from 'vitest';
import { siksFile } from '../../../../test/factories/siks-file.ts';
import { actorOf } from '../../../../test/support/actor.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { resumeImports } from '../actions/resume-imports.ts';
import { orderedBy } from '../domain/order.ts';
import { importJobs } from '../jobs.ts';
import { type Client, uploaded } from './steps.ts';

/** Enough rows for three chunks. */
const ROWS = 4300;
let app: TestApp;
let verifikator: Client;
let id: string;
beforeAll(async () => {
  app = await startTestApp();
  verifikator = await app.as('verifikator');
  // No worker runs here: jobs are ordered, and this test does their work by hand.
  await app.database.ownerPool.query(
    'insert into jobs.allowed (task) select unnest($1::text[]) on conflict do nothing',
    [Object.keys(app.jobs)],
  );
  const { bytes } = await siksFile(ROWS);
  id = await uploaded(verifikator, bytes, 'kind=siks23&name=besar.csv&period=2026-07');
});
afterAll(() => app.close());

const shown = async () => (await verifikator.get(`/api/import/${id}`)).body;
const STOP = AbortSignal.abort();
const GO = new AbortController().signal;
const run = async (job: 'exchange.check' | 'exchange.commit', signal: AbortSignal) => {
  const by = orderedBy(await actorOf(app.database.db, 'verifikator'));
  await importJobs(app)[job]?.({ importId: id, by }, signal);
};
const count = async (text: string): Promise<number> =>
  Number(
    (await app.database.ownerPool.query<{ n: string }>(`select count(*) as n from agency_tirta_rukun.${text}`)).rows[0]
      ?.n,
  );

test('a check that is cut off goes on behind its last chunk; two at once do not double a row', async () => {
  const { mapping, version } = await shown();
  const columns = Object.fromEntries(
    mapping.columns.map(({ column, at }: { column: string; at: number }) => [column, at]),
  );
  expect((await verifikator.post(`/api/import/${id}/mapping`, { version, columns })).status).toBe(200);
  await run('exchange.check', STOP);
  expect(await shown()).toMatchObject({ state: 'membaca', rowsDone: 2000 });
  expect(await count('import_row')).toBe(2000);

  const resumed = await resumeImports(app.platform);
  expect(resumed).toBe(1);
  const jobs = await app.database.ownerPool.query(
    `select count(*)::int as n from graphile_worker._private_jobs where key = 'exchange.${id}'`,
  );
  expect(jobs.rows[0].n).toBe(1);

  await Promise.all([run('exchange.check', GO), run('exchange.check', GO)]);
  expect(await shown()).toMatchObject({ state: 'siap', rowsTotal: ROWS });
  expect(await count('import_row')).toBe(ROWS);
});

test('a commit that is cut off goes on likewise, and its chunks stand in the audit once each', async () => {
  const { version, goIn } = await shown();
  const twice = await Promise.all([1, 2].map(() => verifikator.post(`/api/import/${id}/commit`, { version })));
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
  await run('exchange.commit', STOP);
  const half = await shown();
  expect(half).toMatchObject({ state: 'memasukkan' });
  expect(half.rowsDone).toBeGreaterThanOrEqual(2000);
  expect(half.rowsDone).toBeLessThan(ROWS);
  expect(await count('person')).toBe(half.rowsDone);

  await Promise.all([run('exchange.commit', GO), run('exchange.commit', GO)]);
  expect(await shown()).toMatchObject({ state: 'selesai', commit: { dibuat: goIn } });
  expect(await count('person')).toBe(goIn);
  expect(await count(`import_row where person_id is not null`)).toBe(goIn);
  const { rows } = await app.database.ownerPool.query<{ n: string; rows: string }>(
    `select count(*) as n, sum((after->>'rows')::int) as rows from agency_tirta_rukun.audit where event = 'import.rows_committed'`,
  );
  expect(rows[0]).toEqual({ n: 3n, rows: BigInt(goIn) });
});

test('a repeated upload with one Idempotency-Key is one import', async () => {
  const { bytes } = await siksFile(60, { seed: 99 });
  const send = async () =>
    app.http.inject({
      method: 'PUT',
      url: '/api/import?kind=siks23&name=kecil.csv',
      headers: {
        cookie: verifikator.cookie,
        host: 'localhost',
        'content-type': 'application/octet-stream',
        'idempotency-key': 'unggah-1',
      },
      payload: bytes,
    });
  const [one, two] = [await send(), await send()];
  expect([one.statusCode, two.statusCode]).toEqual([200, 200]);
  expect(one.json()).toEqual(two.json());
});
