import { addDays } from '#kernel/local-date.ts';
import { Refusal } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Actor } from '#platform/db/actor.ts';
import { type Context, type Platform, withActor } from '#platform/db/context.ts';
import { startHeartbeat } from '#platform/jobs/heartbeat.ts';
import { barSentence, endsByItself } from '../domain/bars.ts';
import { stepOf } from '../domain/booking.ts';
import {
  type AgencyPlace,
  type Booking,
  endBooking,
  insertFailureTask,
  listAgencies,
  listDue,
  lockBooking,
  noteLook,
} from '../sql/bookings.ts';
import { lockPersons } from '../sql/merge-rows.ts';
import { updatePair } from '../sql/pairs.ts';
import { closeQuestions } from '../sql/sides.ts';
import { listBars, mergePersons, refuseBarred } from './merge-persons.ts';
import { trainTonight } from './train-model.ts';

/** Bookings act under this account (migration 0125); it has no sign-in. */
const BOOKED = '01900000-0000-7000-8000-000000007125';
const MOST_AT_ONCE = 200;
const DAYS_TO_LOOK = 7;

/** The actor of what was booked: the whole agency, below every protection, as the officers of the desk. */
const bookingActor = ({ slug, schema, zone }: AgencyPlace): Actor => ({
  ...{
    agency: slug,
    schema,
    zone,
    areaId: 0,
    accountId: BOOKED,
    username: 'penggabung',
    name: 'Penggabungan terpesan',
  },
  ...({ kind: 'sistem', role: 'sistem', position: null, bidang: null, clearance: 1 } as const),
  capabilities: new Set(),
  databaseRole: 'rukun_wide',
});

const note = (ctx: Context, booking: Booking, event: string, after: Record<string, unknown>) =>
  ctx.record({ event, subjectKind: 'duplicate_pair', subjectId: booking.pairId, after });

/** Looks at one booking today: it waits on, or is made. Throws a Refusal when it can never be made as it stands. */
const lookAt = async (ctx: Context, id: string): Promise<boolean> => {
  const booking = await lockBooking(ctx, id);
  if (!booking) return false;
  const people = await lockPersons(ctx, [booking.keep, booking.absorb]);
  const [keep, absorb] = [people.get(booking.keep), people.get(booking.absorb)];
  if (!keep || !absorb || keep.mergedInto !== null || absorb.mergedInto !== null)
    throw new Refusal(
      'ganda.pesanan_lewat',
      409,
      'Salah satu catatan sudah digabung ke catatan lain, atau kini dilindungi. Periksa pasangannya di meja kemungkinan ganda.',
    );
  const bars = await listBars(ctx, keep, absorb);
  // Such a bar does not end by itself: somebody must mend a record first.
  refuseBarred(bars.filter((bar) => !endsByItself(bar)));
  const step = stepOf(booking.freeSince, ctx.today, bars.length > 0);
  if (step.do === 'wait') {
    await noteLook(ctx, id, step.freeSince, bars[0] ? barSentence(bars[0]) : '');
    await note(ctx, booking, 'duplicate.booking_waits', { barred: bars.length > 0, freeSince: step.freeSince });
    return false;
  }
  const { mergeId } = await mergePersons(ctx, {
    keep: keep.id,
    absorb: absorb.id,
    versions: { keep: keep.version, absorb: absorb.version },
    reason: booking.reason,
    signed: { first: booking.bookedBy, second: booking.secondBy },
    pairId: booking.pairId,
  });
  await updatePair(ctx, booking.pairId, { state: 'sama', reason: booking.reason, decidedBy: booking.bookedBy });
  await closeQuestions(ctx, [keep.id, absorb.id]);
  await endBooking(ctx, id, { state: 'jadi', outcome: '', mergeId });
  return true;
};

/** The booking cannot be made: the pair is open again, and the verifiers read why. */
const giveUp = async (ctx: Context, id: string, why: string): Promise<void> => {
  const booking = await lockBooking(ctx, id);
  if (!booking) return;
  await endBooking(ctx, id, { state: 'gagal', outcome: why });
  await updatePair(ctx, booking.pairId, { state: 'terbuka', reason: '' });
  await insertFailureTask(ctx, {
    id: uuid7(),
    personId: booking.keep,
    detail: `${why} Pasangannya kembali ke antrean kemungkinan ganda.`,
    dueOn: addDays(ctx.today, DAYS_TO_LOOK),
  });
  await note(ctx, booking, 'duplicate.booking_failed', { why });
};

/**
 * Looks at every booked merge of an agency that nobody looked at today. Each is a transaction of its own: one that fails is reported in its
 * line and by a task, and keeps no other from being made.
 * @returns how many merges were made
 */
export const runBookingsOf = async (platform: Platform, agency: AgencyPlace): Promise<number> => {
  const work = <T>(act: (ctx: Context) => Promise<T>) =>
    withActor(platform, bookingActor(agency), { requestId: 'penggabung' }, act);
  let made = 0;
  for (const { id } of await work((ctx) => listDue(ctx, MOST_AT_ONCE)))
    try {
      if (await work((ctx) => lookAt(ctx, id))) made += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await work((ctx) => giveUp(ctx, id, error.message));
    }
  return made;
};

/**
 * What waits for its day, for every agency: booked merges, and learning from what was decided. At the start and every hour until stopped; a
 * failure is reported and tried again at the next beat.
 */
export const startAdjudication = (platform: Platform, onError: (error: unknown) => void, everyMs = 3_600_000) => {
  const work = async () => {
    for (const agency of await listAgencies(platform)) {
      await runBookingsOf(platform, agency);
      await withActor(platform, bookingActor(agency), { requestId: 'penggabung' }, trainTonight);
    }
  };
  return startHeartbeat(work, onError, { everyMs, atStart: true });
};
