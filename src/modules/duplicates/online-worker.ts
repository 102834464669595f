import { parentPort, workerData } from 'node:worker_threads';
import { type Connection, openDatabase, openPool } from '#platform/db/connection.ts';
import { platformOn } from '#platform/db/context.ts';
import { createKeeper } from './actions/online-keeper.ts';
import type { ThreadAnswer, ThreadQuestion } from './domain/online-state.ts';
import { listAgencies } from './sql/bookings.ts';
import { hearChanges } from './sql/online-changes.ts';

/** Agencies that came without a change being called out, and models put in force, are seen this often. */
const LOOK_MS = 60_000;

const { connection } = workerData as { connection: Connection };
// Two for questions and building, one that listens.
const pool = openPool(connection, 3);
const platform = platformOn(openDatabase(pool));
const say = (answer: ThreadAnswer): void => parentPort?.postMessage(answer);
const sayTrouble = (error: unknown): void => say({ kind: 'trouble', message: String(error) });
const keeper = createKeeper(platform, sayTrouble);

const wake = async (schema?: string): Promise<void> => {
  for (const place of await listAgencies(platform))
    if (schema === undefined || place.schema === schema) keeper.wake(place);
};
const lookAround = (schema?: string): void => {
  wake(schema).catch(sayTrouble);
};
const hearing = hearChanges(pool, lookAround);
const timer = setInterval(lookAround, LOOK_MS);

const answer = async (asked: Exclude<ThreadQuestion, { kind: 'stop' }>): Promise<void> => {
  try {
    if (asked.kind === 'status') say({ kind: 'status', no: asked.no, status: keeper.status(asked.place) });
    else say({ kind: 'answer', no: asked.no, answer: await keeper.ask(asked.question, false) });
  } catch (error) {
    say({ kind: 'refused', no: asked.no, message: String(error) });
  }
};

parentPort?.on('message', (asked: ThreadQuestion) => {
  if (asked.kind !== 'stop') {
    void answer(asked);
    return;
  }
  clearInterval(timer);
  hearing.stop();
  void keeper
    .stop()
    .then(() => pool.end())
    .finally(() => parentPort?.close());
});
