import { sql } from 'kysely';
import type { WrittenRow } from '#engines/aturan/index.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import { hashOf } from '../domain/freeze.ts';
import type { Quota, RankBy, Terms } from '../domain/terms.ts';
import type { TieId } from '../domain/tie-order.ts';

export type VersionRow = {
  id: string;
  programmeId: string;
  no: number;
  version: number;
  frozenAt: Date | null;
  from: LocalDate;
  rulesHash: string;
  terms: Terms;
};

const versions = (ctx: Context) =>
  ctx.tx
    .selectFrom('programme_version as v')
    .select([
      'v.id',
      'v.programme_id as programmeId',
      'v.no',
      'v.version',
      'v.frozen_at as frozenAt',
      sql<LocalDate>`lower(v.during)::text`.as('from'),
      'v.rules_hash as rulesHash',
      'v.juknis',
      'v.juknis_file as juknisFile',
      sql<Terms['targetUnit']>`v.target_unit`.as('targetUnit'),
      'v.rules',
      sql<Terms['unknownPolicy']>`v.unknown_policy`.as('unknownPolicy'),
      'v.criteria_least as criteriaLeast',
      'v.rank_by as rankBy',
      'v.tie_order as tieOrder',
      'v.benefit',
      sql<Terms['goods']>`v.goods`.as('goods'),
      'v.period',
      'v.max_count as maxCount',
      'v.ceiling',
      sql<Terms['payee']>`v.payee`.as('payee'),
      'v.payee_rule as payeeRule',
      'v.hold_until as holdUntil',
      'v.decree_by as decreeBy',
      'v.paraf_chain as parafChain',
      'v.exclusive_group as exclusiveGroup',
    ]);

type Raw = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number];

const listQuota = async (ctx: Context, versionId: string): Promise<Quota[]> =>
  ctx.tx
    .selectFrom('programme_quota')
    .where('version_id', '=', versionId)
    .orderBy('area_id')
    .select(['area_id as areaId', 'quota'])
    .execute();

const complete = async (ctx: Context, raw: Raw): Promise<VersionRow> => {
  const { id, programmeId, no, version, frozenAt, from, rulesHash, rules, rankBy, tieOrder, parafChain, ...rest } = raw;
  return {
    id,
    programmeId,
    no,
    version,
    frozenAt,
    from,
    rulesHash,
    terms: {
      ...rest,
      rules: rules as WrittenRow[],
      rankBy: rankBy as RankBy,
      tieOrder: tieOrder as TieId[],
      parafChain: parafChain as string[],
      quota: await listQuota(ctx, id),
    },
  };
};

/** The newest version of a programme: the one that is edited and simulated. */
export const findNewestVersion = async (ctx: Context, programmeId: string): Promise<VersionRow | undefined> => {
  const raw = await versions(ctx).where('v.programme_id', '=', programmeId).orderBy('v.no', 'desc').executeTakeFirst();
  return raw && complete(ctx, raw);
};

export const getVersion = async (ctx: Context, id: string): Promise<VersionRow> =>
  complete(ctx, await versions(ctx).where('v.id', '=', id).executeTakeFirstOrThrow());

const columnsOf = (terms: Terms) => ({
  juknis: terms.juknis,
  juknis_file: terms.juknisFile,
  target_unit: terms.targetUnit,
  rules: toJson(terms.rules),
  rules_hash: hashOf(terms.rules),
  unknown_policy: terms.unknownPolicy,
  criteria_least: terms.criteriaLeast,
  rank_by: toJson(terms.rankBy),
  tie_order: toJson(terms.tieOrder),
  benefit: terms.benefit,
  goods: terms.goods && toJson(terms.goods),
  period: terms.period,
  max_count: terms.maxCount,
  ceiling: terms.ceiling,
  payee: terms.payee,
  payee_rule: terms.payeeRule,
  hold_until: terms.holdUntil,
  decree_by: terms.decreeBy,
  paraf_chain: toJson(terms.parafChain),
  exclusive_group: terms.exclusiveGroup,
});

const setQuota = async (ctx: Context, versionId: string, quota: readonly Quota[]): Promise<void> => {
  await ctx.tx.deleteFrom('programme_quota').where('version_id', '=', versionId).execute();
  if (quota.length === 0) return;
  await ctx.tx
    .insertInto('programme_quota')
    .values(quota.map((q) => ({ version_id: versionId, area_id: q.areaId, quota: q.quota })))
    .execute();
};

/** Adds the next version from today on; the one before ends the day before (or never began, when it began today). */
export const addVersion = async (ctx: Context, programmeId: string, no: number, terms: Terms): Promise<string> => {
  await sql`update programme_version set during = daterange(lower(during), greatest(lower(during), ${ctx.today}::date))
    where programme_id = ${programmeId} and upper_inf(during)`.execute(ctx.tx);
  const id = uuid7();
  await ctx.tx
    .insertInto('programme_version')
    .values({
      id,
      programme_id: programmeId,
      no,
      during: sql`daterange(${ctx.today}::date, null)`,
      ...columnsOf(terms),
    })
    .execute();
  await setQuota(ctx, id, terms.quota);
  return id;
};

export const changeVersion = async (ctx: Context, id: string, terms: Terms): Promise<void> => {
  await ctx.tx
    .updateTable('programme_version')
    .set({ ...columnsOf(terms), version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
  await setQuota(ctx, id, terms.quota);
};

/** From here on the terms stand as they are: a list was prepared with them. */
export const freezeVersion = async (ctx: Context, id: string): Promise<void> => {
  await ctx.tx
    .updateTable('programme_version')
    .set({ frozen_at: ctx.now })
    .where('id', '=', id)
    .where('frozen_at', 'is', null)
    .execute();
};
