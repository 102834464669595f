import { partsOf } from '#kernel/local-date.ts';
import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { listLineBalances } from './read-lines.ts';

const tile = (id: string, label: { id: string; en: string }, count: number) => ({
  id,
  label,
  count,
  href: '/anggaran',
  status: count > 0 ? ('menunggu' as const) : ('netral' as const),
});

/** What waits for whoever records the budget: lines before their DPA, and lists whose reserved money is not paid out. */
export const homeTiles = async (ctx: Context) => {
  if (!may(ctx.actor, 'budget.record')) return [];
  const lines = await listLineBalances(ctx, partsOf(ctx.today).year);
  return [
    tile(
      'anggaran.belum_dpa',
      { id: 'Baris anggaran belum DPA', en: 'Budget lines before their DPA' },
      lines.filter(({ stage }) => stage !== 'dpa' && stage !== 'dppa').length,
    ),
    tile(
      'anggaran.belum_cair',
      { id: 'Baris dengan pesanan belum cair', en: 'Lines with reservations not paid out' },
      lines.filter(({ dipesan }) => dipesan > 0n).length,
    ),
  ];
};
