import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { makeWhoIs, registerSessionRoutes } from '#modules/identity/index.ts';
import { makeAuth } from '#platform/auth/auth.ts';
import type { Connection } from '#platform/db/connection.ts';
import type { Platform } from '#platform/db/context.ts';
import type { Contract } from '#platform/http/contract.ts';
import type { Server } from '#platform/http/serve.ts';
import { makeHttp } from '#platform/http/server.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import type { MailSetting } from '#platform/mail/send-mail.ts';
import { modules } from './modules.ts';

/** What the application is made from. `ownerPool` is for jobs and sealing only; requests go through `platform.db` as the app's role. */
export type Ingredients = {
  platform: Platform;
  ownerPool: pg.Pool;
  /** How threads of this process reach the database, as the application's role; without it long jobs run in the process itself. */
  connection?: Connection;
  dataDir: string;
  url: string;
  secret: string;
  logLevel: string;
  checkReplies: boolean;
  /** Where mail leaves; without it none does. */
  mail?: MailSetting;
};
export type App = { http: FastifyInstance; jobs: Jobs; contracts: Contract[] };

/** Composes the whole application; nothing listens yet. */
export const makeApp = async (ingredients: Ingredients): Promise<App> => {
  const { platform } = ingredients;
  const contracts: Contract[] = [];
  const http = await makeHttp({ logLevel: ingredients.logLevel }, platform, contracts);
  const auth = makeAuth(platform.db, ingredients.url, ingredients.secret);
  const server: Server = {
    http,
    platform,
    whoIs: makeWhoIs(auth, platform),
    contracts,
    checkReplies: ingredients.checkReplies,
  };
  registerSessionRoutes(server, auth);
  const jobs: Record<string, Jobs[string]> = {};
  for (const register of modules) Object.assign(jobs, register(server, ingredients, auth));
  return { http, jobs, contracts };
};
