import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { keepFile, openFile, requirePaper } from '#platform/files/kept-files.ts';
import { setDecreeFile } from '../sql/decrees.ts';
import { getDecree, lockDecree } from './decree-life.ts';

/** Keeps the scan of the signed decree with it. */
export const keepDecreeScan = async (ctx: Context, dataDir: string, id: string, bytes: Buffer): Promise<void> => {
  const decree = await lockDecree(ctx, id);
  if (decree.state !== 'ditandatangani')
    refuse(
      'sk.pindai_belum',
      409,
      'Hasil pindai diunggah sesudah nomor dan penanda tangan dicatat, sebelum SK diberlakukan.',
      { state: decree.state },
    );
  const mediaType = requirePaper(bytes);
  const { fileId, sha256 } = await keepFile(ctx, dataDir, {
    bytes,
    kind: 'scan_sk',
    mediaType,
    name: `sk-${decree.onDate ?? ''}.${mediaType === 'application/pdf' ? 'pdf' : 'jpg'}`,
  });
  await setDecreeFile(ctx, id, fileId);
  await ctx.record({ event: 'decree.scan_kept', subjectKind: 'decree', subjectId: id, after: { sha256 } });
};

export const openDecreeScan = async (ctx: Context, dataDir: string, id: string) => {
  const decree = await getDecree(ctx, id);
  return openFile(
    ctx,
    dataDir,
    decree.fileId ?? refuse('sk.tanpa_pindai', 404, 'Belum ada hasil pindai untuk dokumen ini.'),
  );
};
