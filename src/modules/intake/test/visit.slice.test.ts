import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRegistry, makeResident, newNik } from '../../../../test/factories/person.ts';
import { carryUsulan, makeUsulan } from '../../../../test/factories/usulan.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { NINE_CRITERIA_FIELDS } from '../../registry/index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const waiting = async (name: string) => {
  const stand = { db: app.database.db };
  const person = await inRegistry(stand.db, 'operator.karangasri', (ctx) =>
    makeResident(ctx, ctx.actor.areaId, { name, nik: newNik() }),
  );
  const { usulanId } = await makeUsulan(stand, { subjectPersonId: person.personId, draft: undefined });
  await carryUsulan(stand, usulanId, 'verval');
  return usulanId;
};
const operator = () => app.as('operator.karangasri');
const open = async (usulanId: string) => {
  const desk = await operator();
  const form = (await desk.get(`/api/usulan/${usulanId}/visit`)).body;
  const { version } = (await desk.get(`/api/usulan/${usulanId}`)).body;
  return { desk, form, version, url: `/api/usulan/${usulanId}/visit` };
};
const ALL_NO = Object.fromEntries(NINE_CRITERIA_FIELDS.map((field) => [field, 'tidak']));
const visitOf = (form: { formId: string; no: number }, version: number, more: object = {}) => ({
  ...{ version, formId: form.formId, formNo: form.no, visitedOn: '2026-07-15', result: 'terkonfirmasi' },
  ...{ respondent: 'Tetangga', answers: ALL_NO, ...more },
});
const useLongForm = async () => {
  const admin = await app.as('admin');
  const { body } = await admin.post('/api/form/draft', { template: 'panjang' });
  const published = await admin.post(`/api/form/draft/${body.id}/publication`, { version: 1 });
  expect((await admin.post('/api/form/use', published.body)).status).toBe(200);
};

test('without a choice of the agency the nine criteria are asked, and their answers become facts', async () => {
  const { desk, form, version, url } = await open(await waiting('Ngatinah'));
  expect(form).toMatchObject({ formId: 'sembilan_kriteria', no: 1, draft: null });
  const short = visitOf(form, version, { answers: { ...ALL_NO, dinding_sederhana: '' } });
  const refused = await desk.post(url, short);
  expect(refused).toMatchObject({ status: 422, body: { error: { code: 'verval.belum_lengkap' } } });
  expect(refused.body.error.details.fields).toHaveProperty('dinding_sederhana');
  const strange = visitOf(form, version, { answers: { ...ALL_NO, lain: 'x', lantai_tanah_plester: 'mungkin' } });
  expect((await desk.post(url, strange)).body.error.details.fields).toMatchObject({
    lantai_tanah_plester: 'Pilih dari daftar.',
    lain: 'Formulir ini tidak punya pertanyaan itu.',
  });
  const kept = await desk.post(url, visitOf(form, version, { answers: { ...ALL_NO, dinding_sederhana: 'menolak' } }));
  expect(kept).toMatchObject({ status: 200, body: { stage: 'musyawarah' } });
  expect((await desk.post(url, visitOf(form, version))).status).toBe(409);
});

test('an interview that broke off keeps what was answered, with code 2', async () => {
  const usulanId = await waiting('Wakijo');
  const { desk, form, version, url } = await open(usulanId);
  const half = visitOf(form, version, { answers: { dinding_sederhana: 'ya' }, isComplete: false });
  expect((await desk.post(url, half)).status).toBe(200);
  const { rows } = await app.database.ownerPool.query(
    `select outcome, answers from agency_tirta_rukun.verval where usulan_id = $1`,
    [usulanId],
  );
  expect(rows).toEqual([{ outcome: 2, answers: { dinding_sederhana: 'ya' } }]);
});

test('a draft keeps its version when the agency changes the form; others are told that it changed', async () => {
  const [first, second] = [await waiting('Tukinem'), await waiting('Paijo')];
  const drafted = await open(first);
  const fresh = await open(second);
  const { version: _, ...content } = visitOf(drafted.form, 1, { notes: '' });
  expect((await drafted.desk.put(drafted.url, content)).status).toBe(200);
  await useLongForm();
  expect((await open(first)).form).toMatchObject({ formId: 'sembilan_kriteria', draft: { respondent: 'Tetangga' } });
  const other = await app.as('verifikator');
  expect((await other.get(drafted.url)).body).toMatchObject({ formId: 'verval_panjang', draft: null });
  expect(await fresh.desk.post(fresh.url, visitOf(fresh.form, fresh.version))).toMatchObject({
    status: 409,
    body: { error: { code: 'formulir.berganti' } },
  });
  expect((await drafted.desk.post(drafted.url, visitOf(drafted.form, drafted.version))).status).toBe(200);
  expect((await open(second)).form.formId).toBe('verval_panjang');
});

test('flags: far from the others, too many in an hour; nothing is blocked', async () => {
  const far = { lat: -2.9, lng: 113.9, accuracy: 10 };
  const near = { lat: -2.21, lng: 113.91, accuracy: 10 };
  const record = async (name: string, place: object) => {
    const usulanId = await waiting(name);
    const { desk, form, version, url } = await open(usulanId);
    const answers = { r404: 'x' };
    const visit = visitOf(form, version, { result: 'menolak', answers, place });
    expect((await desk.post(url, visit)).status).toBe(200);
    return (await desk.get(`/api/usulan/${usulanId}`)).body.visits[0];
  };
  for (const name of ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima']) expect((await record(name, near)).flags).toEqual([]);
  expect((await record('Jauh', far)).flags).toEqual(['di_luar_desa']);
});
