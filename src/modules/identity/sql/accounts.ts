import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { LOCK_MINUTES, lockSince, MOST_BY_NAME } from '../domain/lock-out.ts';

export type AssignmentRow = {
  id: string;
  accountId: string;
  role: string;
  areaId: number;
  areaName: string | null;
  bidang: string | null;
  clearance: number;
  from: LocalDate;
  until: LocalDate | null;
  basis: string;
};
export type NewAssignment = {
  role: string;
  areaId: number;
  bidang: string | null;
  clearance: number;
  from: LocalDate;
  until: LocalDate | null;
  basis: string;
};

export const listAccountRows = (ctx: Context, q: string) =>
  ctx.tx
    .selectFrom('account')
    .select([
      'id',
      'username',
      'display_name as name',
      'kind',
      'expires_on as expiresOn',
      'closed_at as closedAt',
      'version',
    ])
    .where('kind', '<>', 'sistem')
    .where((eb) => eb.or([eb('username', 'ilike', `%${q}%`), eb('display_name', 'ilike', `%${q}%`)]))
    .orderBy('display_name')
    .limit(500)
    .execute();

export const listAssignmentRows = async (ctx: Context, accountIds: readonly string[]): Promise<AssignmentRow[]> =>
  (
    await sql<AssignmentRow>`
      select s.id, s.account_id as "accountId", s.role, s.area_id as "areaId", a.label as "areaName", s.bidang, s.clearance,
             lower(s.during)::text as "from", (upper(s.during) - 1)::text as until, s.basis
      from assignment s left join area a on a.id = s.area_id
      where s.account_id = any (${accountIds}::uuid[]) and (upper_inf(s.during) or upper(s.during) > ${ctx.today}::date) order by s.id`.execute(
      ctx.tx,
    )
  ).rows;

export const findAccountRow = (ctx: Context, id: string) =>
  ctx.tx
    .selectFrom('account')
    .select(['id', 'username', 'kind', 'version', 'closed_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export const addAccountRow = async (
  ctx: Context,
  account: { username: string; name: string; kind: string; expiresOn: LocalDate | null },
): Promise<string> => {
  const id = uuid7();
  await ctx.tx
    .insertInto('account')
    .values({
      id,
      username: account.username,
      display_name: account.name,
      kind: account.kind,
      expires_on: account.expiresOn,
    })
    .execute();
  return id;
};

/** Names that are closed for now: what was tried how often, from where, and until when. */
export const listLockRows = async (ctx: Context) =>
  (
    await sql<{ accountId: string; kind: 'sandi' | 'kode'; tries: number; until: Date; addresses: string[] }>`
      select account_id as "accountId", kind, tries, locked_until as until, addresses
      from account_locks(${lockSince(ctx.now)}, ${MOST_BY_NAME}, ${LOCK_MINUTES})`.execute(ctx.tx)
  ).rows;

/** Forgets the wrong tries of an account. @returns how many there were */
export const forgetTries = async (ctx: Context, accountId: string): Promise<number> =>
  (await sql<{ n: number }>`select account_unlock(${accountId}) as n`.execute(ctx.tx)).rows[0]!.n;

export const addSignIn = async (ctx: Context, accountId: string, passwordHash: string): Promise<void> => {
  await sql`select account_sign_in(${accountId}, ${passwordHash})`.execute(ctx.tx);
};

export const setPassword = async (ctx: Context, accountId: string, passwordHash: string): Promise<void> => {
  await sql`select account_password(${accountId}, ${passwordHash})`.execute(ctx.tx);
};

export const endSessions = async (ctx: Context, accountId: string): Promise<number> =>
  (await sql<{ n: number }>`select account_end_sessions(${accountId}) as n`.execute(ctx.tx)).rows[0]!.n;

export const addAssignmentRow = async (ctx: Context, accountId: string, assignment: NewAssignment): Promise<string> => {
  const id = uuid7();
  await sql`insert into assignment (id, account_id, role, area_id, bidang, clearance, during, basis)
    values (${id}, ${accountId}, ${assignment.role}, ${assignment.areaId}, ${assignment.bidang}, ${assignment.clearance}, daterange(${assignment.from}::date, ${assignment.until}::date, '[]'), ${assignment.basis})`.execute(
    ctx.tx,
  );
  return id;
};

/** Ends an assignment before today begins. @returns whether there was one in force */
export const endAssignmentRow = async (ctx: Context, accountId: string, assignmentId: string): Promise<boolean> => {
  const done =
    await sql`update assignment set during = daterange(least(lower(during), ${ctx.today}::date), ${ctx.today}::date)
    where id = ${assignmentId} and account_id = ${accountId} and (upper_inf(during) or upper(during) > ${ctx.today}::date)`.execute(
      ctx.tx,
    );
  return (done.numAffectedRows ?? 0n) > 0n;
};

export const closeAccountRow = async (ctx: Context, id: string): Promise<void> => {
  await ctx.tx
    .updateTable('account')
    .set((eb) => ({ closed_at: ctx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};

export const findAreaKind = (ctx: Context, id: number) =>
  ctx.tx.selectFrom('area').select(['id', 'kind', 'label']).where('id', '=', id).executeTakeFirst();
export const findAgencyArea = (ctx: Context) => ctx.tx.selectFrom('agency').select('area_id').executeTakeFirstOrThrow();

export const listOwnSessionRows = async (ctx: Context) =>
  (
    await sql<{
      id: string;
      began: Date;
      seen: Date;
      clientIp: string | null;
      agent: string | null;
    }>`select id, began, seen, client_ip as "clientIp", agent from own_sessions(${ctx.actor.accountId})`.execute(ctx.tx)
  ).rows;

export const endOwnSessionRow = async (ctx: Context, id: string): Promise<boolean> =>
  (await sql<{ ended: boolean }>`select end_own_session(${id}) as ended`.execute(ctx.tx)).rows[0]!.ended;
