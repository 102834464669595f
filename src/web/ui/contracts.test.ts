import { expect, expectTypeOf, test } from 'vitest';
import { call } from './api.ts';
import type { ActName, GetUrl, Given, ReplyOf } from './contracts.ts';
import { makeIntents } from './queries.ts';

test('calls are typed by their URL', () => {
  expectTypeOf<'/api/session'>().toExtend<GetUrl>();
  expectTypeOf<'POST /api/session/code'>().toExtend<ActName>();
  expectTypeOf<Given<'POST /api/session/code'>['body']>().toEqualTypeOf<{ code: string }>();
  expectTypeOf<ReplyOf<'GET /api/area'>['items'][number]['label']>().toEqualTypeOf<string>();
  const wrong = [
    // @ts-expect-error there is no such URL
    () => call('GET /api/nowhere'),
    // @ts-expect-error the body is required
    () => call('POST /api/session/code'),
    // @ts-expect-error the code is a text
    () => call('POST /api/session/code', { body: { code: 123456 } }),
  ];
  expect(wrong).toHaveLength(3);
});

test('an intent keeps its key until it has succeeded; another input is another intent', () => {
  let n = 0;
  const { keyFor, done } = makeIntents(() => `k${++n}`);
  const first = { params: { id: '1' }, body: { version: 1 } };
  expect(keyFor(first)).toBe('k1');
  expect(keyFor({ params: { id: '1' }, body: { version: 1 } })).toBe('k1');
  expect(keyFor({ params: { id: '2' }, body: { version: 1 } })).toBe('k2');
  done(first);
  expect(keyFor(first)).toBe('k3');
});
