import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  areaId,
  inRegistry,
  makeResident,
  newNik,
  newNomorKk,
  protect,
  somebody,
} from '../../../../test/factories/person.ts';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/database.ts';
import { createPerson, leaveFamily, placeInFamily } from '../index.ts';

let database: FreshDatabase;
let karangAsri: number;
let sumberRejo: number;
beforeAll(async () => {
  database = await freshDatabase();
  karangAsri = await areaId(database, '99.01.01.2003');
  sumberRejo = await areaId(database, '99.01.01.2004');
});
afterAll(() => database.close());

const rows = async <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await database.ownerPool.query(text.replaceAll('@', 'agency_tirta_rukun.'), values)).rows as T[];
const numbersOf = (personId: string) =>
  rows<{ kind: string; state: string; problem: string | null }>(
    'select kind, state, problem from @person_identifier where person_id = $1 order by kind, id',
    [personId],
  );
const issuesOf = (personId: string) =>
  rows<{ kind: string; desa_id: number }>(
    'select kind, desa_id from @data_issue where person_id = $1 and closed_at is null order by kind',
    [personId],
  );
const tasksOf = (personId: string) =>
  rows<{ level: number; role: string; detail: string }>(
    'select level, role, detail from @task where subject_person_id = $1 order by level',
    [personId],
  );
const operator = <T>(work: Parameters<typeof inRegistry<T>>[2]) => inRegistry(database.db, 'operator.karangasri', work);
const verifier = <T>(work: Parameters<typeof inRegistry<T>>[2]) => inRegistry(database.db, 'verifikator', work);

test('a valid NIK goes in as active, without a doubt and without a finding', async () => {
  const { personId, doubts } = await operator((ctx) => createPerson(ctx, somebody(karangAsri, { nik: newNik() })));
  expect(doubts).toEqual([]);
  expect(await numbersOf(personId)).toEqual([{ kind: 'nik', state: 'aktif', problem: null }]);
  expect(await issuesOf(personId)).toEqual([]);
});

test('nobody is refused because of a number: an invalid NIK is kept as a claim and stands on the board', async () => {
  const { personId, doubts } = await operator((ctx) =>
    createPerson(ctx, somebody(karangAsri, { nik: '9901017208540003' })),
  );
  expect(doubts).toEqual([expect.stringContaining('bukan tanggal')]);
  expect(await numbersOf(personId)).toEqual([{ kind: 'nik', state: 'klaim', problem: 'tidak_sah:tanggal_salah' }]);
  expect(await issuesOf(personId)).toEqual([{ kind: 'nik_tidak_sah', desa_id: karangAsri }]);
});

test('a village number is never a NIK: the person counts as without one', async () => {
  const { personId, doubts } = await operator((ctx) =>
    createPerson(ctx, somebody(karangAsri, { nik: '0990101200300017' })),
  );
  expect(doubts[0]).toContain('nomor sementara');
  expect(await numbersOf(personId)).toEqual([{ kind: 'nik_desa', state: 'aktif', problem: null }]);
  expect(await issuesOf(personId)).toEqual([{ kind: 'tanpa_nik', desa_id: karangAsri }]);
});

test('a NIK whose sex or birth disagrees is taken, and says so', async () => {
  const nik = newNik('1990-01-02', 'L');
  const { personId, doubts } = await operator((ctx) => createPerson(ctx, somebody(karangAsri, { nik })));
  expect(doubts).toHaveLength(2);
  expect(await numbersOf(personId)).toEqual([
    { kind: 'nik', state: 'aktif', problem: 'peringatan:jenis_kelamin_beda,tanggal_lahir_beda' },
  ]);
});

test('taken in one’s own area: a claim, a finding, and the officer is told plainly', async () => {
  const nik = newNik();
  await operator((ctx) => createPerson(ctx, somebody(karangAsri, { nik })));
  const second = await operator((ctx) => createPerson(ctx, somebody(karangAsri, { nik, name: 'Painem' })));
  expect(second.doubts).toEqual([expect.stringContaining('di wilayah Anda')]);
  expect(await numbersOf(second.personId)).toEqual([{ kind: 'nik', state: 'klaim', problem: 'dipakai_orang_lain' }]);
  expect((await issuesOf(second.personId)).map(({ kind }) => kind)).toEqual(['nik_dipakai_orang_lain']);
  expect(await tasksOf(second.personId)).toEqual([]);
});

