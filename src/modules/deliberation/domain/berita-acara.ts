import { formatDate, formatInstant, type LocalDate, type Zone } from '#kernel/local-date.ts';
import { maskNik } from '#kernel/nik.ts';
import type { Attendee, Conflict, MeetingRules } from './meeting.ts';
import { lackingPeople, missingRoles } from './meeting.ts';
import {
  ATTENDEE_ROLES,
  MEETING_KINDS,
  type MeetingKind,
  VERDICTS,
  VERVAL_RESULTS,
  type Verdict,
  type VervalResult,
} from './words.ts';

export type ReportedRow = {
  no: number;
  name: string;
  nik: string | null;
  address: string;
  rtLabel: string;
  kindName: string;
  verdict: Verdict | null;
  verdictReason: string;
  againstVerval: boolean;
  vervalResult: VervalResult | null;
  conflicts: readonly Conflict[];
};
export type ReportedMeeting = {
  kind: MeetingKind;
  onDate: LocalDate;
  areaName: string;
  areaJenis: string;
  place: string;
  leader: string;
  notes: string;
  quorumNote: string;
  /** What the agency asks of a meeting; the usual when absent. */
  rules?: MeetingRules;
  number: string | null;
  attendees: readonly Attendee[];
  rows: readonly ReportedRow[];
  zone: Zone;
  madeAt: Date;
};

const jenisWord = (jenis: string): string => (jenis === 'kelurahan' ? 'Kelurahan' : 'Desa');
const headTitle = (jenis: string): string => (jenis === 'kelurahan' ? 'Lurah' : 'Kepala Desa');

/** Street and RT; the desa itself stands in the title. */
const addressOf = (row: ReportedRow, desa: string): string => {
  const place = row.rtLabel.split(',')[0] ?? '';
  return [row.address, place.endsWith(desa) ? '' : place].filter(Boolean).join(', ');
};

const noteOf = (row: ReportedRow): string =>
  [
    row.verdictReason,
    row.againstVerval ? 'Berbeda dari hasil verval.' : '',
    row.conflicts.length > 0 ? 'Ada kepentingan yang dinyatakan.' : '',
  ]
    .filter(Boolean)
    .join(' ');

const conflictLines = (meeting: ReportedMeeting): string[] =>
  meeting.rows.flatMap((row) =>
    row.conflicts.map((conflict) => {
      const person = meeting.attendees.find((attendee) => attendee.no === conflict.attendeeNo);
      const left = conflict.leftRoom ? 'meninggalkan ruangan saat baris ini diputus' : 'tetap berada di ruangan';
      return `Nomor ${row.no}: ${person?.name ?? `peserta ${conflict.attendeeNo}`} (${conflict.relation}) ${left}.`;
    }),
  );

const countOf = (rows: readonly ReportedRow[], verdict: Verdict): number =>
  rows.filter((row) => row.verdict === verdict).length;

const quorumOf = (meeting: ReportedMeeting): string => {
  const missing = missingRoles(meeting.kind, meeting.attendees, meeting.rules).map((role) => ATTENDEE_ROLES[role][0]);
  const lacking = lackingPeople(meeting.kind, meeting.attendees, meeting.rules);
  if (missing.length === 0 && lacking === 0) return '';
  const absent = missing.length > 0 ? `Belum hadir: ${missing.join(', ')}. ` : '';
  const few = lacking > 0 ? `Hadir ${meeting.attendees.length} orang, kurang ${lacking} dari syarat. ` : '';
  return `${absent}${few}${meeting.quorumNote}`.trim();
};

const signaturesOf = (meeting: ReportedMeeting) => {
  const place = `${meeting.areaName}, ${formatDate(meeting.onDate)}`;
  const named = (role: Attendee['role']) => meeting.attendees.find((attendee) => attendee.role === role)?.name ?? '';
  const head = { role: headTitle(meeting.areaJenis), name: named('kades_lurah') || meeting.leader, place };
  if (meeting.kind === 'sptjm') return [head];
  return [{ role: `Operator ${jenisWord(meeting.areaJenis)}`, name: named('operator'), place }, head];
};

