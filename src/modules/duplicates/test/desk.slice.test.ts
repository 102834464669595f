import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeListInForce } from '../../../../test/factories/list-in-force.ts';
import { areaId, inRegistry, makeResident, newNik, newNomorKk, protect } from '../../../../test/factories/person.ts';
import { actorOf } from '../../../../test/support/actor.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { withActor } from '../../../platform/db/context.ts';
import { correctPerson } from '../../registry/index.ts';
import { declareSame } from '../actions/decide-pair.ts';
import { readPile } from '../actions/read-pairs.ts';
import { mergePersons, orderScan } from '../index.ts';
import { type Client, makeTwice, pairOf, scanned, stateOf } from './steps.ts';

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
const twice = async (name: string, birthOn: string, area = home) =>
  inRegistry(app.database.db, 'verifikator', (ctx) => makeTwice(ctx, area, name, birthOn, newNik(birthOn)));
const open = async (ids: readonly string[]) => {
  const pair = await pairOf(desk, ids);
  const { body } = await desk.get(`/api/duplicate/${pair?.id}`);
  return body;
};
const versionsOf = (pair: { sides: { id: string; version: number }[] }) =>
  Object.fromEntries(pair.sides.map((side) => [side.id, side.version]));

test('a look through the register finds who is recorded twice, and neither twins nor a father and his son', async () => {
  const same = await twice('Sarinem Alm Kasan', '1954-08-07');
  const nomorKk = newNomorKk();
  const others = await inRegistry(app.database.db, 'verifikator', async (ctx) => {
    const member = async (name: string, birthOn: string, sex: 'L' | 'P', shdk: 1 | 4) =>
      (
        await makeResident(
          ctx,
          home,
          { name, sex, nik: newNik(birthOn, sex), motherName: 'Suparmi', birth: { on: birthOn, precision: 'hari' } },
          { nomorKk, shdk },
        )
      ).personId;
    return [
      await member('Muhammad Soleh', '1970-02-03', 'L', 1),
      await member('Moh. Sholeh', '1998-11-21', 'L', 4),
      await member('Dewi Lestari', '2001-05-06', 'P', 4),
      await member('Dewa Lestara', '2001-05-06', 'L', 4),
    ];
  });
  const run = await scanned(desk);
  expect(run).toMatchObject({ state: 'selesai', failure: null, personsTotal: 6, personsRead: 6 });
  const pair = await open([same.first, same.second]);
  expect(pair.sentence).toMatch(/^(Kemungkinan ganda|Mungkin orang yang sama).*Bandingkan/);
  expect(pair.sentence).not.toContain('%');
  const verdicts = Object.fromEntries(
    pair.comparisons.map((one: { field: string; verdict: string }) => [one.field, one.verdict]),
  );
  expect(verdicts).toMatchObject({ name: 'cocok', birth: 'cocok', mother: 'cocok', nik: 'belum' });
  // The mother's name is compared and never told.
  expect(JSON.stringify(pair)).not.toContain('Ponirah');
  const { body } = await desk.get('/api/duplicate?limit=200');
  const found = body.items.flatMap((one: { a: { id: string }; b: { id: string }; band: string }) =>
    others.includes(one.a.id) && others.includes(one.b.id) && one.band === 'pasti' ? [one] : [],
  );
  expect(found).toEqual([]);
  expect(await pairOf(desk, others.slice(2))).toBeUndefined();
});

test('what was called different stays different in every later look', async () => {
  const { first, second } = await twice('Tumirah Wongsodikromo', '1961-03-09');
  await scanned(desk);
  const pair = await pairOf(desk, [first, second]);
  const key = { 'idempotency-key': 'beda-1' };
  const reply = await desk.post(`/api/duplicate/${pair.id}/difference`, { reason: 'saudara' }, key);
  expect(reply.body).toEqual({ state: 'beda' });
  expect((await desk.post(`/api/duplicate/${pair.id}/difference`, { reason: 'saudara' }, key)).body).toEqual(
    reply.body,
  );
  const again = await desk.post(`/api/duplicate/${pair.id}/difference`, { reason: 'lagi' });
  expect(again).toMatchObject({ status: 409, body: { error: { code: 'ganda.sudah_diputus' } } });
  // Even without the pair itself: what is remembered is that these two are not the same.
  await owner('delete from @pair_decision where pair_id = $1', [pair.id]);
  await owner('delete from @duplicate_pair where id = $1', [pair.id]);
  await scanned(desk);
  expect(await pairOf(desk, [first, second])).toBeUndefined();
});

