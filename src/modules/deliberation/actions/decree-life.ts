import { dateInZone, type LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { type DecreeKind, type DecreeLife, decideDecree } from '../domain/decree.ts';
import { DEFAULT_CHAIN, resolveChain } from '../domain/paraf-chain.ts';
import { requireVersion } from '../domain/stale.ts';
import { addDecree, changeDecree, type DecreeRow, findDecree, isNumberUsed, lockDecreeRow } from '../sql/decrees.ts';
import { findParafChain, findSigner, getHeadOfRegion, listHeldPositions, listPositions } from '../sql/positions.ts';
import { type DecreeNotice, tellFollowers } from './decree-followers.ts';

/** `contentHash` is the SHA-256 of what is decreed (the frozen list); `chain` position ids or levels, else the agency's own chain. */
export type DecreeDraft = {
  kind: DecreeKind;
  title: string;
  contentHash: string;
  chain?: readonly string[];
  ref?: { kind: string; id: string };
};

/** Drafts a decree: its content is frozen from here on, and the chain of initials stands. */
export const draftDecree = async (ctx: Context, draft: DecreeDraft): Promise<string> => {
  const entries = draft.chain ?? (await findParafChain(ctx, draft.kind)) ?? DEFAULT_CHAIN[draft.kind];
  const paraf = resolveChain(entries, await listPositions(ctx), ctx.actor.bidang);
  const id = uuid7();
  await addDecree(ctx, {
    id,
    kind: draft.kind,
    title: draft.title,
    contentHash: draft.contentHash,
    paraf,
    ref: draft.ref,
  });
  await ctx.record({
    event: 'decree.drafted',
    subjectKind: 'decree',
    subjectId: id,
    after: {
      kind: draft.kind,
      title: draft.title,
      contentHash: draft.contentHash,
      chain: paraf.map((step) => step.position),
    },
  });
  return id;
};

export const getDecree = async (ctx: Context, id: string): Promise<DecreeRow> =>
  (await findDecree(ctx, id)) ?? refuse('sk.tidak_ada', 404, 'Dokumen ini tidak ditemukan di dinas Anda.');

/** The row itself, taken for this transaction. */
export const lockDecree = async (ctx: Context, id: string): Promise<DecreeRow> =>
  (await lockDecreeRow(ctx, id)) ?? refuse('sk.tidak_ada', 404, 'Dokumen ini tidak ditemukan di dinas Anda.');

const lifeOf = (ctx: Context, decree: DecreeRow): DecreeLife => ({
  state: decree.state,
  paraf: decree.paraf,
  draftedOn: dateInZone(decree.createdAt, ctx.actor.zone),
});

const lockAt = async (ctx: Context, id: string, version: number): Promise<DecreeRow> => {
  const decree = await lockDecree(ctx, id);
  requireVersion(decree.version, version, { state: decree.state, version: decree.version });
  return decree;
};

const noticeOf = (decree: DecreeRow): DecreeNotice => ({
  id: decree.id,
  kind: decree.kind,
  number: decree.number,
  onDate: decree.onDate,
  refKind: decree.refKind,
  refId: decree.refId,
  wasInForce: decree.inForceAt !== null,
});

/** Gives the next initial of the chain, by whoever holds that position today (also Plt, Plh and by delegation). */
export const giveParaf = async (ctx: Context, id: string, version: number): Promise<void> => {
  const decree = await lockAt(ctx, id, version);
  const next = decideDecree(lifeOf(ctx, decree), {
    act: 'paraf',
    positions: await listHeldPositions(ctx, ctx.today),
    at: ctx.now,
  });
  await changeDecree(ctx, id, next);
  await ctx.record({
    event: 'decree.initialled',
    subjectKind: 'decree',
    subjectId: id,
    before: { state: decree.state },
    after: { state: next.state, given: next.paraf.filter((step) => step.given).map((step) => step.position) },
  });
};

/** Who signed: the holder of a signing position on that day, or the head of the region by name. */
export type Signature = {
  number: string;
  onDate: LocalDate;
  signer: { holderId: string } | { headOfRegion: string };
  fileId?: string | null;
};

const resolveSigner = async (ctx: Context, kind: DecreeKind, { signer, onDate }: Signature) => {
  if ('headOfRegion' in signer) {
    if (kind === 'pengesahan')
      refuse('sk.penanda_tangan', 422, 'Pilih pejabat penanda tangan pengesahan dari daftar jabatan.', {
        fields: { holderId: 'Pilih pejabat.' },
      });
    const name = signer.headOfRegion.trim();
    if (name === '')
      refuse('sk.penanda_tangan', 422, 'Isi nama kepala daerah yang menandatangani.', {
        fields: { headOfRegion: 'Isi nama.' },
      });
    return { holderId: null, signatory: name, position: await getHeadOfRegion(ctx), kind: 'definitif' as const };
  }
  const found = await findSigner(ctx, signer.holderId, onDate);
  if (!found)
    return refuse(
      'sk.penanda_tangan',
      422,
      'Pejabat yang dipilih tidak memegang jabatan penanda tangan pada tanggal itu. Pilih pejabat, Plt., atau Plh. yang menjabat pada tanggal dokumen.',
    );
  return { holderId: found.holderId, signatory: found.holder, position: found.position, kind: found.kind };
};

/** Records that the paper was signed: number, date and signatory as they stand on it. All initials must be there. */
export const recordSignature = async (
  ctx: Context,
  id: string,
  version: number,
  signature: Signature,
): Promise<void> => {
  const decree = await lockAt(ctx, id, version);
  const number = signature.number.trim();
  const next = decideDecree(lifeOf(ctx, decree), { act: 'sign', number, onDate: signature.onDate, today: ctx.today });
  const signer = await resolveSigner(ctx, decree.kind, signature);
  if (await isNumberUsed(ctx, decree.kind, number, id))
    refuse(
      'sk.nomor_dipakai',
      409,
      `Nomor ${number} sudah dipakai dokumen lain. Periksa nomor pada dokumen yang ditandatangani.`,
    );
  await changeDecree(ctx, id, {
    state: next.state,
    signature: { number, onDate: signature.onDate, fileId: signature.fileId ?? decree.fileId, ...signer },
  });
  await ctx.record({
    event: 'decree.signed',
    subjectKind: 'decree',
    subjectId: id,
    before: { state: decree.state },
    after: {
      state: next.state,
      number,
      onDate: signature.onDate,
      signatory: signer.signatory,
      position: signer.position,
      as: signer.kind,
    },
  });
};

/** Puts a signed decree in force; what follows from it (awards, a ratified batch) happens in the same transaction. */
export const putInForce = async (ctx: Context, id: string, version: number): Promise<void> => {
  const decree = await lockAt(ctx, id, version);
  const next = decideDecree(lifeOf(ctx, decree), { act: 'putInForce' });
  await changeDecree(ctx, id, { state: next.state, inForce: true });
  await ctx.record({
    event: 'decree.put_in_force',
    subjectKind: 'decree',
    subjectId: id,
    before: { state: decree.state },
    after: { state: next.state, number: decree.number, contentHash: decree.contentHash },
  });
  await tellFollowers(ctx, 'inForce', { ...noticeOf(decree), wasInForce: true });
};

/** Calls off a decree that is not in force yet, or revokes one that is; always with a reason. */
export const endDecree = async (ctx: Context, id: string, version: number, reason: string): Promise<void> => {
  const decree = await lockAt(ctx, id, version);
  const next = decideDecree(lifeOf(ctx, decree), { act: 'end', reason });
  await changeDecree(ctx, id, { state: next.state, ended: reason.trim() });
  await ctx.record({
    event: 'decree.ended',
    subjectKind: 'decree',
    subjectId: id,
    before: { state: decree.state },
    after: { state: next.state, reason: reason.trim() },
  });
  await tellFollowers(ctx, 'ended', noticeOf(decree));
};

/** The decree when it is in force; refuses (`sk.belum_berlaku`) otherwise, with what is missing. Nothing is handed over before. */
export const getDecreeInForce = async (ctx: Context, id: string): Promise<DecreeRow> => {
  const decree = await getDecree(ctx, id);
  if (decree.state !== 'berlaku')
    refuse(
      'sk.belum_berlaku',
      409,
      `${decree.title} belum berlaku: nomor, tanggal, dan penanda tangannya harus tercatat dulu.`,
      { state: decree.state },
    );
  return decree;
};
