import type { Kysely } from 'kysely';
import type { Database } from '#platform/db/schema.ts';
import { DEMO_PASSWORD, LARASATI_ACCOUNTS, TIRTA_RUKUN_ACCOUNTS } from '../domain/demo-accounts.ts';

/** The names to try, only of demo agencies that exist here; an installation without one answers nothing. */
export const listDemoAccountRows = async (db: Kysely<Database>) => {
  const agencies = await db.selectFrom('auth.agency').select(['slug', 'name']).where('is_demo', '=', true).execute();
  const of = (slug: string, list: typeof TIRTA_RUKUN_ACCOUNTS) => {
    const agency = agencies.find((row) => row.slug === slug);
    return agency ? list.map(({ username, name, does }) => ({ username, name, does, agency: agency.name })) : [];
  };
  const accounts = [...of('tirta_rukun', TIRTA_RUKUN_ACCOUNTS), ...of('larasati', LARASATI_ACCOUNTS)];
  return { accounts, password: accounts.length > 0 ? DEMO_PASSWORD : null };
};

/** The sealed second-factor secret of an account of a demo agency; undefined for every other account. */
export const findDemoSecondFactor = async (db: Kysely<Database>, username: string): Promise<string | undefined> => {
  const found = await db
    .selectFrom('auth.user as u')
    .innerJoin('auth.agency_user as m', 'm.user_id', 'u.id')
    .innerJoin('auth.agency as a', 'a.slug', 'm.agency')
    .innerJoin('auth.twoFactor as f', 'f.userId', 'u.id')
    .select('f.secret')
    .where('a.is_demo', '=', true)
    .where('u.username', '=', username)
    .executeTakeFirst();
  return found?.secret;
};
