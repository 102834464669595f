import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

test('health says the server lives, readiness that its database answers', async () => {
  expect(await app.stranger.get('/healthz')).toMatchObject({ status: 200, body: { ok: true } });
  expect(await app.stranger.get('/readyz')).toMatchObject({ status: 200, body: { ready: true, database: true } });
});

test('metrics count requests by route, and hold nothing of what was asked for', async () => {
  const verifier = await app.as('verifikator');
  expect((await verifier.get('/api/person?q=9901014708540004')).status).toBe(200);
  const { body } = await app.stranger.get('/metrics');
  expect(body).toMatch(/http_request_seconds_count\{method="GET",route="\/api\/person",status="200"\} \d/);
  expect(body).not.toContain('9901014708540004');
});

test('OpenAPI 3.1 tells of every contract: its parameters, its body, its reply, who may', async () => {
  const { body } = await app.stranger.get('/api/openapi.json');
  expect(body.openapi).toBe('3.1.0');
  const told = Object.entries<Record<string, unknown>>(body.paths).flatMap(([path, of]) =>
    Object.keys(of).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const served = app.contracts.map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
  expect(served.length).toBeGreaterThan(100);
  expect(told.toSorted()).toEqual(served.toSorted());
  for (const { method, url, may, body: wanted } of app.contracts) {
    const operation = body.paths[url.replace(/:(\w+)/g, '{$1}')][method.toLowerCase()];
    const inPath = operation.parameters.filter((one: { in: string }) => one.in === 'path');
    expect(inPath.map((one: { name: string }) => `:${one.name}`)).toEqual(url.match(/:\w+/g) ?? []);
    expect(operation['x-capability']).toBe(may);
    expect(operation.requestBody !== undefined).toBe(wanted !== undefined);
  }
});

/** The addresses of a route tree as Fastify prints it: each line stands four characters deeper than the one it continues. */
const addressesOf = (tree: string): string[] => {
  const parts: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent, part, methods] = /^(.*?)[├└]── (\S*)(?: \((.+)\))?/.exec(line) ?? [];
    if (indent === undefined || part === undefined) return [];
    const depth = indent.length / 4;
    parts.splice(depth, parts.length, part);
    return methods === undefined ? [] : [parts.join('')];
  });
};

test('every call of the API is served from a contract', () => {
  const api = addressesOf(app.http.printRoutes({ commonPrefix: false })).filter((url) => url.startsWith('/api/'));
  expect(api.length).toBeGreaterThan(100);
  const known = new Set(app.contracts.map(({ url }) => url));
  // The call that prints the contracts is the one without its own.
  expect(api.filter((url) => !known.has(url))).toEqual(['/api/openapi.json']);
});
