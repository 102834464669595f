import type pg from 'pg';
import { forgetReplies } from './sql/stored-replies.ts';

/** Forgets old stored replies at the start and every hour until stopped. A failure is reported and tried again at the next beat. */
export const startForgetting = (ownerPool: pg.Pool, onError: (error: unknown) => void, everyMs = 3_600_000) => {
  let running: Promise<unknown> = Promise.resolve();
  const beat = () => {
    running = running.then(() => forgetReplies(ownerPool)).catch(onError);
  };
  beat();
  const timer = setInterval(beat, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
