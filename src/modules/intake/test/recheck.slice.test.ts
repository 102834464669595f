import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRegistry, makeResident, newNik } from '../../../../test/factories/person.ts';
import { carryUsulan, makeUsulan } from '../../../../test/factories/usulan.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { NINE_CRITERIA_FIELDS } from '../../registry/index.ts';
import { drawSample } from '../domain/recheck.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const ALL_NO = Object.fromEntries(NINE_CRITERIA_FIELDS.map((field) => [field, 'tidak']));
const visited = async (username: string, name: string) => {
  const stand = { db: app.database.db };
  const person = await inRegistry(stand.db, 'operator.karangasri', (ctx) =>
    makeResident(ctx, ctx.actor.areaId, { name, nik: newNik() }),
  );
  const { usulanId } = await makeUsulan(stand, { subjectPersonId: person.personId, draft: undefined });
  await carryUsulan(stand, usulanId, 'verval');
  const visitor = await app.as(username);
  const { version } = (await visitor.get(`/api/usulan/${usulanId}`)).body;
  const form = { formId: 'sembilan_kriteria', formNo: 1, visitedOn: '2026-07-14', result: 'terkonfirmasi' };
  const kept = await visitor.post(`/api/usulan/${usulanId}/visit`, { version, ...form, answers: ALL_NO });
  expect(kept.status).toBe(200);
  return usulanId;
};
const days = { from: '2026-07-01', to: '2026-07-15' };

test('visits are drawn by a seed that is kept, looked at by another, and differences are told', async () => {
  const kabid = await app.as('kabid');
  expect((await kabid.post('/api/recheck/round', days)).status).toBe(422);
  for (const name of ['Satu', 'Dua', 'Tiga']) await visited('operator.karangasri', name);
  const mine = await visited('verifikator', 'Empat');
  expect((await kabid.put('/api/recheck/setting', { sharePercent: 80, version: 1 })).status).toBe(422);
  expect((await kabid.put('/api/recheck/setting', { sharePercent: 50, version: 1 })).status).toBe(200);
  expect((await kabid.put('/api/recheck/setting', { sharePercent: 10, version: 1 })).status).toBe(409);
  expect((await kabid.post('/api/recheck/round', days)).body).toEqual({ drawn: 2 });

  const { rows } = await app.database.ownerPool.query<{ id: string; drawn: boolean; seed: string }>(
    `select v.id, exists (select 1 from agency_tirta_rukun.recheck r where r.verval_id = v.id) as drawn,
       (select seed from agency_tirta_rukun.recheck_round) as seed from agency_tirta_rukun.verval v where v.answers is not null`,
  );
  const again = drawSample(
    rows.map(({ id }) => id),
    50,
    rows[0]!.seed,
  );
  expect(new Set(rows.filter(({ drawn }) => drawn).map(({ id }) => id))).toEqual(new Set(again));
  expect((await kabid.post('/api/recheck/round', days)).body).toEqual({ drawn: 1 });
  expect((await kabid.post('/api/recheck/round', days)).body).toEqual({ drawn: 1 });

  const { items } = (await kabid.get('/api/recheck')).body;
  const others = items.filter((line: { usulanId: string }) => line.usulanId !== mine);
  const own = items.find((line: { usulanId: string }) => line.usulanId === mine);
  const verifikator = await app.as('verifikator');
  const second = { version: 1, result: 'terkonfirmasi', answers: ALL_NO };
  expect((await verifikator.post(`/api/recheck/${own.id}/result`, second)).body.error.code).toBe('verval.uji_sendiri');
  const url = `/api/recheck/${others[0].id}/result`;
  expect((await verifikator.get(`/api/recheck/${others[0].id}`)).body).not.toHaveProperty('answers');
  expect((await verifikator.post(url, { ...second, answers: {} })).body.error.code).toBe('verval.belum_lengkap');
  const differing = { ...second, answers: { ...ALL_NO, dinding_sederhana: 'ya' } };
  expect((await verifikator.post(url, differing)).body).toEqual({ differs: 1 });
  expect((await verifikator.post(url, differing, { 'idempotency-key': 'lain-kali' })).status).toBe(409);
  const found = (await kabid.get('/api/recheck')).body;
  expect(found.byQuestion).toMatchObject([{ asked: 1, differs: 1 }]);
  expect(found.byVisitor).toEqual([{ name: 'Bu Wulan', asked: 9, differs: 1 }]);
  expect((await (await app.as('operator.karangasri')).get('/api/recheck')).status).toBe(403);
});
