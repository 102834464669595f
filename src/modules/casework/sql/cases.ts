import { sql } from 'kysely';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';

export type CaseRow = {
  id: string;
  alias: string;
  level: number;
  bidang: string;
  state: string;
  opened_at: Date;
  version: number;
};

export const openCaseRow = async (
  ctx: Context,
  row: { id: string; alias: string; level: number; bidang: string; reason: string },
): Promise<void> => {
  await sql`select case_open(${row.id}, ${row.alias}, ${row.level}, ${row.bidang}, ${uuid7()}, ${row.reason})`.execute(
    ctx.tx,
  );
};

/** @returns the case, or undefined when no open case has this alias */
export const breakGlassRow = async (
  ctx: Context,
  alias: string,
  reason: string,
  hours: number,
): Promise<string | undefined> =>
  (
    await sql<{ id: string | null }>`select case_break_glass(${alias}, ${uuid7()}, ${reason}, ${hours}) as id`.execute(
      ctx.tx,
    )
  ).rows[0]?.id ?? undefined;

export const listCaseRows = (ctx: Context): Promise<CaseRow[]> =>
  ctx.tx
    .selectFrom('case_file')
    .select(['id', 'alias', 'level', 'bidang', 'state', 'opened_at', 'version'])
    .orderBy('opened_at', 'desc')
    .execute();

export const findCaseRow = (ctx: Context, id: string): Promise<CaseRow | undefined> =>
  ctx.tx
    .selectFrom('case_file')
    .select(['id', 'alias', 'level', 'bidang', 'state', 'opened_at', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();

export const listCasePeople = (ctx: Context, caseId: string) =>
  ctx.tx
    .selectFrom('case_person as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .select((eb) => ['p.id as personId', eb.fn.coalesce('p.alias', 'p.name').as('shown'), 'c.role', 'p.protection'])
    .where('c.case_id', '=', caseId)
    .execute();

export const listCaseTeam = (ctx: Context, caseId: string) =>
  ctx.tx
    .selectFrom('case_access as a')
    .innerJoin('account as k', 'k.id', 'a.account_id')
    .select([
      'a.id as accessId',
      'k.display_name as name',
      'a.kind',
      'a.reason',
      'a.granted_at as grantedAt',
      'a.until',
      'a.revoked_at as revokedAt',
    ])
    .where('a.case_id', '=', caseId)
    .orderBy('a.granted_at')
    .execute();

export const listCaseReadings = (ctx: Context, caseId: string) =>
  ctx.tx
    .selectFrom('access_log as l')
    .innerJoin('account as k', 'k.id', 'l.account_id')
    .select(['k.display_name as name', 'l.at', 'l.purpose'])
    .where('l.subject_kind', '=', 'case')
    .where('l.subject_id', '=', caseId)
    .orderBy('l.at', 'desc')
    .limit(50)
    .execute();

export const listCaseNotes = (ctx: Context, caseId: string) =>
  ctx.tx
    .selectFrom('case_note as n')
    .innerJoin('account as k', 'k.id', 'n.written_by')
    .select(['n.id', 'n.body_encrypted as sealed', 'k.display_name as by', 'n.written_at as at'])
    .where('n.case_id', '=', caseId)
    .orderBy('n.written_at')
    .execute();

export const addCaseNoteRow = async (ctx: Context, caseId: string, sealed: Buffer): Promise<string> => {
  const id = uuid7();
  await ctx.tx
    .insertInto('case_note')
    .values({ id, case_id: caseId, body_encrypted: sealed, written_by: ctx.actor.accountId })
    .execute();
  return id;
};

export const findProtection = (ctx: Context, personId: string) =>
  ctx.tx
    .selectFrom('person')
    .select(['protection', 'alias', 'scope_area_id'])
    .where('id', '=', personId)
    .executeTakeFirst();

export const addCasePersonRow = async (ctx: Context, caseId: string, personId: string, role: string): Promise<void> => {
  await ctx.tx
    .insertInto('case_person')
    .values({ case_id: caseId, person_id: personId, role })
    .onConflict((oc) => oc.doNothing())
    .execute();
};

export const protectPerson = async (
  ctx: Context,
  personId: string,
  protection: number,
  alias: string,
): Promise<void> => {
  await ctx.tx
    .updateTable('person')
    .set((eb) => ({ protection, alias, updated_at: ctx.now, version: eb('version', '+', 1) }))
    .where('id', '=', personId)
    .execute();
};

export const findAccountByUsername = (ctx: Context, username: string) =>
  ctx.tx
    .selectFrom('account')
    .select(['id', 'display_name'])
    .where('username', '=', username)
    .where('closed_at', 'is', null)
    .executeTakeFirst();

export const addAccessRow = async (
  ctx: Context,
  caseId: string,
  accountId: string,
  reason: string,
): Promise<string> => {
  const id = uuid7();
  await ctx.tx
    .insertInto('case_access')
    .values({ id, case_id: caseId, account_id: accountId, kind: 'tim', reason, granted_by: ctx.actor.accountId })
    .execute();
  return id;
};

export const revokeAccessRow = async (ctx: Context, caseId: string, accessId: string): Promise<boolean> => {
  const done = await ctx.tx
    .updateTable('case_access')
    .set({ revoked_at: ctx.now })
    .where('case_id', '=', caseId)
    .where('id', '=', accessId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
};

export const logCaseReading = async (ctx: Context, caseId: string, purpose: string, level: number): Promise<void> => {
  await ctx.tx
    .insertInto('access_log')
    .values({ account_id: ctx.actor.accountId, subject_kind: 'case', subject_id: caseId, purpose, level })
    .execute();
};

export const addCaseTask = async (
  ctx: Context,
  task: { title: string; detail: string; level: number },
): Promise<void> => {
  await ctx.tx
    .insertInto('task')
    .values({
      id: uuid7(),
      kind: 'kasus_darurat',
      title: task.title,
      detail: task.detail,
      level: task.level,
      area_id: ctx.actor.areaId,
      role: 'peksos',
    })
    .execute();
};
