import type { Context, Platform } from '#platform/db/context.ts';
import { openFile } from '#platform/files/kept-files.ts';
import { type Mail, type MailSetting, sendMail, withWaits } from '#platform/mail/send-mail.ts';
import { HELD_MINUTES, minutesLater, nextTry, STALE_DAYS } from '../domain/backoff.ts';
import { fillTemplate } from '../domain/templates.ts';
import { addMessage, changeMessage, lockDue, lockOut, type OutRow } from '../sql/messages.ts';
import { listHolders } from '../sql/readers.ts';
import { type Courier, eachAgency } from './as-courier.ts';
import { compose } from './compose.ts';

/** What sending needs of the installation; without `mail` letters to mail addresses stay in the queue. */
export type Post = { platform: Platform; dataDir: string; url: string; mail: MailSetting | undefined };

/** How one attempt went. `serah`: it lies ready for an officer to send. */
type Carried = { how: 'terkirim' } | { how: 'serah' } | { how: 'ulang' | 'gagal'; fault: string };

/** A way out: the one narrow interface between the queue and what carries. */
type Carrier = (letter: Mail) => Promise<Carried>;

const byMail =
  (setting: MailSetting): Carrier =>
  async (letter) => {
    const sent = await sendMail({ ...setting, url: withWaits(setting.url) }, letter);
    if (sent.ok) return { how: 'terkirim' };
    return { how: sent.isLasting ? 'gagal' : 'ulang', fault: sent.fault };
  };
/** WhatsApp and SMS have no line of their own: the text waits for an officer who sends it from the office's phone. */
const byHand: Carrier = async () => ({ how: 'serah' });

const carriersOf = ({ mail }: Post): ReadonlyMap<string, Carrier> =>
  new Map([['wa', byHand], ['sms', byHand], ...(mail ? [['surel', byMail(mail)] as const] : [])]);

const record = (ctx: Context, message: OutRow, event: string, after: Record<string, unknown>) =>
  ctx.record({
    event,
    subjectKind: 'message',
    subjectId: message.id,
    after: { channel: message.channel, template: message.template, ...after },
  });

/** Takes the next due message for some minutes, so that no other run sends it too; undefined: nothing is due. */
const take = async (ctx: Context, post: Post, slug: string, channels: readonly string[]) => {
  const message = await lockDue(ctx, channels);
  if (!message) return undefined;
  if (message.usulanId !== null && minutesLater(message.at, STALE_DAYS * 1440) < ctx.now) {
    await changeMessage(ctx, message.id, { state: 'batal', next_try_at: null, fault: 'Terlalu lama menunggu.' });
    await record(ctx, message, 'message.lapsed', {});
    return { message, letter: undefined };
  }
  const status = `${post.url}/layanan/${slug.replaceAll('_', '-')}/status`;
  const written = {
    subject: fillTemplate(message.subject, { alamat: status }),
    body: fillTemplate(message.body, { alamat: status }),
  };
  const attempts = message.attempts + 1;
  await changeMessage(ctx, message.id, { ...written, attempts, next_try_at: minutesLater(ctx.now, HELD_MINUTES) });
  await record(ctx, message, 'message.tried', { attempts });
  const file = message.fileId ? await openFile(ctx, post.dataDir, message.fileId) : undefined;
  const letter: Mail = {
    id: message.id,
    to: message.recipient ?? '',
    subject: written.subject,
    text: written.body,
    ...(file ? { attachment: file } : {}),
  };
  return { message: { ...message, ...written, attempts }, letter };
};

/** Tells the administrators; one message that does not arrive is one line in their box. */
const tellOfFailure = async (ctx: Context, message: OutRow, fault: string): Promise<void> => {
  const text = await compose(ctx, 'petugas.surel_gagal', { hal: message.subject, sebab: fault });
  for (const accountId of await listHolders(ctx, { role: 'admin_dinas', areaId: null, level: 0 }))
    await addMessage(ctx, {
      template: 'petugas.surel_gagal',
      channel: 'kotak',
      accountId,
      ...text,
      href: '/pesan-keluar',
    });
};

const settle = async (ctx: Context, taken: OutRow, carried: Carried): Promise<void> => {
  const message = await lockOut(ctx, taken.id);
  if (message?.state !== 'antre') return;
  if (carried.how === 'terkirim' || carried.how === 'serah') {
    const sent_at = carried.how === 'terkirim' ? ctx.now : null;
    await changeMessage(ctx, message.id, { state: carried.how, next_try_at: null, fault: null, sent_at });
    return record(ctx, message, carried.how === 'serah' ? 'message.laid_ready' : 'message.sent', {});
  }
  const again = carried.how === 'ulang' ? nextTry(ctx.now, message.attempts) : undefined;
  const fault = carried.fault;
  await changeMessage(ctx, message.id, { state: again ? 'antre' : 'gagal', next_try_at: again ?? null, fault });
  await record(ctx, message, again ? 'message.put_off' : 'message.failed', { fault, attempts: message.attempts });
  if (!again) await tellOfFailure(ctx, message, fault);
};

const deliverNext = async (as: Courier, post: Post, slug: string): Promise<boolean> => {
  const carriers = carriersOf(post);
  const taken = await as((ctx) => take(ctx, post, slug, [...carriers.keys()]));
  const carrier = taken && carriers.get(taken.message.channel);
  if (!taken || !carrier) return false;
  const { letter, message } = taken;
  if (letter) {
    const carried = await carrier(letter);
    await as((ctx) => settle(ctx, message, carried));
  }
  return true;
};

const MOST_AT_ONCE = 200;

/** Sends everything whose time has come, of every agency or of the one named; sending itself happens outside of any transaction. */
export const deliverDue = (post: Post, slug?: string, signal?: AbortSignal): Promise<void> =>
  eachAgency(
    post.platform,
    async (as, agency) => {
      for (let sent = 0; sent < MOST_AT_ONCE; sent++)
        if (signal?.aborted || !(await deliverNext(as, post, agency.slug))) return;
    },
    slug,
  );
