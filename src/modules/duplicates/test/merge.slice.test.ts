import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeGeneratedPairs } from '../../../../test/factories/generated-pairs.ts';
import { makeListInForce } from '../../../../test/factories/list-in-force.ts';
import { areaId, inRegistry, makeResident, newNik } from '../../../../test/factories/person.ts';
import { actorOf } from '../../../../test/support/actor.ts';
import { startTestApp, TEST_NOW, type TestApp } from '../../../../test/support/app.ts';
import { uuid7 } from '../../../kernel/uuid7.ts';
import { withActor } from '../../../platform/db/context.ts';
import { recordObservations } from '../../registry/index.ts';
import { bookMerge } from '../actions/book-merge.ts';
import { runBookingsOf } from '../actions/run-bookings.ts';
import { mergePersons } from '../index.ts';
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

const owner = (text: string, values: unknown[] = []) =>
  app.database.ownerPool.query(text.replaceAll('@', 'agency_tirta_rukun.'), values);
const versionsOf = async (ids: readonly string[]): Promise<Record<string, number>> => {
  const { rows } = await owner('select id, version from @person where id = any ($1)', [ids]);
  return Object.fromEntries(rows.map(({ id, version }) => [id, version]));
};
const merged = async (keep: string, absorb: string) => {
  const versions = await versionsOf([keep, absorb]);
  return inRegistry(app.database.db, 'verifikator', (ctx) =>
    mergePersons(ctx, {
      keep,
      absorb,
      versions: { keep: versions[keep] ?? 0, absorb: versions[absorb] ?? 0 },
      reason: 'sama',
    }),
  );
};

/** What a merge leaves behind on purpose: that it happened, who looked, and the work lists derived anew. */
const TRACES = /^(audit.*|access_log|person_merge|\w+_change|duplicate_.*|data_issue|idempotency|migration)$/;
/** Every row of every other table of the agency, as text; a person's version and times move on, so that no stale page can overwrite. */
const everything = async (): Promise<Map<string, string>> => {
  const tables = await owner(
    `select tablename from pg_tables where schemaname = 'agency_tirta_rukun' order by tablename`,
  );
  const all = new Map<string, string>();
  for (const { tablename } of tables.rows.filter((row) => !TRACES.test(row.tablename))) {
    const row = tablename === 'person' ? `to_jsonb(t) - 'version' - 'updated_at' - 'updated_by'` : 'to_jsonb(t)';
    const { rows } = await owner(
      `select string_agg(r, E'\n' order by r) as text from (select (${row})::text as r from @${tablename} t) x`,
    );
    all.set(tablename, rows[0].text ?? '');
  }
  const { rows } =
    await owner(`select string_agg(kind || ' ' || coalesce(person_id, family_id)::text, ' ' order by kind, person_id, family_id) as text
    from @data_issue where closed_at is null`);
  return all.set('open findings', rows[0].text ?? '');
};

test('whoever is merged, a merge undone is as before: every row of every table', async () => {
  const pairs = await makeGeneratedPairs(app.database, '99.01.01.2003', 10);
  expect(pairs).toHaveLength(10);
  for (const [at, [first, second]] of pairs.entries()) {
    const [keep, absorb] = at % 2 === 0 ? [first, second] : [second, first];
    const before = await everything();
    expect(before.size).toBeGreaterThan(60);
    const { mergeId } = await merged(keep, absorb);
    expect(await everything()).not.toEqual(before);
    expect((await desk.post(`/api/person-merge/${mergeId}/undoing`, { reason: 'keliru' })).status).toBe(200);
    expect(await everything()).toEqual(before);
  }
});

