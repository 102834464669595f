import { formatDate, type LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { ATTENDEE_ROLES, type AttendeeRole, type MeetingKind, type Verdict, type VervalResult } from './words.ts';

export type Attendee = { readonly no: number; readonly name: string; readonly role: AttendeeRole };
/** Somebody present who is close to the family of a row. */
export type Conflict = { readonly attendeeNo: number; readonly relation: string; readonly leftRoom: boolean };

/** What an agency asks of a meeting: the least number present, and the roles that ought to be there. */
export type MeetingRules = {
  readonly minimum: number;
  readonly roles: Readonly<Record<Exclude<MeetingKind, 'sptjm'>, readonly AttendeeRole[]>>;
};

/** Roles that ought to be present. The head (or delegate) and the operator sign, so without them there is no berita acara. */
const EXPECTED: Readonly<Record<Exclude<MeetingKind, 'sptjm'>, readonly AttendeeRole[]>> = {
  musdes: ['kades_lurah', 'operator', 'bpd_lpm', 'rt_rw', 'babinsa_bhabin', 'wakil_keluarga'],
  muskel: ['kades_lurah', 'operator', 'rt_rw', 'babinsa_bhabin', 'wakil_keluarga'],
};
export const SIGNERS: readonly AttendeeRole[] = ['kades_lurah', 'operator'];
/** Holds while the agency has set nothing of its own. */
export const DEFAULT_RULES: MeetingRules = { minimum: 5, roles: EXPECTED };

/** Roles that ought to be there and are not, in the order of the list. An SPTJM is no meeting and misses nobody. */
export const missingRoles = (
  kind: MeetingKind,
  attendees: readonly Attendee[],
  { roles }: MeetingRules = DEFAULT_RULES,
): AttendeeRole[] =>
  kind === 'sptjm' ? [] : roles[kind].filter((role) => !attendees.some((attendee) => attendee.role === role));

/** How many people are lacking to the least number; none for an SPTJM. */
export const lackingPeople = (
  kind: MeetingKind,
  attendees: readonly Attendee[],
  { minimum }: MeetingRules = DEFAULT_RULES,
): number => (kind === 'sptjm' ? 0 : Math.max(0, minimum - attendees.length));

/** What the field check speaks for; undefined while there was none (villages that deliberate first). */
export const vervalAdvice = (result: VervalResult | null): Verdict | undefined =>
  result === null ? undefined : result === 'terkonfirmasi' ? 'disepakati' : 'ditolak';

/** Postponing goes against nothing: the row comes back. */
export const isAgainstVerval = (verdict: Verdict, result: VervalResult | null): boolean => {
  const advice = vervalAdvice(result);
  return advice !== undefined && verdict !== 'ditunda' && verdict !== advice;
};

export type RowDecision = {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly conflicts: readonly Conflict[];
};

/**
 * Holds a decision of one row against the rules: a reason where the meeting refuses, postpones, goes against the field check, or where
 * somebody close to the family stayed in the room. Refuses with what is missing.
 * @returns whether it goes against the field check
 */
export const requireRowDecision = (
  decision: RowDecision,
  result: VervalResult | null,
  attendees: readonly Attendee[],
): boolean => {
  const against = isAgainstVerval(decision.verdict, result);
  const hasReason = decision.reason.trim().length >= 10;
  for (const conflict of decision.conflicts)
    if (!attendees.some((attendee) => attendee.no === conflict.attendeeNo))
      refuse(
        'musyawarah.hadir_tidak_dikenal',
        422,
        `Peserta nomor ${conflict.attendeeNo} tidak ada dalam daftar hadir.`,
      );
  if (against && !hasReason)
    refuse(
      'musyawarah.lawan_verval',
      422,
      'Putusan ini berbeda dari hasil verval. Tulis alasannya, paling sedikit sepuluh huruf.',
      { fields: { reason: 'Tulis alasan.' } },
    );
  if (decision.verdict !== 'disepakati' && !hasReason)
    refuse('musyawarah.tanpa_alasan', 422, 'Tulis alasan musyawarah untuk baris ini, paling sedikit sepuluh huruf.', {
      fields: { reason: 'Tulis alasan.' },
    });
  const stayed = decision.conflicts.find((conflict) => !conflict.leftRoom);
  if (stayed && !hasReason)
    refuse(
      'musyawarah.kepentingan',
      422,
      `Peserta nomor ${stayed.attendeeNo} punya hubungan dengan keluarga ini dan tidak meninggalkan ruangan. Tulis alasannya.`,
      { fields: { reason: 'Tulis alasan.' } },
    );
  return against;
};

export type MeetingToFinish = {
  readonly kind: MeetingKind;
  readonly state: 'disiapkan' | 'selesai';
  readonly onDate: LocalDate;
  readonly attendees: readonly Attendee[];
  readonly rows: readonly { readonly no: number; readonly verdict: Verdict | null }[];
  readonly quorumNote: string;
};

/**
 * Whether the meeting may be finished: held already, every row decided, the signers present, and a reason for other roles that are
 * missing. Refuses with what is missing.
 */
export const requireFinishable = (
  meeting: MeetingToFinish,
  today: LocalDate,
  rules: MeetingRules = DEFAULT_RULES,
): void => {
  if (meeting.state === 'selesai')
    refuse(
      'musyawarah.sudah_selesai',
      409,
      'Musyawarah ini sudah diselesaikan; putusannya sudah diteruskan. Muat ulang halaman ini.',
    );
  if (meeting.onDate > today)
    refuse(
      'musyawarah.belum_tiba',
      422,
      `Musyawarah baru berlangsung ${formatDate(meeting.onDate, { weekday: true })}. Ubah tanggalnya bila sudah dilaksanakan.`,
    );
  if (meeting.rows.length === 0)
    refuse('musyawarah.tanpa_agenda', 422, 'Agenda masih kosong. Masukkan usulan yang dibahas.');
  const open = meeting.rows.filter((row) => row.verdict === null).map((row) => row.no);
  if (open.length > 0)
    refuse(
      'musyawarah.belum_diputus',
      422,
      `${open.length} baris belum diputus (nomor ${open.slice(0, 8).join(', ')}${open.length > 8 ? ', …' : ''}).`,
      { rows: open },
    );
  if (meeting.kind === 'sptjm') return;
  requireQuorum(meeting, rules);
};

/** The signers always; for other roles and people lacking, a reason. */
const requireQuorum = (meeting: MeetingToFinish, rules: MeetingRules): void => {
  const missing = missingRoles(meeting.kind, meeting.attendees, rules);
  const lacking = lackingPeople(meeting.kind, meeting.attendees, rules);
  const names = (roles: readonly AttendeeRole[]) => roles.map((role) => ATTENDEE_ROLES[role][0]).join(', ');
  const unsigned = SIGNERS.filter((role) => !meeting.attendees.some((attendee) => attendee.role === role));
  if (unsigned.length > 0)
    refuse(
      'musyawarah.tanpa_penanda_tangan',
      422,
      `Berita acara ditandatangani oleh: ${names(unsigned)}. Catat kehadirannya, atau pakai SPTJM.`,
      { missing: unsigned },
    );
  const short = [
    ...(missing.length > 0 ? [`Belum hadir: ${names(missing)}.`] : []),
    ...(lacking > 0 ? [`Hadir ${meeting.attendees.length} orang, paling sedikit ${rules.minimum}.`] : []),
  ];
  if (short.length > 0 && meeting.quorumNote.trim().length < 10)
    refuse(
      'musyawarah.kuorum_kurang',
      422,
      `${short.join(' ')} Lengkapi daftar hadir, atau tulis alasan mengapa musyawarah tetap dilaksanakan.`,
      { missing, lacking },
    );
};
