import { afterAll, beforeAll, expect, test } from 'vitest';
import { areaId, inRegistry, makeResident, newNik, newNomorKk, protect } from '../../../../test/factories/person.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import type { NewPerson } from '../../registry/index.ts';
import type { Client } from './steps.ts';

let app: TestApp;
let karangAsri: number;
let sumberRejo: number;
let operator: Client;
let verifier: Client;
beforeAll(async () => {
  app = await startTestApp({ withJobs: true });
  karangAsri = await areaId(app.database, '99.01.01.2003', { rw: '001', rt: '001' });
  sumberRejo = await areaId(app.database, '99.01.01.2004');
  operator = await app.as('operator.karangasri');
  verifier = await app.as('verifikator');
});
afterAll(() => app.close());

const rows = async (text: string, values: unknown[] = []) =>
  (await app.database.ownerPool.query(text.replaceAll('@', 'agency_tirta_rukun.'), values)).rows;

const day = (on: string): NewPerson['birth'] => ({ on, precision: 'hari' });
const resident = (area: number, over: Partial<NewPerson>, nomorKk = newNomorKk()) =>
  inRegistry(app.database.db, 'verifikator', (ctx) => makeResident(ctx, area, over, { nomorKk }));

type Sketch = { name: string; birthOn: string; sex?: 'L' | 'P'; nik?: string; motherName?: string; nomorKk?: string };
const likely = async (sketch: Sketch, who: Client = operator) => {
  const { status, body } = await who.post('/api/person/likely', { ...sketch });
  expect({ status, isReady: body.isReady }).toEqual({ status: 200, isReady: true });
  return body as {
    items: {
      person: { id: string; name: string };
      band: string;
      sentence: string;
      comparisons: { field: string; verdict: string; sentence: string }[];
      relatives: { name: string; role: { id: string } | null }[];
    }[];
    elsewhere: string | null;
  };
};
const idsOf = async (sketch: Sketch, who?: Client) => (await likely(sketch, who)).items.map(({ person }) => person.id);

/** Waits until the job after a registration has compared this person. */
const compared = async (personId: string) =>
  expect
    .poll(() => rows("select 1 from @audit where event = 'duplicates.compared' and subject_id = $1", [personId]), {
      timeout: 20_000,
    })
    .toHaveLength(1);

test('who may be the same is shown with band, what agrees per field and her family, and never the mother’s name', async () => {
  const nomorKk = newNomorKk();
  const head = await resident(
    karangAsri,
    {
      ...{ name: 'Siti Mukaromah', sex: 'P', birth: day('1971-11-23'), motherName: 'Ngatinem Karsodikromo' },
      nik: newNik('1971-11-23', 'P'),
    },
    nomorKk,
  );
  await inRegistry(app.database.db, 'verifikator', (ctx) =>
    makeResident(ctx, karangAsri, { name: 'Ahmad Baihaqi', sex: 'L', birth: day('2011-02-02') }, { nomorKk, shdk: 4 }),
  );
  const sketch = {
    name: 'St. Mukarromah',
    birthOn: '1971-11-23',
    sex: 'P',
    motherName: 'Ngatinem Karsodikromo',
  } as const;
  const { items, elsewhere } = await likely(sketch);
  expect(elsewhere).toBeNull();
  expect(items.map(({ person }) => person.id)).toEqual([head.personId]);
  const [found] = items;
  expect(['pasti', 'mungkin']).toContain(found?.band);
  const verdicts = Object.fromEntries(found!.comparisons.map(({ field, verdict }) => [field, verdict]));
  expect(verdicts).toMatchObject({ birth: 'cocok', sex: 'cocok', mother: 'cocok', nik: 'belum' });
  expect(found?.relatives).toEqual([expect.objectContaining({ name: 'Ahmad Baihaqi', role: expect.anything() })]);
  expect(JSON.stringify(items)).not.toMatch(/Ngatinem|Karsodikromo/i);
});

test('of somebody of another area and of a protected person one learns the same one line, and the agency gets a task', async () => {
  const far = { name: 'Rahayu Wilujeng', birth: day('1983-04-17'), sex: 'P' as const, nik: newNik('1983-04-17', 'P') };
  const hidden = {
    name: 'Endang Pujowati',
    birth: day('1979-09-09'),
    sex: 'P' as const,
    nik: newNik('1979-09-09', 'P'),
  };
  await resident(sumberRejo, far);
  // She lives in the operator's own area: that she is protected must not show in the answer.
  const protectedOne = await resident(karangAsri, hidden);
  await protect(app.database, protectedOne.personId, 3, 'Kenanga');
  const ask = (one: typeof far) => likely({ name: one.name, birthOn: one.birth?.on ?? '', sex: 'P', nik: one.nik });
  const [ofFar, ofHidden] = [await ask(far), await ask(hidden)];
  expect(ofFar).toEqual({ isReady: true, items: [], elsewhere: expect.stringContaining('wilayah lain') });
  expect(ofHidden).toEqual(ofFar);
  const looks = await rows(
    "select after from @audit where event = 'person.compared' and (after ->> 'elsewhere')::boolean order by seq desc limit 2",
  );
  expect(looks[0]).toEqual(looks[1]);

  const register = async (one: typeof far) => {
    const made = await operator.post('/api/person', {
      ...{ name: one.name.replace('j', 'dj'), sex: 'P', birth: one.birth, areaId: karangAsri },
      family: { nomorKk: newNomorKk(), shdk: 1, address: 'Jalan Kenari 7' },
    });
    expect(made.status).toBe(200);
    await compared(made.body.personId);
    return { id: made.body.personId as string, doubts: made.body.doubts };
  };
  const [twinFar, twinHidden] = [await register(far), await register(hidden)];
  expect(twinHidden.doubts).toEqual(twinFar.doubts);
  const tasksOf = (id: string) => rows('select kind, level, role from @task where subject_person_id = $1', [id]);
  expect(await tasksOf(twinFar.id)).toEqual([{ kind: 'mungkin_ganda_lain', level: 0, role: 'verifikator' }]);
  expect(await tasksOf(twinHidden.id)).toEqual([{ kind: 'mungkin_ganda_lain', level: 3, role: 'peksos' }]);
});

