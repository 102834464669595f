import type { Context } from '#platform/db/context.ts';
import { countPairs } from '../sql/pairs.ts';

/** Pairs that wait for somebody who may decide them. */
export const homeTiles = async (ctx: Context) => {
  if (!ctx.actor.capabilities.has('duplicate.adjudicate')) return [];
  const { terbuka, menunggu } = await countPairs(ctx);
  return [
    {
      id: 'ganda.terbuka',
      label: { id: 'Kemungkinan ganda', en: 'Likely duplicates' },
      count: terbuka + menunggu,
      href: '/kemungkinan-ganda',
      status: terbuka + menunggu > 0 ? ('menunggu' as const) : ('netral' as const),
    },
  ];
};
