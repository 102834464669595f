import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { type Channel, maskAddress } from '../domain/addresses.ts';
import { changeMessage, lockOut, type OutRow } from '../sql/messages.ts';
import { DELIVER_JOB } from './point-citizen.ts';

const lock = async (ctx: Context, id: string, version: number): Promise<OutRow> => {
  const message =
    (await lockOut(ctx, id)) ?? refuse('pesan.tidak_ada', 404, 'Pesan ini tidak ada, atau di luar wilayah Anda.');
  if (message.version !== version)
    refuse(
      'versi.berubah',
      409,
      'Keadaan pesan ini berubah setelah Anda membukanya. Muat ulang daftarnya, lalu lihat lagi.',
      {
        newer: { state: message.state, version: message.version },
      },
    );
  return message;
};

const record = (ctx: Context, message: OutRow, event: string, after: Record<string, unknown> = {}) =>
  ctx.record({
    event,
    subjectKind: 'message',
    subjectId: message.id,
    before: { state: message.state },
    after: { channel: message.channel, ...after },
  });

/** Puts a message that did not arrive in the queue again, with all its tries before it. */
export const resend = async (ctx: Context, id: string, version: number): Promise<void> => {
  const message = await lock(ctx, id, version);
  if (message.state !== 'gagal')
    refuse('pesan.tidak_gagal', 409, 'Hanya pesan yang tidak terkirim yang dapat dikirim ulang; pesan ini tidak.');
  await changeMessage(ctx, id, { state: 'antre', attempts: 0, next_try_at: ctx.now, fault: null });
  await record(ctx, message, 'message.resent');
  await ctx.enqueue(DELIVER_JOB, { agency: ctx.actor.agency }, `${DELIVER_JOB}.${ctx.actor.agency}`);
};

/** Gives a message up: it stays in the log and does not leave. */
export const giveUp = async (ctx: Context, id: string, version: number): Promise<void> => {
  const message = await lock(ctx, id, version);
  if (message.state === 'terkirim' || message.state === 'batal')
    refuse('pesan.sudah_selesai', 409, 'Pesan ini sudah terkirim atau sudah dibatalkan.');
  await changeMessage(ctx, id, { state: 'batal', next_try_at: null });
  await record(ctx, message, 'message.given_up');
};

/** An officer has sent the text from the office's phone. */
export const markHanded = async (ctx: Context, id: string, version: number): Promise<void> => {
  const message = await lock(ctx, id, version);
  if (message.state !== 'serah')
    refuse(
      'pesan.tidak_menunggu',
      409,
      'Pesan ini tidak menunggu dikirim dari HP; mungkin rekan Anda sudah mengirimnya.',
    );
  await changeMessage(ctx, id, { state: 'terkirim', sent_at: ctx.now, sent_by: ctx.actor.accountId });
  await record(ctx, message, 'message.handed_over');
};

/** A row of the log: the address is shown whole only to who must dial it. */
export const shownOut = (row: OutRow, isDialled: boolean) => ({
  id: row.id,
  template: row.template,
  channel: row.channel as Channel,
  recipient: isDialled ? (row.recipient ?? '') : maskAddress(row.channel as Channel, row.recipient ?? ''),
  subject: row.subject,
  body: row.body,
  state: row.state,
  attempts: row.attempts,
  nextTryAt: row.nextTryAt,
  fault: row.fault,
  at: row.at,
  sentAt: row.sentAt,
  version: row.version,
});
