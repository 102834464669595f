import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';

export type MessageSetting = { wa: boolean; sms: boolean; reportTo: string[]; reportAt: string; version: number };

export const getSetting = (ctx: Context): Promise<MessageSetting> =>
  ctx.tx
    .selectFrom('message_setting')
    .select(['wa', 'sms', 'report_to as reportTo', 'report_at as reportAt', 'version'])
    .executeTakeFirstOrThrow();

export const lockSetting = (ctx: Context): Promise<MessageSetting> =>
  ctx.tx
    .selectFrom('message_setting')
    .select(['wa', 'sms', 'report_to as reportTo', 'report_at as reportAt', 'version'])
    .forUpdate()
    .executeTakeFirstOrThrow();

export const saveSetting = async (ctx: Context, setting: Omit<MessageSetting, 'version'>): Promise<void> => {
  await ctx.tx
    .updateTable('message_setting')
    .set({
      wa: setting.wa,
      sms: setting.sms,
      report_to: setting.reportTo,
      report_at: setting.reportAt,
      version: sql<number>`version + 1`,
    })
    .execute();
};

export type OwnWords = { code: string; subject: string; body: string; version: number };
export const listOwnWords = (ctx: Context): Promise<OwnWords[]> =>
  ctx.tx.selectFrom('message_template').select(['code', 'subject', 'body', 'version']).execute();

export const findOwnWords = (ctx: Context, code: string): Promise<OwnWords | undefined> =>
  ctx.tx
    .selectFrom('message_template')
    .select(['code', 'subject', 'body', 'version'])
    .where('code', '=', code)
    .executeTakeFirst();

export const saveOwnWords = async (
  ctx: Context,
  words: { code: string; subject: string; body: string },
): Promise<void> => {
  const change = { subject: words.subject, body: words.body, changed_by: ctx.actor.accountId, changed_at: ctx.now };
  await ctx.tx
    .insertInto('message_template')
    .values({ code: words.code, ...change })
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet({ ...change, version: sql<number>`message_template.version + 1` }),
    )
    .execute();
};
export const dropOwnWords = async (ctx: Context, code: string): Promise<void> => {
  await ctx.tx.deleteFrom('message_template').where('code', '=', code).execute();
};

/** Keeps the report of a day, once; false when it was kept before. */
export const keepReport = async (
  ctx: Context,
  report: { on: LocalDate; block: bigint; root: string; numbers: string },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('daily_report')
    .values({
      on_date: report.on,
      block_no: report.block,
      root: report.root,
      numbers: report.numbers,
      made_at: ctx.now,
    })
    .onConflict((conflict) => conflict.column('on_date').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};
