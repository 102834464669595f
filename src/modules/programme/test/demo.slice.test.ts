import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFamilies } from '../../../../test/factories/families.ts';
import { inRegistry } from '../../../../test/factories/person.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { seedDemoProgramme } from '../index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  const many = (n: number, from: number, span: number) =>
    Array.from({ length: n }, (_, i) => ({ name: `LANSIA ${from + i}`, birthOn: `${from + (i % span)}-03-04` }));
  await makeFamilies(app.database, [
    { name: 'TUMI', birthOn: '1948-12-31' },
    { name: 'WIRYO', birthOn: '1952-06-05' },
    ...many(44, 1936, 10),
    ...many(20, 1954, 9),
  ]);
});
afterAll(() => app.close());

test('story 5: money for 41 of 56, one place held for Bu Tumi, Pak Wiryo the first reserve, and Baznas behind its own gate', async () => {
  const seeded = await inRegistry(app.database.db, 'kabid', seedDemoProgramme);
  expect(seeded?.nominees).toBe(56);
  expect(
    await inRegistry(app.database.db, 'kabid', async (ctx) => {
      await ctx.record({ event: 'test.repeated', subjectKind: 'programme', subjectId: 'x' });
      return seedDemoProgramme(ctx);
    }),
  ).toBeUndefined();
  const kabid = await app.as('kabid');
  const id = seeded!.programmeId;
  const { terms } = (await kabid.get(`/api/programme/${id}`)).body;
  const { outcome } = (await kabid.post(`/api/programme/${id}/simulation`, { terms })).body;
  expect(outcome.money).toMatchObject({ tersisa: '61500000', spent: '61500000', wanted: '84000000' });
  expect(outcome.counts).toMatchObject({ masuk: 40, ditahan: 1, cadangan: 15 });
  expect(outcome.held.map((h: { name: string }) => h.name)).toEqual(['TUMI']);
  expect(outcome.below[0]).toMatchObject({ name: 'WIRYO', reserveNo: 1, rank: 42 });
  const prepared = await kabid.post(`/api/programme/${id}/list`);
  expect(prepared.status).toBe(200);
  // The money of a second source is asked for its own paper, not for a DPA.
  const { items } = (await kabid.get('/api/programme')).body;
  const baznas = items.find((p: { name: string }) => p.name.includes('Baznas'));
  const refused = await kabid.post(`/api/programme/${baznas.id}/list`);
  expect(refused.body.error.message).toContain('surat perjanjian untuk sumber dana Baznas Kabupaten');
  const typed = await kabid.post(`/api/programme/${id}/simulation`, { terms: { ...terms, ceiling: '84000000' } });
  expect(typed.body.outcome.counts).toMatchObject({ masuk: 55, ditahan: 1, cadangan: 0 });
});