test('taken in another desa: one neutral sentence, a claim, and a task at the agency that the operator cannot read', async () => {
  const nik = newNik();
  await verifier((ctx) => makeResident(ctx, sumberRejo, { nik, name: 'Ngatinem' }));
  const { personId, doubts } = await operator((ctx) => createPerson(ctx, somebody(karangAsri, { nik })));
  expect(doubts).toEqual([
    'NIK ini sudah tercatat di wilayah lain. Permintaan Anda diteruskan ke Dinas Sosial. Jangan membuat data baru.',
  ]);
  expect(await numbersOf(personId)).toEqual([{ kind: 'nik', state: 'klaim', problem: 'tercatat_wilayah_lain' }]);
  const tasks = await tasksOf(personId);
  expect(tasks).toEqual([{ level: 0, role: 'verifikator', detail: expect.not.stringContaining('99') }]);
  const seen = await operator((ctx) =>
    ctx.tx.selectFrom('task').select('id').where('subject_person_id', '=', personId).execute(),
  );
  expect(seen).toEqual([]);
});

test('held by a protected person: answers exactly like a free number, and only level 3 reads of it', async () => {
  const nik = newNik();
  const hidden = await verifier((ctx) => makeResident(ctx, karangAsri, { nik, name: 'Rahasia' }));
  await protect(database, hidden.personId, 3);
  const free = await operator((ctx) => createPerson(ctx, somebody(karangAsri, { nik: newNik() })));
  const taken = await operator((ctx) => createPerson(ctx, somebody(karangAsri, { nik })));
  expect(taken.doubts).toEqual(free.doubts);
  expect(await numbersOf(taken.personId)).toEqual([{ kind: 'nik', state: 'klaim', problem: null }]);
  expect(await issuesOf(taken.personId)).toEqual([]);
  expect(await tasksOf(taken.personId)).toEqual([{ level: 3, role: 'peksos', detail: expect.any(String) }]);
  const count = (username: string) =>
    inRegistry(database.db, username, (ctx) =>
      ctx.tx.selectFrom('task').select('id').where('subject_person_id', '=', taken.personId).execute(),
    );
  expect(await count('verifikator')).toHaveLength(0);
  expect(await count('peksos')).toHaveLength(1);
  // The next one to type it meets the first claimant, as with any number in use.
  const third = await operator((ctx) => createPerson(ctx, somebody(karangAsri, { nik })));
  expect(third.doubts).toEqual([expect.stringContaining('di wilayah Anda')]);
});

test('two officers who register one NIK at once: one active holder, one claim', async () => {
  const nik = newNik();
  const both = await Promise.all([1, 2].map(() => operator((ctx) => createPerson(ctx, somebody(karangAsri, { nik })))));
  const states = (await Promise.all(both.map(({ personId }) => numbersOf(personId)))).map(([number]) => number?.state);
  expect(states.sort()).toEqual(['aktif', 'klaim']);
  expect(both.flatMap(({ doubts }) => doubts)).toHaveLength(1);
});

test('outside one’s area nothing is registered', async () => {
  await expect(operator((ctx) => createPerson(ctx, somebody(sumberRejo)))).rejects.toMatchObject({
    code: 'wilayah.di_luar_tugas',
  });
});

test('one KK number is one family; a second head stays a claim and stands on the board until one leaves', async () => {
  const nomorKk = newNomorKk();
  const head = await operator((ctx) => makeResident(ctx, karangAsri, { nik: newNik() }, { nomorKk }));
  const [other, child] = [
    await operator((ctx) => createPerson(ctx, somebody(karangAsri, { name: 'Kasan', sex: 'L' }))),
    await operator((ctx) => createPerson(ctx, somebody(karangAsri, { name: 'Budi', sex: 'L' }))),
  ];
  const place = (personId: string, shdk: 1 | 4) =>
    operator((ctx) => placeInFamily(ctx, { personId, nomorKk, shdk, areaId: karangAsri, source: 'petugas' }));
  expect(await place(child.personId, 4)).toMatchObject({ familyId: head.family.familyId, state: 'sah', doubts: [] });
  expect(await place(other.personId, 1)).toMatchObject({
    familyId: head.family.familyId,
    state: 'klaim',
    doubts: [expect.stringContaining('kepala kedua')],
  });
  const issues = () =>
    rows<{ kind: string }>('select kind from @data_issue where family_id = $1 and closed_at is null', [
      head.family.familyId,
    ]);
  expect(await issues()).toEqual([{ kind: 'kk_dua_kepala' }]);
  const left = await operator((ctx) =>
    leaveFamily(ctx, { personId: head.personId, on: '2026-07-15', reason: 'pindah' }),
  );
  expect(left).toEqual({ familyId: head.family.familyId, stay: 1 });
});

