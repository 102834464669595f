import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { endsByItself } from '../domain/bars.ts';
import { hadAward } from '../sql/bars.ts';
import { insertBooking } from '../sql/bookings.ts';
import { type PairRow, updatePair } from '../sql/pairs.ts';
import { absorbedOf, lockPair, recordDecision, refuseSecond, type SameDecision } from './decide-pair.ts';
import { keepAnswer } from './keep-answer.ts';
import { listBars, lockBoth, refuseBarred } from './merge-persons.ts';

/** Refuses what cannot be booked: no bar at all, or one that does not end by itself. */
const refuseUnbookable = async (ctx: Context, { keep, absorb, versions }: Parameters<typeof lockBoth>[1]) => {
  const both = await lockBoth(ctx, { keep, absorb, versions });
  const bars = await listBars(ctx, both.keep, both.absorb);
  refuseBarred(bars.filter((bar) => !endsByItself(bar)));
  if (bars.length === 0)
    refuse(
      'ganda.tidak_tertahan',
      409,
      'Tidak ada yang menahan penggabungan ini lagi. Gabungkan sekarang; tidak perlu dipesan.',
    );
};

const propose = async (ctx: Context, pair: PairRow, decision: SameDecision): Promise<'menunggu'> => {
  await updatePair(ctx, pair.id, { state: 'menunggu', reason: decision.reason, wantedKeep: decision.keep });
  await recordDecision(ctx, pair, 'menunggu', decision.reason);
  return 'menunggu';
};

/**
 * Books a merge that a decree, a list being prepared or a ratification bars now, for the day after the last of them has ended. Where two
 * people must say so, the first one's booking waits for the second.
 * @returns the pair's state now
 */
export const bookMerge = async (ctx: Context, decision: SameDecision): Promise<'menunggu' | 'dipesan'> => {
  const pair = await lockPair(ctx, decision.id);
  if (pair.state === 'dipesan')
    refuse('ganda.sudah_dipesan', 409, 'Penggabungan ini sudah dipesan. Muat ulang antreannya.');
  const { keep, versions, reason } = decision;
  const absorb = absorbedOf(pair, keep);
  await refuseUnbookable(ctx, { keep, absorb, versions: { keep: versions[keep] ?? 0, absorb: versions[absorb] ?? 0 } });
  const isSecond = pair.state === 'menunggu';
  if (isSecond) refuseSecond(ctx, pair, keep);
  await keepAnswer(ctx, pair, 'sama');
  if (!isSecond && (await hadAward(ctx, [keep, absorb]))) return propose(ctx, pair, decision);
  await insertBooking(ctx, {
    id: uuid7(),
    pairId: pair.id,
    keep,
    absorb,
    reason,
    bookedBy: (isSecond ? pair.decidedBy : null) ?? ctx.actor.accountId,
    secondBy: isSecond ? ctx.actor.accountId : null,
  });
  await updatePair(ctx, pair.id, { state: 'dipesan', reason, wantedKeep: keep });
  await recordDecision(ctx, pair, 'dipesan', reason);
  return 'dipesan';
};
