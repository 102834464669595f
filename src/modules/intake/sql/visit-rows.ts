import { sql } from 'kysely';
import type { Answers } from '#engines/form/index.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { Point } from '../domain/visit.ts';

/** What an officer has filled in of a visit and not sent. */
export type VisitDraft = { formId: string; formNo: number; content: DraftContent; savedAt: Date };
export type DraftContent = {
  visitedOn: string;
  result: string;
  respondent: string;
  notes: string;
  answers: Answers;
};

export const findVisitDraft = async (ctx: Context, usulanId: string): Promise<VisitDraft | undefined> =>
  (await ctx.tx
    .selectFrom('verval_draft')
    .select(['form_id as formId', 'form_no as formNo', 'content', 'saved_at as savedAt'])
    .where('usulan_id', '=', usulanId)
    .where('account_id', '=', ctx.actor.accountId)
    .executeTakeFirst()) as VisitDraft | undefined;

export const putVisitDraft = async (
  ctx: Context,
  usulanId: string,
  form: { formId: string; formNo: number },
  content: DraftContent,
): Promise<void> => {
  const row = { form_id: form.formId, form_no: form.formNo, content: toJson(content), saved_at: ctx.now };
  await ctx.tx
    .insertInto('verval_draft')
    .values({ usulan_id: usulanId, account_id: ctx.actor.accountId, ...row })
    .onConflict((conflict) => conflict.columns(['usulan_id', 'account_id']).doUpdateSet(row))
    .execute();
};

export const dropVisitDraft = async (ctx: Context, usulanId: string): Promise<void> => {
  await ctx.tx
    .deleteFrom('verval_draft')
    .where('usulan_id', '=', usulanId)
    .where('account_id', '=', ctx.actor.accountId)
    .execute();
};

/** Where people of this desa were visited before, the latest first. */
export const listVisitPlaces = async (ctx: Context, areaId: number): Promise<Point[]> => {
  const { rows } = await sql<Point>`
    select (v.place ->> 'lat')::float8 as lat, (v.place ->> 'lng')::float8 as lng
    from verval v join usulan u on u.id = v.usulan_id
    where u.area_id = ${areaId} and v.place is not null order by v.at desc limit 200`.execute(ctx.tx);
  return rows;
};

/** Where the devices stood that took the photos of a usulan; those without a place are left out. */
export const listPhotoPlaces = async (ctx: Context, usulanId: string): Promise<Point[]> => {
  const { rows } = await sql<Point>`
    select lat, lng, accuracy_m as accuracy from usulan_file
    where usulan_id = ${usulanId} and kind = 'rumah' and lat is not null and lng is not null`.execute(ctx.tx);
  return rows;
};

/** Visits this officer recorded in the hour before now. */
export const countVisitsOfHour = async (ctx: Context): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from verval
    where by_account = ${ctx.actor.accountId} and at > ${ctx.now}::timestamptz - interval '1 hour'`.execute(ctx.tx);
  return rows[0]?.n ?? 0;
};
