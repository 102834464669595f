import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CAPABILITIES } from '#kernel/capability.ts';
import { Refusal, refuse } from '#kernel/refusal.ts';
import { type Actor, may } from '../db/actor.ts';
import { type Context, type Platform, toJson, withActor } from '../db/context.ts';
import type { Answer, Contract, Input, Reply } from './contract.ts';
import { plainSentence } from './plain-sentence.ts';

/** Who is asking: gives the actor of the session, or undefined when nobody is signed in. */
export type WhoIs = (request: FastifyRequest) => Promise<Actor | undefined>;

/** What routes need: the server, the database, the session's actor, and the contracts seen so far (for OpenAPI). */
export type Server = {
  http: FastifyInstance;
  platform: Platform;
  whoIs: WhoIs;
  contracts: Contract[];
  checkReplies: boolean;
};

const parse = (schema: z.ZodType | undefined, value: unknown, place: string) => {
  if (!schema) return undefined;
  const result = schema.safeParse(value ?? {}, { error: plainSentence });
  if (result.success) return result.data;
  const fields = Object.fromEntries(result.error.issues.map((issue) => [issue.path.join('.') || place, issue.message]));
  return refuse('permintaan.tidak_sah', 422, `Ada isian yang perlu diperbaiki. ${Object.values(fields)[0] ?? ''}`, {
    fields,
  });
};

const signedIn = async (server: Server, request: FastifyRequest): Promise<Actor> =>
  (await server.whoIs(request)) ??
  refuse(
    'masuk.perlu',
    401,
    'Anda belum masuk, atau sesi Anda sudah berakhir. Masuk lagi; isian di layar ini tidak hilang.',
  );

const allow = (actor: Actor, definition: Contract) => {
  if (definition.may && !may(actor, definition.may))
    refuse(
      'wewenang.kurang',
      403,
      `Tugas Anda (${actor.role}) tidak mencakup: ${CAPABILITIES[definition.may][0].toLowerCase()}. Minta kepada admin bila seharusnya boleh.`,
      {
        capability: definition.may,
      },
    );
};

