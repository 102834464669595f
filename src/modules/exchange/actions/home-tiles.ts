import type { Context } from '#platform/db/context.ts';
import { RUNNING } from '../domain/kinds.ts';
import { countByState } from '../sql/files.ts';

/** One count of the first page. */
export type Tile = {
  id: string;
  label: { id: string; en: string };
  count: number;
  href: string;
  status: 'tindakan' | 'menunggu' | 'netral';
};

/** Imports that wait for a person, and those at work; for who may import. */
export const homeTiles = async (ctx: Context): Promise<Tile[]> => {
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