test('a merge redirects, keeps both numbers and the stronger facts, and undone is as before', async () => {
  const { first, second } = await twice('Paijem Kromoleksono', '1949-12-01');
  await inRegistry(app.database.db, 'verifikator', (ctx) =>
    correctPerson(ctx, {
      personId: first,
      version: 1,
      changes: { pekerjaan: { code: 9, text: 'Petani' } },
      source: 'petugas',
      reason: 'kata keluarga',
    }),
  );
  await owner(
    `with s as (insert into @observation_set (id, person_id, observed_on, source) values (gen_random_uuid(), $1, '2026-06-01', 'verval') returning id)
     insert into @current_fact (subject_id, subject_kind, field, value, observed_on, source, set_id) select $1, 'person', 'disabilitas', 'true', '2026-06-01', 'verval', id from s`,
    [first],
  );
  await scanned(desk);
  const before = await stateOf(app, [first, second]);
  const pair = await open([first, second]);
  expect(pair.suggestedKeep).toBe(first);
  const stale = await desk.post(`/api/duplicate/${pair.id}/merge`, {
    keep: second,
    versions: { [first]: 9, [second]: 9 },
    reason: '',
  });
  expect(stale).toMatchObject({ status: 409, body: { error: { code: 'versi.berubah' } } });
  const stranger = await desk.post(`/api/duplicate/${pair.id}/merge`, {
    keep: pair.id,
    versions: versionsOf(pair),
    reason: '',
  });
  expect(stranger.status).toBe(422);
  const body = { keep: second, versions: versionsOf(pair), reason: 'KTP sama' };
  const [one, two] = await Promise.all([
    desk.post(`/api/duplicate/${pair.id}/merge`, body),
    desk.post(`/api/duplicate/${pair.id}/merge`, body),
  ]);
  expect([one.status, two.status].sort()).toEqual([200, 409]);
  const merged = one.status === 200 ? one.body : two.body;
  expect(merged.state).toBe('sama');
  // The kept record had no NIK: it has the other's now. The absorbed one is found no more, and its family is left.
  const { rows } = await owner(
    `select p.merged_into, (select count(*)::int from @person_identifier i where i.person_id = $2 and i.kind = 'nik' and i.state = 'aktif') as niks,
       (select count(*)::int from @family_member m where m.person_id = $1 and upper_inf(m.during)) as families,
       (select k.occupation from @person k where k.id = $2) as occupation,
       (select array_agg(c.field order by c.field) from @current_fact c where c.subject_id = $2) as facts,
       (select count(*)::int from @data_issue d where d.person_id = any (array[$1, $2]::uuid[]) and d.closed_at is null) as findings
     from @person p where p.id = $1`,
    [first, second],
  );
  expect(rows[0]).toEqual({
    merged_into: second,
    niks: 1,
    families: 0,
    occupation: 'Petani',
    facts: ['disabilitas', 'pekerjaan'],
    findings: 0,
  });
  expect((await desk.get('/api/person-merge')).body.items[0]).toMatchObject({
    id: merged.mergeId,
    keptId: second,
    undoneAt: null,
  });
  expect((await desk.post(`/api/person-merge/${merged.mergeId}/undoing`, { reason: '' })).status).toBe(422);
  const undone = await desk.post(`/api/person-merge/${merged.mergeId}/undoing`, { reason: 'keliru' });
  expect(undone.status).toBe(200);
  expect(await stateOf(app, [first, second])).toBe(before);
  expect(await pairOf(desk, [first, second])).toBeDefined();
  const twiceUndone = await desk.post(`/api/person-merge/${merged.mergeId}/undoing`, { reason: 'keliru' });
  expect(twiceUndone).toMatchObject({ status: 409, body: { error: { code: 'ganda.sudah_dipisah' } } });
});

test('a merge after which somebody settled the numbers is not undone blindly', async () => {
  const { first, second } = await twice('Wagirah Sastrodimejo', '1957-07-17');
  await scanned(desk);
  const pair = await open([first, second]);
  const { body } = await desk.post(`/api/duplicate/${pair.id}/merge`, {
    keep: second,
    versions: versionsOf(pair),
    reason: '',
  });
  await owner(`update @person_identifier set state = 'nonaktif' where person_id = $1 and kind = 'nik'`, [second]);
  const undone = await desk.post(`/api/person-merge/${body.mergeId}/undoing`, { reason: 'keliru' });
  expect(undone).toMatchObject({ status: 409, body: { error: { code: 'ganda.berubah_sejak' } } });
});

