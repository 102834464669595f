import { sql } from 'kysely';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';

export type ProgrammeRow = {
  id: string;
  name: string;
  bidang: string;
  budgetLineId: string | null;
  state: 'aktif' | 'ditutup';
  version: number;
};

const programmes = (ctx: Context) =>
  ctx.tx
    .selectFrom('programme')
    .select([
      'id',
      'name',
      'bidang',
      'budget_line_id as budgetLineId',
      sql<ProgrammeRow['state']>`state`.as('state'),
      'version',
    ]);

export const listProgrammeRows = async (ctx: Context): Promise<ProgrammeRow[]> =>
  programmes(ctx).where('track', '=', 'daerah').orderBy('state').orderBy('name').execute();

export const findProgramme = async (ctx: Context, id: string): Promise<ProgrammeRow | undefined> =>
  programmes(ctx).where('id', '=', id).executeTakeFirst();

/** Takes the programme's row: two officers who prepare or change at once stand in line. */
export const lockProgrammeRow = async (ctx: Context, id: string): Promise<ProgrammeRow | undefined> =>
  programmes(ctx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();

export const addProgrammeRow = async (
  ctx: Context,
  row: { name: string; bidang: string; budgetLineId: string | null },
): Promise<string> => {
  const id = uuid7();
  await ctx.tx
    .insertInto('programme')
    .values({ id, name: row.name, bidang: row.bidang, budget_line_id: row.budgetLineId, created_at: ctx.now })
    .execute();
  return id;
};

export const updateProgrammeRow = async (
  ctx: Context,
  id: string,
  row: { name: string; budgetLineId: string | null },
): Promise<void> => {
  await ctx.tx
    .updateTable('programme')
    .set({ name: row.name, budget_line_id: row.budgetLineId, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
};

/** The position that heads a bidang, for the chain of initials; undefined when there is none. */
export const findHeadOfBidang = async (ctx: Context, bidang: string): Promise<string | undefined> => {
  const row = await ctx.tx
    .selectFrom('position')
    .where('level', '=', 'kabid')
    .where('bidang', '=', bidang)
    .select('id')
    .executeTakeFirst();
  return row?.id;
};

/** The agency's settings. */
export const getSettings = async (ctx: Context): Promise<Record<string, unknown>> => {
  const row = await ctx.tx.selectFrom('agency').select('settings').executeTakeFirstOrThrow();
  return row.settings as Record<string, unknown>;
};
