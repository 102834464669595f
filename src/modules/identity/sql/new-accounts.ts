import type pg from 'pg';
import type { LocalDate } from '#kernel/local-date.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { RoleId } from '../domain/roles.ts';

/** An account made at installation (the first administrator, the demo). `passwordHash` comes from the sign-in library. */
export type InstalledAccount = {
  username: string;
  name: string;
  kind: 'staf' | 'rt' | 'psm' | 'mitra';
  passwordHash: string;
  role: RoleId;
  areaId: number;
  bidang: string | null;
  clearance: number;
  from: LocalDate;
  expiresOn: LocalDate | null;
  basis: string;
  position: { name: string; level: string; signs: boolean; sk: string } | null;
};

const addSignIn = async (client: pg.ClientBase, account: InstalledAccount): Promise<string> => {
  const user = await client.query<{ id: string }>(
    `insert into auth."user" (name, email, "emailVerified", username, "displayUsername") values ($1, $2, true, $3, $3)
     on conflict (username) do update set name = excluded.name returning id`,
    [account.name, `${account.username}@rukun.invalid`, account.username],
  );
  const id = user.rows[0]!.id;
  await client.query('delete from auth.account where "userId" = $1', [id]);
  await client.query(
    `insert into auth.account ("accountId", "providerId", "userId", password, "updatedAt") values ($1::text, 'credential', $1::uuid, $2, now())`,
    [id, account.passwordHash],
  );
  return id;
};

/** Adds an account with its sign-in, position and one assignment; the search_path must name the agency's schema. A known username is left alone. */
export const installAccount = async (
  client: pg.ClientBase,
  agencySlug: string,
  account: InstalledAccount,
): Promise<string> => {
  const known = await client.query<{ id: string }>('select id from account where username = $1', [account.username]);
  if (known.rows[0]) return known.rows[0].id;
  const userId = await addSignIn(client, account);
  const [accountId, staffId] = [uuid7(), account.position ? uuid7() : null];
  if (account.position && staffId) {
    await client.query('insert into staff (id, name) values ($1, $2)', [staffId, account.name]);
    const positionId = uuid7();
    await client.query('insert into position (id, name, bidang, level, signs) values ($1, $2, $3, $4, $5)', [
      positionId,
      account.position.name,
      account.bidang,
      account.position.level,
      account.position.signs,
    ]);
    await client.query(
      `insert into position_holder (id, position_id, staff_id, kind, during, sk) values ($1, $2, $3, 'definitif', daterange($4::date, null), $5)`,
      [uuid7(), positionId, staffId, account.from, account.position.sk],
    );
  }
  await client.query(
    'insert into account (id, user_id, kind, username, display_name, staff_id, expires_on) values ($1, $2, $3, $4, $5, $6, $7)',
    [accountId, userId, account.kind, account.username, account.name, staffId, account.expiresOn],
  );
  await client.query('insert into auth.agency_user (user_id, agency, account_id) values ($1, $2, $3)', [
    userId,
    agencySlug,
    accountId,
  ]);
  await client.query(
    'insert into assignment (id, account_id, role, area_id, bidang, clearance, during, basis) values ($1, $2, $3, $4, $5, $6, daterange($7::date, null), $8)',
    [uuid7(), accountId, account.role, account.areaId, account.bidang, account.clearance, account.from, account.basis],
  );
  return accountId;
};
