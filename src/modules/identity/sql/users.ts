import type { Kysely } from 'kysely';
import type { Database } from '#platform/db/schema.ts';

/** The sign-in of a name in an agency; undefined when there is none. */
export const findUserByName = async (
  db: Kysely<Database>,
  agencySlug: string,
  username: string,
): Promise<{ id: string } | undefined> =>
  db
    .selectFrom('auth.user as u')
    .innerJoin('auth.agency_user as m', 'm.user_id', 'u.id')
    .select('u.id')
    .where('m.agency', '=', agencySlug)
    .where('u.username', '=', username)
    .executeTakeFirst();

/** The sign-in of a name in whichever agency; names are one for all agencies of an installation. */
export const findUserAnywhere = async (db: Kysely<Database>, username: string): Promise<{ id: string } | undefined> =>
  db.selectFrom('auth.user').select('id').where('username', '=', username).executeTakeFirst();
