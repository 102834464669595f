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
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { type Fact, known, unknown } from '../../../kernel/fact.ts';
import {
  addPeople,
  addToFamilies,
  listFacts,
  listFamiliesForTargeting,
  NINE_CRITERIA,
  recordObservations,
  type Source,
} from '../index.ts';

let app: TestApp;
let karangAsri: number;
let sumberRejo: number;
beforeAll(async () => {
  app = await startTestApp();
  karangAsri = await areaId(app.database, '99.01.01.2003');
  sumberRejo = await areaId(app.database, '99.01.01.2004');
});
afterAll(() => app.close());

const verifier = <T>(work: Parameters<typeof inRegistry<T>>[2]) => inRegistry(app.database.db, 'verifikator', work);
const family = async () =>
  (await verifier((ctx) => makeResident(ctx, karangAsri, { nik: newNik() }, { nomorKk: newNomorKk() }))).family
    .familyId;
const FIELD = 'lantai_tanah_plester';
const observe = (id: string, source: Source, observedOn: string, fact: Fact<boolean>, supersedes?: string) =>
  verifier((ctx) =>
    recordObservations(ctx, {
      subject: { kind: 'family', id },
      formId: 'sembilan_kriteria',
      formNo: 1,
      observedOn,
      source,
      answers: { [FIELD]: fact },
      supersedes,
    }),
  );
const held = async (id: string) => (await verifier((ctx) => listFacts(ctx, 'family', [id]))).get(id)?.[FIELD];

test('the published form is the one of the code, word for word', async () => {
  const { rows } = await app.database.ownerPool.query(
    `select definition from agency_tirta_rukun.form_version where form_id = 'sembilan_kriteria' and no = 1`,
  );
  expect(rows[0].definition).toEqual(NINE_CRITERIA);
});

test('a field check of at most twelve months outweighs the centre’s newer file; an older one gives way', async () => {
  const id = await family();
  await observe(id, 'verval', '2025-08-01', known(true));
  await observe(id, 'siks', '2026-07-01', known(false));
  expect(await held(id)).toMatchObject({ fact: known(true), source: 'verval', staleOn: '2026-08-01' });
  const other = await family();
  await observe(other, 'verval', '2025-07-14', known(true));
  await observe(other, 'siks', '2026-06-01', known(false));
  expect(await held(other)).toMatchObject({ fact: known(false), source: 'siks' });
});

test('a fact that grew old since it was kept gives way on the very day; alone it reads as unknown (usang) with its last value', async () => {
  const id = await family();
  await observe(id, 'verval', '2025-08-01', known(true));
  await observe(id, 'siks', '2026-07-01', known(false));
  await observe(id, 'usulan', '2026-07-10', known(true));
  app.setNow(new Date('2026-08-02T04:00:00Z'));
  const { withActor } = await import('../../../platform/db/context.ts');
  const { actorOf } = await import('../../../../test/support/actor.ts');
  const later = async (now: string) =>
    withActor(
      { db: app.database.db, clock: () => new Date(now) },
      await actorOf(app.database.db, 'verifikator'),
      { requestId: 't' },
      (ctx) => listFacts(ctx, 'family', [id]),
    );
  expect((await later('2026-08-02T04:00:00Z')).get(id)?.[FIELD]).toMatchObject({ fact: known(false), source: 'siks' });
  expect((await later('2027-08-02T04:00:00Z')).get(id)?.[FIELD]).toMatchObject({ fact: unknown('usang'), last: true });
});

test('not knowing never displaces what is known, and refusing stays refusing', async () => {
  const id = await family();
  await observe(id, 'verval', '2026-07-01', unknown('menolak'));
  expect(await held(id)).toMatchObject({ fact: unknown('menolak') });
  await observe(id, 'usulan', '2026-07-02', known(true));
  expect(await held(id)).toMatchObject({ fact: known(true), source: 'usulan' });
});

test('a correction supersedes what it names; the old observation stays in the history', async () => {
  const id = await family();
  const { setId } = await observe(id, 'verval', '2026-07-10', known(true));
  await observe(id, 'verval', '2026-07-01', known(false), setId);
  expect(await held(id)).toMatchObject({ fact: known(false), observedOn: '2026-07-01' });
});

test('strange fields, unknown forms and days to come are refused', async () => {
  const id = await family();
  const record = (over: Record<string, unknown>) =>
    verifier((ctx) =>
      recordObservations(ctx, {
        subject: { kind: 'family', id },
        formId: 'sembilan_kriteria',
        formNo: 1,
        observedOn: '2026-07-15',
        source: 'verval',
        answers: { [FIELD]: known(true) },
        ...over,
      }),
    );
  await expect(record({ answers: { rumah_bagus: known(true) } })).rejects.toMatchObject({
    code: 'formulir.isian_tidak_dikenal',
  });
  await expect(record({ formNo: 2 })).rejects.toMatchObject({ code: 'formulir.tidak_dikenal' });
  await expect(record({ observedOn: '2026-07-16' })).rejects.toMatchObject({ code: 'formulir.tanggal_depan' });
});

