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

test('words of two neighbours find both, a slip of the finger finds the place, nonsense finds nothing', async () => {
  const who = await app.as('verifikator');
  const labels = async (q: string): Promise<string[]> =>
    (await who.get(`/api/area?kind=desa&q=${encodeURIComponent(q)}`)).body.items.map((item: { label: string }) =>
      item.label.replace(/,.*/, ''),
    );
  const neighbours = await labels('karang asri sidorejo');
  expect(neighbours[0]).toBe('Desa Karang Asri');
  expect(neighbours).toContainEqual(expect.stringContaining('Sidorejo'));
  expect((await labels('krang asri'))[0]).toBe('Desa Karang Asri');
  expect(await labels('qqq zzz')).toEqual([]);
  // What lies outside the operator's desa does not come in by a slip or a neighbour either.
  const own = await (await app.as('operator.karangasri')).get('/api/area?kind=desa&q=sidorejo%20karang');
  expect(own.body.items.every((item: { label: string }) => item.label.startsWith('Desa Karang Asri'))).toBe(true);
});
