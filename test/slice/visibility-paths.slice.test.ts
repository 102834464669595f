import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuid7 } from '../../src/kernel/uuid7.ts';
import { ROLES } from '../../src/modules/identity/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

/**
 * The written rule, held against every path by which a person can be reached over HTTP. One signed-in account is given every role,
 * area and clearance in turn, in and out of a case team; each path is asked for people of every area and protection.
 */
type Subject = { id: string; nik: string; name: string; areaId: number; protection: number; inCase: boolean };
type Post = { role: (typeof ROLES)[number]; root: number; clearance: number; team: boolean };

let app: TestApp;
let who: Awaited<ReturnType<TestApp['as']>>;
let accountId: string;
let places: { kab: number; kec: number; desa: number; rt: number; otherRt: number };
const subjects: Subject[] = [];
const schema = 'agency_tirta_rukun';
const owner = async (text: string, values: unknown[] = []) => (await app.database.ownerPool.query(text, values)).rows;

const addSubject = async (areaId: number, protection: number, inCase: boolean, caseId: string) => {
  const n = subjects.length;
  const one = {
    id: uuid7(),
    nik: `990101010170${String(n).padStart(4, '0')}`,
    name: `Wulandaru Ke${String(n).padStart(2, '0')}`,
    areaId,
    protection,
    inCase,
  };
  await owner(
    `insert into ${schema}.person (id, name, name_fold, protection, alias, scope_area_id, source) values ($1, $2, lower($2), $3, $4, $5, 'uji')`,
    [one.id, one.name, protection, protection >= 2 ? `Samaran ${String(n).padStart(2, '0')}` : null, areaId],
  );
  await owner(
    `insert into ${schema}.person_identifier (id, person_id, kind, value, state, source) values ($1, $2, 'nik', $3, 'aktif', 'uji')`,
    [uuid7(), one.id, one.nik],
  );
  if (inCase)
    await owner(`insert into ${schema}.case_person (case_id, person_id, role) values ($1, $2, 'korban')`, [
      caseId,
      one.id,
    ]);
  subjects.push(one);
};

beforeAll(async () => {
  app = await startTestApp();
  who = await app.as('verifikator');
  accountId = (await owner(`select id from ${schema}.account where username = 'verifikator'`))[0].id;
  await owner(
    `update ${schema}.agency set settings = settings || '{"secondFactor": {"wide": false, "fromClearance": 9}}'`,
  );
  const area = async (kode: string) => (await owner(`select id from ${schema}.area where kode = $1`, [kode]))[0].id;
  const rtOf = async (desa: number) =>
    (await owner(`select id from ${schema}.area where desa_id = $1 and kind = 'rt' order by id limit 1`, [desa]))[0].id;
  const desa = await area('99.01.01.2003');
  places = {
    kab: await area('99.01'),
    kec: await area('99.01.01'),
    desa,
    rt: await rtOf(desa),
    otherRt: await rtOf(await area('99.01.03.2001')),
  };
  const caseId = uuid7();
  await owner(
    `insert into ${schema}.case_file (id, alias, level, bidang, opened_by) values ($1, 'Melati', 3, 'rehabilitasi', $2)`,
    [caseId, accountId],
  );
  await owner(
    `insert into ${schema}.case_access (id, case_id, account_id, kind, reason) values ($1, $2, $3, 'tim', 'anggota tim')`,
    [uuid7(), caseId, accountId],
  );
  for (const areaId of [places.rt, places.otherRt, places.kab])
    for (const protection of [0, 1, 2, 3])
      for (const inCase of [false, true]) await addSubject(areaId, protection, inCase, caseId);
});
afterAll(() => app.close());

const posts = (): Post[] =>
  ROLES.filter((role) => (role.capabilities as readonly string[]).includes('person.read')).flatMap((role) =>
    (role.needs === 'dinas' ? [places.kab] : [places.kec, places.desa, places.otherRt]).flatMap((root) =>
      [0, 1, 2, 3]
        .filter((clearance) => clearance <= role.mostClearance)
        .flatMap((clearance) => [false, true].map((team) => ({ role, root, clearance, team }))),
    ),
  );

const takePost = async ({ role, root, clearance, team }: Post) => {
  await owner(`update ${schema}.assignment set role = $1, area_id = $2, clearance = $3 where account_id = $4`, [
    role.id,
    root,
    clearance,
    accountId,
  ]);
  await owner(`update ${schema}.case_access set revoked_at = ${team ? 'null' : 'now()'}`);
};

const reaches = (root: number, areaId: number): boolean =>
  root === places.kab || root === areaId || (areaId === places.rt && (root === places.kec || root === places.desa));
const sees = ({ root, clearance, team }: Post, one: Subject): boolean =>
  (one.protection <= clearance && reaches(root, one.areaId)) || (team && one.inCase);

test('on every path a person is met exactly when the written rule says so', { timeout: 600_000 }, async () => {
  const missing = (await who.get(`/api/person/${uuid7()}`)).body.error;
  for (const post of posts()) {
    await takePost(post);
    const says = `${post.role.id}, area ${post.root}, clearance ${post.clearance}${post.team ? ', in the team' : ''}`;
    const hidden = subjects.filter((one) => !sees(post, one));
    const tells = (body: unknown) => {
      const text = JSON.stringify(body);
      return hidden
        .filter((one) => [one.id, one.nik, one.name].some((word) => text.includes(word)))
        .map((one) => one.name);
    };

    // The sheet: what is hidden answers like what is not there.
    for (const one of subjects) {
      const sheet = await who.get(`/api/person/${one.id}`);
      if (sees(post, one)) expect({ says, name: one.name, status: sheet.status }).not.toMatchObject({ status: 404 });
      else
        expect({ says, name: one.name, status: sheet.status, ...sheet.body.error, requestId: '' }).toEqual({
          says,
          name: one.name,
          status: 404,
          ...missing,
          requestId: '',
        });
    }
    // The list: who is not protected is found when in sight; nobody else, in no field.
    const list = await who.get('/api/person?q=wulandaru&limit=50');
    expect({ says, told: tells(list.body) }).toEqual({ says, told: [] });
    const found = new Set(list.body.items.map((item: { id: string }) => item.id));
    const expected = subjects.filter((one) => one.protection < 2 && sees(post, one));
    expect({ says, lost: expected.filter((one) => !found.has(one.id)).map((one) => one.name) }).toEqual({
      says,
      lost: [],
    });
    // By number, and in the dialog before a registration.
    for (const one of hidden) {
      const byNumber = await who.get(`/api/person?q=${one.nik}`);
      expect({ says, name: one.name, items: byNumber.body.items }).toEqual({ says, name: one.name, items: [] });
    }
    if ((post.role.capabilities as readonly string[]).includes('person.register')) {
      const dialog = await who.post('/api/person/likely', { name: 'Wulandaru', nik: hidden[0]?.nik ?? null });
      expect({ says, status: dialog.status, told: tells(dialog.body) }).toEqual({ says, status: 200, told: [] });
    }
    // Boards and files.
    if ((post.role.capabilities as readonly string[]).includes('quality.read'))
      for (const url of ['/api/quality', '/api/quality.csv'])
        expect({ says, url, told: tells((await who.get(url)).body) }).toEqual({ says, url, told: [] });
  }
  expect(posts().length).toBeGreaterThan(40);
});