test('a family without a head is found, and the finding closes when a head comes', async () => {
  const child = await operator((ctx) => createPerson(ctx, somebody(karangAsri, { name: 'Ujang' })));
  const nomorKk = newNomorKk();
  const { familyId } = await operator((ctx) =>
    placeInFamily(ctx, { personId: child.personId, nomorKk, shdk: 4, areaId: karangAsri, source: 'petugas' }),
  );
  const open = () => rows('select 1 from @data_issue where family_id = $1 and closed_at is null', [familyId]);
  expect(await open()).toHaveLength(1);
  const head = await operator((ctx) => createPerson(ctx, somebody(karangAsri, { name: 'Karto' })));
  await operator((ctx) =>
    placeInFamily(ctx, { personId: head.personId, familyId, shdk: 1, areaId: karangAsri, source: 'petugas' }),
  );
  expect(await open()).toHaveLength(0);
});

test('a KK number of a family elsewhere: a new family with a claim, a neutral sentence, a task', async () => {
  const nomorKk = newNomorKk();
  await verifier((ctx) => makeResident(ctx, sumberRejo, { name: 'Wagiman' }, { nomorKk }));
  const mine = await operator((ctx) => makeResident(ctx, karangAsri, { name: 'Wagini' }, { nomorKk }));
  expect(mine.family.doubts).toEqual([expect.stringContaining('sudah tercatat di wilayah lain')]);
  expect(await rows('select state, problem from @family_card where family_id = $1', [mine.family.familyId])).toEqual([
    { state: 'klaim', problem: 'tercatat_wilayah_lain' },
  ]);
  expect((await tasksOf(mine.personId)).map(({ level }) => level)).toEqual([0]);
});

test('a KK number of a family with a protected member answers like a free one', async () => {
  const nomorKk = newNomorKk();
  const hidden = await verifier((ctx) => makeResident(ctx, sumberRejo, { name: 'Rahasia' }, { nomorKk }));
  await protect(database, hidden.personId, 2);
  const mine = await operator((ctx) => makeResident(ctx, karangAsri, { name: 'Suaminya' }, { nomorKk }));
  expect(mine.family.doubts).toEqual([]);
  expect((await tasksOf(mine.personId)).map(({ level }) => level)).toEqual([3]);
});

test('two placements with one new KK number at once make one family', async () => {
  const nomorKk = newNomorKk();
  const people = await Promise.all(
    ['Ali', 'Ani'].map((name) => operator((ctx) => createPerson(ctx, somebody(karangAsri, { name })))),
  );
  const placed = await Promise.all(
    people.map(({ personId }, index) =>
      operator((ctx) =>
        placeInFamily(ctx, { personId, nomorKk, shdk: index === 0 ? 1 : 4, areaId: karangAsri, source: 'petugas' }),
      ),
    ),
  );
  expect(new Set(placed.map(({ familyId }) => familyId)).size).toBe(1);
  expect(placed.flatMap(({ doubts }) => doubts)).toEqual([]);
});

test('somebody still in another family is a claim until she leaves it', async () => {
  const one = await operator((ctx) => makeResident(ctx, karangAsri, { name: 'Warti' }, { nomorKk: newNomorKk() }));
  const again = await operator((ctx) =>
    placeInFamily(ctx, {
      personId: one.personId,
      nomorKk: newNomorKk(),
      shdk: 1,
      areaId: karangAsri,
      source: 'petugas',
    }),
  );
  expect(again).toMatchObject({ state: 'klaim', doubts: [expect.stringContaining('keluarga lain')] });
});
