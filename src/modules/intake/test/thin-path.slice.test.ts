import { afterAll, beforeAll, expect, test } from 'vitest';
import { actAs, submission } from '../../../../test/factories/usulan.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { advance, type Submission } from '../index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const stand = () => ({ db: app.database.db });
const CRITERIA = [
  'tanpa_tempat_berteduh',
  'tanpa_penghasilan_tetap',
  'pernah_khawatir_pangan',
  'pangan_lebih_separuh',
] as const;

const rtAreaId = async (): Promise<number> => (await (await app.as('rt.karangasri')).get('/api/rt')).body.area.id;
const asBody = (given: Submission): Record<string, unknown> => ({ ...given });

/** An RT head proposes over HTTP. */
const propose = async (over: Partial<Submission> = {}) => {
  const rt = await app.as('rt.karangasri');
  const body = asBody(submission(await rtAreaId(), { channel: 'rt', relation: 'ketua_rt', ...over }));
  const reply = await rt.post('/api/usulan', body);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body as { usulanId: string; receiptNumber: string; pin: string };
};
const detailAs = async (username: string, id: string) => (await (await app.as(username)).get(`/api/usulan/${id}`)).body;
const actOver = async (username: string, id: string, act: string, body: Record<string, unknown>) => {
  const { version } = await detailAs(username, id);
  return (await app.as(username)).post(`/api/usulan/${id}/${act}`, { version, ...body });
};
const fields = async (): Promise<string[]> => {
  const { NINE_CRITERIA } = await import('../../registry/index.ts');
  return NINE_CRITERIA.questions.map((question) => question.field);
};
const visit = async (over: Record<string, string> = {}) => ({
  visitedOn: '2026-07-15',
  result: 'terkonfirmasi',
  respondent: 'Ibu Sarinem',
  answers: { ...Object.fromEntries((await fields()).map((field) => [field, 'ya'])), ...over },
});
const verdict = async (id: string) =>
  actAs(stand(), 'operator.karangasri', async (ctx) => {
    const { getUsulan } = await import('../index.ts');
    return advance(ctx, id, (await getUsulan(ctx, id)).version, { type: 'accept', reasonCode: 'disepakati' });
  });

test('from an RT head to the approval of the agency, verval before musyawarah', async () => {
  const { usulanId: id, receiptNumber, pin } = await propose();
  const checked = await detailAs('operator.karangasri', id);
  expect(checked).toMatchObject({ stage: 'periksa', state: 'berjalan', isLinked: false, mayLink: true });
  // Not a step further before an officer has said who this is.
  expect(await actOver('operator.karangasri', id, 'acceptance', { reasonCode: 'lengkap' })).toMatchObject({
    status: 409,
    body: { error: { code: 'usulan.belum_ditautkan' } },
  });
  const made = await actOver('operator.karangasri', id, 'new-subject', { shdk: 1 });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  expect((await actOver('operator.karangasri', id, 'acceptance', { reasonCode: 'lengkap' })).body).toMatchObject({
    stage: 'verval',
  });
  // A visit is told by its form, not waved through.
  expect((await actOver('operator.karangasri', id, 'acceptance', { reasonCode: 'lengkap' })).body.error.code).toBe(
    'usulan.lewat_verval',
  );
  const visited = await actOver(
    'operator.karangasri',
    id,
    'verval',
    await visit({ [CRITERIA[2]]: 'tidak_tahu', [CRITERIA[3]]: 'menolak', [CRITERIA[0]]: 'tidak' }),
  );
  expect(visited.body, JSON.stringify(visited.body)).toMatchObject({ stage: 'musyawarah' });
  expect((await actOver('operator.karangasri', id, 'acceptance', { reasonCode: 'disepakati' })).body.error.code).toBe(
    'usulan.lewat_musyawarah',
  );
  await verdict(id);
  const atDesk = await detailAs('verifikator', id);
  expect(atDesk).toMatchObject({ stage: 'verifikasi', subjectFamilyId: expect.any(String) });
  await (await app.as('verifikator')).post(`/api/usulan/${id}/opening`, { part: 'verval' });
  const approved = await actOver('verifikator', id, 'approval', {
    reasonCode: 'memenuhi',
    tracks: ['daerah', 'pusat'],
  });
  expect(approved.body).toMatchObject({ state: 'disetujui', stage: null, tracks: ['daerah', 'pusat'] });
  const over = await detailAs('verifikator', id);
  expect(over.events.map((event: { event: string }) => event.event)).toEqual([
    'usulan.submitted',
    'usulan.person_created',
    'usulan.accepted',
    'usulan.accepted',
    'usulan.accepted',
    'usulan.approved',
  ]);
  expect(over.events.at(-1)).toMatchObject({ by: 'Bu Rina', role: 'verifikator', reasonCode: 'memenuhi' });
  const audit = await app.database.ownerPool.query(
    `select after from agency_tirta_rukun.audit where subject_id = $1 and event = 'usulan.approved'`,
    [id],
  );
  expect(audit.rows[0].after.evidenceOpened).toEqual(['verval']);
  expect(receiptNumber.length + pin.length).toBe(17);
});

