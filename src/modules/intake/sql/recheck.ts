import { sql } from 'kysely';
import type { Answers } from '#engines/form/index.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { VervalResult } from '../domain/verval.ts';

export type RecheckSetting = { sharePercent: number; version: number };
export const getRecheckSetting = (ctx: Context): Promise<RecheckSetting> =>
  ctx.tx.selectFrom('recheck_setting').select(['share_percent as sharePercent', 'version']).executeTakeFirstOrThrow();

/** Saves the share if nobody changed it meanwhile; false otherwise. */
export const saveRecheckSetting = async (ctx: Context, { sharePercent, version }: RecheckSetting): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('recheck_setting')
    .set({ share_percent: sharePercent, version: sql<number>`version + 1` })
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

/** Visits of these days at which a family was met and that no round drew before. */
export const listVisitsToDraw = async (ctx: Context, from: LocalDate, to: LocalDate): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select v.id from verval v where v.visited_on between ${from} and ${to} and v.answers is not null
      and not exists (select 1 from recheck r where r.verval_id = v.id) order by v.id`.execute(ctx.tx);
  return rows.map(({ id }) => id);
};

export type NewRound = { from: LocalDate; to: LocalDate; sharePercent: number; seed: string; visits: number };
export const insertRound = async (ctx: Context, round: NewRound, drawn: readonly string[]): Promise<string> => {
  const id = uuid7();
  await ctx.tx
    .insertInto('recheck_round')
    .values({
      id,
      from_on: round.from,
      to_on: round.to,
      share_percent: round.sharePercent,
      seed: round.seed,
      visits: round.visits,
      drawn_by: ctx.actor.accountId,
      drawn_at: ctx.now,
    })
    .execute();
  await ctx.tx
    .insertInto('recheck')
    .values(drawn.map((vervalId) => ({ id: uuid7(), round_id: id, verval_id: vervalId })))
    .execute();
  return id;
};

export type RecheckLine = {
  id: string;
  usulanId: string;
  areaId: number;
  protection: number;
  receiptNumber: string;
  place: string;
  visitedOn: LocalDate;
  visitor: string;
  visitorId: string;
  result: VervalResult;
  flags: string[];
  formId: string;
  formNo: number;
  answers: Answers;
  secondResult: VervalResult | null;
  differs: string[];
  asked: number;
  notes: string;
  by: string | null;
  at: Date | null;
  version: number;
};

const lines = (where: ReturnType<typeof sql>) => sql<RecheckLine>`
  select r.id, v.usulan_id as "usulanId", u.area_id as "areaId", u.protection, u.no_publik as "receiptNumber", a.label as place, v.visited_on as "visitedOn",
    w.display_name as visitor, v.by_account as "visitorId", v.result, v.flags, v.form_id as "formId", v.form_no as "formNo", v.answers,
    r.result as "secondResult", r.differs, r.asked, r.notes, b.display_name as by, r.at, r.version
  from recheck r join verval v on v.id = r.verval_id join usulan u on u.id = v.usulan_id join area a on a.id = u.area_id
    join account w on w.id = v.by_account left join account b on b.id = r.by_account
  where ${where} order by (r.at is not null), cardinality(v.flags) desc, v.visited_on, r.id limit 500`;

export const listRechecks = async (ctx: Context): Promise<RecheckLine[]> =>
  (await lines(sql`true`).execute(ctx.tx)).rows;

export const findRecheck = async (ctx: Context, id: string): Promise<RecheckLine | undefined> =>
  (await lines(sql`r.id = ${id}`).execute(ctx.tx)).rows[0];

export type SecondVisit = {
  result: VervalResult;
  answers: Answers | null;
  differs: readonly string[];
  asked: number;
  notes: string;
};
/** Keeps the second look once; false when somebody was faster. */
export const saveRecheck = async (ctx: Context, id: string, version: number, second: SecondVisit): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('recheck')
    .set({
      result: second.result,
      answers: second.answers && toJson(second.answers),
      differs: [...second.differs],
      asked: second.asked,
      notes: second.notes,
      by_account: ctx.actor.accountId,
      at: ctx.now,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

export type Round = {
  id: string;
  from: LocalDate;
  to: LocalDate;
  sharePercent: number;
  seed: string;
  visits: number;
  drawn: number;
  by: string;
};
export const listRounds = async (ctx: Context): Promise<Round[]> => {
  const { rows } = await sql<Round>`
    select d.id, d.from_on as "from", d.to_on as "to", d.share_percent as "sharePercent", d.seed, d.visits,
      (select count(*)::int from recheck r where r.round_id = d.id) as drawn, a.display_name as by
    from recheck_round d join account a on a.id = d.drawn_by order by d.drawn_at desc limit 24`.execute(ctx.tx);
  return rows;
};
