import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { countFactTasks } from '../sql/tasks.ts';
import { countWaitingLists } from '../sql/waiting.ts';

/** Families of the reader's places of whom facts are missing: for whoever goes and asks. */
const factTiles = async (ctx: Context) => {
  if (!may(ctx.actor, 'usulan.verify_field') || !may(ctx.actor, 'programme.read')) return [];
  const count = await countFactTasks(ctx);
  return [
    {
      id: 'program.verifikasi',
      label: { id: 'Data keluarga untuk program', en: 'Facts wanted for programmes' },
      count,
      href: '/program/verifikasi',
      status: count === 0 ? ('netral' as const) : ('menunggu' as const),
    },
  ];
};

/**
 * Counts of the first page: facts to ask for, lists that wait for the reader's confirmation, drafts of the preparer, held places past
 * their date.
 */
export const homeTiles = async (ctx: Context) => [...(await factTiles(ctx)), ...(await listTiles(ctx))];

const listTiles = async (ctx: Context) => {
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
