import { afterAll, beforeAll, expect, test } from 'vitest';
import { areaId, inRegistry, newNik } from '../../../../test/factories/person.ts';
import { actorOf } from '../../../../test/support/actor.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { uuid7 } from '../../../kernel/uuid7.ts';
import { withActor } from '../../../platform/db/context.ts';
import { answerBlind, readNextBlind } from '../actions/read-blind.ts';
import { trainTonight } from '../actions/train-model.ts';
import { isReadAgain } from '../domain/agreement.ts';
import { type Client, makeTwice, pairOf, scanned } from './steps.ts';

let app: TestApp;
let desk: Client;
let head: Client;
beforeAll(async () => {
  app = await startTestApp({ withJobs: true });
  desk = await app.as('verifikator');
  head = await app.as('kabid');
});
afterAll(() => app.close());
const owner = (text: string, values: unknown[] = []) =>
  app.database.ownerPool.query(text.replaceAll('@', 'agency_tirta_rukun.'), values);

/** An id that is among those read again, or is not. */
const idThat = (again: boolean): string => {
  for (;;) {
    const id = uuid7();
    if (isReadAgain(id) === again) return id;
  }
};

/** A pair on the desk under such an id. */
const makePair = async (name: string, birthOn: string, again: boolean) => {
  const home = await areaId(app.database, '99.01.01.2003');
  const { first, second } = await inRegistry(app.database.db, 'verifikator', (ctx) =>
    makeTwice(ctx, home, name, birthOn, newNik(birthOn)),
  );
  await scanned(desk);
  const { id: found } = await pairOf(desk, [first, second]);
  const id = idThat(again);
  await owner('update @duplicate_pair set id = $2 where id = $1', [found, id]);
  return { id, first, second };
};