test('with the other order the deliberation comes before the visit, and who was under way finishes as begun', async () => {
  const before = await propose({ draft: { name: 'Wagiyem', address: 'Jalan Kenanga 2' } });
  const chosen = await (await app.as('admin')).post('/api/stage/order', { no: 2 });
  expect(chosen.body).toEqual({ no: 2 });
  const after = await propose({ draft: { name: 'Ngatinah', address: 'Jalan Kenanga 3' } });
  for (const { usulanId } of [before, after]) {
    await actOver('operator.karangasri', usulanId, 'new-subject', { shdk: null });
    await actOver('operator.karangasri', usulanId, 'acceptance', { reasonCode: 'lengkap' });
  }
  expect((await detailAs('verifikator', before.usulanId)).stage).toBe('verval');
  expect((await detailAs('verifikator', after.usulanId)).stage).toBe('musyawarah');
  await verdict(after.usulanId);
  expect((await actOver('operator.karangasri', after.usulanId, 'verval', await visit())).body).toMatchObject({
    stage: 'verifikasi',
  });
  expect(
    (await actOver('verifikator', after.usulanId, 'approval', { reasonCode: 'memenuhi', tracks: ['pusat'] })).body,
  ).toMatchObject({ state: 'disetujui' });
  await (await app.as('admin')).post('/api/stage/order', { no: 1 });
});

test('unknown answers stay unknown, with their reason', async () => {
  const { usulanId: id } = await propose({ draft: { name: 'Poniran', address: 'Jalan Dahlia 9' } });
  await actOver('operator.karangasri', id, 'new-subject', { shdk: 1 });
  await actOver('operator.karangasri', id, 'acceptance', { reasonCode: 'lengkap' });
  const incomplete = await visit();
  const missing = { ...incomplete, answers: Object.fromEntries(Object.entries(incomplete.answers).slice(1)) };
  expect((await actOver('operator.karangasri', id, 'verval', missing)).body.error.code).toBe('verval.belum_lengkap');
  await actOver(
    'operator.karangasri',
    id,
    'verval',
    await visit({ [CRITERIA[1]]: 'tidak_tahu', [CRITERIA[2]]: 'menolak', [CRITERIA[3]]: 'tidak' }),
  );
  const { visits, subjectFamilyId } = await detailAs('operator.karangasri', id);
  const answers = new Map(visits[0].answers.map((line: { field: string }) => [line.field, line]));
  expect(answers.get(CRITERIA[1])).toMatchObject({ value: null, unknown: 'tidak_tahu' });
  expect(answers.get(CRITERIA[2])).toMatchObject({ value: null, unknown: 'menolak' });
  expect(answers.get(CRITERIA[3])).toMatchObject({ value: false, unknown: null });
  const facts = await app.database.ownerPool.query(
    'select field, value, unknown from agency_tirta_rukun.current_fact where subject_id = $1 and unknown is not null order by field',
    [subjectFamilyId],
  );
  expect(facts.rows).toEqual([
    { field: CRITERIA[2], value: null, unknown: 'menolak' },
    { field: CRITERIA[1], value: null, unknown: 'tidak_tahu' },
  ]);
});

test('nobody at home: the visit is kept, the usulan waits, and after the third visit people decide', async () => {
  const { usulanId: id } = await propose({ draft: { name: 'Tukinah', address: 'Jalan Anggrek 1' } });
  await actOver('operator.karangasri', id, 'new-subject', { shdk: 1 });
  await actOver('operator.karangasri', id, 'acceptance', { reasonCode: 'lengkap' });
  const away = { visitedOn: '2026-07-15', result: 'tidak_ditemukan' };
  expect((await actOver('operator.karangasri', id, 'verval', away)).body).toMatchObject({
    stage: 'verval',
    state: 'berjalan',
  });
  await actOver('operator.karangasri', id, 'verval', away);
  expect((await actOver('operator.karangasri', id, 'verval', away)).body).toMatchObject({
    stage: 'musyawarah',
    state: 'berjalan',
  });
  expect((await detailAs('operator.karangasri', id)).visits).toHaveLength(3);
});
