import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { keepFile, openFile, requirePaper } from '#platform/files/kept-files.ts';
import { requireVersion } from '../domain/stale.ts';
import { changeMeeting, findMeeting, lockMeetingRow, type MeetingRow } from '../sql/meetings.ts';

const notHere = (): never => refuse('musyawarah.tidak_ada', 404, 'Musyawarah ini tidak ada di wilayah Anda.');

const lockFinished = async (ctx: Context, id: string): Promise<MeetingRow> => {
  const meeting = (await lockMeetingRow(ctx, id)) ?? notHere();
  if (meeting.state !== 'selesai')
    refuse(
      'musyawarah.belum_selesai',
      409,
      'Selesaikan musyawarahnya dulu, cetak berita acaranya, lalu unggah hasil pindai yang sudah ditandatangani.',
    );
  return meeting;
};

/** Keeps the scan of the signed paper. A newer scan takes its place; the older one stays in the files. */
export const keepScan = async (ctx: Context, dataDir: string, id: string, bytes: Buffer): Promise<void> => {
  const meeting = await lockFinished(ctx, id);
  const mediaType = requirePaper(bytes);
  const { fileId, sha256 } = await keepFile(ctx, dataDir, {
    bytes,
    kind: 'scan_berita_acara',
    mediaType,
    name: `scan-${meeting.kind}-${meeting.areaName}-${meeting.onDate}.${mediaType === 'application/pdf' ? 'pdf' : 'jpg'}`,
    areaId: meeting.areaId,
  });
  await changeMeeting(ctx, id, { scan_file: fileId, scan_state: 'diterima', scan_note: '' });
  await ctx.record({
    event: 'musyawarah.scan_kept',
    subjectKind: 'musyawarah',
    subjectId: id,
    areaId: meeting.areaId,
    before: { scanState: meeting.scanState },
    after: { scanState: 'diterima', sha256 },
  });
};

/** Asks for the scan again (crooked, a page missing). The page goes back, not the families: no usulan moves. */
export const askScanAgain = async (ctx: Context, id: string, version: number, note: string): Promise<void> => {
  const meeting = await lockFinished(ctx, id);
  requireVersion(meeting.version, version, { version: meeting.version, scanState: meeting.scanState });
  if (!meeting.scanFile) refuse('musyawarah.tanpa_pindai', 409, 'Belum ada hasil pindai untuk musyawarah ini.');
  if (note.trim().length < 5)
    refuse('musyawarah.pindai_alasan', 422, 'Tulis apa yang kurang pada hasil pindai, misalnya "halaman 2 tidak ada".');
  await changeMeeting(ctx, id, { scan_state: 'diminta_lagi', scan_note: note.trim() });
  await ctx.record({
    event: 'musyawarah.scan_asked_again',
    subjectKind: 'musyawarah',
    subjectId: id,
    areaId: meeting.areaId,
    before: { scanState: meeting.scanState },
    after: { scanState: 'diminta_lagi', note: note.trim() },
  });
};

export const openScan = async (ctx: Context, dataDir: string, id: string) => {
  const meeting = (await findMeeting(ctx, id)) ?? notHere();
  return openFile(
    ctx,
    dataDir,
    meeting.scanFile ?? refuse('musyawarah.tanpa_pindai', 404, 'Belum ada hasil pindai untuk musyawarah ini.'),
  );
};
