import { sql } from 'kysely';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';

export type MessageState = 'antre' | 'terkirim' | 'serah' | 'gagal' | 'batal';
export type NewMessage = {
  template: string;
  channel: 'kotak' | 'surel' | 'wa' | 'sms';
  accountId?: string;
  usulanId?: string;
  recipient?: string;
  subject: string;
  body: string;
  href?: string;
  fileId?: string;
};

/** Keeps a message: in a box it has arrived; anything else waits for its way out. */
export const addMessage = async (ctx: Context, message: NewMessage): Promise<string> => {
  const id = uuid7();
  const isBox = message.channel === 'kotak';
  await ctx.tx
    .insertInto('message')
    .values({
      id,
      template: message.template,
      channel: message.channel,
      account_id: message.accountId ?? null,
      usulan_id: message.usulanId ?? null,
      recipient: message.recipient ?? null,
      subject: message.subject,
      body: message.body,
      href: message.href ?? null,
      file_id: message.fileId ?? null,
      state: isBox ? 'terkirim' : 'antre',
      next_try_at: isBox ? null : ctx.now,
      sent_at: isBox ? ctx.now : null,
      at: ctx.now,
    })
    .execute();
  return id;
};

export type BoxRow = { id: string; subject: string; body: string; href: string | null; at: Date; readAt: Date | null };

/** The actor's own box, the newest first. */
export const listBox = (ctx: Context, after: string | undefined, limit: number): Promise<BoxRow[]> =>
  ctx.tx
    .selectFrom('message')
    .select(['id', 'subject', 'body', 'href', 'at', 'read_at as readAt'])
    .where('account_id', '=', ctx.actor.accountId)
    .$if(after !== undefined, (rows) => rows.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

export const countUnread = async (ctx: Context): Promise<number> =>
  (
    await ctx.tx
      .selectFrom('message')
      .select(sql<number>`count(*)::int`.as('n'))
      .where('account_id', '=', ctx.actor.accountId)
      .where('read_at', 'is', null)
      .executeTakeFirstOrThrow()
  ).n;

/** Marks one's own messages as read; all of them without ids. @returns how many were unread */
export const markRead = async (ctx: Context, ids: readonly string[] | undefined): Promise<number> => {
  const done = await ctx.tx
    .updateTable('message')
    .set({ read_at: ctx.now })
    .where('account_id', '=', ctx.actor.accountId)
    .where('read_at', 'is', null)
    .$if(ids !== undefined, (rows) => rows.where('id', 'in', [...(ids ?? [])]))
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
};

const OUT = [
  'id',
  'template',
  'channel',
  'usulan_id as usulanId',
  'recipient',
  'subject',
  'body',
  'file_id as fileId',
  'state',
  'attempts',
  'next_try_at as nextTryAt',
  'fault',
  'at',
  'sent_at as sentAt',
  'version',
] as const;

const outRows = (ctx: Context) => ctx.tx.selectFrom('message').select(OUT).where('account_id', 'is', null);
export type OutRow = Awaited<ReturnType<ReturnType<typeof outRows>['executeTakeFirstOrThrow']>>;

/** What left or is to leave, the newest first; within what the actor may see. */
export const listOut = (
  ctx: Context,
  filter: { state?: MessageState | undefined; after?: string | undefined; limit: number },
): Promise<OutRow[]> =>
  outRows(ctx)
    .$if(filter.state !== undefined, (rows) => rows.where('state', '=', filter.state ?? ''))
    .$if(filter.after !== undefined, (rows) => rows.where('id', '<', filter.after ?? ''))
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .execute();

export const countOut = async (ctx: Context): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await ctx.tx
        .selectFrom('message')
        .select(['state', sql<number>`count(*)::int`.as('n')])
        .where('account_id', 'is', null)
        .groupBy('state')
        .execute()
    ).map(({ state, n }) => [state, n]),
  );

export const lockOut = (ctx: Context, id: string): Promise<OutRow | undefined> =>
  outRows(ctx).where('id', '=', id).forUpdate().executeTakeFirst();

/** The next message whose time has come, held for this transaction; what another run holds is passed by. */
export const lockDue = (ctx: Context, channels: readonly string[]): Promise<OutRow | undefined> =>
  outRows(ctx)
    .where('state', '=', 'antre')
    .where('next_try_at', '<=', ctx.now)
    .where('channel', 'in', [...channels])
    .orderBy('next_try_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

type Change = {
  state?: MessageState;
  subject?: string;
  body?: string;
  attempts?: number;
  next_try_at?: Date | null;
  fault?: string | null;
  sent_at?: Date | null;
  sent_by?: string;
};
export const changeMessage = async (ctx: Context, id: string, change: Change): Promise<void> => {
  await ctx.tx
    .updateTable('message')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
};

/** True while a message of that way already waits for this number: one is enough to say that there is news. */
export const isWaiting = async (ctx: Context, usulanId: string, channel: string): Promise<boolean> =>
  (await ctx.tx
    .selectFrom('message')
    .select('id')
    .where('usulan_id', '=', usulanId)
    .where('channel', '=', channel)
    .where('state', 'in', ['antre', 'serah'])
    .limit(1)
    .executeTakeFirst()) !== undefined;
