import { uuid7 } from '../../src/kernel/uuid7.ts';
import { makeTwice, pairOf, scanned } from '../../src/modules/duplicates/test/steps.ts';
import { imported } from '../../src/modules/exchange/test/steps.ts';
import { submitObjection } from '../../src/modules/objection/index.ts';
import { seedDemoProgramme } from '../../src/modules/programme/index.ts';
import { NINE_CRITERIA_FIELDS } from '../../src/modules/registry/index.ts';
import type { TestApp } from '../support/app.ts';
import { addVisit, desaOfOperator, FULL_ATTENDANCE, holderOf, proposeResident } from './deliberation.ts';
import { makeFamilies } from './families.ts';
import { makeListInForce } from './list-in-force.ts';
import { areaId, inRegistry, makeResident, newNik } from './person.ts';
import { siksFile } from './siks-file.ts';
import { carryUsulan, makeUsulan, submission } from './usulan.ts';

type Body = Record<string, unknown>;

/** Posts as a demo account and gives the reply's body; anything but success stops the test. */
const send = async (app: TestApp, username: string, url: string, body: Body = {}, method: 'post' | 'put' = 'post') => {
  const reply = await (await app.as(username))[method](url, body);
  if (reply.status !== 200) throw new Error(`${method} ${url} as ${username}: ${JSON.stringify(reply.body)}`);
  return reply.body;
};
const read = async (app: TestApp, username: string, url: string) => (await (await app.as(username)).get(url)).body;

/** Proposals at every desk of Karang Asri, one of them complete enough to be visited. */
const makeProposals = async (app: TestApp) => {
  const stand = { db: app.database.db };
  const rt = await areaId(app.database, '99.01.01.2003', { rw: '001', rt: '001' });
  await inRegistry(stand.db, 'operator.karangasri', (ctx) =>
    makeResident(ctx, rt, { name: 'Sarinem', nik: newNik('1954-08-07') }),
  );
  const mine = submission(rt, { channel: 'rt', relation: 'ketua_rt' });
  const proposed = await send(app, 'rt.karangasri', '/api/usulan', { ...mine });
  const visited = await inRegistry(stand.db, 'operator.karangasri', (ctx) =>
    makeResident(ctx, ctx.actor.areaId, { name: 'Ngatinah', nik: newNik() }),
  );
  const toVisit = await makeUsulan(stand, { subjectPersonId: visited.personId, draft: undefined });
  await carryUsulan(stand, toVisit.usulanId, 'verval');
  const atDesk = await proposeResident(app, 'Siti Rahmawati', 'verifikasi');
  await addVisit(app, atDesk.usulanId, 'terkonfirmasi');
  await proposeResident(app, 'Wagiman', 'verifikasi');
  const objection = await inRegistry(stand.db, 'operator.karangasri', (ctx) =>
    submitObjection(ctx, {
      ...submission(ctx.actor.areaId, { subjectPersonId: visited.personId, draft: undefined }),
      about: 'daftar',
      ground: 'sudah_mampu',
      objectorDesaId: ctx.actor.areaId,
    }),
  );
  return {
    objectionId: objection.usulanId,
    usulanId: proposed.usulanId as string,
    visitId: toVisit.usulanId,
    deskId: atDesk.usulanId,
    person: visited,
  };
};

/** A visit with answers, drawn for a second look. */
const makeRecheck = async (app: TestApp) => {
  const stand = { db: app.database.db };
  const met = await inRegistry(stand.db, 'operator.karangasri', (ctx) =>
    makeResident(ctx, ctx.actor.areaId, { name: 'Paniyem', nik: newNik() }),
  );
  const { usulanId } = await makeUsulan(stand, { subjectPersonId: met.personId, draft: undefined });
  await carryUsulan(stand, usulanId, 'verval');
  const { version } = await read(app, 'operator.karangasri', `/api/usulan/${usulanId}`);
  const answers = Object.fromEntries(NINE_CRITERIA_FIELDS.map((field) => [field, 'ya']));
  const visit = { version, formId: 'sembilan_kriteria', formNo: 1, visitedOn: '2026-07-14', result: 'terkonfirmasi' };
  await send(app, 'operator.karangasri', `/api/usulan/${usulanId}/visit`, { ...visit, answers });
  await send(app, 'kabid', '/api/recheck/round', { from: '2026-07-14', to: '2026-07-14' });
  const { items } = await read(app, 'kabid', '/api/recheck');
  return items[0].id as string;
};

