import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { keepFile, openFile, requirePaper } from '#platform/files/kept-files.ts';
import { addUsulanFile, hasUsulanFile, listUsulanFiles } from '../sql/detail.ts';
import { type EvidencePart, listOpenedEvidence, noteOpening } from '../sql/evidence.ts';
import { getUsulan, lockUsulan } from '../sql/usulan-rows.ts';

/** Keeps that the actor looked at a part of the evidence, once a stage; a decision names what had been opened. */
export const openEvidence = async (
  ctx: Context,
  usulanId: string,
  part: EvidencePart,
): Promise<{ opened: EvidencePart[] }> => {
  const usulan = await getUsulan(ctx, usulanId);
  const before = await listOpenedEvidence(ctx, usulan);
  if (before.includes(part)) return { opened: before };
  await noteOpening(ctx, usulan, part);
  await ctx.record({
    event: 'usulan.evidence_opened',
    subjectKind: 'usulan',
    subjectId: usulanId,
    areaId: usulan.areaId,
    level: usulan.protection,
    after: { part },
  });
  return { opened: await listOpenedEvidence(ctx, usulan) };
};

export const FILE_KINDS = {
  ktp: ['KTP', 'KTP'],
  kk: ['KK', 'KK'],
  rumah: ['Foto rumah', 'Photo of the house'],
  listrik: ['Rekening listrik', 'Electricity bill'],
  surat: ['Surat', 'Letter'],
  lain: ['Lainnya', 'Other'],
} as const;
export type UsulanFileKind = keyof typeof FILE_KINDS;
const MOST_FILES = 12;

/** Adds a photo or paper to an open usulan; its type is judged by its bytes. */
export const addEvidence = async (
  ctx: Context,
  dataDir: string,
  usulanId: string,
  file: { kind: UsulanFileKind; name: string; bytes: Uint8Array },
): Promise<{ fileId: string }> => {
  const mediaType = requirePaper(file.bytes);
  const usulan = await lockUsulan(ctx, usulanId);
  if (usulan.stage === null)
    refuse('usulan.sudah_selesai', 409, 'Usulan ini sudah selesai; berkas tidak dapat ditambahkan lagi.');
  if ((await listUsulanFiles(ctx, usulanId)).length >= MOST_FILES)
    refuse('usulan.berkas_penuh', 409, `Paling banyak ${MOST_FILES} berkas untuk satu usulan.`);
  const { fileId } = await keepFile(ctx, dataDir, {
    bytes: file.bytes,
    kind: `usulan_${file.kind}`,
    mediaType,
    name: file.name,
    level: usulan.protection,
    areaId: usulan.areaId,
  });
  await addUsulanFile(ctx, usulanId, fileId, file.kind);
  await ctx.record({
    event: 'usulan.file_added',
    subjectKind: 'usulan',
    subjectId: usulanId,
    areaId: usulan.areaId,
    level: usulan.protection,
    after: { fileId, kind: file.kind },
  });
  return { fileId };
};

/** Opens a photo or paper of the usulan, which is kept in the log like any opened evidence. */
export const openUsulanFile = async (ctx: Context, dataDir: string, usulanId: string, fileId: string) => {
  if (!(await hasUsulanFile(ctx, usulanId, fileId)))
    refuse('berkas.tidak_ada', 404, 'Berkas ini tidak ada pada usulan itu.');
  await openEvidence(ctx, usulanId, 'berkas');
  return openFile(ctx, dataDir, fileId);
};
