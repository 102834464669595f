import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../test/support/app.ts';
import { FILL_JOB } from './fill.ts';

/** The demo after its month was played on a small file: every desk has work on the first look. */
let app: TestApp;
const SCHEMA = 'agency_tirta_rukun';

const rows = async <T extends Record<string, unknown>>(text: string): Promise<T[]> =>
  (await app.database.ownerPool.query(text.replaceAll('@', `${SCHEMA}.`))).rows as T[];
const settings = async () =>
  (await rows<{ settings: Record<string, unknown> }>('select settings from @agency'))[0]!.settings;
const order = () =>
  app.database.ownerPool.query('select graphile_worker.add_job($1, $2, max_attempts := 1, job_key := $1)', [
    FILL_JOB,
    JSON.stringify({ agency: 'tirta_rukun' }),
  ]);
const filled = async () => {
  const seen = await vi.waitUntil(async () => (await settings())['demoFilled'] ?? (await failure()), {
    timeout: 200_000,
    interval: 500,
  });
  if (seen !== true) throw new Error(String(seen));
};
const failure = async (): Promise<string | undefined> =>
  (
    await app.database.ownerPool.query<{ last_error: string | null }>(
      'select last_error from graphile_worker._private_jobs where last_error is not null',
    )
  ).rows[0]?.last_error ?? undefined;
const totals = () =>
  rows(`select (select count(*)::int from @usulan) as usulan, (select count(*)::int from @usulan_event) as steps,
    (select count(*)::int from @musyawarah) as meetings, (select count(*)::int from @batch) as batches, (select count(*)::int from @decree) as decrees,
    (select count(*)::int from @handover) as handovers, (select count(*)::int from @budget_entry) as entries, (select count(*)::int from @verval) as visits`);

beforeAll(async () => {
  const before = process.env['RUKUN_DEMO_ROWS'];
  process.env['RUKUN_DEMO_ROWS'] = '900';
  app = await startTestApp({ withJobs: true });
  await order();
  await filled();
  if (before === undefined) delete process.env['RUKUN_DEMO_ROWS'];
  else process.env['RUKUN_DEMO_ROWS'] = before;
}, 240_000);
afterAll(() => app.close());

test.each([
  ['periksa', 'operator.karangasri'],
  ['verval', 'operator.karangasri'],
  ['musyawarah', 'operator.karangasri'],
  ['verifikasi', 'verifikator'],
] as const)('somebody waits at %s', async (stage, username) => {
  const { body } = await (await app.as(username)).get(`/api/usulan?stage=${stage}`);
  expect(body.items.length).toBeGreaterThan(1);
});

test.each(['menunggu_pelengkapan', 'disetujui', 'ditolak'] as const)(
  'something is %s, with its reason',
  async (state) => {
    const { body } = await (await app.as('verifikator')).get(`/api/usulan?state=${state}`);
    expect(body.items.length).toBeGreaterThan(0);
    if (state !== 'ditolak') return;
    const refused = await rows<{ outcome_code: string; outcome_text: string }>(
      `select outcome_code, outcome_text from @usulan where state = 'ditolak'`,
    );
    expect(refused.every(({ outcome_code, outcome_text }) => outcome_code !== '' && outcome_text.length > 10)).toBe(
      true,
    );
  },
);

test('a musdes is over with its berita acara, one is coming, and a kelurahan is late', async () => {
  const meetings = await rows<{ state: string; number: string | null }>('select state, number from @musyawarah');
  expect(meetings.filter(({ state, number }) => state === 'selesai' && number !== null)).toHaveLength(2);
  expect(meetings.filter(({ state }) => state === 'disiapkan')).toHaveLength(1);
  const { body } = await (await app.as('verifikator')).get('/api/usulan?late=true');
  expect(body.items.some((item: { areaLabel: string }) => item.areaLabel.includes('Bukit Damai'))).toBe(true);
});

test('a batch is ratified by decree, another waits for initials, and rows lie in every pile of keying', async () => {
  const batches = await rows(
    'select b.state, d.number is not null as numbered from @batch b join @decree d on d.id = b.decree_id order by b.state',
  );
  expect(batches).toEqual([
    { state: 'dikirim', numbered: false },
    { state: 'disahkan', numbered: true },
  ]);
  const { body } = await (await app.as('operator.karangasri')).get('/api/pengetikan');
  expect(body.counts).toEqual({ ketik: 2, menunggu: 1, hasil: 1 });
  expect((await (await app.as('verifikator')).get('/api/pengesahan')).body.ready).toBeGreaterThan(0);
});

test('a list is in force, one recipient was served twice, others wait, and money has been paid out', async () => {
  const states = await rows<{ state: string }>('select distinct state from @entitlement order by state');
  expect(states.map(({ state }) => state)).toEqual(['menunggu', 'terpenuhi']);
  expect((await (await app.as('kabid')).get('/api/incident')).body.items).toHaveLength(1);
  const { body } = await (await app.as('perencana')).get('/api/budget/line?year=2026');
  const stages = new Set(body.items.map((line: { stage: string }) => line.stage));
  expect(stages.size).toBeGreaterThan(2);
  expect(BigInt(body.total.cair)).toBeGreaterThan(0n);
});

test('objections are open, people recorded twice are found, doubtful data stand on the board', async () => {
  const { body } = await (await app.as('verifikator')).get('/api/objection');
  const stages = body.items.map((one: { stage: string }) => one.stage);
  expect(stages.toSorted()).toEqual(['periksa', 'verifikasi', 'verval']);
  await expect
    .poll(async () => (await (await app.as('verifikator')).get('/api/duplicate')).body.counts.terbuka, {
      timeout: 60_000,
    })
    .toBeGreaterThan(0);
  const issues = await rows<{ n: number }>('select count(*)::int as n from @data_issue');
  expect(issues[0]!.n).toBeGreaterThan(0);
});

test.each([
  'rt.karangasri',
  'operator.karangasri',
  'verifikator',
  'kabid',
  'sekretaris',
  'kadis',
  'salur',
  'perencana',
] as const)('the first page of %s shows work', async (username) => {
  const { body } = await (await app.as(username)).get('/api/home');
  expect(body.tiles.some((tile: { count: number }) => tile.count > 0)).toBe(true);
});

test('played again from its beginning it does nothing twice', async () => {
  const before = await totals();
  await app.database.ownerPool.query(
    `update ${SCHEMA}.agency set settings = settings - 'demoFilled' || '{"demoChapters": []}'`,
  );
  await order();
  await filled();
  expect(await totals()).toEqual(before);
}, 240_000);
