import { refuse } from '#kernel/refusal.ts';
import { advance, KINDS } from '#modules/intake/index.ts';
import type { Context } from '#platform/db/context.ts';
import { toJson } from '#platform/db/context.ts';
import { renderPdf } from '#platform/documents/render.ts';
import { getFrame } from '#platform/documents/sql/frame.ts';
import { keepFile, openFile, sha256Of } from '#platform/files/kept-files.ts';
import { beritaAcaraContent } from '../domain/berita-acara.ts';
import { type Attendee, type MeetingRules, requireFinishable } from '../domain/meeting.ts';
import { MEETING_KINDS } from '../domain/words.ts';
import { type AgendaRow, listAgenda } from '../sql/agenda.ts';
import { closeReminders, findMeetingRules } from '../sql/meeting-rules.ts';
import { changeMeeting, listAttendees, type MeetingRow } from '../sql/meetings.ts';
import { issueLetterNumber } from './issue-letter-number.ts';
import { getMeeting, lockOpenMeeting } from './meeting.ts';

const TEMPLATE = new URL('../documents/berita-acara.typ', import.meta.url);

type Paper = {
  meeting: MeetingRow;
  attendees: readonly Attendee[];
  agenda: readonly AgendaRow[];
  rules: MeetingRules;
  number: string | null;
};

const printBeritaAcara = async (
  ctx: Context,
  { meeting, attendees, agenda, rules, number }: Paper,
): Promise<Buffer> => {
  const isDone = meeting.state === 'selesai';
  return renderPdf(TEMPLATE, {
    frame: await getFrame(ctx),
    title:
      meeting.kind === 'sptjm'
        ? 'Surat pernyataan tanggung jawab mutlak'
        : `Berita acara ${MEETING_KINDS[meeting.kind][0].toLowerCase()}`,
    at: ctx.now,
    content: beritaAcaraContent({
      ...meeting,
      number,
      rules,
      attendees,
      zone: ctx.actor.zone,
      madeAt: ctx.now,
      rows: agenda.map((row) => ({
        ...row,
        vervalResult: isDone || row.verdict ? row.frozenVerval : row.vervalResult,
        kindName: KINDS[row.kind as keyof typeof KINDS][0],
      })),
    }),
  });
};

/** What the verdict means for the usulan. Text of at least five letters is asked by intake for a refusal; the meeting's reason is longer. */
const applyVerdict = (ctx: Context, row: AgendaRow) => {
  const text = row.verdictReason;
  if (row.verdict === 'disepakati')
    return advance(ctx, row.usulanId, row.usulanVersion, { type: 'accept', reasonCode: 'disepakati', text });
  return row.verdict === 'ditolak'
    ? advance(ctx, row.usulanId, row.usulanVersion, {
        type: 'refuse',
        reasonCode: row.reasonCode ?? 'tidak_disepakati',
        text,
      })
    : advance(ctx, row.usulanId, row.usulanVersion, {
        type: 'postpone',
        reasonCode: row.reasonCode ?? 'perlu_keterangan',
        text,
      });
};

const requireAllThere = (agenda: readonly AgendaRow[]) => {
  const gone = agenda
    .filter((row) => row.usulanStage !== 'musyawarah' || row.usulanState !== 'berjalan')
    .map((row) => row.no);
  if (gone.length > 0)
    refuse(
      'musyawarah.baris_berpindah',
      409,
      `Baris nomor ${gone.join(', ')} tidak lagi menunggu musyawarah (ditarik atau diminta kelengkapan). Keluarkan dari agenda, lalu selesaikan lagi.`,
      { rows: gone },
    );
};

/** Series of a desa's own: its numbers run by themselves, and the code of the desa keeps them apart from all others. */
const classOf = (meeting: MeetingRow): string =>
  `${meeting.kind === 'sptjm' ? 'SPTJM' : `BA-${meeting.kind.toUpperCase()}`}/${meeting.areaKode}`;

export type Finished = { number: string; baHash: string; counts: Record<string, number> };

/**
 * Finishes a meeting: every verdict reaches its usulan, the berita acara gets its number, its paper is kept with its hash. All in one
 * transaction: when one row cannot move, nothing has happened and no number is used up. Two at once: the second finds it finished.
 */
export const finishMeeting = async (
  ctx: Context,
  dataDir: string,
  id: string,
  version: number,
  quorumNote: string,
): Promise<Finished> => {
  const meeting = await lockOpenMeeting(ctx, id, version);
  const [attendees, agenda] = [await listAttendees(ctx, id), await listAgenda(ctx, id)];
  const rules = await findMeetingRules(ctx);
  requireFinishable({ ...meeting, attendees, rows: agenda, quorumNote }, ctx.today, rules);
  requireAllThere(agenda);
  for (const row of agenda) await applyVerdict(ctx, row);
  const { number } = await issueLetterNumber(ctx, {
    class: classOf(meeting),
    subject: `${MEETING_KINDS[meeting.kind][0]} ${meeting.areaName}, ${agenda.length} usulan`,
    ref: { kind: 'musyawarah', id },
  });
  const pdf = await printBeritaAcara(ctx, {
    meeting: { ...meeting, quorumNote: quorumNote.trim() },
    rules,
    attendees,
    agenda,
    number,
  });
  const { fileId, sha256 } = await keepFile(ctx, dataDir, {
    bytes: pdf,
    kind: 'berita_acara',
    mediaType: 'application/pdf',
    name: `${meeting.kind}-${meeting.areaName}-${meeting.onDate}.pdf`,
    areaId: meeting.areaId,
  });
  const counts = Object.fromEntries(
    (['disepakati', 'ditolak', 'ditunda'] as const).map((verdict) => [
      verdict,
      agenda.filter((row) => row.verdict === verdict).length,
    ]),
  );
  await changeMeeting(ctx, id, {
    state: 'selesai',
    number,
    ba_hash: sha256,
    ba_file: fileId,
    quorum_note: quorumNote.trim(),
    ...(meeting.kind === 'sptjm' ? {} : { rules: toJson(rules) }),
    counts: toJson(counts),
    finished_at: ctx.now,
    finished_by: ctx.actor.accountId,
  });
  await closeReminders(ctx, meeting.areaId);
  await ctx.record({
    event: 'musyawarah.finished',
    subjectKind: 'musyawarah',
    subjectId: id,
    areaId: meeting.areaId,
    before: { state: 'disiapkan' },
    after: { state: 'selesai', number, baHash: sha256, ...counts },
  });
  return { number, baHash: sha256, counts };
};

/** The berita acara: the kept paper of a finished meeting, else a draft of it as things stand. */
export const openBeritaAcara = async (
  ctx: Context,
  dataDir: string,
  id: string,
): Promise<{ name: string; mediaType: string; body: Buffer }> => {
  const { meeting, attendees, agenda, rules } = await getMeeting(ctx, id);
  if (meeting.baFile) {
    const kept = await openFile(ctx, dataDir, meeting.baFile);
    if (sha256Of(kept.body) !== meeting.baHash)
      throw new Error(`berita acara of meeting ${id} does not match its hash`);
    return kept;
  }
  const body = await printBeritaAcara(ctx, { meeting, attendees, agenda, rules, number: null });
  return { name: `rancangan-${meeting.kind}-${meeting.onDate}.pdf`, mediaType: 'application/pdf', body };
};
