import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastifyForm from '@fastify/formbody';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { uuid7 } from '#kernel/uuid7.ts';
import { projectRoot } from '../db/cluster.ts';
import type { Platform } from '../db/context.ts';
import type { Contract } from './contract.ts';
import { maskedLog } from './log.ts';
import { openapi } from './openapi.ts';
import { answerError } from './serve.ts';

const MOST_JSON_BYTES = 1_000_000;
const MOST_FILE_BYTES = 60_000_000;

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'",
} as const;

/** The HTTP server without any domain: logs with request ids, errors, health, metrics, OpenAPI, the staff bundle. */
export const makeHttp = async (
  settings: { logLevel: string; writeLog?: (line: string) => void },
  platform: Platform,
  contracts: Contract[],
): Promise<FastifyInstance> => {
  const http = Fastify({
    logger: {
      level: settings.logLevel,
      stream: maskedLog(settings.writeLog ?? ((line) => process.stdout.write(line))),
      serializers: {
        req: (request) => ({ method: request.method, url: request.url }),
        err: (error) => ({ type: error.name, message: error.message, stack: error.stack ?? '' }),
      },
    },
    genReqId: () => uuid7(),
    forceCloseConnections: true,
    bodyLimit: MOST_JSON_BYTES,
    trustProxy: 'loopback',
  });
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_seconds',
    help: 'Time of requests by route',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
    buckets: [0.005, 0.01, 0.02, 0.06, 0.1, 0.25, 0.5, 1, 2.5, 10],
  });

  await http.register(fastifyCookie);
  await http.register(fastifyForm);
  // A file is sent as the raw body: no form parts, no temporary names, the type is judged by content.
  http.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: MOST_FILE_BYTES },
    (_request, body, done) => done(null, body),
  );
  http.setErrorHandler(answerError);
  http.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) if (!reply.hasHeader(name)) reply.header(name, value);
  });
  http.addHook('onResponse', async (request, reply) => {
    duration.observe(
      { method: request.method, route: request.routeOptions.url ?? 'other', status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
  });

  http.get('/healthz', async () => ({ ok: true }));
  http.get('/readyz', async (_request, reply) => {
    const ready = await sql`select 1`.execute(platform.db).then(
      () => true,
      () => false,
    );
    return reply.code(ready ? 200 : 503).send({ ready, database: ready });
  });
  http.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  http.get('/api/openapi.json', async () => openapi(contracts));

  const staff = join(projectRoot, 'dist', 'staff');
  if (existsSync(staff)) {
    const page = readFileSync(join(staff, 'index.html'), 'utf8');
    await http.register(fastifyStatic, {
      root: join(staff, 'assets'),
      prefix: '/kantor/assets/',
      immutable: true,
      maxAge: '365d',
    });
    const sendPage = async (
      _request: unknown,
      reply: { type: (t: string) => { header: (n: string, v: string) => { send: (b: string) => unknown } } },
    ) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
    http.get('/kantor', sendPage);
    http.get('/kantor/*', sendPage);
  }
  http.setNotFoundHandler((request, reply) => {
    const error = {
      code: 'alamat.tidak_ada',
      message: 'Alamat ini tidak ada. Periksa ketikannya, atau mulai dari halaman depan.',
      details: {},
      requestId: request.id,
    };
    if (request.url.startsWith('/api/')) return reply.code(404).send({ error });
    return reply
      .code(404)
      .type('text/html; charset=utf-8')
      .send(
        `<!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tidak ada</title><body style="font:18px/27px system-ui;max-width:34rem;margin:3rem auto;padding:0 1rem"><h1>Halaman tidak ada</h1><p>${error.message}</p><p><a href="/">Ke halaman depan</a></p></body></html>`,
      );
  });
  return http;
};
