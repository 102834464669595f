import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

test('a place is found by words in any order and case', async () => {
  const reply = await (await app.as('verifikator')).get('/api/area?q=ASRI%20karang&kind=desa');
  expect(reply.status).toBe(200);
  expect(reply.body.items).toEqual([
    expect.objectContaining({
      kode: '99.01.01.2003',
      kind: 'desa',
      label: expect.stringContaining('Desa Karang Asri'),
    }),
  ]);
});

test('an operator finds places of the own desa only', async () => {
  const reply = await (await app.as('operator.karangasri')).get('/api/area?q=&limit=50');
  expect(reply.body.items.length).toBeGreaterThan(3);
  expect(reply.body.items.every((item: { label: string }) => item.label.includes('Karang Asri'))).toBe(true);
});

test('a stranger gets a sentence, not a list', async () => {
  const reply = await app.stranger.get('/api/area?q=karang');
  expect(reply.status).toBe(401);
  expect(reply.body.error.code).toBe('masuk.perlu');
});
