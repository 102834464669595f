import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { countOpenIncidents } from '../sql/incidents.ts';

/** Open incidents of delivery, for those who rule on them. */
export const homeTiles = async (ctx: Context) => {
  if (!may(ctx.actor, 'handover.rule')) return [];
  const count = await countOpenIncidents(ctx);
  return [
    {
      id: 'salur.kejadian',
      label: { id: 'Kejadian penyaluran', en: 'Delivery incidents' },
      count,
      href: '/kejadian',
      status: count > 0 ? ('tindakan' as const) : ('netral' as const),
    },
  ];
};
