import { dateInZone, type LocalDate } from '#kernel/local-date.ts';
import { parseReceiptCode } from '#kernel/receipt-code.ts';
import type { Context } from '#platform/db/context.ts';
import type { LetterState } from '../domain/course.ts';
import { maskName } from '../domain/words.ts';
import { findOwn, findShown } from '../sql/requests.ts';

export type ShownLetter = { number: string; on: LocalDate; holder: string; standing: 'berlaku' | 'lewat' | 'batal' };

/** What the page behind a QR code says: number, date, masked name, standing. Undefined: no letter of this agency has the code. */
export const readShownLetter = async (ctx: Context, typed: string): Promise<ShownLetter | undefined> => {
  const code = parseReceiptCode(typed);
  if (!code.ok) return undefined;
  const letter = await findShown(ctx, code.value);
  if (!letter) return undefined;
  const isOver = letter.validUntil !== null && letter.validUntil < ctx.today;
  return {
    number: letter.number,
    on: dateInZone(letter.issuedAt, ctx.actor.zone),
    holder: letter.protection >= 2 ? '•••' : maskName(letter.holder),
    standing: letter.state === 'batal' ? 'batal' : isOver ? 'lewat' : 'berlaku',
  };
};

export type OwnLetter = {
  receiptNumber: string;
  kind: string;
  state: LetterState;
  note: string | null;
  requestedAt: Date;
  decidedAt: Date | null;
  code: string | null;
};

/** The course of a letter for whoever holds the paper with number and PIN; undefined when the paper is of another kind. */
export const readOwnLetter = async (ctx: Context, id: string): Promise<OwnLetter | undefined> => {
  const own = await findOwn(ctx, id);
  if (!own) return undefined;
  const { name, areaId: _area, state, ...rest } = own;
  return { ...rest, kind: name, state: state as LetterState };
};