test('a change counts for the very next question: made, corrected, merged away, back again', async () => {
  const { personId } = await resident(karangAsri, {
    ...{ name: 'Tumijan Prawiro', sex: 'L', birth: day('1962-01-30'), nik: newNik('1962-01-30', 'L') },
  });
  const before: Sketch = { name: 'Tumijan Prawiro', birthOn: '1962-01-30', sex: 'L' };
  expect(await idsOf(before)).toEqual([personId]);
  const after: Sketch = { name: 'Djoyosemito Hardjo', birthOn: '1949-12-05', sex: 'L' };
  expect(await idsOf(after)).toEqual([]);
  const { version } = (await operator.get(`/api/person/${personId}`)).body;
  const corrected = await operator.post(`/api/person/${personId}/correction`, {
    ...{ version, reason: 'sesuai KTP' },
    changes: { nama: 'Joyosemito Harjo', lahir: { on: '1949-12-05', precision: 'hari' } },
  });
  expect(corrected.status).toBe(200);
  expect(await idsOf(after)).toEqual([personId]);
  expect(await idsOf(before)).toEqual([]);
  const other = await resident(karangAsri, { name: 'Lain Sama Sekali', birth: day('2001-06-06') });
  await app.database.ownerPool.query('update agency_tirta_rukun.person set merged_into = $2 where id = $1', [
    personId,
    other.personId,
  ]);
  expect(await idsOf(after)).toEqual([]);
  await app.database.ownerPool.query('update agency_tirta_rukun.person set merged_into = null where id = $1', [
    personId,
  ]);
  expect(await idsOf(after)).toEqual([personId]);
});

test('an address that changes and a number that is added are compared as they are now', async () => {
  const nik = newNik('1990-10-10', 'P');
  const { personId } = await resident(karangAsri, { name: 'Lestari', sex: 'P', birth: day('1990-10-10') });
  const verdict = async (field: string, sketch: Record<string, unknown>) => {
    const { body } = await operator.post('/api/person/likely', sketch);
    const found = body.items.find(({ person }: { person: { id: string } }) => person.id === personId);
    return found?.comparisons.find((one: { field: string }) => one.field === field)?.verdict;
  };
  const sketch = { name: 'Lestari', birthOn: '1990-10-10', sex: 'P', nik, nomorKk: newNomorKk(), areaId: karangAsri };
  expect(await verdict('nik', sketch)).toBe('belum');
  const { version } = (await operator.get(`/api/person/${personId}`)).body;
  const added = await operator.post(`/api/person/${personId}/number`, { version, kind: 'nik', value: nik });
  expect(added.status).toBe(200);
  expect(await verdict('nik', sketch)).toBe('cocok');
  await app.database.ownerPool.query(
    `update agency_tirta_rukun.family set address = 'Gang Cempaka 19' where id = (select family_id from agency_tirta_rukun.family_member where person_id = $1)`,
    [personId],
  );
  expect(await verdict('address', { ...sketch, address: 'Gang Cempaka 19' })).toBe('cocok');
  expect(await verdict('place', sketch)).toBe('cocok');
});

test('a born twin and a brother of like name are no likely double, and typing half a NIK says nothing about anybody', async () => {
  const nomorKk = newNomorKk();
  const twin = { motherName: 'Suparti', birth: day('2009-03-03') };
  await resident(karangAsri, { ...twin, name: 'Hasan Basri', sex: 'L', nik: newNik('2009-03-03', 'L') }, nomorKk);
  const other = {
    name: 'Husain Basri',
    birthOn: '2009-03-03',
    sex: 'L',
    nik: newNik('2009-03-03', 'L'),
    nomorKk,
  } as const;
  expect((await likely({ ...other, motherName: 'Suparti' })).items.filter(({ band }) => band === 'pasti')).toEqual([]);
  const { body } = await operator.post('/api/person/likely', { nik: '9901' });
  expect(body).toEqual({ isReady: true, items: [], elsewhere: null });
});

test('what is not a question is refused in words, and who may not register may not ask', async () => {
  const bad = await operator.post('/api/person/likely', { name: 'Siti', birthOn: '1990-13-40' });
  expect(bad.status).toBe(422);
  expect(Object.keys(bad.body.error.details.fields)).toEqual(['birthOn']);
  expect((await (await app.as('auditor')).post('/api/person/likely', { name: 'Siti' })).status).toBe(403);
});

test('the verifier sees how far the index is; nobody reads the list of changes', async () => {
  await likely({ name: 'Siapa Saja', birthOn: '1990-01-01' });
  const { body } = await verifier.get('/api/duplicate-index');
  const [{ n }] = await rows('select count(*)::int as n from @person where merged_into is null');
  expect(body).toMatchObject({ state: 'siap', persons: n });
  expect(body.bytes).toBeGreaterThan(100_000);
  expect((await operator.get('/api/duplicate-index')).status).toBe(403);
  for (const who of ['operator.karangasri', 'verifikator'])
    expect(
      await inRegistry(app.database.db, who, (ctx) => ctx.tx.selectFrom('person_change').selectAll().execute()),
    ).toEqual([]);
});
