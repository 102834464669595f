import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { countRequests } from '../sql/requests.ts';

type Tile = {
  id: string;
  label: { id: string; en: string };
  count: number;
  href: string;
  status: 'tindakan' | 'menunggu' | 'netral';
};

/** What waits at the letters desk for the actor: to be checked, or to be approved. */
export const homeTiles = async (ctx: Context): Promise<Tile[]> => {
  const [checks, approves] = [may(ctx.actor, 'letter.check'), may(ctx.actor, 'letter.approve')];
  if (!checks && !approves) return [];
  const { waiting } = await countRequests(ctx, ctx.now);
  const tile = (id: string, state: string, label: Tile['label']): Tile => {
    const found = waiting.find((row) => row.state === state);
    const status = (found?.late ?? 0) > 0 ? 'tindakan' : found ? 'menunggu' : 'netral';
    return { id, label, count: found?.n ?? 0, href: `/surat?state=${state}`, status };
  };
  return [
    ...(checks ? [tile('surat.periksa', 'diajukan', { id: 'Surat: diperiksa', en: 'Letters to check' })] : []),
    ...(approves
      ? [tile('surat.setuju', 'menunggu_setuju', { id: 'Surat: disetujui', en: 'Letters to approve' })]
      : []),
  ];
};