test('the nine criteria answered at the desk stand on the family’s sheet, the unasked as not asked', async () => {
  const id = await family();
  const who = await app.as('operator.karangasri');
  app.setNow(new Date('2026-07-15T04:00:00Z'));
  const sent = await who.post(`/api/family/${id}/nine-criteria`, {
    observedOn: '2026-07-14',
    reason: 'Dilihat saat kunjungan',
    answers: { lantai_tanah_plester: 'ya', dinding_sederhana: 'tidak_tahu' },
  });
  expect(sent.status).toBe(200);
  const { facts } = (await who.get(`/api/family/${id}`)).body;
  const of = (field: string) => facts.find((fact: { field: string }) => fact.field === field);
  expect(of('lantai_tanah_plester')).toMatchObject({ value: 'ya', source: 'petugas', staleOn: '2027-07-14' });
  expect(of('dinding_sederhana')).toMatchObject({ value: null, unknown: 'tidak_tahu' });
  expect(of('tanpa_jamban_sendiri')).toMatchObject({ value: null, unknown: 'belum_ditanya', source: null });
});

test('families for targeting: members, facts, and a rank that is unknown rather than absent; scope holds', async () => {
  const id = await family();
  await observe(id, 'verval', '2026-07-01', known(true));
  const all = await verifier((ctx) => listFamiliesForTargeting(ctx, [karangAsri]));
  const mine = all.find((one) => one.id === id);
  expect(mine).toMatchObject({
    desaId: karangAsri,
    desil: null,
    localScore: null,
    members: [{ shdk: 1, sex: 'P', birthOn: '1954-08-07' }],
  });
  expect(mine?.facts[FIELD]).toMatchObject({ fact: known(true) });
  await verifier((ctx) => makeResident(ctx, sumberRejo, { nik: newNik() }, { nomorKk: newNomorKk() }));
  const seen = await inRegistry(app.database.db, 'operator.karangasri', (ctx) => listFamiliesForTargeting(ctx));
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.every(({ desaId }) => desaId === karangAsri)).toBe(true);
});

test('many people and families in one go: rows of one KK number are one family, a number twice in the file is a claim', async () => {
  const [nik, nomorKk] = [newNik(), newNomorKk()];
  const { people, placed } = await verifier(async (ctx) => {
    const inputs = ['Satu', 'Dua', 'Tiga'].map((name, index) =>
      somebody(karangAsri, { name, source: 'siks' as const, nik: index === 2 ? newNik() : nik }),
    );
    const people = await addPeople(ctx, inputs);
    const placed = await addToFamilies(
      ctx,
      people.map(({ personId }, index) => ({
        personId,
        nomorKk,
        shdk: index === 0 ? (1 as const) : (4 as const),
        areaId: karangAsri,
        source: 'siks' as const,
      })),
    );
    await ctx.record({ event: 'import.test', subjectKind: 'import', subjectId: 'x' });
    return { people, placed };
  });
  expect(new Set(placed.map(({ familyId }) => familyId)).size).toBe(1);
  expect(people.map(({ doubts }) => doubts.length)).toEqual([0, 1, 0]);
});

test('the board counts five things per desa, each count opens its list, and the CSV says the same', async () => {
  const who = await app.as('operator.karangasri');
  const before = (await who.get('/api/quality')).body.total;
  await verifier((ctx) => makeResident(ctx, karangAsri, { name: 'Tanpa Nik' }, { nomorKk: newNomorKk() }));
  await verifier((ctx) =>
    makeResident(ctx, karangAsri, { name: 'Nik Salah', nik: '123' }, { nomorKk: newNomorKk(), shdk: 4 }),
  );
  await verifier((ctx) =>
    makeResident(
      ctx,
      karangAsri,
      { name: 'Data Lama', nik: newNik(), observedOn: '2025-07-14' },
      { nomorKk: newNomorKk() },
    ),
  );
  await verifier((ctx) => makeResident(ctx, sumberRejo, { name: 'Desa Lain' }, { nomorKk: newNomorKk() }));
  const board = (await who.get('/api/quality')).body;
  expect(board.items.map(({ desaId }: { desaId: number }) => desaId)).toEqual([karangAsri]);
  const grown = Object.fromEntries(
    Object.entries(board.total).map(([key, value]) => [key, Number(value) - before[key]]),
  );
  expect(grown).toEqual({ people: 3, tanpa_nik: 1, tidak_sah: 1, dipakai: 0, kepala: 1, usang: 1 });
  for (const count of ['tanpa_nik', 'tidak_sah', 'dipakai', 'kepala', 'usang']) {
    const list = (await who.get(`/api/quality/finding?count=${count}&desaId=${karangAsri}&limit=200`)).body;
    expect([count, list.items.length]).toEqual([count, board.total[count]]);
    expect(list.items.every((item: { person: unknown }) => item.person !== null)).toBe(true);
  }
  expect((await who.get(`/api/quality/finding?count=tanpa_nik&desaId=${sumberRejo}`)).body.items).toEqual([]);
  const csv = await who.get('/api/quality.csv');
  const [, line] = String(csv.body).replace('\ufeff', '').split('\r\n');
  expect(
    line?.endsWith(
      `,${board.total.people},${board.total.tanpa_nik},${board.total.tidak_sah},${board.total.dipakai},${board.total.kepala},${board.total.usang}`,
    ),
  ).toBe(true);
});

