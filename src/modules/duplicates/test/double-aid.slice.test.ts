import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeListInForce } from '../../../../test/factories/list-in-force.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { uuid7 } from '../../../kernel/uuid7.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
const owner = (text: string, values: unknown[] = []) =>
  app.database.ownerPool.query(text.replaceAll('@', 'agency_tirta_rukun.'), values);

/** A pair as a look through the register leaves it. */
const makePair = async (a: string, b: string): Promise<string> => {
  const [id, runId] = [uuid7(), uuid7()];
  const [first, second] = [a, b].toSorted();
  await owner(
    `insert into @duplicate_run (id, state, ordered_by) select $1, 'selesai', id from @account where username = 'verifikator'`,
    [runId],
  );
  await owner(
    `insert into @duplicate_pair (id, person_a, person_b, band, score, weights, sentence, found_at, run_id) values ($1, $2, $3, 'pasti', 20, '[]', 'Bandingkan.', now(), $4)`,
    [id, first, second, runId],
  );
  return id;
};

const handOver = async (entitlementId: string, personId: string, amount: bigint) => {
  const id = uuid7();
  await owner(
    `insert into @handover (id, entitlement_id, occurred_at, device, receiver_id, amount, by_account) select $1, $2, now(), 'meja', $3, $4, id from @account where username = 'salur'`,
    [id, entitlementId, personId, amount],
  );
  const client = await app.database.ownerPool.connect();
  try {
    // The trigger that keeps rulings within what is due reads in the schema at work.
    await client.query('begin; set local search_path = agency_tirta_rukun, public');
    await client.query(
      `insert into handover_ruling (id, handover_id, kind, by_account) select gen_random_uuid(), $1, 'efektif', id from account where username = 'salur'`,
      [id],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
};

test('the same aid through two records is listed with what was paid too often and what can be held back, to the rupiah', async () => {
  const desk = await app.as('verifikator');
  expect((await desk.get('/api/double-aid')).body).toEqual({
    items: [],
    total: { lines: 0, pairs: 0, atStake: '0', paid: '0', toPay: '0' },
  });
  const list = await makeListInForce(app, ['Painah Sumodiharjo', 'Painah'], { amount: 9_007_199_254_740_993n });
  const [one, two] = list.recipients;
  if (!one || !two) throw new Error('the list has two recipients');
  const pairId = await makePair(one.personId, two.personId);
  await handOver(one.entitlementId, one.personId, 9_007_199_254_740_993n);
  await handOver(two.entitlementId, two.personId, 1n);
  const { body } = await desk.get('/api/double-aid');
  const sums = { atStake: '9007199254740993', paid: '1', toPay: '9007199254740992' };
  expect(body.total).toEqual({ lines: 1, pairs: 1, ...sums });
  expect(body.items).toMatchObject([
    { pairId, programme: 'Permakanan lansia', period: '2026', state: 'terbuka', ...sums },
  ]);
  const csv = await desk.get('/api/double-aid.csv');
  expect(csv.status).toBe(200);
  expect(csv.raw.toString()).toContain('JUMLAH');
  expect(csv.raw.toString()).toContain('9007199254740992');

  // Stopped in time: only what was handed over of it counts.
  await owner(`update @award set state = 'dihentikan' where payee_id = $1`, [two.personId]);
  expect((await desk.get('/api/double-aid')).body.total).toMatchObject({ atStake: '1', paid: '1', toPay: '0' });
  await owner(
    `update @duplicate_pair set state = 'beda', decided_at = now(), decided_by = (select id from @account where username = 'verifikator') where id = $1`,
    [pairId],
  );
  expect((await desk.get('/api/double-aid')).body.items).toEqual([]);
  const operator = await app.as('operator.karangasri');
  expect((await operator.get('/api/double-aid')).status).toBe(403);
  expect((await operator.get('/api/double-aid.csv')).status).toBe(403);
});
