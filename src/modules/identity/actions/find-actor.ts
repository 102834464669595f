import type { Kysely } from 'kysely';
import type { Actor } from '#platform/db/actor.ts';
import type { Platform } from '#platform/db/context.ts';
import type { Database } from '#platform/db/schema.ts';
import { findUserByName } from '../sql/users.ts';
import { resolveSession } from './resolve-session.ts';

/**
 * The actor a name would be after signing in, under its first assignment: for the command line and for what the demo does in people's
 * names. Neither password nor second step is
 * asked: whoever can call this holds the machine. Undefined when the agency has no such open account.
 */
export const findActor = async (
  platform: Platform & { db: Kysely<Database> },
  agencySlug: string,
  username: string,
): Promise<Actor | undefined> => {
  const user = await findUserByName(platform.db, agencySlug, username);
  return user && (await resolveSession(platform, { ...user, twoFactorEnabled: true }, undefined))?.actor;
};
