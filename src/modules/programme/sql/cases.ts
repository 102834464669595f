import { sql } from 'kysely';
import { uuid7 } from '#kernel/uuid7.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { CaseVerdict, Cells } from '../domain/test-case.ts';

export type CaseOrigin = 'isian' | 'register' | 'contoh';
/** A failing example that may stand, for the rules of this hash. */
export type Accepted = { code: string; reason: string; by: string; at: string; rulesHash: string };
export type CaseRow = {
  id: string;
  programmeId: string;
  name: string;
  family: Cells;
  members: Cells[];
  expected: CaseVerdict;
  reason: string;
  origin: CaseOrigin;
  accepted: Accepted | null;
  by: string;
  at: Date;
  version: number;
};
export type CaseContent = Pick<CaseRow, 'name' | 'family' | 'members' | 'expected' | 'reason'>;

const cases = (ctx: Context) =>
  ctx.tx
    .selectFrom('programme_case as c')
    .innerJoin('account as a', 'a.id', 'c.created_by')
    .where('c.removed_at', 'is', null)
    .select([
      'c.id',
      'c.programme_id as programmeId',
      'c.name',
      sql<Cells>`c.family`.as('family'),
      sql<Cells[]>`c.members`.as('members'),
      sql<CaseVerdict>`c.expected`.as('expected'),
      'c.reason',
      sql<CaseOrigin>`c.origin`.as('origin'),
      sql<Accepted | null>`c.accepted`.as('accepted'),
      'a.display_name as by',
      'c.created_at as at',
      'c.version',
    ]);

export const listCaseRows = (ctx: Context, programmeId: string): Promise<CaseRow[]> =>
  cases(ctx).where('c.programme_id', '=', programmeId).orderBy('c.created_at').orderBy('c.id').execute();

export const findCase = (ctx: Context, programmeId: string, id: string): Promise<CaseRow | undefined> =>
  cases(ctx).where('c.programme_id', '=', programmeId).where('c.id', '=', id).executeTakeFirst();

const columnsOf = (content: CaseContent) => ({
  name: content.name,
  family: toJson(content.family),
  members: toJson(content.members),
  expected: content.expected,
  reason: content.reason,
});

export const addCaseRow = async (
  ctx: Context,
  programmeId: string,
  origin: CaseOrigin,
  content: CaseContent,
): Promise<string> => {
  const id = uuid7();
  await ctx.tx
    .insertInto('programme_case')
    .values({
      id,
      programme_id: programmeId,
      origin,
      ...columnsOf(content),
      created_by: ctx.actor.accountId,
      created_at: ctx.now,
    })
    .execute();
  return id;
};

/** Another content is another question: what was accepted before no longer stands. */
export const changeCaseRow = async (ctx: Context, id: string, content: CaseContent): Promise<void> => {
  await ctx.tx
    .updateTable('programme_case')
    .set({ ...columnsOf(content), accepted: null, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
};

export const acceptCaseRow = async (ctx: Context, id: string, accepted: Accepted): Promise<void> => {
  await ctx.tx
    .updateTable('programme_case')
    .set({ accepted: toJson(accepted), version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
};

export const removeCaseRow = async (ctx: Context, id: string): Promise<void> => {
  await ctx.tx.updateTable('programme_case').set({ removed_at: ctx.now }).where('id', '=', id).execute();
};

/** The family a person belongs to now, when the actor sees it. */
export const findFamilyOf = async (ctx: Context, personId: string): Promise<string | undefined> => {
  const row = await ctx.tx
    .selectFrom('family_member as m')
    .innerJoin('family as f', 'f.id', 'm.family_id')
    .where('m.person_id', '=', personId)
    .where('m.state', '=', 'sah')
    .where(sql<boolean>`upper_inf(m.during)`)
    .select('m.family_id as familyId')
    .executeTakeFirst();
  return row?.familyId;
};
