import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuid7 } from '../../src/kernel/uuid7.ts';
import { ROLES } from '../../src/modules/identity/index.ts';
import type { Actor } from '../../src/platform/db/actor.ts';
import { withActor } from '../../src/platform/db/context.ts';
import { actorOf } from '../support/actor.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

/**
 * The written rule: visible(person) = (protection <= clearance and scope area in areas(actor)) or person in cases(actor).
 * Every role, bidang, clearance, area and case team is crossed with people of every area and protection, and each answer of the
 * database is held against the rule computed here from the tree of areas.
 */
type Subject = { id: string; areaId: number; protection: number; inCase: boolean };

let app: TestApp;
let subjects: Subject[];
let parentOf: Map<number, number | null>;
let areas: { kab: number; kec: number; desa: number; rt: number; otherDesa: number; otherRt: number };
let verifikator: Actor;
let peksos: Actor;
const schema = 'agency_tirta_rukun';
const owner = async (text: string, values: unknown[] = []) => (await app.database.ownerPool.query(text, values)).rows;

const areaId = async (kode: string) =>
  (await owner(`select id from ${schema}.area where kode = $1`, [kode]))[0].id as number;
const rtOf = async (desa: number) =>
  (await owner(`select id from ${schema}.area where desa_id = $1 and kind = 'rt' order by id limit 1`, [desa]))[0]
    .id as number;

beforeAll(async () => {
  app = await startTestApp();
  verifikator = await actorOf(app.database.db, 'verifikator');
  peksos = await actorOf(app.database.db, 'peksos');
  parentOf = new Map((await owner(`select id, parent_id from ${schema}.area`)).map((row) => [row.id, row.parent_id]));
  const [desa, otherDesa] = [await areaId('99.01.01.2003'), await areaId('99.01.03.2001')];
  areas = {
    kab: await areaId('99.01'),
    kec: await areaId('99.01.01'),
    desa,
    rt: await rtOf(desa),
    otherDesa,
    otherRt: await rtOf(otherDesa),
  };
  const caseId = uuid7();
  await owner(
    `insert into ${schema}.case_file (id, alias, level, bidang, opened_by) values ($1, 'Melati', 3, 'rehabilitasi', $2)`,
    [caseId, peksos.accountId],
  );
  await owner(
    `insert into ${schema}.case_access (id, case_id, account_id, kind, reason) values ($1, $2, $3, 'tim', 'anggota tim')`,
    [uuid7(), caseId, peksos.accountId],
  );
  subjects = [];
  for (const place of [areas.rt, areas.desa, areas.otherRt, areas.otherDesa, areas.kab])
    for (const protection of [0, 1, 2, 3])
      for (const inCase of [false, true]) {
        const id = uuid7();
        await owner(
          `insert into ${schema}.person (id, name, name_fold, protection, alias, scope_area_id, source) values ($1, $2, lower($2), $3, $4, $5, 'uji')`,
          [id, `Orang ${subjects.length}`, protection, protection >= 2 ? `Alias ${subjects.length}` : null, place],
        );
        await owner(
          `insert into ${schema}.person_identifier (id, person_id, kind, value, state, source) values ($1, $2, 'nik', $3, 'aktif', 'uji')`,
          [uuid7(), id, `990101010170${String(subjects.length).padStart(4, '0')}`],
        );
        if (inCase)
          await owner(`insert into ${schema}.case_person (case_id, person_id, role) values ($1, $2, 'korban')`, [
            caseId,
            id,
          ]);
        subjects.push({ id, areaId: place, protection, inCase });
      }
});
afterAll(() => app.close());

const within = (area: number, root: number): boolean => {
  for (let at: number | null | undefined = area; at != null; at = parentOf.get(at)) if (at === root) return true;
  return false;
};
const shouldSee = (actor: Actor, team: boolean) => (subject: Subject) =>
  (subject.protection <= actor.clearance && within(subject.areaId, actor.areaId)) || (team && subject.inCase);