test('the absorbed record redirects, and what it received, was written and observed of it stands with the kept person', async () => {
  const list = await makeListInForce(app, ['Rukmini Partodimejo'], { amount: 450_000n });
  await owner(`update @award set state = 'dihentikan' where decree_id = $1`, [list.decreeId]);
  const absorbed = list.recipients[0]?.personId ?? '';
  const keep = await inRegistry(
    app.database.db,
    'verifikator',
    async (ctx) => (await makeResident(ctx, home, { name: 'Rukmini Partodimejo' })).personId,
  );
  const caseId = uuid7();
  await owner(
    `insert into @case_file (id, alias, level, bidang, opened_by) select $1, 'Mawar', 1, 'rehabilitasi', id from @account where username = 'peksos'`,
    [caseId],
  );
  await owner(`insert into @case_person (case_id, person_id, role) values ($1, $2, 'klien')`, [caseId, absorbed]);
  const [kabid, versions] = [
    await actorOf(app.database.db, 'kabid', { clearance: 1 }),
    await versionsOf([keep, absorbed]),
  ];
  const proposer = (await actorOf(app.database.db, 'verifikator')).accountId;
  const { mergeId } = await withActor(app.platform, kabid, { requestId: 'test' }, (ctx) =>
    mergePersons(ctx, {
      ...{ keep, absorb: absorbed, reason: 'sama', proposedBy: proposer },
      versions: { keep: versions[keep] ?? 0, absorb: versions[absorbed] ?? 0 },
    }),
  );
  const inCase = () => owner('select person_id from @case_person where case_id = $1 order by person_id', [caseId]);
  expect((await inCase()).rows.map((row) => row.person_id)).toEqual([keep, absorbed].toSorted());
  const gone = await desk.get(`/api/person/${absorbed}`);
  expect(gone).toMatchObject({ status: 410, body: { error: { code: 'orang.digabung', details: { into: keep } } } });
  const sheet = (await desk.get(`/api/person/${keep}`)).body;
  expect(sheet.aid).toMatchObject([
    { programme: 'Permakanan lansia', amount: '450000', payee: true, throughRecord: absorbed },
  ]);
  const award = await owner('select payee_id from @award where decree_id = $1', [list.decreeId]);
  expect(award.rows).toEqual([{ payee_id: absorbed }]);

  const form = await owner(
    `select form_id, no, definition -> 'questions' -> 0 ->> 'field' as field from @form_version
     where jsonb_array_length(definition -> 'questions') > 0 order by form_id, no limit 1`,
  );
  const { form_id: formId, no: formNo, field } = form.rows[0];
  await inRegistry(app.database.db, 'verifikator', (ctx) =>
    recordObservations(ctx, {
      ...{ subject: { kind: 'person', id: absorbed }, formId, formNo, observedOn: ctx.today, source: 'verval' },
      answers: { [field]: { known: true, value: 'ya' } },
    }),
  );
  const facts = (id: string) => owner('select field from @current_fact where subject_id = $1', [id]);
  expect((await facts(keep)).rows).toEqual([{ field }]);
  await owner(`update @award set state = 'dihentikan' where decree_id = $1`, [list.decreeId]);
  expect((await desk.post(`/api/person-merge/${mergeId}/undoing`, { reason: 'keliru' })).status).toBe(200);
  expect((await facts(keep)).rows).toEqual([]);
  expect((await facts(absorbed)).rows).toEqual([{ field }]);
  expect((await inCase()).rows).toEqual([{ person_id: absorbed }]);
  expect((await desk.get(`/api/person/${absorbed}`)).status).toBe(200);
});

const onDay = (days: number) => ({ ...app.platform, clock: () => new Date(TEST_NOW.getTime() + days * 86_400_000) });
const agency = { slug: 'tirta-rukun', schema: 'agency_tirta_rukun', zone: 'WITA' } as const;
const bookings = async () => (await desk.get('/api/merge-booking')).body.items;

