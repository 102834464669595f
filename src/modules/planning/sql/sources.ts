import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import type { DocumentKind, FundAct, FundKind } from '../domain/words.ts';

export type FundSource = { id: string; name: string; kind: FundKind };
export type FundDocument = {
  id: string;
  fundSourceId: string;
  kind: DocumentKind;
  number: string;
  onDate: LocalDate;
  year: number;
  by: string;
  at: Date;
};

export const listSources = async (ctx: Context): Promise<FundSource[]> =>
  ctx.tx
    .selectFrom('fund_source')
    .orderBy('name')
    .select(['id', 'name', sql<FundKind>`kind`.as('kind')])
    .execute();

export const findSource = async (ctx: Context, id: string): Promise<FundSource | undefined> =>
  ctx.tx
    .selectFrom('fund_source')
    .where('id', '=', id)
    .select(['id', 'name', sql<FundKind>`kind`.as('kind')])
    .executeTakeFirst();

export const addSourceRow = async (ctx: Context, source: Omit<FundSource, 'id'>): Promise<string> => {
  const id = uuid7();
  await ctx.tx
    .insertInto('fund_source')
    .values({ id, ...source })
    .execute();
  return id;
};

export const listDocuments = async (ctx: Context, fundSourceId?: string): Promise<FundDocument[]> => {
  const query = ctx.tx
    .selectFrom('fund_document as d')
    .innerJoin('account as a', 'a.id', 'd.recorded_by')
    .orderBy('d.on_date')
    .orderBy('d.id')
    .select([
      'd.id',
      'd.fund_source_id as fundSourceId',
      sql<DocumentKind>`d.kind`.as('kind'),
      'd.number',
      'd.on_date as onDate',
      'd.year',
      'a.display_name as by',
      'd.recorded_at as at',
    ]);
  return (fundSourceId === undefined ? query : query.where('d.fund_source_id', '=', fundSourceId)).execute();
};

export const addDocumentRow = async (
  ctx: Context,
  document: { fundSourceId: string; kind: DocumentKind; number: string; onDate: LocalDate; year: number },
): Promise<string> => {
  const id = uuid7();
  await ctx.tx
    .insertInto('fund_document')
    .values({
      id,
      fund_source_id: document.fundSourceId,
      kind: document.kind,
      number: document.number,
      on_date: document.onDate,
      year: document.year,
      recorded_by: ctx.actor.accountId,
      recorded_at: ctx.now,
    })
    .execute();
  return id;
};

/** Rows of fund_admission: which document kinds an act of a kind of source asks for. */
export const listAdmissions = async (ctx: Context): Promise<{ kind: FundKind; act: FundAct; documentKind: string }[]> =>
  ctx.tx
    .selectFrom('fund_admission')
    .orderBy('document_kind')
    .select([sql<FundKind>`kind`.as('kind'), sql<FundAct>`act`.as('act'), 'document_kind as documentKind'])
    .execute();
