import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeApp } from '../../src/app.ts';
import { DEMO_PASSWORD } from '../../src/modules/identity/index.ts';
import { startWorker, type Worker } from '../../src/platform/jobs/worker.ts';
import type { MailSetting } from '../../src/platform/mail/send-mail.ts';
import { freshDatabase } from './database.ts';

export type TestApp = Awaited<ReturnType<typeof startTestApp>>;

/** The noon (WITA) of the day on which time stands still. */
export const TEST_NOW = new Date('2026-07-15T04:00:00Z');

/**
 * The whole application on a database of its own, without listening: `as('verifikator')` gives a client that is signed in.
 * The clock stands still until `setNow`. Replies are held against their contracts. `withJobs` runs the background worker too.
 */
export const startTestApp = async (options: { withJobs?: boolean; mail?: MailSetting } = {}) => {
  const database = await freshDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'rukun-app-'));
  let now = TEST_NOW;
  const platform = { db: database.db, clock: () => now };
  const app = await makeApp({
    platform,
    ownerPool: database.ownerPool,
    dataDir,
    url: 'http://localhost',
    secret: 'test-secret-test-secret-test-secret-0123',
    logLevel: 'silent',
    checkReplies: true,
    ...(options.mail ? { mail: options.mail } : {}),
  });
  await app.http.ready();
  const worker: Worker | undefined = options.withJobs
    ? await startWorker(database.ownerPool, app.jobs, (name, error) => console.error(name, error))
    : undefined;

  /** Tests read replies freely: the server has already held them against the contract. */
  type Parsed = ReturnType<typeof JSON.parse>;
  type Body = Record<string, unknown> | undefined;
  const client = (cookie: string) => {
    const send = async (
      method: 'GET' | 'POST' | 'PUT' | 'DELETE',
      url: string,
      body?: Body,
      headers: Record<string, string> = {},
    ) => {
      const reply = await app.http.inject({
        method,
        url,
        headers: { cookie, host: 'localhost', ...headers },
        ...(body ? { payload: body } : {}),
      });
      const isJson = String(reply.headers['content-type']).startsWith('application/json');
      return {
        status: reply.statusCode,
        body: (isJson ? JSON.parse(reply.body) : reply.body) as Parsed,
        headers: reply.headers,
        raw: reply.rawPayload,
      };
    };
    return {
      cookie,
      get: (url: string) => send('GET', url),
      post: (url: string, body: Body = {}, headers?: Record<string, string>) => send('POST', url, body, headers),
      put: (url: string, body: Body = {}) => send('PUT', url, body),
      delete: (url: string) => send('DELETE', url),
      upload: async (url: string, content: Buffer) => {
        const reply = await app.http.inject({
          method: 'PUT',
          url,
          headers: { cookie, host: 'localhost', 'content-type': 'application/octet-stream' },
          payload: content,
        });
        return { status: reply.statusCode, body: JSON.parse(reply.body) };
      },
    };
  };
  const signedIn = new Map<string, ReturnType<typeof client>>();
  const as = async (username: string) => {
    const known = signedIn.get(username);
    if (known) return known;
    const reply = await app.http.inject({
      method: 'POST',
      url: '/api/session',
      headers: { host: 'localhost' },
      payload: { username, password: DEMO_PASSWORD },
    });
    if (reply.statusCode !== 200) throw new Error(`${username} cannot sign in: ${reply.body}`);
    const cookie = [reply.headers['set-cookie'] ?? []]
      .flat()
      .map((text) => text.split(';')[0])
      .join('; ');
    const made = client(cookie);
    signedIn.set(username, made);
    return made;
  };
  const close = async () => {
    await worker?.stop();
    await app.http.close();
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return {
    ...app,
    database,
    platform,
    dataDir,
    as,
    stranger: client(''),
    setNow: (instant: Date) => {
      now = instant;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
};