test('under a decree in force nothing is merged; afterwards two people must say so', async () => {
  const list = await makeListInForce(app, ['Rubiyem Martorejo'], { amount: 1_500_000n });
  const recipient = list.recipients[0]?.personId ?? '';
  await owner('update @person set mother_name = $2, phone = $3 where id = $1', [recipient, 'Ponirah', '081234567002']);
  const other = await inRegistry(
    app.database.db,
    'verifikator',
    async (ctx) =>
      (await makeResident(ctx, home, { name: 'Rubiyem Martorejo', motherName: 'Ponirah', phone: '081234567002' }))
        .personId,
  );
  await scanned(desk);
  const pair = await open([recipient, other]);
  const body = { keep: recipient, versions: versionsOf(pair), reason: 'sama' };
  expect(pair.bars.keepA[0]).toContain('Permakanan lansia');
  const barred = await desk.post(`/api/duplicate/${pair.id}/merge`, body);
  expect(barred).toMatchObject({ status: 409, body: { error: { code: 'ganda.tertahan_sk' } } });
  expect(barred.body.error.message).toMatch(/SK\/.*masih berlaku/);

  await owner(`update @award set state = 'dihentikan' where decree_id = $1`, [list.decreeId]);
  const proposed = await desk.post(`/api/duplicate/${pair.id}/merge`, body);
  expect(proposed.body).toEqual({ state: 'menunggu', mergeId: null });
  const alone = await desk.post(`/api/duplicate/${pair.id}/merge`, body);
  expect(alone).toMatchObject({ status: 409, body: { error: { code: 'ganda.orang_kedua' } } });
  const kabid = await actorOf(app.database.db, 'kabid', { clearance: 1 });
  const second = (keep: string) =>
    withActor(app.platform, kabid, { requestId: 'test' }, (ctx) => declareSame(ctx, { ...body, id: pair.id, keep }));
  await expect(second(other)).rejects.toMatchObject({ code: 'ganda.beda_pilihan' });
  expect(await second(recipient)).toMatchObject({ state: 'sama' });
  const { rows } = await owner('select merged_by <> second_by as two from @person_merge where pair_id = $1', [pair.id]);
  expect(rows).toEqual([{ two: true }]);
});

test('who is asked learns nothing of the other record', async () => {
  const { first, second } = await twice('Sutiyem Hardjosumarto', '1963-10-10');
  await scanned(desk);
  const pair = await pairOf(desk, [first, second]);
  expect((await desk.post(`/api/duplicate/${pair.id}/question`, {})).body).toEqual({ state: 'tanya' });
  expect(await pairOf(desk, [first, second], 'tanya')).toBeDefined();
  const { rows } = await owner(
    `select detail from @task where kind = 'ganda_ditanya' and subject_person_id = any ($1)`,
    [[first, second]],
  );
  expect(rows).toHaveLength(2);
  expect(rows.map(({ detail }) => detail).join()).not.toMatch(/\d{6}|Karang/);
});

test('a pair is seen only by who sees both people: not across areas, not once one is protected, and not without the right', async () => {
  const elsewhere = await owner(
    `select id from @area where kind = 'desa' and kode <> '99.01.01.2003' order by kode limit 1`,
  );
  const birthOn = '1966-01-23';
  const ids = await inRegistry(app.database.db, 'verifikator', async (ctx) => {
    const over = {
      name: 'Ngatinah Puspowardoyo',
      motherName: 'Ponirah',
      phone: '081234567003',
      birth: { on: birthOn, precision: 'hari' } as const,
    };
    const here = await makeResident(ctx, home, { ...over, nik: newNik(birthOn) });
    const there = await makeResident(ctx, elsewhere.rows[0].id, over);
    return [here.personId, there.personId];
  });
  await scanned(desk);
  const pair = await pairOf(desk, ids);
  expect(pair).toBeDefined();
  const operator = await app.as('operator.karangasri');
  expect((await operator.get('/api/duplicate')).status).toBe(403);
  expect((await operator.get(`/api/duplicate/${pair.id}`)).status).toBe(403);
  const actor = await actorOf(app.database.db, 'operator.karangasri');
  const seen = await withActor(app.platform, actor, { requestId: 'test' }, (ctx) =>
    readPile(ctx, { pile: 'terbuka', limit: 200 }),
  );
  expect(seen.items.map(({ id }) => id)).not.toContain(pair.id);
  await protect(app.database, ids[0] ?? '', 2);
  expect(await pairOf(desk, ids)).toBeUndefined();
  expect((await desk.get(`/api/duplicate/${pair.id}`)).status).toBe(404);
  expect((await desk.get('/api/duplicate?after=x')).status).toBe(422);
});

test('ordered while one runs, the same run is given; a record is never merged with itself, nor one that received aid by one person alone', async () => {
  const runs = await inRegistry(app.database.db, 'verifikator', async (ctx) => [
    await orderScan(ctx),
    await orderScan(ctx),
  ]);
  expect(runs[0]?.id).toBe(runs[1]?.id);
  await scanned(desk);
  const list = await makeListInForce(app, ['Kasiyem Notodiharjo'], { amount: 900_000n });
  await owner(`update @award set state = 'dihentikan' where decree_id = $1`, [list.decreeId]);
  const keep = list.recipients[0]?.personId ?? '';
  const absorb = await inRegistry(
    app.database.db,
    'verifikator',
    async (ctx) => (await makeResident(ctx, home, { name: 'Kasiyem Notodiharjo' })).personId,
  );
  const merge = (input: Partial<Parameters<typeof mergePersons>[1]>) =>
    inRegistry(app.database.db, 'verifikator', (ctx) =>
      mergePersons(ctx, { keep, absorb, versions: { keep: 1, absorb: 1 }, reason: 'sama', ...input }),
    );
  await expect(merge({ absorb: keep })).rejects.toMatchObject({ code: 'ganda.orang_sama' });
  await expect(merge({})).rejects.toMatchObject({ code: 'ganda.perlu_orang_kedua' });
  expect((await owner('select count(*)::int as n from @person where merged_into = $1', [keep])).rows).toEqual([
    { n: 0 },
  ]);
});
