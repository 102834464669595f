import { refuse } from '#kernel/refusal.ts';
import { findReason } from '#modules/intake/index.ts';
import type { Context } from '#platform/db/context.ts';
import { type Conflict, requireRowDecision } from '../domain/meeting.ts';
import { requireVersion } from '../domain/stale.ts';
import type { Verdict } from '../domain/words.ts';
import { listAgenda, lockItem, saveItem } from '../sql/agenda.ts';
import { findMeeting, listAttendees } from '../sql/meetings.ts';

export type RowDecisionWanted = {
  verdict: Verdict;
  /** Code of intake's reasons for refusing or postponing; chosen by default from the verdict. */
  reasonCode?: string | undefined;
  reason: string;
  conflicts: readonly Conflict[];
};

const codeFor = (wanted: RowDecisionWanted): string | null => {
  if (wanted.verdict === 'disepakati') return null;
  const [act, fallback] =
    wanted.verdict === 'ditolak'
      ? (['refuse', 'tidak_disepakati'] as const)
      : (['postpone', 'perlu_keterangan'] as const);
  const code = wanted.reasonCode ?? fallback;
  if (!findReason(act, code))
    refuse('alasan.perlu', 422, 'Pilih alasan dari daftar.', { fields: { reasonCode: 'Pilih alasan.' } });
  return code;
};

/**
 * Records what the meeting decided on one row, with who was close to the family. The row may be decided again until the meeting is finished;
 * the usulan itself moves only then.
 */
export const decideRow = async (
  ctx: Context,
  meetingId: string,
  usulanId: string,
  version: number,
  wanted: RowDecisionWanted,
) => {
  const meeting =
    (await findMeeting(ctx, meetingId)) ??
    refuse('musyawarah.tidak_ada', 404, 'Musyawarah ini tidak ada di wilayah Anda.');
  if (meeting.state === 'selesai')
    refuse('musyawarah.sudah_selesai', 409, 'Musyawarah ini sudah diselesaikan; putusannya tidak dapat diubah lagi.');
  const item =
    (await lockItem(ctx, meetingId, usulanId)) ??
    refuse('musyawarah.baris_tidak_ada', 404, 'Usulan ini tidak ada dalam agenda musyawarah. Muat ulang halaman ini.');
  requireVersion(item.version, version, { version: item.version, verdict: item.verdict, reason: item.reason });
  const row = (await listAgenda(ctx, meetingId)).find((one) => one.usulanId === usulanId);
  if (!row) return refuse('musyawarah.baris_tidak_ada', 404, 'Usulan ini tidak lagi terlihat oleh Anda.');
  const attendees = await listAttendees(ctx, meetingId);
  const reasonCode = codeFor(wanted);
  const againstVerval = requireRowDecision(wanted, row.vervalResult, attendees);
  await saveItem(ctx, meetingId, usulanId, {
    verdict: wanted.verdict,
    reason: wanted.reason.trim(),
    reasonCode,
    againstVerval,
    vervalResult: row.vervalResult,
    conflicts: wanted.conflicts,
  });
  await ctx.record({
    event: 'musyawarah.row_decided',
    subjectKind: 'usulan',
    subjectId: usulanId,
    areaId: meeting.areaId,
    before: { verdict: item.verdict },
    after: { meetingId, verdict: wanted.verdict, reasonCode, againstVerval, conflicts: wanted.conflicts.length },
  });
  return { againstVerval, version: item.version + 1 };
};
