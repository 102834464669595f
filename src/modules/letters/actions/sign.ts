import { formatDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';
import { qrSvg } from '../domain/qr.ts';

/** What stands under a letter: who signed, and what a reader can check it by. */
export type Signed = {
  signatures: { role: string; name: string; place: string }[];
  qr: string;
  check: string;
};
/** A way of signing: the one narrow door, so that a certified signature (TTE) can take the place of name and QR code. */
export type Signer = (ctx: Context, checkUrl: string) => Promise<Signed>;

/** The approver's name and position, and a QR code to the page that says whether the letter is genuine. */
export const signByQr: Signer = async (ctx, checkUrl) => ({
  signatures: [{ role: ctx.actor.position ?? 'Dinas Sosial', name: ctx.actor.name, place: formatDate(ctx.today) }],
  qr: qrSvg(checkUrl),
  check: checkUrl,
});