test('one decision in twenty is read blind by a second officer, and by a third where they disagree', async () => {
  const pair = await makePair('Sumirah Kartodikromo', '1956-06-06', true);
  const plain = await makePair('Tukinem Wongsorejo', '1957-07-07', false);
  for (const { id } of [pair, plain])
    expect((await desk.post(`/api/duplicate/${id}/difference`, { reason: 'bukan' })).status).toBe(200);
  // Who answered does not read it again.
  expect((await desk.get('/api/blind-reading')).body).toEqual({ waiting: 0, next: null });
  const given = await head.get('/api/blind-reading');
  expect(given.body.waiting).toBe(1);
  const { next } = given.body;
  expect(next.shown.sides.map((side: { id: string }) => side.id).toSorted()).toEqual(
    [pair.first, pair.second].toSorted(),
  );
  // Nothing of what was answered, by whom, or that anybody did.
  expect(Object.keys(next).toSorted()).toEqual(['id', 'shown']);
  expect(given.raw.toString()).not.toMatch(/first|second|beda"|verifikator|bukan|Ponirah/i);
  expect((await desk.post(`/api/blind-reading/${next.id}/answer`, { answer: 'beda' })).body.error.code).toBe(
    'bacaan.sendiri',
  );
  expect((await head.post(`/api/blind-reading/${next.id}/answer`, { answer: 'mungkin' })).status).toBe(422);
  expect((await head.post(`/api/blind-reading/${next.id}/answer`, { answer: 'sama' })).status).toBe(200);
  expect((await head.get('/api/blind-reading')).body.waiting).toBe(0);
  const third = await actorOf(app.database.db, 'verifikator.larasati', {
    schema: 'agency_tirta_rukun',
    agency: 'tirta-rukun',
  });
  const [other] = (await owner(`select id from @account where username = 'sekretaris'`)).rows;
  const asThird = <T>(work: Parameters<typeof withActor<T>>[3]) =>
    withActor(app.platform, { ...third, accountId: other.id, clearance: 1 }, { requestId: 'test' }, work);
  expect(await asThird(readNextBlind)).toMatchObject({ waiting: 1, next: { id: next.id } });
  await asThird((ctx) => answerBlind(ctx, { id: next.id, answer: 'sama' }));
  const { rows } = await owner(
    'select state, first_answer, second_answer, third_answer from @blind_reading where pair_id = $1',
    [pair.id],
  );
  expect(rows).toEqual([{ state: 'selesai', first_answer: 'beda', second_answer: 'sama', third_answer: 'sama' }]);
  // Two of three say otherwise: somebody looks again, and nothing is changed by itself.
  expect((await owner(`select count(*)::int as n from @task where kind = 'bacaan_tidak_sepakat'`)).rows).toEqual([
    { n: 1 },
  ]);
  expect((await owner('select state from @duplicate_pair where id = $1', [pair.id])).rows).toEqual([{ state: 'beda' }]);
  const page = (await head.get('/api/duplicate-agreement')).body;
  expect(page).toMatchObject({
    kappa: null,
    table: { sameSecond: 1 },
    officers: [{ readings: 1, agreed: 0, kappa: null }],
  });
  expect(page.bands.every((one: { share: unknown }) => one.share === null)).toBe(true);
  expect((await head.get('/api/duplicate-agreement.csv')).raw.toString()).toContain('belum cukup');
});

/** Decisions as a year of work leaves them, straight into the tables. */
const makeDecisions = async (same: number, different: number) => {
  await owner(
    `insert into @person (id, name, name_fold, scope_area_id, source)
     select gen_random_uuid(), 'Orang ' || n, 'orang ' || n, (select scope_area_id from @person limit 1), 'siks' from generate_series(1, $1::int) n`,
    [same + different + 1],
  );
  await owner(
    `with run as (insert into @duplicate_run (id, state, ordered_by) select gen_random_uuid(), 'selesai', id from @account where username = 'verifikator' returning id),
     people as (select min(id::text)::uuid as a from @person where source = 'siks'),
     who as (select id from @account where username = 'verifikator'),
     made as (
       insert into @duplicate_pair (id, person_a, person_b, band, score, weights, sentence, found_at, run_id, state, decided_by, decided_at)
       select gen_random_uuid(), least(people.a, x.id), greatest(people.a, x.id), case when x.n <= $1 then 'pasti' else 'mungkin' end, case when x.n <= $1 then 15 else 1 end,
              '[]', '', now(), run.id, case when x.n <= $1 then 'sama' else 'beda' end, who.id, now()
       from run, people, who, lateral (select row_number() over (order by p.id)::int as n, p.id from @person p where p.source = 'siks' and p.id <> people.a) x where x.n <= $1::int + $2::int returning id, state, band, score)
     insert into @pair_decision (id, pair_id, account_id, answer, band, score, levels, at)
     select gen_random_uuid(), made.id, who.id, made.state, made.band, made.score, '{"name": 1, "birth": 1, "sex": 1, "birthPlace": 3}', now() from made, who`,
    [same, different],
  );
};

test('a model is learnt only from enough decisions, is never in force by itself, and the head goes back when she wants', async () => {
  expect((await desk.post('/api/link-model')).status).toBe(403);
  const early = await head.post('/api/link-model');
  expect(early).toMatchObject({ status: 409, body: { error: { code: 'model.belum_cukup' } } });
  expect(early.body.error.message).toContain('Belum cukup');
  await makeDecisions(420, 110);
  const learnt = await head.post('/api/link-model');
  expect(learnt.status).toBe(200);
  const models = async () => (await head.get('/api/duplicate-agreement')).body;
  expect((await models()).models).toMatchObject([{ id: learnt.body.id, isActive: false, isCalibrated: true }]);
  const bands = (await models()).bands;
  expect(bands[0]).toMatchObject({ band: 'pasti', same: 420 });
  // What was found different before counts against the band.
  expect(bands[0].decisions).toBeGreaterThanOrEqual(420);
  expect(bands[0].share.low).toBeGreaterThan(0.97);
  expect(bands[0].share.high).toBeGreaterThanOrEqual(bands[0].share.value);
  // Nothing new was decided since: the night learns nothing.
  const kabid = await actorOf(app.database.db, 'kabid');
  expect(await withActor(app.platform, kabid, { requestId: 'test' }, trainTonight)).toBe(false);
  const force = (modelId: string | null, reason = 'diperiksa bersama') =>
    head.post('/api/link-model-in-force', { modelId, reason });
  expect((await force(learnt.body.id, '')).status).toBe(422);
  expect((await force(uuid7())).status).toBe(404);
  expect((await desk.post('/api/link-model-in-force', { modelId: null, reason: 'coba' })).status).toBe(403);
  const [one, two] = await Promise.all([force(learnt.body.id), force(learnt.body.id)]);
  expect([one.status, two.status]).toEqual([200, 200]);
  expect((await models()).models[0].isActive).toBe(true);
  expect((await force(null, 'kembali dulu')).status).toBe(200);
  const after = await models();
  expect(after.models[0].isActive).toBe(false);
  expect(after.activations[0]).toMatchObject({ modelId: null, reason: 'kembali dulu' });
});
