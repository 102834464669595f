import { afterEach, expect, test, vi } from 'vitest';
import { call, fillUrl, onSessionLapsed, sendCall } from './api.ts';
import { ApiError, fieldErrors, isPassing, NO_SIGNAL, readError } from './api-error.ts';

afterEach(() => vi.unstubAllGlobals());

const reply = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const stubFetch = (...answers: (Response | Error)[]) => {
  const fetched = vi.fn(async (_path: string, _request: RequestInit) => {
    const answer = answers.shift();
    if (answer instanceof Error || answer === undefined) throw answer ?? new Error('no answer left');
    return answer;
  });
  vi.stubGlobal('fetch', fetched);
  return fetched;
};
const refusal = { error: { code: 'masuk.perlu', message: 'Anda belum masuk.', details: {}, requestId: 'r1' } };

test('fills parameters and query, and leaves out what is empty', () => {
  expect(fillUrl('/api/usulan/:id/approval', { params: { id: 'a/b' } })).toBe('/api/usulan/a%2Fb/approval');
  expect(fillUrl('/api/area', { query: { q: 'karang asri', kind: undefined, after: '', tag: ['x', 'y'] } })).toBe(
    '/api/area?q=karang+asri&tag=x&tag=y',
  );
  expect(() => fillUrl('/api/usulan/:id', {})).toThrow('needs id');
});

test('sends the body as JSON with the key of the intent, and no content type without a body', async () => {
  const fetched = stubFetch(reply(200, { ok: true }), reply(200, {}));
  await sendCall('POST /api/session/code', { body: { code: '123456' } }, { key: 'k1' });
  const [path, request] = fetched.mock.calls[0] ?? [];
  expect(path).toBe('/api/session/code');
  expect(request).toMatchObject({
    method: 'POST',
    body: '{"code":"123456"}',
    headers: { 'idempotency-key': 'k1', 'content-type': 'application/json' },
  });
  await sendCall('DELETE /api/session', {});
  expect(fetched.mock.calls[1]?.[1].headers).toEqual({ accept: 'application/json' });
});

test('a lapsed session asks for the sign-in and then sends the very same call', async () => {
  const fetched = stubFetch(reply(401, refusal), reply(200, { done: 1 }));
  const ask = vi.fn(async () => {});
  onSessionLapsed(ask);
  await expect(sendCall('POST /api/usulan', { body: { nama: 'Tumi' } }, { key: 'k2' })).resolves.toEqual({ done: 1 });
  expect(ask).toHaveBeenCalledOnce();
  expect(fetched.mock.calls[1]).toEqual(fetched.mock.calls[0]);
});

test('a wrong password is an answer, not a lapsed session', async () => {
  stubFetch(reply(401, refusal));
  const ask = vi.fn(async () => {});
  onSessionLapsed(ask);
  await expect(call('POST /api/session', { body: { username: 'rina', password: 'x' } })).rejects.toMatchObject({
    status: 401,
    sentence: 'Anda belum masuk.',
  });
  expect(ask).not.toHaveBeenCalled();
});

test('a lost network is told apart from a refusal', async () => {
  stubFetch(new TypeError('Failed to fetch'));
  const error = await sendCall('GET /api/home', {}).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ status: 0, code: NO_SIGNAL });
  expect(isPassing(error)).toBe(true);
  expect(isPassing(new ApiError(409, 'x', 'y'))).toBe(false);
  expect(isPassing(new ApiError(500, 'x', 'y'))).toBe(false);
});

test('an answer that is not ours still gives a sentence', () => {
  expect(readError(502, undefined)).toMatchObject({ status: 502, code: 'server.asing' });
  expect(
    readError(409, {
      error: { code: 'versi', message: 'Bu Rina mengubah baris ini.', details: { version: 3 }, requestId: 'r' },
    }),
  ).toMatchObject({
    sentence: 'Bu Rina mengubah baris ini.',
    details: { version: 3 },
    requestId: 'r',
  });
});

test('sentences by field come out of a refusal, and only texts', () => {
  expect(fieldErrors(new ApiError(422, 'x', 'y', { fields: { nama: 'Isi nama.', umur: 3 } }))).toEqual({
    nama: 'Isi nama.',
  });
  expect(fieldErrors(new Error('z'))).toEqual({});
});