/** One meeting that is over and one that still has rows to decide. */
const makeMeetings = async (app: TestApp) => {
  const desa = await desaOfOperator(app);
  const meeting = { kind: 'musdes', areaId: desa, place: 'Balai Desa Karang Asri', leader: 'Pak Suryo' };
  const prepare = async (onDate: string, ...names: string[]) => {
    for (const name of names)
      await addVisit(app, (await proposeResident(app, name, 'musyawarah')).usulanId, 'terkonfirmasi');
    const { id } = await send(app, 'operator.karangasri', '/api/musyawarah', { ...meeting, onDate });
    const { version } = await read(app, 'operator.karangasri', `/api/musyawarah/${id}`);
    await send(
      app,
      'operator.karangasri',
      `/api/musyawarah/${id}/attendance`,
      { version, people: FULL_ATTENDANCE },
      'put',
    );
    return id as string;
  };
  const doneId = await prepare('2026-07-10', 'Marsinah');
  const { rows } = await read(app, 'operator.karangasri', `/api/musyawarah/${doneId}`);
  for (const row of rows)
    await send(app, 'operator.karangasri', `/api/musyawarah/${doneId}/rows/${row.usulanId}/verdict`, {
      version: row.version,
      verdict: 'disepakati',
      reason: '',
      conflicts: [],
    });
  const { version } = await read(app, 'operator.karangasri', `/api/musyawarah/${doneId}`);
  await send(app, 'operator.karangasri', `/api/musyawarah/${doneId}/completion`, { version, quorumNote: '' });
  return { doneId, openId: await prepare('2026-07-15', 'Sumarni', 'Karto', 'Legiyem') };
};

/** A batch that is ratified, one of its rows keyed, and one that is being prepared. */
const makeBatches = async (app: TestApp) => {
  for (const name of ['Tukiyem', 'Suparmi', 'Wiji']) await proposeResident(app, name, 'disetujui');
  const { batchId } = await send(app, 'verifikator', '/api/pengesahan', { period: '2026-07' });
  const at = async () => (await read(app, 'verifikator', `/api/pengesahan/${batchId}`)).version;
  const { decreeId } = await send(app, 'verifikator', `/api/pengesahan/${batchId}/sending`, { version: await at() });
  const { version } = await read(app, 'sekretaris', `/api/sk/${decreeId}`);
  await send(app, 'sekretaris', `/api/sk/${decreeId}/paraf`, { version });
  await send(app, 'kadis', `/api/pengesahan/${batchId}/ratification`, {
    version: await at(),
    number: '400.9/12/2026',
    onDate: '2026-07-15',
    holderId: await holderOf(app, 'Kepala Dinas Sosial'),
  });
  const [row] = (await read(app, 'operator.karangasri', '/api/pengetikan?pile=ketik')).items;
  await send(app, 'operator.karangasri', `/api/pengetikan/${row.usulanId}/ticket`, {
    version: row.version,
    ticket: 'TIKET-7781',
  });
  await proposeResident(app, 'Painem', 'disetujui');
  const { batchId: openBatchId } = await send(app, 'verifikator', '/api/pengesahan', { period: '2026-08' });
  return { batchId: batchId as string, openBatchId: openBatchId as string, ratifiedDecreeId: decreeId as string };
};

