import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { tallyEntitlements } from '../sql/entitlements.ts';
import { countOpenIncidents } from '../sql/incidents.ts';

const incidents = async (ctx: Context) => {
  const count = await countOpenIncidents(ctx);
  return {
    id: 'salur.kejadian',
    label: { id: 'Kejadian penyaluran', en: 'Delivery incidents' },
    count,
    href: '/kejadian',
    status: count > 0 ? ('tindakan' as const) : ('netral' as const),
  };
};

const waiting = async (ctx: Context) => {
  const { waiting: count } = await tallyEntitlements(ctx, {});
  return {
    id: 'salur.menunggu',
    label: { id: 'Penerima yang belum diserahi', en: 'Recipients not served yet' },
    count,
    href: '/serah-terima',
    status: count > 0 ? ('menunggu' as const) : ('netral' as const),
  };
};

/** What waits at the desk for those who hand over, and open incidents for those who rule on them. */
export const homeTiles = async (ctx: Context) => [
  ...(may(ctx.actor, 'handover.record') ? [await waiting(ctx)] : []),
  ...(may(ctx.actor, 'handover.rule') ? [await incidents(ctx)] : []),
];
