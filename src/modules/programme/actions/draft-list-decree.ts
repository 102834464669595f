import { draftDecree } from '#modules/deliberation/index.ts';
import type { Context } from '#platform/db/context.ts';
import { hashOf } from '../domain/freeze.ts';
import { findSeal } from '../sql/list-lines.ts';
import { findHeadOfBidang } from '../sql/programmes.ts';
import { changeRun, type RunRow } from '../sql/runs.ts';
import { getVersion } from '../sql/versions.ts';

/** Drafts the decree of a prepared list: its content is the frozen result with the root over its lines, and the chain of initials is the programme's or the agency's. */
export const draftListDecree = async (ctx: Context, run: RunRow): Promise<string> => {
  const { terms } = await getVersion(ctx, run.versionId);
  const chain: string[] = [];
  for (const entry of terms.parafChain)
    chain.push(entry === 'kabid' ? ((await findHeadOfBidang(ctx, run.bidang)) ?? entry) : entry);
  const root = (await findSeal(ctx, run.id))?.root;
  const decreeId = await draftDecree(ctx, {
    kind: 'penetapan',
    title: `Penetapan penerima ${run.programme} (${terms.period})`,
    contentHash: hashOf({
      snapshot: run.snapshotHash,
      result: run.resultHash,
      amount: run.amount.toString(),
      ...(root ? { root } : {}),
    }),
    ...(chain.length > 0 ? { chain } : {}),
    ref: { kind: 'selection_run', id: run.id },
  });
  await changeRun(ctx, run.id, { decreeId });
  return decreeId;
};
