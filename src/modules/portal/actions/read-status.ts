import type { LocalDate } from '#kernel/local-date.ts';
import { getUsulan, listHolidays, type ReceiptView, readReceipt } from '#modules/intake/index.ts';
import { objectUntil, type PublicOutcome, publicOutcome } from '#modules/programme/index.ts';
import type { Context } from '#platform/db/context.ts';
import { refusedOn } from '../domain/objection-term.ts';
import { listDecisionDates } from '../sql/outcome-dates.ts';
import { findPlaceName } from '../sql/places.ts';

/** A decision that may be objected to: of the proposal itself (`programme` null) or of a programme's list. */
export type Objectable = { programme: string | null; until: LocalDate; isOpen: boolean };
export type Status = {
  view: ReceiptView;
  outcomes: PublicOutcome[];
  objectables: Objectable[];
  /** The office that has the paper: `Desa Karang Asri`. */
  desk: string;
  today: LocalDate;
};

/** Everything the citizen's page says about the receipt of this occasion: no desil, no number of identity, no name. */
export const readStatus = async (ctx: Context, usulanId: string): Promise<Status> => {
  const view = await readReceipt(ctx);
  const outcomes = await publicOutcome(ctx);
  const dates = await listDecisionDates(ctx);
  const { areaId } = await getUsulan(ctx, usulanId);
  const refused = refusedOn(view);
  const decided: { programme: string | null; on: LocalDate }[] = [
    ...(refused ? [{ programme: null, on: refused }] : []),
    ...outcomes.flatMap(({ programme, place }) => {
      const on = dates.get(programme);
      return place !== 'masuk' && on ? [{ programme, on }] : [];
    }),
  ];
  const objectables: Objectable[] = [];
  for (const { programme, on } of decided) {
    const until = objectUntil(on, await listHolidays(ctx, on));
    objectables.push({ programme, until, isOpen: ctx.today <= until });
  }
  return { view, outcomes, objectables, desk: (await findPlaceName(ctx, areaId)) ?? '', today: ctx.today };
};