const cases = (): { actor: Actor; team: boolean; says: string }[] =>
  ROLES.flatMap((role) =>
    [areas.kab, areas.kec, areas.desa, areas.rt, areas.otherDesa].flatMap((root) =>
      [-1, 0, 1, 2, 3].flatMap((clearance) =>
        [null, 'rehabilitasi', 'linjamsos'].flatMap((bidang) =>
          [false, true].map((team) => {
            const from = team ? peksos : verifikator;
            const wide = root === areas.kab;
            const actor: Actor = {
              ...from,
              role: role.id,
              bidang,
              clearance,
              areaId: root,
              databaseRole: wide ? 'rukun_wide' : 'rukun_area',
            };
            return {
              actor,
              team,
              says: `${role.id} ${bidang} area ${root} clearance ${clearance} ${team ? 'in team' : ''}`,
            };
          }),
        ),
      ),
    ),
  );

test('a person and her identifiers are seen exactly when the written rule says so', { timeout: 300_000 }, async () => {
  let checked = 0;
  for (const { actor, team, says } of cases()) {
    const expected = subjects
      .filter(shouldSee(actor, team))
      .map((subject) => subject.id)
      .sort();
    const seen = await withActor(app.platform, actor, { requestId: 'visibility' }, async (ctx) => ({
      people: (await ctx.tx.selectFrom('person').select('id').execute()).map((row) => row.id).sort(),
      owners: (await ctx.tx.selectFrom('person_identifier').select('person_id').execute())
        .map((row) => row.person_id)
        .sort(),
      count: (await sql<{ n: number }>`select count(*)::int as n from person`.execute(ctx.tx)).rows[0]!.n,
    }));
    expect({ says, ...seen }).toEqual({ says, people: expected, owners: expected, count: expected.length });
    checked++;
  }
  expect(checked).toBe(ROLES.length * 5 * 5 * 3 * 2);
});

test('nobody can write a person into a place or a level that she may not see', async () => {
  const operator = await actorOf(app.database.db, 'operator.karangasri');
  const add = (place: number, protection: number) =>
    withActor(app.platform, operator, { requestId: 'visibility' }, async (ctx) => {
      await ctx.record({ event: 'test.tried', subjectKind: 'person', subjectId: 'x' });
      await ctx.tx
        .insertInto('person')
        .values({
          id: uuid7(),
          name: 'X',
          name_fold: 'x',
          protection,
          alias: protection >= 2 ? 'A' : null,
          scope_area_id: place,
          source: 'uji',
        })
        .execute();
    });
  await expect(add(areas.rt, 0)).resolves.toBeUndefined();
  await expect(add(areas.otherRt, 0)).rejects.toThrow(/row-level security/);
  await expect(add(areas.rt, 2)).rejects.toThrow(/row-level security/);
});

test('access to a case ends with its date and with its revocation', async () => {
  const seen = async () =>
    withActor(app.platform, peksos, { requestId: 'visibility' }, (ctx) =>
      ctx.tx.selectFrom('case_file').select('id').execute(),
    );
  expect(await seen()).toHaveLength(1);
  await owner(`update ${schema}.case_access set until = now() - interval '1 second'`);
  expect(await seen()).toHaveLength(0);
  await owner(`update ${schema}.case_access set until = null, revoked_at = now()`);
  expect(await seen()).toHaveLength(0);
  await owner(`update ${schema}.case_access set revoked_at = null`);
});

test('another agency sees nothing of this one, whatever its rank', async () => {
  const foreign = await actorOf(app.database.db, 'verifikator.larasati', { clearance: 3 });
  const people = await withActor(app.platform, foreign, { requestId: 'visibility' }, (ctx) =>
    ctx.tx.selectFrom('person').select('id').execute(),
  );
  expect(people).toEqual([]);
});