/** The elders' programme with its list prepared, and another in force whose desk has handed over twice to one person. */
const makeAid = async (app: TestApp) => {
  const elders = (n: number, from: number) =>
    Array.from({ length: n }, (_, i) => ({ name: `LANSIA ${from + i}`, birthOn: `${from + (i % 9)}-03-04` }));
  await makeFamilies(app.database, [
    { name: 'TUMI', birthOn: '1948-12-31' },
    { name: 'WIRYO', birthOn: '1952-06-05' },
    ...elders(44, 1936),
    ...elders(20, 1954),
  ]);
  const seeded = await inRegistry(app.database.db, 'kabid', seedDemoProgramme);
  const programmeId = seeded?.programmeId ?? '';
  const { runId } = await send(app, 'kabid', `/api/programme/${programmeId}/list`);
  const { version } = (await read(app, 'kabid', `/api/programme/list/${runId}`)).run;
  await send(app, 'sekretaris', `/api/programme/list/${runId}/confirmation`, { version });
  const { decree } = await read(app, 'kabid', `/api/programme/list/${runId}`);
  const families = await read(app, 'kabid', `/api/programme/list/${runId}/row?place=masuk`);
  const inForce = await makeListInForce(app, ['Mbah Kirno', 'Mbah Surip', 'Mbah Wariyem'], { amount: 1_000_000n });
  const code = inForce.recipients[0]?.code ?? '';
  for (const alreadyGiven of [false, true])
    await send(app, 'salur', '/api/handover', {
      id: uuid7(),
      code,
      device: 'uji',
      desk: '1',
      amount: '1000000',
      alreadyGiven,
    });
  return {
    programmeId,
    runId: runId as string,
    decreeId: decree.id as string,
    familyInRunId: families.items[0].familyId as string,
    lineId: inForce.lineId,
    code: inForce.recipients[1]?.code ?? '',
  };
};

/** A protected case of the social worker, who needs no second code here. */
const makeCase = async (app: TestApp, personId: string): Promise<string> => {
  await app.database.ownerPool.query(
    `update agency_tirta_rukun.agency set settings = settings || '{"secondFactor": {"wide": false, "fromClearance": 9}}'`,
  );
  const { caseId } = await send(app, 'peksos', '/api/case', {
    alias: 'Melati',
    level: 2,
    bidang: 'rehabilitasi',
    reason: 'perlu perlindungan selama perkaranya diperiksa',
  });
  await send(app, 'peksos', `/api/case/${caseId}/person`, { personId, role: 'korban', alias: 'Melati' });
  return caseId;
};

export type Scene = Awaited<ReturnType<typeof makeScene>>;

/** An agency in the middle of its work, so that no page is empty: imported people, proposals, meetings, batches, money, lists, a desk. */
export const makeScene = async (app: TestApp) => {
  const file = await siksFile(160);
  const verifier = await app.as('verifikator');
  const { id: importId } = await imported(verifier, file.bytes, 'kind=siks23&name=contoh.csv');
  const twice = await inRegistry(app.database.db, 'verifikator', async (ctx) =>
    makeTwice(ctx, await desaOfOperator(app), 'Tumirah Wongsodikromo', '1951-03-04', newNik('1951-03-04')),
  );
  await scanned(verifier);
  const pair = await pairOf(verifier, [twice.first, twice.second]);
  const { person, ...proposals } = await makeProposals(app);
  const meetings = await makeMeetings(app);
  const batches = await makeBatches(app);
  const aid = await makeAid(app);
  const hidden = await inRegistry(app.database.db, 'operator.karangasri', (ctx) =>
    makeResident(ctx, ctx.actor.areaId, { name: 'Rahayu' }),
  );
  const caseId = await makeCase(app, hidden.personId);
  const letter = await send(app, 'loket', '/api/letter-request', {
    kind: 'dtsen',
    personId: person.personId,
    fields: { keperluan: 'beasiswa' },
    papers: ['ktp_kk'],
  });
  const draft = await send(app, 'admin', '/api/form/draft', { template: 'panjang' });
  const recheckId = await makeRecheck(app);
  return {
    ...proposals,
    ...meetings,
    ...batches,
    ...aid,
    caseId,
    formDraftId: draft.id as string,
    recheckId,
    letterId: letter.id as string,
    importId: importId as string,
    pairId: pair.id as string,
    personId: person.personId,
    familyId: person.family.familyId,
  };
};
