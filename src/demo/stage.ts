import { addDays, type LocalDate } from '#kernel/local-date.ts';
import { findActor } from '#modules/identity/index.ts';
import { makeAuth } from '#platform/auth/auth.ts';
import type { Actor } from '#platform/db/actor.ts';
import { type Context, type Platform, withActor } from '#platform/db/context.ts';
import type { Server } from '#platform/http/serve.ts';
import { makeHttp } from '#platform/http/server.ts';
import type { Ingredients } from '../app.ts';
import type { RegisterModule } from '../modules.ts';

type Json = ReturnType<typeof JSON.parse>;

/** What an account of the demo does through the application's own routes, at an hour of its day. */
export type Player = {
  read: (url: string) => Promise<Json>;
  /**
   * Sends a body. `key` names the act: when the work is cut off and done again, the same key does not do it twice, and the first reply
   * comes again (null when the body is another one by now, because the act itself changed what it was made from).
   */
  send: (key: string, method: 'POST' | 'PUT', url: string, body?: object) => Promise<Json>;
  /** A step with the version that is there now; one that was taken already is left alone. */
  step: (key: string, record: string, name: string, body?: object, method?: 'POST' | 'PUT') => Promise<void>;
  /** Reads the register directly, as this account sees it. */
  look: <T>(read: (ctx: Context) => Promise<T>) => Promise<T>;
};

/** The demo agency's accounts at work. `on(0)` is the day on which the demo began; `on(-12)` twelve days before it, or the Friday before that. */
export type Stage = {
  on: (days: number) => LocalDate;
  /** The account as it acts `days` from the first day at `hour` o'clock of the agency; without them, now. */
  as: (username: string, days?: number, hour?: number) => Player;
  close: () => Promise<void>;
};

/** The refusal of a key that was used with another body: this act was done before the work was cut off. */
const DONE = 'kunci.dipakai';

type Turn = { actor: Actor; now: Date };
type Play = { agency: string; firstDay: LocalDate; signal: AbortSignal };

/** Hours between UTC and the agencies of the demo are few; what matters is that an act stands in office hours of its own day. */
const ZONE_HOURS: Readonly<Record<string, number>> = { WIB: 7, WITA: 8, WIT: 9 };

const instantOf = (day: LocalDate, hour: number, zone: string, latest: Date): Date => {
  const [whole, minutes] = [Math.floor(hour), Math.round((hour % 1) * 60)];
  const wanted = new Date(`${day}T00:00:00Z`);
  wanted.setUTCMinutes((whole - (ZONE_HOURS[zone] ?? 7)) * 60 + minutes);
  return wanted < latest ? wanted : latest;
};

/** A day on which offices work: the Friday before a Saturday or Sunday. */
const officeDay = (day: LocalDate): LocalDate => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 6 ? -1 : weekday === 0 ? -2 : 0);
};

/** The application's routes on an HTTP server that listens nowhere, under a clock and an account that each act chooses. */
const makeRoutes = async (ingredients: Ingredients, modules: readonly RegisterModule[], turn: () => Turn) => {
  const platform: Platform = { db: ingredients.platform.db, clock: () => turn().now };
  const http = await makeHttp({ logLevel: 'silent' }, platform, []);
  const auth = makeAuth(platform.db, ingredients.url, ingredients.secret);
  const server: Server = { http, platform, whoIs: async () => turn().actor, contracts: [], checkReplies: false };
  for (const register of modules) register(server, ingredients, auth);
  await http.ready();
  return { http, platform };
};

/**
 * Opens the stage on which the demo's people work: every act goes through the same routes, checks and audit as an officer's click, by
 * that officer's account; only the clock is set back, so that a demo of one minute has a month behind it.
 */
export const openStage = async (
  ingredients: Ingredients,
  modules: readonly RegisterModule[],
  { agency, firstDay, signal }: Play,
): Promise<Stage> => {
  let turn: Turn | undefined;
  const current = (): Turn => {
    if (!turn) throw new Error('demo: nobody is acting');
    return turn;
  };
  const { http, platform } = await makeRoutes(ingredients, modules, current);
  const actors = new Map<string, Actor>();
  const actorOf = async (username: string): Promise<Actor> => {
    const known = actors.get(username) ?? (await findActor(ingredients.platform, agency, username));
    if (!known) throw new Error(`demo: no account ${username} in ${agency}`);
    actors.set(username, known);
    return known;
  };
  const on = (days: number) => (days === 0 ? firstDay : officeDay(addDays(firstDay, days)));

  const as = (username: string, days?: number, hour = 9): Player => {
    const enter = async (): Promise<Turn> => {
      signal.throwIfAborted();
      const [actor, real] = [await actorOf(username), ingredients.platform.clock()];
      turn = { actor, now: days === undefined ? real : instantOf(on(days), hour, actor.zone, real) };
      return turn;
    };
    const ask = async (method: 'GET' | 'POST' | 'PUT', url: string, key?: string, body?: object) => {
      await enter();
      const reply = await http.inject({
        method,
        url,
        ...(key === undefined ? {} : { headers: { 'idempotency-key': `contoh:${key}` } }),
        ...(body === undefined ? {} : { payload: body }),
      });
      const answer: Json = JSON.parse(reply.body);
      return { ok: reply.statusCode === 200, answer, said: `${username} ${method} ${url}: ${reply.body}` };
    };
    const read: Player['read'] = async (url) => {
      const { ok, answer, said } = await ask('GET', url);
      if (!ok) throw new Error(`demo: ${said}`);
      return answer;
    };
    const send: Player['send'] = async (key, method, url, body = {}) => {
      const { ok, answer, said } = await ask(method, url, key, body);
      if (ok) return answer;
      if (answer.error?.code === DONE) return null;
      throw new Error(`demo: ${said}`);
    };
    const step: Player['step'] = async (key, record, name, body = {}, method = 'POST') => {
      const { version } = await read(record);
      await send(key, method, `${record}/${name}`, { version, ...body });
    };
    const look: Player['look'] = async (act) => {
      const { actor } = await enter();
      return withActor(platform, actor, { requestId: `contoh-${agency}` }, act);
    };
    return { read, send, step, look };
  };
  return { on, as, close: () => http.close() };
};
