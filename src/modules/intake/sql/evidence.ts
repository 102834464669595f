import type { Context } from '#platform/db/context.ts';
import type { Usulan } from './usulan-rows.ts';

/** Parts of the evidence that one opens on the desk. */
export const EVIDENCE_PARTS = ['pengajuan', 'verval', 'berkas', 'register'] as const;
export type EvidencePart = (typeof EVIDENCE_PARTS)[number];

/** Keeps that the actor opened a part of the evidence; the usulan is the reason. */
export const noteOpening = async (ctx: Context, usulan: Usulan, part: EvidencePart): Promise<void> => {
  await ctx.tx
    .insertInto('access_log')
    .values({
      account_id: ctx.actor.accountId,
      at: ctx.now,
      subject_kind: 'usulan',
      subject_id: usulan.id,
      purpose: `bukti:${part}`,
      level: usulan.protection,
    })
    .execute();
};

/** The parts the actor has opened since the usulan came to its stage. */
export const listOpenedEvidence = async (ctx: Context, usulan: Usulan): Promise<EvidencePart[]> => {
  const rows = await ctx.tx
    .selectFrom('access_log')
    .select('purpose')
    .distinct()
    .where('account_id', '=', ctx.actor.accountId)
    .where('subject_id', '=', usulan.id)
    .where('at', '>=', usulan.stageSince)
    .execute();
  const opened = new Set(rows.map((row) => row.purpose));
  return EVIDENCE_PARTS.filter((part) => opened.has(`bukti:${part}`));
};
