import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFamilies } from '../../../../test/factories/families.ts';
import { areaId, inRegistry } from '../../../../test/factories/person.ts';
import { actAs, CITIZEN, submission } from '../../../../test/factories/usulan.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { uuid7 } from '../../../kernel/uuid7.ts';
import { submitUsulan } from '../../intake/index.ts';
import { bringUpToDate, loadWhole } from '../actions/load-register.ts';
import { registerText } from './register-text.ts';

let app: TestApp;
let families: { familyId: string; headId: string }[];
const KODES = ['99.01.01.2003', '99.01.01.2001'];
const sql = async (text: string, values: unknown[] = []) =>
  (await app.database.ownerPool.query(text.replaceAll('~', 'agency_tirta_rukun.'), values)).rows;
const as = <T>(username: string, work: Parameters<typeof inRegistry<T>>[2]) =>
  inRegistry(app.database.db, username, work);

beforeAll(async () => {
  app = await startTestApp();
  families = await makeFamilies(
    app.database,
    Array.from({ length: 12 }, (_, i) => ({
      name: `Warga ${i}`,
      kode: KODES[i % 2]!,
      desil: (i % 10) + 1,
      others: i % 3 === 0 ? ['2015-05-05'] : [],
      criteria: i % 4 === 0 ? [true, false, null, true, false, true, null, false, true] : [],
    })),
  );
});
afterAll(() => app.close());

