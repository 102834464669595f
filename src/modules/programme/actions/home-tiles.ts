import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { countWaitingLists } from '../sql/waiting.ts';

/** Counts of the first page: lists that wait for the reader's confirmation, drafts of the preparer, held places past their date. */
export const homeTiles = async (ctx: Context) => {
  const [confirms, prepares] = [may(ctx.actor, 'decree.paraf'), may(ctx.actor, 'programme.prepare')];
  if (!confirms && !prepares) return [];
  const { secondPerson, drafts, lapsed } = await countWaitingLists(ctx);
  const tile = (id: string, label: { id: string; en: string }, count: number, urgent: boolean) => ({
    id,
    label,
    count,
    href: '/program',
    status: count === 0 ? ('netral' as const) : urgent ? ('tindakan' as const) : ('menunggu' as const),
  });
  return [
    ...(confirms
      ? [
          tile(
            'daftar.orang_kedua',
            { id: 'Daftar menunggu orang kedua', en: 'Lists awaiting a second person' },
            secondPerson,
            true,
          ),
        ]
      : []),
    ...(prepares
      ? [
          tile('daftar.rancangan', { id: 'Rancangan daftar', en: 'Draft lists' }, drafts, false),
          tile(
            'daftar.tahan_lewat',
            { id: 'Tempat ditahan lewat tanggal', en: 'Held places past their date' },
            lapsed,
            true,
          ),
        ]
      : []),
  ];
};
