import { isRefusal, refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { DECREE_KINDS, type DecreeKind, type ParafStep } from '../domain/decree.ts';
import { DEFAULT_CHAIN, resolveChain } from '../domain/paraf-chain.ts';
import { findParafChain, listPositions, setParafChain } from '../sql/positions.ts';

/** Each kind's chain as it would stand today; `fault` says why it cannot be used. */
export const listParafChains = async (ctx: Context) => {
  const positions = await listPositions(ctx);
  const chains = [];
  for (const kind of DECREE_KINDS) {
    const entries = (await findParafChain(ctx, kind)) ?? DEFAULT_CHAIN[kind];
    let steps: ParafStep[] = [];
    let fault: string | null = null;
    try {
      steps = resolveChain(entries, positions, ctx.actor.bidang);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      fault = error.message;
    }
    chains.push({ kind, steps: steps.map(({ positionId, position }) => ({ positionId, position })), fault });
  }
  return { positions: positions.map(({ id, name }) => ({ id, name })), chains };
};

/** Sets who initials decrees of a kind, in order. Decrees already drafted keep the chain they began with. */
export const changeParafChain = async (
  ctx: Context,
  kind: DecreeKind,
  positionIds: readonly string[],
): Promise<void> => {
  const known = new Set((await listPositions(ctx)).map((position) => position.id));
  if (positionIds.some((id) => !known.has(id)))
    refuse(
      'sk.jabatan_tidak_dikenal',
      422,
      'Ada jabatan yang tidak dikenal dalam rantai paraf. Muat ulang halaman ini.',
    );
  if (new Set(positionIds).size !== positionIds.length)
    refuse('sk.paraf_kembar', 422, 'Satu jabatan hanya memberi paraf satu kali.');
  const before = await findParafChain(ctx, kind);
  await setParafChain(ctx, kind, positionIds);
  await ctx.record({
    event: 'paraf_chain.changed',
    subjectKind: 'agency',
    subjectId: kind,
    before: { chain: before ?? null },
    after: { chain: positionIds },
  });
};