/** Numbers below a limit that are the same in every run. */
const numbers = (seed: number) => {
  let state = seed;
  return (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
};

type Pick = { familyId: string; headId: string; other: string; n: number; area: number };
/** One change to whatever a rule may read, past every act: the register in memory must not depend on who writes. */
const CHANGES: Readonly<Record<string, (pick: Pick) => Promise<unknown>>> = {
  born: ({ headId, n }) => sql(`update ~person set birth_on = $2 where id = $1`, [headId, `19${50 + (n % 40)}-03-04`]),
  works: ({ headId, n }) => sql(`update ~person set occupation_code = $2 where id = $1`, [headId, (n % 9) + 1]),
  dies: ({ headId, n }) =>
    sql(`update ~person set life = $2 where id = $1`, [headId, ['hidup', 'terbukti', 'dilaporkan_meninggal'][n % 3]]),
  moves: ({ familyId, area }) => sql(`update ~family set scope_area_id = $2 where id = $1`, [familyId, area]),
  ranks: ({ familyId, n }) =>
    sql(
      `insert into ~centre_rank (id, family_id, period, desil, import_row_id) select $1, $2, $3, $4, min(id) from ~import_row
       on conflict (family_id, period) do update set desil = excluded.desil`,
      [uuid7(), familyId, `2027-${String((n % 12) + 1).padStart(2, '0')}`, (n % 10) + 1],
    ),
  scores: ({ familyId, n }) =>
    sql(`insert into ~local_score (family_id, card_version, run_id, score) values ($1, 'kartu', $2, $3)`, [
      familyId,
      uuid7(),
      n % 50,
    ]),
  receives: ({ headId, n }) =>
    sql(
      `insert into ~centre_status (id, person_id, programme, period, status, import_row_id) select $1, $2, $3, $4, $5, min(id) from ~import_row
       on conflict (person_id, programme, period) do update set status = excluded.status`,
      [uuid7(), headId, ['PKH', 'SEMBAKO', 'PBI'][n % 3], `2027-0${(n % 9) + 1}`, n % 2 === 0 ? 'ya' : 'tidak'],
    ),
  answers: async ({ familyId, n }) => {
    const set = uuid7();
    await sql(
      `insert into ~observation_set (id, family_id, observed_on, source) values ($1, $2, '2026-06-01', 'verval')`,
      [set, familyId],
    );
    await sql(
      `insert into ~current_fact (subject_id, subject_kind, field, value, observed_on, source, set_id)
       select $1, 'family', field, $3::jsonb, '2026-06-01', 'verval', $2 from ~current_fact where subject_kind = 'family' group by field order by field limit 1
       on conflict (subject_id, field) do update set value = excluded.value, unknown = null`,
      [familyId, set, String(n % 2 === 0)],
    );
  },
  forgets: ({ familyId }) => sql(`delete from ~current_fact where subject_id = $1`, [familyId]),
  marries: async ({ headId, other }) => {
    await sql(
      `update ~family_member set during = daterange(lower(during), lower(during)) where person_id = $1 and upper_inf(during)`,
      [headId],
    );
    await sql(
      `insert into ~family_member (id, family_id, person_id, shdk, source, state) values ($1, $2, $3, 4, 'siks', 'sah')`,
      [uuid7(), other, headId],
    );
  },
  merges: ({ familyId, other }) =>
    familyId === other
      ? Promise.resolve()
      : sql(
          `update ~family set merged_into = $2 where id = $1 and not exists (select 1 from ~family where merged_into = $1)`,
          [familyId, other],
        ),
  unmerges: ({ familyId }) => sql(`update ~family set merged_into = null where id = $1`, [familyId]),
  isHidden: ({ headId, familyId, n }) =>
    sql(
      `with p as (update ~person set protection = $3, alias = 'Melati' where id = $1) update ~family set protection = $3 where id = $2`,
      [headId, familyId, n % 2 === 0 ? 2 : 0],
    ),
  arrives: async ({ n }) => {
    families.push(
      ...(await makeFamilies(app.database, [{ name: `Baru ${n}`, kode: KODES[n % 2]!, desil: (n % 10) + 1 }])),
    );
  },
  asks: async ({ familyId, area }) => {
    const id = uuid7();
    const wanted = submission(area, {
      id,
      channel: 'portal',
      kind: 'baru',
      consent: 'daring',
      relation: 'diri_sendiri',
    });
    await actAs({ db: app.database.db }, 'kabid', (ctx) => submitUsulan(ctx, wanted), CITIZEN, id);
    await sql(
      `update ~usulan set subject_family_id = $2, state = 'disetujui', stage = null, track = array['daerah'] where id = $1`,
      [id, familyId],
    );
  },
};

test('whatever changes, the register brought up to date equals the register read anew, for the office and for one desa', async () => {
  const areas = [await areaId(app.database, KODES[0]!), await areaId(app.database, KODES[1]!)];
  const below = numbers(7);
  const readers = ['kabid', 'kades.karangasri'] as const;
  const kept = new Map<string, Awaited<ReturnType<typeof loadWhole>>>();
  for (const who of readers) kept.set(who, await as(who, loadWhole));
  const names = Object.keys(CHANGES);
  let patched = 0;
  for (let round = 0; round < 28; round += 1) {
    for (let i = 0; i <= below(3); i += 1) {
      const { familyId, headId } = families[below(families.length)]!;
      const other = families[below(families.length)]!.familyId;
      const name = round < names.length && i === 0 ? names[round]! : names[below(names.length)]!;
      await CHANGES[name]!({ familyId, headId, other, n: below(1000), area: areas[below(2)]! });
    }
    for (const who of readers) {
      const before = kept.get(who)!;
      const after = await as(who, (ctx) => bringUpToDate(ctx, before));
      const whole = await as(who, loadWhole);
      expect(registerText(after.register), `round ${round}, ${who}`).toEqual(registerText(whole.register));
      if (after.register !== before.register) patched += 1;
      kept.set(who, after);
    }
  }
  expect(patched).toBeGreaterThan(35);
});

test('nothing changed: the same register, with everything computed on it; another agency’s changes are not ours', async () => {
  const ours = await as('kabid', loadWhole);
  const theirs = await as('verifikator.larasati', loadWhole);
  await sql(`update ~family set address = 'Jalan Baru 1' where id = $1`, [families[0]!.familyId]);
  expect((await as('verifikator.larasati', (ctx) => bringUpToDate(ctx, theirs))).register).toBe(theirs.register);
  const renewed = await as('kabid', (ctx) => bringUpToDate(ctx, ours));
  expect(renewed.register).not.toBe(ours.register);
  // Only what was committed while it was being read is read once more; after that nothing is.
  const settled = await as('kabid', (ctx) => bringUpToDate(ctx, renewed));
  expect((await as('kabid', (ctx) => bringUpToDate(ctx, settled))).register).toBe(settled.register);
});

test('a change that is not committed yet is read when it is, even when later ones were read before it', async () => {
  const client = await app.database.ownerPool.connect();
  try {
    await client.query('begin');
    await client.query(`update agency_tirta_rukun.centre_rank set desil = 10 where family_id = $1`, [
      families[1]!.familyId,
    ]);
    const kept = await as('kabid', loadWhole);
    await sql(`update ~centre_rank set desil = 9 where family_id = $1`, [families[2]!.familyId]);
    const between = await as('kabid', (ctx) => bringUpToDate(ctx, kept));
    await client.query('commit');
    const after = await as('kabid', (ctx) => bringUpToDate(ctx, between));
    expect(registerText(after.register)).toEqual(registerText((await as('kabid', loadWhole)).register));
  } finally {
    client.release();
  }
});

test('a change of everything reads the whole register anew', async () => {
  const kept = await as('kabid', loadWhole);
  await sql(`update ~area set name = name || ' Baru' where kode = $1`, [KODES[0]]);
  const after = await as('kabid', (ctx) => bringUpToDate(ctx, kept));
  expect(after.areas).not.toBe(kept.areas);
});
