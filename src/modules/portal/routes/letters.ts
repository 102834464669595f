import { readShownLetter } from '#modules/letters/index.ts';
import { requireTry } from '../actions/limit-tries.ts';
import { type AgencyVisit, asCitizen, deskOf, onAgency, type Portal, show } from './visit.ts';

/** What a QR code on a letter leads to. Only wrong codes count as tries: a hospital may check all day. */
const check = async (visit: AgencyVisit) => {
  const giveBack = await requireTry(deskOf(visit), 'letter', visit.request.ip);
  const { code } = visit.request.params as { code: string };
  const letter = await asCitizen(visit, undefined, (ctx) => readShownLetter(ctx, code.slice(0, 40)));
  if (letter) await giveBack();
  return show(visit, 'letter', { letter: letter ?? null }, letter ? 200 : 404);
};

/** Serves the page that says whether a letter is genuine. */
export const registerLetterCheck = (portal: Portal): void => {
  onAgency(portal, 'GET', '/surat/:code', check);
};
