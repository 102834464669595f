import { afterAll, beforeAll, expect, test } from 'vitest';
import { submission } from '../../../test/factories/usulan.ts';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { startForgetting } from './forget-replies.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const TABLE = 'agency_tirta_rukun.idempotency';
const keys = async (): Promise<string[]> =>
  (await app.database.ownerPool.query(`select key from ${TABLE} order by key`)).rows.map((row) => row.key);

test('a stored reply, and the PIN in it, is forgotten after 24 hours and not before', async () => {
  const operator = await app.as('operator.karangasri');
  const [place] = (await operator.get('/api/area?q=karang%20asri&kind=desa')).body.items;
  const propose = (name: string) =>
    operator.post(
      '/api/usulan',
      { ...submission(place.id, { draft: { name, address: 'Jalan Satu 1' } }) },
      { 'idempotency-key': name },
    );
  const first = await propose('Kliwon');
  expect((await propose('Kliwon')).body).toEqual(first.body);
  await propose('Legi');
  await app.database.ownerPool.query(
    `update ${TABLE} set at = now() - interval '24 hours 1 minute' where key = 'Kliwon'`,
  );
  await app.database.ownerPool.query(
    `update ${TABLE} set at = now() - interval '23 hours 59 minutes' where key = 'Legi'`,
  );
  expect(await keys()).toEqual(['Kliwon', 'Legi']);

  const errors: unknown[] = [];
  await startForgetting(app.database.ownerPool, (error) => errors.push(error)).stop();
  expect(errors).toEqual([]);
  expect(await keys()).toEqual(['Legi']);
  const { rows } = await app.database.ownerPool.query(`select reply from ${TABLE}`);
  expect(JSON.stringify(rows)).not.toContain(first.body.pin);
  expect(first.body.pin).toMatch(/^\d{6}$/);
});

test('a database that is away is reported, and does not stop the beat', async () => {
  const errors: unknown[] = [];
  const away = Object.assign(Object.create(app.database.ownerPool), {
    query: () => Promise.reject(new Error('the database is away')),
  });
  const beat = startForgetting(away, (error) => errors.push(error), 5);
  await expect.poll(() => errors.length).toBeGreaterThan(1);
  await beat.stop();
});
