import { sql } from 'kysely';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';

/**
 * The next number of a class in a year, taken under the lock of its series: two at once queue here, and a transaction that is rolled
 * back gives its number back, so that there is no gap.
 */
export const takeNextNumber = async (
  ctx: Context,
  letterClass: string,
  year: number,
): Promise<{ seriesId: string; no: number }> => {
  await ctx.tx
    .insertInto('letter_series')
    .values({ id: uuid7(), year, class: letterClass })
    .onConflict((conflict) => conflict.columns(['year', 'class']).doNothing())
    .execute();
  const taken = await ctx.tx
    .updateTable('letter_series')
    .set({ next_no: sql`next_no + 1` })
    .where('year', '=', year)
    .where('class', '=', letterClass)
    .returning(['id', sql<number>`next_no - 1`.as('no')])
    .executeTakeFirstOrThrow();
  return { seriesId: taken.id, no: taken.no };
};

export type NewLetter = {
  id: string;
  seriesId: string;
  no: number;
  number: string;
  subject: string;
  ref: { kind: string; id: string } | undefined;
};

export const addLetter = async (ctx: Context, letter: NewLetter): Promise<void> => {
  await ctx.tx
    .insertInto('letter')
    .values({
      id: letter.id,
      series_id: letter.seriesId,
      no: letter.no,
      number: letter.number,
      subject: letter.subject,
      ref_kind: letter.ref?.kind ?? null,
      ref_id: letter.ref?.id ?? null,
      state: 'terbit',
      issued_by: ctx.actor.accountId,
      issued_at: ctx.now,
    })
    .execute();
};

/** The number's pattern in the agency's settings (`nomorSurat`, by class or `*`), if any. */
export const findNumberPattern = async (ctx: Context, letterClass: string): Promise<string | undefined> => {
  const agency = await ctx.tx.selectFrom('agency').select('settings').executeTakeFirstOrThrow();
  const patterns = (agency.settings as Record<string, unknown>)['nomorSurat'];
  if (typeof patterns !== 'object' || patterns === null) return undefined;
  const found = (patterns as Record<string, unknown>)[letterClass] ?? (patterns as Record<string, unknown>)['*'];
  return typeof found === 'string' ? found : undefined;
};

export const lockLetter = (ctx: Context, id: string) =>
  ctx.tx.selectFrom('letter').select(['id', 'number', 'state']).where('id', '=', id).forUpdate().executeTakeFirst();

export const voidLetterRow = async (ctx: Context, id: string, reason: string): Promise<void> => {
  await ctx.tx
    .updateTable('letter')
    .set({ state: 'batal', void_reason: reason, void_by: ctx.actor.accountId, void_at: ctx.now })
    .where('id', '=', id)
    .execute();
};
