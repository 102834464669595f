import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';

export type Reading = {
  kind: 'person' | 'family' | 'person_identifier' | 'family_card';
  id: string;
  level: number;
  purpose: string;
  text?: string;
};

/** Minutes in which going back to the same sheet is one reading, and in which a reason once given still holds. */
export const READING_MINUTES = 15;

/** The actor's last reading of this subject for a purpose, within the minutes of one reading. `purpose` undefined: any. */
export const hasRead = async (ctx: Context, subjectId: string, purpose: string | undefined): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from access_log
    where account_id = ${ctx.actor.accountId} and at > clock_timestamp() - make_interval(mins => ${READING_MINUTES}) and subject_id = ${subjectId}
      and ${purpose === undefined ? sql`true` : sql`purpose = ${purpose}`} limit 1`.execute(ctx.tx);
  return rows.length > 0;
};

export const insertReading = async (ctx: Context, reading: Reading): Promise<void> => {
  await ctx.tx
    .insertInto('access_log')
    .values({
      account_id: ctx.actor.accountId,
      subject_kind: reading.kind,
      subject_id: reading.id,
      purpose: reading.purpose,
      text: reading.text ?? '',
      level: reading.level,
    })
    .execute();
};