test('a merge that a decree bars is booked by two people and made the day after the decree has ended', async () => {
  const list = await makeListInForce(app, ['Sukinem Wirodikromo'], { amount: 600_000n });
  const recipient = list.recipients[0]?.personId ?? '';
  await owner('update @person set mother_name = $2, phone = $3 where id = $1', [recipient, 'Ponirah', '081234567055']);
  const other = await inRegistry(
    app.database.db,
    'verifikator',
    async (ctx) =>
      (await makeResident(ctx, home, { name: 'Sukinem Wirodikromo', motherName: 'Ponirah', phone: '081234567055' }))
        .personId,
  );
  await scanned(desk);
  const pair = await pairOf(desk, [recipient, other]);
  const read = (await desk.get(`/api/duplicate/${pair.id}`)).body;
  expect(read.bookable).toEqual({ keepA: true, keepB: true });
  const body = { keep: recipient, versions: await versionsOf([recipient, other]), reason: 'sama' };
  expect((await desk.post(`/api/duplicate/${pair.id}/merge`, body)).status).toBe(409);
  expect((await desk.post(`/api/duplicate/${pair.id}/booking`, body)).body).toEqual({ state: 'menunggu' });
  expect((await desk.post(`/api/duplicate/${pair.id}/booking`, body)).body.error.code).toBe('ganda.orang_kedua');
  const kabid = await actorOf(app.database.db, 'kabid', { clearance: 1 });
  const second = await withActor(app.platform, kabid, { requestId: 'test' }, (ctx) =>
    bookMerge(ctx, { ...body, id: pair.id }),
  );
  expect(second).toBe('dipesan');
  expect(await pairOf(desk, [recipient, other], 'dipesan')).toBeDefined();
  expect((await desk.post(`/api/duplicate/${pair.id}/merge`, body)).body.error.code).toBe('ganda.sudah_dipesan');

  expect(await runBookingsOf(onDay(0), agency)).toBe(0);
  expect((await bookings())[0]).toMatchObject({ state: 'dipesan', freeSince: null });
  expect((await bookings())[0].outcome).toContain('masih berlaku');
  await owner(`update @award set state = 'dihentikan' where decree_id = $1`, [list.decreeId]);
  // A second look on the same day changes nothing.
  expect(await runBookingsOf(onDay(0), agency)).toBe(0);
  expect(await runBookingsOf(onDay(1), agency)).toBe(0);
  expect((await bookings())[0]).toMatchObject({ state: 'dipesan', freeSince: '2026-07-16' });
  expect(await runBookingsOf(onDay(2), agency)).toBe(1);
  expect((await bookings())[0]).toMatchObject({ state: 'jadi', keptId: recipient });
  const { rows } = await owner(
    `select a.username as by, b.username as second from @person_merge m join @account a on a.id = m.merged_by join @account b on b.id = m.second_by where m.pair_id = $1`,
    [pair.id],
  );
  expect(rows).toEqual([{ by: 'verifikator', second: 'kabid' }]);
});

test('a booked merge that cannot be made says why and opens the pair again; one that nothing bars is not booked', async () => {
  const birthOn = '1951-05-05';
  const { first, second } = await inRegistry(app.database.db, 'verifikator', (ctx) =>
    makeTwice(ctx, home, 'Mujiyem Atmowiyono', birthOn, newNik(birthOn)),
  );
  await scanned(desk);
  const pair = await pairOf(desk, [first, second]);
  const body = { keep: first, versions: await versionsOf([first, second]), reason: 'sama' };
  expect((await desk.post(`/api/duplicate/${pair.id}/booking`, body)).body.error.code).toBe('ganda.tidak_tertahan');
  await owner(
    `insert into @merge_booking (id, pair_id, keep_id, absorb_id, booked_by, booked_at) select $1, $2, $3, $4, id, now() from @account where username = 'verifikator'`,
    [uuid7(), pair.id, first, second],
  );
  await owner(
    `update @duplicate_pair set state = 'dipesan', wanted_keep = $2, decided_at = now(), decided_by = (select id from @account where username = 'verifikator') where id = $1`,
    [pair.id, first],
  );
  await owner(`update @person set life = 'terbukti', died_on = '2026-07-01' where id = $1`, [second]);
  expect(await runBookingsOf(onDay(3), agency)).toBe(0);
  const line = (await bookings()).find(({ pairId }: { pairId: string }) => pairId === pair.id);
  expect(line).toMatchObject({ state: 'gagal' });
  expect(line.outcome).toContain('meninggal');
  expect(await pairOf(desk, [first, second])).toBeDefined();
  const tasks = await owner(`select role from @task where kind = 'penggabungan_gagal' and subject_person_id = $1`, [
    first,
  ]);
  expect(tasks.rows).toEqual([{ role: 'verifikator' }]);
  expect((await desk.post(`/api/duplicate/${pair.id}/booking-end`, { reason: 'tidak jadi' })).body.error.code).toBe(
    'ganda.tidak_dipesan',
  );
});