/** Runs `work` once per Idempotency-Key: the reply is stored in the same transaction and given again to a repeated request. */
const once = async <T>(
  ctx: Context,
  key: string | undefined,
  fingerprint: string,
  work: () => Promise<T>,
): Promise<T> => {
  if (!key) return work();
  if (key.length > 100) refuse('kunci.tidak_sah', 422, 'Kunci pengulangan (Idempotency-Key) terlalu panjang.');
  const found = await ctx.tx
    .selectFrom('idempotency')
    .select(['request_hash', 'reply'])
    .where('account_id', '=', ctx.actor.accountId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (found && found.request_hash !== fingerprint)
    refuse(
      'kunci.dipakai',
      422,
      'Kunci pengulangan ini sudah dipakai untuk permintaan lain. Muat ulang halaman, lalu kirim lagi.',
    );
  if (found) return found.reply as T;
  const reply = await work();
  await ctx.tx
    .insertInto('idempotency')
    .values({
      key,
      account_id: ctx.actor.accountId,
      request_hash: fingerprint,
      status: 200,
      reply: toJson(reply ?? null),
    })
    .execute();
  return reply;
};

const isUniqueViolation = (error: unknown, table: string) =>
  error instanceof Error && 'code' in error && error.code === '23505' && 'table' in error && error.table === table;

const send = (server: Server, reply: FastifyReply, definition: Contract, value: unknown) => {
  const text = toJson(value ?? null);
  // In tests every reply is held against its contract, so that OpenAPI cannot lie.
  if (server.checkReplies) {
    const checked = definition.reply.safeParse(JSON.parse(text));
    if (!checked.success)
      throw new Error(
        `${definition.method} ${definition.url} answers outside its contract: ${z.prettifyError(checked.error)}`,
      );
  }
  return reply.type('application/json; charset=utf-8').send(text);
};

/** Whoever asks, admitted, with what she asks for; refuses without a session, without the capability, or what cannot be read. */
const admit = async <C extends Contract>(
  server: Server,
  definition: C,
  request: FastifyRequest,
): Promise<{ actor: Actor; input: Input<C> }> => {
  const actor = await signedIn(server, request);
  allow(actor, definition);
  const input = {
    params: parse(definition.params, request.params, 'alamat'),
    query: parse(definition.query, request.query, 'alamat'),
    body: parse(definition.body, request.body, 'isian'),
  } as Input<C>;
  return { actor, input };
};

/** One write of an actor, once per Idempotency-Key. `content` is what a repetition of the request must agree with. */
const write = <T>(
  server: Server,
  request: FastifyRequest,
  actor: Actor,
  content: string | Buffer,
  work: (ctx: Context) => Promise<T>,
): Promise<T> => {
  const key = request.headers['idempotency-key'];
  const fingerprint = createHash('sha256').update(`${request.method} ${request.url} `).update(content).digest('hex');
  const run = () =>
    withActor(server.platform, actor, { requestId: request.id }, (ctx) =>
      once(ctx, typeof key === 'string' ? key : undefined, fingerprint, () => work(ctx)),
    );
  // Two equal requests at once: the second loses the race for the key and reads the first one's reply.
  return run().catch((error) => (isUniqueViolation(error, 'idempotency') ? run() : Promise.reject(error)));
};

/**
 * Serves a contract: session, capability, parsing, one transaction, once per Idempotency-Key, encoding.
 * A GET may not write (audit-or-throw catches it); the handler gets a Context and gives the reply.
 */
export const serve = <C extends Contract>(
  server: Server,
  definition: C,
  handler: (ctx: Context, input: Input<C>) => Promise<Answer<Reply<C>>>,
): void => {
  server.contracts.push(definition);
  server.http.route({
    method: definition.method,
    url: definition.url,
    handler: async (request, reply) => {
      const { actor, input } = await admit(server, definition, request);
      const value =
        definition.method === 'GET'
          ? await withActor(server.platform, actor, { requestId: request.id }, (ctx) => handler(ctx, input))
          : await write(server, request, actor, toJson(input.body ?? null), (ctx) => handler(ctx, input));
      return send(server, reply, definition, value);
    },
  });
};

/**
 * Takes a file as the raw body (`application/octet-stream`, at most 60 MB): same session, capability and transaction as `serve`;
 * what kind of file it is, the handler finds out from its bytes. The contract has no body. More than `mostBytes` is refused by what the
 * request says of its length, before it is read.
 */
export const serveUpload = <C extends Contract>(
  server: Server,
  definition: C,
  handler: (ctx: Context, input: Input<C>, bytes: Buffer) => Promise<Answer<Reply<C>>>,
  mostBytes?: number,
): void => {
  server.contracts.push(definition);
  server.http.route({
    method: definition.method,
    url: definition.url,
    ...(mostBytes === undefined ? {} : { bodyLimit: mostBytes }),
    handler: async (request, reply) => {
      const { actor, input } = await admit(server, definition, request);
      const bytes = Buffer.isBuffer(request.body)
        ? request.body
        : refuse('berkas.tidak_terkirim', 415, 'Berkas tidak ikut terkirim. Pilih berkasnya, lalu kirim lagi.');
      const value = await write(server, request, actor, bytes, (ctx) => handler(ctx, input, bytes));
      return send(server, reply, definition, value);
    },
  });
};

/** A file to download (PDF, CSV, xlsx): same session, capability and transaction, other encoding. */
export const serveFile = <C extends Contract>(
  server: Server,
  definition: C,
  handler: (ctx: Context, input: Input<C>) => Promise<{ name: string; mediaType: string; body: Buffer | string }>,
): void => {
  server.contracts.push(definition);
  server.http.route({
    method: definition.method,
    url: definition.url,
    handler: async (request, reply) => {
      const { actor, input } = await admit(server, definition, request);
      const file = await withActor(server.platform, actor, { requestId: request.id }, (ctx) => handler(ctx, input));
      const inline = file.mediaType === 'application/pdf' || file.mediaType.startsWith('image/');
      return reply
        .type(file.mediaType)
        .header(
          'content-disposition',
          `${inline ? 'inline' : 'attachment'}; filename="${file.name.replace(/[^\w.-]+/g, '-')}"`,
        )
        .header('cache-control', 'private, no-store')
        .send(file.body);
    },
  });
};

/** How an error leaves the server: a Refusal with its sentence, anything else as a 500 with the request id and nothing more. */
export const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
  if (error instanceof Refusal)
    return reply
      .code(error.status)
      .send({ error: { code: error.code, message: error.message, details: error.details, requestId: request.id } });
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413)
    return reply.code(413).send({
      error: {
        code: 'berkas.terlalu_besar',
        message: 'Berkas lebih besar daripada yang dapat diterima. Kecilkan atau bagi berkasnya, lalu kirim lagi.',
        details: {},
        requestId: request.id,
      },
    });
  if (status >= 400 && status < 500)
    return reply.code(status).send({
      error: {
        code: 'permintaan.tidak_terbaca',
        message: 'Permintaan tidak terbaca. Muat ulang halaman, lalu coba lagi.',
        details: {},
        requestId: request.id,
      },
    });
  request.log.error({ err: error }, 'request failed');
  return reply.code(500).send({
    error: {
      code: 'server.gagal',
      message: `Server tidak dapat menyelesaikan permintaan ini, dan tidak ada yang tersimpan. Sebutkan nomor ${request.id} kepada admin.`,
      details: {},
      requestId: request.id,
    },
  });
};
