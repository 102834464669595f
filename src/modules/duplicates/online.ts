import { Worker } from 'node:worker_threads';
import type { Connection } from '#platform/db/connection.ts';
import type { Platform } from '#platform/db/context.ts';
import { createKeeper } from './actions/online-keeper.ts';
import {
  NOT_BEGUN,
  type Online,
  type OnlineAnswer,
  type ThreadAnswer,
  type ThreadQuestion,
} from './domain/online-state.ts';

const UNANSWERED: OnlineAnswer = { status: { ...NOT_BEGUN, state: 'gagal' }, candidates: undefined };
const PAUSE_MS = 5_000;

type Waiting = Map<number, (answer: ThreadAnswer | undefined) => void>;

const startThread = (connection: Connection, waiting: Waiting, onError: (error: unknown) => void): Worker => {
  const thread = new Worker(new URL('./online-worker.ts', import.meta.url), { workerData: { connection } });
  thread.on('message', (said: ThreadAnswer) => {
    if (said.kind === 'trouble') {
      onError(new Error(said.message));
      return;
    }
    if (said.kind === 'refused') onError(new Error(said.message));
    waiting.get(said.no)?.(said);
    waiting.delete(said.no);
  });
  thread.on('error', onError);
  return thread;
};

/**
 * The indexes in a thread. When it dies questions are answered as while it is not ready, and it is started again after a pause: nobody is
 * kept from registering.
 */
const inThread = (connection: Connection, onError: (error: unknown) => void): Online => {
  const waiting: Waiting = new Map();
  let thread: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let [no, stopped] = [0, false];
  const start = () => {
    if (thread || stopped) return;
    thread = startThread(connection, waiting, onError);
    thread.once('exit', () => {
      thread = undefined;
      for (const settle of waiting.values()) settle(undefined);
      waiting.clear();
      if (!stopped) timer = setTimeout(start, PAUSE_MS);
    });
  };
  const put = (make: (no: number) => ThreadQuestion): Promise<ThreadAnswer | undefined> => {
    start();
    no += 1;
    const mine = no;
    return new Promise((settle) => {
      if (!thread) {
        settle(undefined);
        return;
      }
      waiting.set(mine, settle);
      thread.postMessage(make(mine));
    });
  };
  return {
    start,
    ask: async (question) => {
      const said = await put((mine) => ({ kind: 'ask', no: mine, question }));
      return said?.kind === 'answer' ? said.answer : UNANSWERED;
    },
    status: async (place) => {
      const said = await put((mine) => ({ kind: 'status', no: mine, place }));
      return said?.kind === 'status' ? said.status : UNANSWERED.status;
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      const ending = thread;
      if (!ending) return;
      const ended = new Promise((done) => ending.once('exit', done));
      ending.postMessage({ kind: 'stop' } satisfies ThreadQuestion);
      await ended;
    },
  };
};

/**
 * With a `connection` (the application's own) the indexes live in a thread; without, in the process that calls, and the first question
 * waits for them: for tests, whose clock stands still.
 */
export const createOnline = (
  platform: Platform,
  connection: Connection | undefined,
  onError: (error: unknown) => void,
): Online => {
  if (connection) return inThread(connection, onError);
  const keeper = createKeeper(platform, onError);
  return {
    start: () => undefined,
    ask: (question) => keeper.ask(question, true),
    status: async (place) => keeper.status(place),
    stop: keeper.stop,
  };
};
