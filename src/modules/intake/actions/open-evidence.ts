import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { keepFile, openFile, requirePaper } from '#platform/files/kept-files.ts';
import { requirePhoto } from '#platform/files/photo.ts';
import { addUsulanFile, countUsulanFiles, hasUsulanFile } from '../sql/detail.ts';
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

/** Where a photo was taken, as the device said; `accuracy` in metres. */
export type PhotoPlace = { lat: number; lng: number; accuracy: number | null };

/** A place is whole or not there. */
export const placeOf = (given: {
  lat?: number | undefined;
  lng?: number | undefined;
  accuracy?: number | undefined;
}): PhotoPlace | null =>
  given.lat === undefined || given.lng === undefined
    ? null
    : { lat: given.lat, lng: given.lng, accuracy: given.accuracy ?? null };

const KINDS_OF_PAPER: ReadonlySet<UsulanFileKind> = new Set(['ktp', 'kk', 'listrik', 'surat', 'lain']);

/** A photo loses what the camera wrote into it; a scan of paper may also be a PDF. */
const takeIn = (kind: UsulanFileKind, bytes: Uint8Array) => {
  const isPdf = bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46;
  if (isPdf && KINDS_OF_PAPER.has(kind)) return { bytes, mediaType: requirePaper(bytes), doubts: [] };
  return requirePhoto(bytes);
};

/**
 * Adds a photo or paper to an open usulan, by a desk or by the citizen with her receipt. Its type is judged by its bytes; place, time and
 * device are taken out of them, `place` is kept beside. What is dark, blurred, small or turned is a doubt for the officer.
 */
export const addEvidence = async (
  ctx: Context,
  dataDir: string,
  usulanId: string,
  file: { kind: UsulanFileKind; name: string; bytes: Uint8Array; place: PhotoPlace | null },
): Promise<{ fileId: string; doubts: string[] }> => {
  const taken = takeIn(file.kind, file.bytes);
  const usulan = await lockUsulan(ctx, usulanId);
  if (usulan.stage === null)
    refuse('usulan.sudah_selesai', 409, 'Usulan ini sudah selesai; berkas tidak dapat ditambahkan lagi.');
  if ((await countUsulanFiles(ctx, usulanId)) >= MOST_FILES)
    refuse('usulan.berkas_penuh', 409, `Paling banyak ${MOST_FILES} berkas untuk satu usulan.`);
  const { fileId } = await keepFile(ctx, dataDir, {
    bytes: taken.bytes,
    kind: `usulan_${file.kind}`,
    mediaType: taken.mediaType,
    name: file.name,
    level: usulan.protection,
    areaId: usulan.areaId,
  });
  await addUsulanFile(ctx, usulanId, fileId, { kind: file.kind, place: file.place, doubts: taken.doubts });
  await ctx.record({
    event: 'usulan.file_added',
    subjectKind: 'usulan',
    subjectId: usulanId,
    areaId: usulan.areaId,
    level: usulan.protection,
    after: { fileId, kind: file.kind, doubts: taken.doubts },
  });
  return { fileId, doubts: [...taken.doubts] };
};

/** Opens a photo or paper of the usulan, which is kept in the log like any opened evidence. */
export const openUsulanFile = async (ctx: Context, dataDir: string, usulanId: string, fileId: string) => {
  if (!(await hasUsulanFile(ctx, usulanId, fileId)))
    refuse('berkas.tidak_ada', 404, 'Berkas ini tidak ada pada usulan itu.');
  await openEvidence(ctx, usulanId, 'berkas');
  return openFile(ctx, dataDir, fileId);
};
