import type { Kysely } from 'kysely';
import { refuse } from '#kernel/refusal.ts';
import { type Platform, withActor } from '#platform/db/context.ts';
import type { Database } from '#platform/db/schema.ts';
import { LOCK_MINUTES, lockSince, MOST_BY_ADDRESS, MOST_BY_NAME } from '../domain/lock-out.ts';
import { addFailure, countFailures, type Try } from '../sql/sessions.ts';
import { findUserAnywhere } from '../sql/users.ts';
import { resolveSession } from './resolve-session.ts';

type Desk = Platform & { db: Kysely<Database> };

/** Refuses (429) while the name is closed, or the address has tried too much. Passwords and codes are counted apart. */
export const refuseLocked = async (platform: Desk, tried: Try): Promise<void> => {
  const failures = await countFailures(platform.db, tried, lockSince(platform.clock()));
  const isNamed = tried.username !== '';
  if ((isNamed && failures.byName >= MOST_BY_NAME) || failures.byAddress >= MOST_BY_ADDRESS)
    refuse(
      'masuk.terkunci',
      429,
      `Terlalu banyak percobaan. Tunggu ${LOCK_MINUTES} menit, lalu coba lagi, atau minta admin membuka kuncinya.`,
    );
};

/** In the agency's audit, in the name of the account that was tried on: nobody is signed in yet. */
const recordLock = async (platform: Desk, tried: Try, tries: number, requestId: string) => {
  const user = await findUserAnywhere(platform.db, tried.username);
  const session = user && (await resolveSession(platform, { ...user, twoFactorEnabled: true }, undefined));
  if (!session) return;
  await withActor(platform, session.actor, { requestId }, (ctx) =>
    ctx.record({
      event: 'account.locked',
      subjectKind: 'account',
      subjectId: session.account.account_id,
      after: { tried: tried.kind, tries, from: tried.clientIp, minutes: LOCK_MINUTES },
    }),
  );
};

/** Counts one wrong try; the one that closes the name is recorded in the audit. */
export const countFailure = async (platform: Desk, tried: Try, requestId: string): Promise<void> => {
  const now = platform.clock();
  await addFailure(platform.db, tried, now);
  const { byName } = await countFailures(platform.db, tried, lockSince(now));
  if (tried.username !== '' && byName >= MOST_BY_NAME) await recordLock(platform, tried, byName, requestId);
};
