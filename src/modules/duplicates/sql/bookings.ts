import { sql } from 'kysely';
import type { LocalDate, Zone } from '#kernel/local-date.ts';
import type { Context, Platform } from '#platform/db/context.ts';
import type { BookingState } from '../domain/words.ts';

export type Booking = {
  id: string;
  pairId: string;
  keep: string;
  absorb: string;
  reason: string;
  bookedBy: string;
  secondBy: string | null;
  freeSince: LocalDate | null;
};

const COLUMNS = sql`b.id, b.pair_id as "pairId", b.keep_id as keep, b.absorb_id as absorb, b.reason, b.booked_by as "bookedBy",
  b.second_by as "secondBy", b.free_since as "freeSince"`;

export const insertBooking = async (
  ctx: Context,
  booking: Omit<Booking, 'freeSince' | 'bookedBy' | 'secondBy'> & { bookedBy: string; secondBy: string | null },
): Promise<void> => {
  await ctx.tx
    .insertInto('merge_booking')
    .values({
      id: booking.id,
      pair_id: booking.pairId,
      keep_id: booking.keep,
      absorb_id: booking.absorb,
      reason: booking.reason,
      booked_by: booking.bookedBy,
      second_by: booking.secondBy,
      booked_at: ctx.now,
    })
    .execute();
};

/** Bookings that nobody looked at today, the oldest first. */
export const listDue = async (ctx: Context, limit: number): Promise<Booking[]> => {
  const { rows } = await sql<Booking>`
    select ${COLUMNS} from merge_booking b where b.state = 'dipesan' and (b.looked_on is null or b.looked_on < ${ctx.today}::date)
    order by b.booked_at, b.id limit ${limit}`.execute(ctx.tx);
  return rows;
};

/** One booking that still waits, held. */
export const lockBooking = async (ctx: Context, id: string): Promise<Booking | undefined> => {
  const { rows } = await sql<Booking>`
    select ${COLUMNS} from merge_booking b where b.id = ${id} and b.state = 'dipesan' for update of b`.execute(ctx.tx);
  return rows[0];
};

export const noteLook = async (ctx: Context, id: string, freeSince: LocalDate | null, outcome: string) => {
  await ctx.tx
    .updateTable('merge_booking')
    .set({ looked_on: ctx.today, free_since: freeSince, outcome })
    .where('id', '=', id)
    .execute();
};

export const endBooking = async (
  ctx: Context,
  id: string,
  end: { state: Exclude<BookingState, 'dipesan'>; outcome: string; mergeId?: string | undefined },
): Promise<void> => {
  await ctx.tx
    .updateTable('merge_booking')
    .set({
      state: end.state,
      outcome: end.outcome,
      merge_id: end.mergeId ?? null,
      looked_on: ctx.today,
      ended_at: ctx.now,
    })
    .where('id', '=', id)
    .execute();
};

/** The pair is decided otherwise: what was booked for it is off. */
export const cancelBookings = async (ctx: Context, pairId: string, outcome: string): Promise<void> => {
  await sql`
    update merge_booking set state = 'batal', ended_at = ${ctx.now}, outcome = ${outcome} where pair_id = ${pairId} and state = 'dipesan'`.execute(
    ctx.tx,
  );
};

export type BookingLine = {
  id: string;
  pairId: string;
  keptId: string;
  keptName: string;
  absorbedName: string;
  by: string;
  secondBy: string | null;
  at: Date;
  state: BookingState;
  freeSince: LocalDate | null;
  lookedOn: LocalDate | null;
  outcome: string;
};
/** Bookings of people in sight: those that wait, then those that failed, then the latest others. */
export const listBookings = async (ctx: Context, limit: number): Promise<BookingLine[]> => {
  const { rows } = await sql<BookingLine>`
    select b.id, b.pair_id as "pairId", b.keep_id as "keptId", k.name as "keptName", o.name as "absorbedName", a.display_name as by,
           (select s.display_name from account s where s.id = b.second_by) as "secondBy", b.booked_at as at, b.state,
           b.free_since as "freeSince", b.looked_on as "lookedOn", b.outcome
    from merge_booking b join person k on k.id = b.keep_id join person o on o.id = b.absorb_id join account a on a.id = b.booked_by
    order by case b.state when 'dipesan' then 0 when 'gagal' then 1 else 2 end, b.booked_at desc, b.id limit ${limit}`.execute(
    ctx.tx,
  );
  return rows;
};

/** Tells the agency's verifiers that a booked merge was not made. */
export const insertFailureTask = async (
  ctx: Context,
  task: { id: string; personId: string; detail: string; dueOn: LocalDate },
): Promise<void> => {
  await sql`
    insert into task (id, kind, title, detail, level, area_id, subject_person_id, role, due_on, opened_at)
    select ${task.id}, 'penggabungan_gagal', 'Penggabungan terpesan tidak jadi', ${task.detail}, p.protection, p.scope_area_id, p.id, 'verifikator', ${task.dueOn}, ${ctx.now}
    from person p where p.id = ${task.personId}`.execute(ctx.tx);
};

export type AgencyPlace = { slug: string; schema: string; zone: Zone };
/** The agencies of the installation with the zone of their days. */
export const listAgencies = async ({ db }: Platform): Promise<AgencyPlace[]> => {
  const agencies = await db
    .selectFrom('auth.agency')
    .select(['slug', 'schema_name as schema'])
    .orderBy('slug')
    .execute();
  const places: AgencyPlace[] = [];
  for (const agency of agencies) {
    const { rows } = await sql<{ zone: Zone }>`select zone from ${sql.id(agency.schema, 'agency_card')}()`.execute(db);
    if (rows[0]) places.push({ ...agency, zone: rows[0].zone });
  }
  return places;
};
