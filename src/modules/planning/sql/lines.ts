import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Rupiah } from '#kernel/rupiah.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import type { FundKind, Stage } from '../domain/words.ts';

export type BudgetLine = {
  id: string;
  year: number;
  fundSourceId: string;
  fundSource: string;
  fundKind: FundKind;
  nomenclatureVersion: string;
  subKegiatan: string;
  subKegiatanName: string;
  accountCode: string;
  stage: Stage;
  version: number;
};
export type NewLine = Pick<
  BudgetLine,
  'year' | 'fundSourceId' | 'nomenclatureVersion' | 'subKegiatan' | 'subKegiatanName' | 'accountCode' | 'stage'
>;
export type StageRow = { stage: Stage; amount: Rupiah; document: string; onDate: LocalDate; by: string; at: Date };

const lineQuery = (ctx: Context) =>
  ctx.tx
    .selectFrom('budget_line as l')
    .innerJoin('fund_source as s', 's.id', 'l.fund_source_id')
    .select([
      'l.id',
      'l.year',
      'l.fund_source_id as fundSourceId',
      's.name as fundSource',
      sql<FundKind>`s.kind`.as('fundKind'),
      'l.nomenclature_version as nomenclatureVersion',
      'l.sub_kegiatan as subKegiatan',
      'l.sub_kegiatan_name as subKegiatanName',
      'l.account_code as accountCode',
      sql<Stage>`l.stage`.as('stage'),
      'l.version',
    ]);

export const listLines = async (ctx: Context, year?: number): Promise<BudgetLine[]> => {
  const query = lineQuery(ctx).orderBy('l.year', 'desc').orderBy('l.sub_kegiatan').orderBy('l.account_code');
  return (year === undefined ? query : query.where('l.year', '=', year)).execute();
};

export const findLine = async (ctx: Context, id: string): Promise<BudgetLine | undefined> =>
  lineQuery(ctx).where('l.id', '=', id).executeTakeFirst();

/**
 * Takes the line's row: whoever books on it next waits here and sees what we booked. The weaker lock lets rows that only refer to the
 * line be written beside it: with the stronger one two lists prepared at once would wait for each other for ever.
 */
export const lockLineRow = async (ctx: Context, id: string): Promise<boolean> => {
  const row = await ctx.tx
    .selectFrom('budget_line')
    .where('id', '=', id)
    .select('id')
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
};

export const addLineRow = async (ctx: Context, line: NewLine): Promise<string> => {
  const id = uuid7();
  await ctx.tx
    .insertInto('budget_line')
    .values({
      id,
      year: line.year,
      fund_source_id: line.fundSourceId,
      nomenclature_version: line.nomenclatureVersion,
      sub_kegiatan: line.subKegiatan,
      sub_kegiatan_name: line.subKegiatanName,
      account_code: line.accountCode,
      stage: line.stage,
    })
    .execute();
  return id;
};

export const setStage = async (ctx: Context, id: string, stage: Stage): Promise<void> => {
  await ctx.tx.updateTable('budget_line').set({ stage, version: sql`version + 1` }).where('id', '=', id).execute();
};

export const addStageRow = async (
  ctx: Context,
  row: { lineId: string; stage: Stage; amount: Rupiah; document: string; onDate: LocalDate },
): Promise<void> => {
  await ctx.tx
    .insertInto('budget_stage')
    .values({
      id: uuid7(),
      line_id: row.lineId,
      stage: row.stage,
      amount: row.amount,
      document: row.document,
      on_date: row.onDate,
      by_account: ctx.actor.accountId,
      at: ctx.now,
    })
    .execute();
};

export const listStages = async (ctx: Context, lineId: string): Promise<StageRow[]> =>
  ctx.tx
    .selectFrom('budget_stage as t')
    .innerJoin('account as a', 'a.id', 't.by_account')
    .where('t.line_id', '=', lineId)
    .orderBy('t.at')
    .orderBy('t.id')
    .select([
      sql<Stage>`t.stage`.as('stage'),
      't.amount',
      't.document',
      't.on_date as onDate',
      'a.display_name as by',
      't.at',
    ])
    .execute();

/** What stands on a line: its programmes, and the name of every reservation (a prepared list). */
export const listProgrammesOnLine = async (ctx: Context, lineId: string) =>
  ctx.tx.selectFrom('programme').where('budget_line_id', '=', lineId).orderBy('name').select(['id', 'name']).execute();

export const listReservationNames = async (ctx: Context, lineId: string) =>
  ctx.tx
    .selectFrom('selection_run as r')
    .innerJoin('programme_version as v', 'v.id', 'r.version_id')
    .innerJoin('programme as p', 'p.id', 'v.programme_id')
    .where('r.budget_line_id', '=', lineId)
    .select(['r.id', 'p.name', 'r.state', 'r.created_at as at'])
    .execute();
