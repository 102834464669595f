import type pg from 'pg';
import { startHeartbeat } from '../jobs/heartbeat.ts';
import { forgetReplies } from './sql/stored-replies.ts';

/** Forgets old stored replies at the start and every hour until stopped. A failure is reported and tried again at the next beat. */
export const startForgetting = (ownerPool: pg.Pool, onError: (error: unknown) => void, everyMs = 3_600_000) =>
  startHeartbeat(() => forgetReplies(ownerPool), onError, { everyMs, atStart: true });
