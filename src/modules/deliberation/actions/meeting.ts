import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { type Attendee, lackingPeople, missingRoles } from '../domain/meeting.ts';
import { requireVersion } from '../domain/stale.ts';
import type { MeetingKind } from '../domain/words.ts';
import { listAgenda, listCandidates, setAgenda } from '../sql/agenda.ts';
import { findMeetingRules } from '../sql/meeting-rules.ts';
import {
  addMeeting,
  changeMeeting,
  findDesa,
  findMeeting,
  listAttendees,
  lockMeetingRow,
  type MeetingRow,
  saveAttendees,
} from '../sql/meetings.ts';

const notHere = (): never => refuse('musyawarah.tidak_ada', 404, 'Musyawarah ini tidak ada di wilayah Anda.');

/** The meeting with its attendance and agenda, as far as the actor sees it. */
export const getMeeting = async (ctx: Context, id: string) => {
  const meeting = (await findMeeting(ctx, id)) ?? notHere();
  const attendees = await listAttendees(ctx, id);
  const rules = meeting.rules ?? (await findMeetingRules(ctx));
  return {
    meeting,
    attendees,
    rules,
    agenda: await listAgenda(ctx, id),
    missing: missingRoles(meeting.kind, attendees, rules),
    lacking: lackingPeople(meeting.kind, attendees, rules),
  };
};

/** The meeting's row, taken, still open, at the version the officer looked at. */
export const lockOpenMeeting = async (ctx: Context, id: string, version: number): Promise<MeetingRow> => {
  const meeting = (await lockMeetingRow(ctx, id)) ?? notHere();
  if (meeting.state === 'selesai')
    refuse(
      'musyawarah.sudah_selesai',
      409,
      `Musyawarah ini sudah diselesaikan oleh ${meeting.finishedByName ?? 'rekan Anda'}; putusannya sudah diteruskan. Muat ulang halaman ini.`,
    );
  requireVersion(meeting.version, version, {
    version: meeting.version,
    onDate: meeting.onDate,
    place: meeting.place,
    leader: meeting.leader,
  });
  return meeting;
};

const requireKind = (kind: MeetingKind, jenis: string | null) => {
  const isKelurahan = jenis === 'kelurahan';
  if (kind === 'musdes' && isKelurahan) refuse('musyawarah.jenis', 422, 'Ini kelurahan: pilih muskel atau SPTJM.');
  if (kind === 'muskel' && !isKelurahan) refuse('musyawarah.jenis', 422, 'Ini desa: pilih musdes atau SPTJM.');
};

export type NewMeeting = {
  kind: MeetingKind;
  areaId: number;
  onDate: LocalDate;
  place: string;
  leader: string;
  /** Usulan on the agenda; all that wait in this desa when absent. */
  usulanIds?: readonly string[] | undefined;
};

const requireCandidates = async (ctx: Context, areaId: number, meetingId: string | null, wanted: readonly string[]) => {
  const candidates = await listCandidates(ctx, areaId, meetingId);
  const free = new Set(candidates.filter((candidate) => !candidate.onAgenda).map((candidate) => candidate.usulanId));
  const foreign = wanted.filter((id) => !free.has(id));
  if (foreign.length > 0)
    refuse(
      'musyawarah.bukan_agenda',
      409,
      `${foreign.length} usulan tidak sedang menunggu musyawarah di desa ini, atau sudah ada di agenda musyawarah lain. Muat ulang daftar agenda.`,
      { usulanIds: foreign },
    );
};

/** Prepares a meeting for a desa with its agenda. Nothing is decided yet. */
export const prepareMeeting = async (ctx: Context, wanted: NewMeeting): Promise<string> => {
  const desa =
    (await findDesa(ctx, wanted.areaId)) ??
    refuse('musyawarah.wilayah', 404, 'Pilih desa atau kelurahan di wilayah tugas Anda.');
  requireKind(wanted.kind, desa.jenis);
  const waiting = (await listCandidates(ctx, wanted.areaId, null)).filter((candidate) => !candidate.onAgenda);
  const usulanIds = wanted.usulanIds ?? waiting.map((candidate) => candidate.usulanId);
  await requireCandidates(ctx, wanted.areaId, null, usulanIds);
  const id = uuid7();
  await addMeeting(ctx, {
    id,
    kind: wanted.kind,
    areaId: wanted.areaId,
    onDate: wanted.onDate,
    place: wanted.place,
    leader: wanted.leader,
  });
  await setAgenda(ctx, id, usulanIds);
  await ctx.record({
    event: 'musyawarah.prepared',
    subjectKind: 'musyawarah',
    subjectId: id,
    areaId: wanted.areaId,
    after: { kind: wanted.kind, onDate: wanted.onDate, rows: usulanIds.length },
  });
  return id;
};

/** Changes date, place, leader or notes. */
export const changeMeetingDetails = async (
  ctx: Context,
  id: string,
  version: number,
  details: { onDate: LocalDate; place: string; leader: string; notes: string },
): Promise<void> => {
  const before = await lockOpenMeeting(ctx, id, version);
  await changeMeeting(ctx, id, {
    on_date: details.onDate,
    place: details.place,
    leader: details.leader,
    notes: details.notes,
  });
  await ctx.record({
    event: 'musyawarah.changed',
    subjectKind: 'musyawarah',
    subjectId: id,
    areaId: before.areaId,
    before: { onDate: before.onDate, place: before.place, leader: before.leader },
    after: { onDate: details.onDate, place: details.place, leader: details.leader },
  });
};

/** Puts these usulan on the agenda and takes others off; rows that stay keep their number and their decision. */
export const changeAgenda = async (
  ctx: Context,
  id: string,
  version: number,
  usulanIds: readonly string[],
): Promise<void> => {
  const meeting = await lockOpenMeeting(ctx, id, version);
  const before = await listAgenda(ctx, id);
  const kept = new Set(before.map((row) => row.usulanId));
  await requireCandidates(
    ctx,
    meeting.areaId,
    id,
    usulanIds.filter((one) => !kept.has(one)),
  );
  await setAgenda(ctx, id, usulanIds);
  await changeMeeting(ctx, id, {});
  await ctx.record({
    event: 'musyawarah.agenda_changed',
    subjectKind: 'musyawarah',
    subjectId: id,
    areaId: meeting.areaId,
    before: { rows: before.length },
    after: { rows: usulanIds.length },
  });
};

/** Writes the attendance list. @returns roles that ought to be present and are not: a warning, not a refusal */
export const recordAttendance = async (ctx: Context, id: string, version: number, people: readonly Attendee[]) => {
  const meeting = await lockOpenMeeting(ctx, id, version);
  if (new Set(people.map((person) => person.no)).size !== people.length)
    refuse('musyawarah.nomor_kembar', 422, 'Ada nomor peserta yang sama dua kali dalam daftar hadir.');
  const before = await listAttendees(ctx, id);
  await saveAttendees(ctx, id, people);
  await changeMeeting(ctx, id, {});
  await ctx.record({
    event: 'musyawarah.attendance_recorded',
    subjectKind: 'musyawarah',
    subjectId: id,
    areaId: meeting.areaId,
    before: { people: before.length },
    after: { people: people.length, roles: people.map((person) => person.role) },
  });
  return missingRoles(meeting.kind, people, await findMeetingRules(ctx));
};

/** What may still be put on the agenda of a desa's meeting. */
export const listMeetingCandidates = async (ctx: Context, id: string) => {
  const { meeting } = await getMeeting(ctx, id);
  return listCandidates(ctx, meeting.areaId, id);
};
