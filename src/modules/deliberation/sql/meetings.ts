import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';
import type { Attendee, MeetingRules } from '../domain/meeting.ts';
import type { AttendeeRole, MeetingKind } from '../domain/words.ts';

export type MeetingRow = {
  id: string;
  kind: MeetingKind;
  onDate: LocalDate;
  areaId: number;
  areaLabel: string;
  areaName: string;
  areaKode: string;
  areaJenis: string;
  place: string;
  leader: string;
  notes: string;
  state: 'disiapkan' | 'selesai';
  number: string | null;
  baHash: string | null;
  baFile: string | null;
  scanFile: string | null;
  scanState: 'belum' | 'diterima' | 'diminta_lagi';
  scanNote: string;
  quorumNote: string;
  finishedAt: Date | null;
  finishedByName: string | null;
  /** What it was held against; null while it is open. */
  rules: MeetingRules | null;
  version: number;
};

const meetings = (ctx: Context) =>
  ctx.tx
    .selectFrom('musyawarah as m')
    .innerJoin('area as a', 'a.id', 'm.area_id')
    .leftJoin('account as f', 'f.id', 'm.finished_by')
    .select([
      'm.id',
      'm.kind',
      'm.on_date as onDate',
      'm.area_id as areaId',
      'a.label as areaLabel',
      'a.name as areaName',
      sql<string>`coalesce(a.kode, '')`.as('areaKode'),
      sql<string>`coalesce(a.jenis, 'desa')`.as('areaJenis'),
      'm.place',
      'm.leader',
      'm.notes',
      'm.state',
      'm.number',
      'm.ba_hash as baHash',
      'm.ba_file as baFile',
      'm.scan_file as scanFile',
      'm.scan_state as scanState',
      'm.scan_note as scanNote',
      'm.quorum_note as quorumNote',
      'm.finished_at as finishedAt',
      'f.display_name as finishedByName',
      'm.rules',
      'm.version',
    ]);

export const findMeeting = async (ctx: Context, id: string): Promise<MeetingRow | undefined> =>
  (await meetings(ctx).where('m.id', '=', id).executeTakeFirst()) as MeetingRow | undefined;

/** Takes the meeting's row, so that two who act at once stand in line. */
export const lockMeetingRow = async (ctx: Context, id: string): Promise<MeetingRow | undefined> => {
  const locked = await ctx.tx.selectFrom('musyawarah').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  return locked ? findMeeting(ctx, id) : undefined;
};

export const addMeeting = async (
  ctx: Context,
  meeting: { id: string; kind: MeetingKind; areaId: number; onDate: LocalDate; place: string; leader: string },
): Promise<void> => {
  await ctx.tx
    .insertInto('musyawarah')
    .values({
      id: meeting.id,
      kind: meeting.kind,
      area_id: meeting.areaId,
      on_date: meeting.onDate,
      place: meeting.place,
      leader: meeting.leader,
      created_by: ctx.actor.accountId,
      created_at: ctx.now,
    })
    .execute();
};

export type MeetingChange = Partial<{
  on_date: LocalDate;
  place: string;
  leader: string;
  notes: string;
  state: 'selesai';
  number: string;
  ba_hash: string;
  ba_file: string;
  quorum_note: string;
  rules: string;
  counts: string;
  finished_at: Date;
  finished_by: string;
  scan_file: string;
  scan_state: 'diterima' | 'diminta_lagi';
  scan_note: string;
}>;

export const changeMeeting = async (ctx: Context, id: string, change: MeetingChange): Promise<void> => {
  await ctx.tx
    .updateTable('musyawarah')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
};

export const listAttendees = async (ctx: Context, meetingId: string): Promise<Attendee[]> => {
  const rows = await ctx.tx
    .selectFrom('musyawarah_attendance')
    .select(['no', 'name', 'role'])
    .where('musyawarah_id', '=', meetingId)
    .orderBy('no')
    .execute();
  return rows.map((row) => ({ no: row.no, name: row.name, role: row.role as AttendeeRole }));
};

/** Writes the attendance list as it is now. A number keeps its person, so that conflicts of interest stay with whom they are about. */
export const saveAttendees = async (ctx: Context, meetingId: string, people: readonly Attendee[]): Promise<void> => {
  await ctx.tx
    .deleteFrom('musyawarah_attendance')
    .where('musyawarah_id', '=', meetingId)
    .where('no', 'not in', people.length > 0 ? people.map((person) => person.no) : [0])
    .execute();
  if (people.length === 0) return;
  await ctx.tx
    .insertInto('musyawarah_attendance')
    .values(people.map((person) => ({ musyawarah_id: meetingId, no: person.no, name: person.name, role: person.role })))
    .onConflict((conflict) =>
      conflict
        .columns(['musyawarah_id', 'no'])
        .doUpdateSet((eb) => ({ name: eb.ref('excluded.name'), role: eb.ref('excluded.role') })),
    )
    .execute();
};

/** The kind and name of a desa or kelurahan in the actor's sight. */
export const findDesa = (ctx: Context, areaId: number) =>
  ctx.tx
    .selectFrom('area')
    .select(['id', 'name', 'label', 'jenis'])
    .where('id', '=', areaId)
    .where('kind', '=', 'desa')
    .where(sql<boolean>`id = any ((select guard_areas())::integer[])`)
    .executeTakeFirst();
