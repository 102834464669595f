import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRegistry, makeResident, protect } from '../../../../test/factories/person.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { sealToTheEnd } from '../../../../test/support/seal.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

test('the trail shows who did what, page by page, and the seal its last root', async () => {
  const admin = await app.as('admin');
  for (const name of ['Kasi A', 'Kasi B', 'Kasi C']) await admin.post('/api/position', { name, level: 'kasi' });
  const auditor = await app.as('auditor');
  const first = await auditor.get('/api/audit?event=position.created&limit=2');
  expect(first.body.items.map((row: { after: { name: string } }) => row.after.name)).toEqual(['Kasi C', 'Kasi B']);
  expect(first.body.items[0]).toMatchObject({
    username: 'admin',
    role: 'admin_dinas',
    subjectKind: 'position',
    block: null,
  });
  const second = await auditor.get(`/api/audit?event=position.created&limit=2&after=${first.body.next}`);
  expect(second.body.items.map((row: { after: { name: string } }) => row.after.name)).toEqual(['Kasi A']);
  expect(second.body.next).toBeNull();
  await sealToTheEnd(app);
  const seal = await auditor.get('/api/audit/seal');
  expect(seal.body).toMatchObject({ block: '1', root: expect.stringMatching(/^[0-9a-f]{64}$/), waiting: 0 });
  expect((await auditor.get('/api/audit?event=position.created')).body.items[0].block).toBe('1');
});

test('who has no right to the trail is told so', async () => {
  expect((await (await app.as('loket')).get('/api/audit')).status).toBe(403);
  expect((await (await app.as('operator.karangasri')).get('/api/access-log')).status).toBe(403);
});

test('somebody protected later is left out of what was written before, and the act itself stays', async () => {
  const { personId } = await inRegistry(app.database.db, 'operator.karangasri', (ctx) =>
    makeResident(ctx, ctx.actor.areaId, { name: 'Rahayu' }),
  );
  const auditor = await app.as('auditor');
  const created = async () =>
    (await auditor.get(`/api/audit?event=person.created&subject=${personId}`)).body.items as {
      username: string;
      after: { name: string } | null;
      areaName: string | null;
    }[];
  expect((await created())[0]?.after?.name).toBe('Rahayu');
  await protect(app.database, personId, 3);
  expect(await created()).toEqual([
    expect.objectContaining({ username: 'operator.karangasri', before: null, after: null, areaName: null }),
  ]);
});
