import type { Context } from '#platform/db/context.ts';
import { RUNNING } from '../domain/kinds.ts';
import { countUnanswered } from '../sql/delta.ts';
import { countFlags } from '../sql/exclude.ts';
import { countByState } from '../sql/files.ts';

/** One count of the first page. */
export type Tile = {
  id: string;
  label: { id: string; en: string };
  count: number;
  href: string;
  status: 'tindakan' | 'menunggu' | 'netral';
};

/** What the centre changed that nobody has looked into; for who keys for the centre. */
const centreTiles = async (ctx: Context): Promise<Tile[]> => {
  if (!ctx.actor.capabilities.has('centre.key')) return [];
  const [stopped, flags] = [await countUnanswered(ctx), await countFlags(ctx)];
  const open = flags.get('terbuka') ?? 0;
  return [
    {
      id: 'perubahan.berhenti',
      label: { id: 'Bantuan pusat berhenti, belum ditelusuri', en: 'The centre’s aid stopped, not looked into' },
      count: stopped,
      href: '/perubahan',
      status: stopped > 0 ? 'tindakan' : 'netral',
    },
    {
      id: 'exclude.terbuka',
      label: { id: 'Tanda exclude belum dibantah', en: 'Exclude flags not yet disputed' },
      count: open,
      href: '/exclude',
      status: open > 0 ? 'tindakan' : 'netral',
    },
  ];
};

/** Imports that wait for a person, those at work, and what the centre changed; each for whose work it is. */
export const homeTiles = async (ctx: Context): Promise<Tile[]> => [
  ...(await importTiles(ctx)),
  ...(await centreTiles(ctx)),
];

const importTiles = async (ctx: Context): Promise<Tile[]> => {
  if (!ctx.actor.capabilities.has('import.run')) return [];
  const states = await countByState(ctx);
  const of = (...names: Parameters<typeof states.get>[0][]) =>
    names.reduce((sum, name) => sum + (states.get(name) ?? 0), 0);
  const waiting = of('diunggah', 'siap', 'gagal');
  const running = of(...RUNNING);
  return [
    {
      id: 'impor.menunggu',
      label: { id: 'Impor menunggu Anda', en: 'Imports waiting for you' },
      count: waiting,
      href: '/impor',
      status: waiting > 0 ? 'tindakan' : 'netral',
    },
    {
      id: 'impor.berjalan',
      label: { id: 'Impor sedang berjalan', en: 'Imports at work' },
      count: running,
      href: '/impor',
      status: running > 0 ? 'menunggu' : 'netral',
    },
  ];
};