const openingOf = (meeting: ReportedMeeting): string => {
  const day = formatDate(meeting.onDate, { weekday: true });
  const where = `${jenisWord(meeting.areaJenis)} ${meeting.areaName}`;
  return meeting.kind === 'sptjm'
    ? `Pada hari ${day}, yang bertanda tangan di bawah ini, atas nama Pemerintah ${where}, menyatakan bertanggung jawab mutlak atas kebenaran daftar usulan berikut. Pernyataan ini dibuat sebagai pengganti musyawarah.`
    : `Pada hari ${day} telah dilaksanakan ${MEETING_KINDS[meeting.kind][0].toLowerCase()} ${where} untuk membahas usulan perubahan dan pengusulan warga, sebagai berikut.`;
};

/** Everything the template `berita-acara.typ` prints, in words. NIK are masked. */
export const beritaAcaraContent = (meeting: ReportedMeeting) => {
  const { rows } = meeting;
  const isStatement = meeting.kind === 'sptjm';
  return {
    head: {
      pemerintah: `Pemerintah ${jenisWord(meeting.areaJenis)} ${meeting.areaName}`,
      dinas: isStatement ? 'Surat Pernyataan Tanggung Jawab Mutlak' : `Musyawarah ${jenisWord(meeting.areaJenis)}`,
      alamat: meeting.place,
      telepon: '',
    },
    heading: isStatement
      ? 'Surat pernyataan tanggung jawab mutlak'
      : `Berita acara musyawarah ${jenisWord(meeting.areaJenis).toLowerCase()}`,
    number: meeting.number,
    opening: openingOf(meeting),
    facts: [
      ['Hari, tanggal', formatDate(meeting.onDate, { weekday: true })],
      ['Tempat', meeting.place],
      [isStatement ? 'Penanggung jawab' : 'Pimpinan musyawarah', meeting.leader],
      ...(isStatement ? [] : [['Hadir', `${meeting.attendees.length} orang (daftar hadir terlampir)`]]),
    ],
    agendaSentence: isStatement ? 'Usulan yang dinyatakan benar:' : 'Putusan musyawarah atas setiap usulan:',
    rows: rows.map((row) => ({
      no: String(row.no),
      name: row.name,
      address: addressOf(row, meeting.areaName),
      kind: row.kindName,
      verdict: row.verdict ? VERDICTS[row.verdict][0] : 'Belum diputus',
      note: noteOf(row),
    })),
    summary: `Dari ${rows.length} usulan: ${countOf(rows, 'disepakati')} disepakati, ${countOf(rows, 'ditolak')} tidak disepakati, ${countOf(rows, 'ditunda')} ditunda.`,
    quorum: quorumOf(meeting),
    conflicts: conflictLines(meeting),
    notes: meeting.notes,
    closing: `${isStatement ? 'Surat pernyataan' : 'Berita acara'} ini dibuat dengan sebenarnya untuk diteruskan ke Dinas Sosial. Putusan ini belum berarti siapa pun menerima bantuan. Dicetak ${formatInstant(meeting.madeAt, meeting.zone)}.`,
    signatures: signaturesOf(meeting),
    annexNote: `Lampiran ${isStatement ? 'SPTJM' : 'berita acara'} nomor ${meeting.number ?? '… (rancangan)'}`,
    attendees: isStatement
      ? []
      : meeting.attendees.map((person) => ({
          no: String(person.no),
          name: person.name,
          role: ATTENDEE_ROLES[person.role][0],
        })),
    bnba: rows.map((row) => ({
      no: String(row.no),
      name: row.name,
      nik: row.nik ? maskNik(row.nik) : 'belum ada',
      address: addressOf(row, meeting.areaName),
      verval: row.vervalResult ? VERVAL_RESULTS[row.vervalResult][0] : 'Belum dikunjungi',
      verdict: row.verdict ? VERDICTS[row.verdict][0] : 'Belum diputus',
    })),
  };
};