test('pages of findings follow each other without gap or repeat', async () => {
  const who = await app.as('operator.karangasri');
  const seen: string[] = [];
  let after = '';
  for (;;) {
    const { body } = await who.get(
      `/api/quality/finding?count=tanpa_nik&desaId=${karangAsri}&limit=1${after && `&after=${after}`}`,
    );
    seen.push(...body.items.map(({ id }: { id: string }) => id));
    if (!body.next) break;
    after = body.next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe((await who.get('/api/quality')).body.total.tanpa_nik);
});

test('one head: the other gets the relation given, and the finding closes', async () => {
  const who = await app.as('operator.karangasri');
  const nomorKk = newNomorKk();
  const first = await verifier((ctx) =>
    makeResident(ctx, karangAsri, { name: 'Kepala Lama', nik: newNik() }, { nomorKk }),
  );
  const second = await verifier((ctx) =>
    makeResident(ctx, karangAsri, { name: 'Kepala Baru', nik: newNik() }, { nomorKk }),
  );
  const sheet = (await who.get(`/api/family/${first.family.familyId}`)).body;
  const reply = await who.post(`/api/family/${sheet.id}/head`, {
    version: sheet.version,
    headId: second.personId,
    formerHeads: 7,
    reason: 'KK baru dilihat',
  });
  expect(reply.status).toBe(200);
  const after = (await who.get(`/api/family/${sheet.id}`)).body;
  expect(after.members.map(({ personId, shdk, state }: Record<string, unknown>) => [personId, shdk, state])).toEqual([
    [second.personId, 1, 'sah'],
    [first.personId, 7, 'sah'],
  ]);
  expect((await who.get(`/api/person/${second.personId}`)).body.findings).toEqual([]);
});

test('a new KK number makes the old card old; a taken or wrong one is a claim and the card in use stays', async () => {
  const who = await app.as('operator.karangasri');
  const [mine, neighbour] = [newNomorKk(), newNomorKk()];
  const { family: own } = await verifier((ctx) =>
    makeResident(ctx, karangAsri, { name: 'Ganti Kartu', nik: newNik() }, { nomorKk: mine }),
  );
  await verifier((ctx) => makeResident(ctx, karangAsri, { name: 'Tetangga', nik: newNik() }, { nomorKk: neighbour }));
  const sheet = async () => (await who.get(`/api/family/${own.familyId}`)).body;
  const change = async (nomorKk: string) =>
    who.post(`/api/family/${own.familyId}/card`, {
      version: (await sheet()).version,
      nomorKk,
      reason: 'KK baru dilihat',
    });
  expect((await change(mine)).body.error.code).toBe('kk.sudah_dipakai_sendiri');
  expect((await change('12345')).body.doubts).toEqual([expect.stringContaining('16 angka')]);
  expect((await change(neighbour)).body.doubts).toEqual([expect.stringContaining('keluarga lain di wilayah Anda')]);
  const states = async () => (await sheet()).cards.map(({ state }: { state: string }) => state).sort();
  expect(await states()).toEqual(['klaim', 'klaim', 'tercatat']);
  expect((await change(newNomorKk())).body.doubts).toEqual([]);
  expect(await states()).toEqual(['lama', 'lama', 'lama', 'tercatat']);
  const stale = await who.post(`/api/family/${own.familyId}/card`, {
    version: 1,
    nomorKk: newNomorKk(),
    reason: 'lagi',
  });
  expect(stale.body.error.code).toBe('versi.berubah');
});

test('a KK number of a protected family answers like a free one at the desk, and stays a claim', async () => {
  const who = await app.as('operator.karangasri');
  const hiddenKk = newNomorKk();
  const hidden = await verifier((ctx) =>
    makeResident(ctx, sumberRejo, { name: 'Rahasia', nik: newNik() }, { nomorKk: hiddenKk }),
  );
  await protect(app.database, hidden.personId, 3);
  const { family: own } = await verifier((ctx) =>
    makeResident(ctx, karangAsri, { name: 'Pencari', nik: newNik() }, { nomorKk: newNomorKk() }),
  );
  const { version } = (await who.get(`/api/family/${own.familyId}`)).body;
  const reply = await who.post(`/api/family/${own.familyId}/card`, { version, nomorKk: hiddenKk, reason: 'coba' });
  expect(reply.body.doubts).toEqual([]);
  const { cards } = (await who.get(`/api/family/${own.familyId}`)).body;
  expect(cards.every(({ problems }: { problems: string[] }) => problems.length === 0)).toBe(true);
  expect(cards.map(({ state }: { state: string }) => state)).not.toContain('klaim');
});
