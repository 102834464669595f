import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { nextParaf } from '../domain/decree.ts';
import { countBatches } from '../sql/batches.ts';
import { listDecreeRows } from '../sql/decrees.ts';
import { countMeetings } from '../sql/meeting-overview.ts';
import { listHeldPositions } from '../sql/positions.ts';
import { countSubmissions } from '../sql/submissions.ts';

/** One count of the first page, as intake gives them. */
export type Tile = {
  id: string;
  label: { id: string; en: string };
  count: number;
  href: string;
  status: 'tindakan' | 'menunggu' | 'netral';
};

const tile = (id: string, label: Tile['label'], count: number, href: string, isUrgent = false): Tile => ({
  id,
  label,
  count,
  href,
  status: count === 0 ? 'netral' : isUrgent ? 'tindakan' : 'menunggu',
});

const meetingTiles = async (ctx: Context): Promise<Tile[]> => {
  const counts = await countMeetings(ctx);
  return [
    tile(
      'musyawarah.terbuka',
      { id: 'Musyawarah belum selesai', en: 'Meetings not finished' },
      counts.open,
      '/musyawarah',
    ),
    tile(
      'musyawarah.pindai',
      { id: 'Berita acara belum dipindai', en: 'Berita acara without scan' },
      counts.scans,
      '/musyawarah',
    ),
  ];
};

const decreeTiles = async (ctx: Context): Promise<Tile[]> => {
  const open = await listDecreeRows(ctx, { open: true });
  const held = new Set((await listHeldPositions(ctx, ctx.today)).map((one) => one.positionId));
  const mine = open.filter((decree) => {
    const next = decree.state === 'ditandatangani' ? undefined : nextParaf(decree.paraf);
    return next !== undefined && held.has(next.positionId);
  });
  return [tile('sk.paraf', { id: 'Menunggu paraf Anda', en: 'Waiting for your initials' }, mine.length, '/sk', true)];
};

/** The counts of deliberation, ratification, keying and decrees that concern the actor. */
export const homeTiles = async (ctx: Context): Promise<Tile[]> => {
  const tiles: Tile[] = [];
  if (may(ctx.actor, 'musyawarah.run')) tiles.push(...(await meetingTiles(ctx)));
  if (may(ctx.actor, 'centre.key')) {
    const { ketik } = await countSubmissions(ctx);
    tiles.push(tile('siks.ketik', { id: 'Ketik ke SIKS-NG', en: 'Key into SIKS-NG' }, ketik, '/pengetikan'));
  }
  if (may(ctx.actor, 'batch.prepare') || may(ctx.actor, 'batch.ratify')) {
    const { ready, sent } = await countBatches(ctx);
    if (may(ctx.actor, 'batch.prepare'))
      tiles.push(
        tile(
          'pengesahan.siap',
          { id: 'Siap masuk daftar pengesahan', en: 'Ready for a ratification batch' },
          ready,
          '/pengesahan',
        ),
      );
    if (may(ctx.actor, 'batch.ratify'))
      tiles.push(
        tile(
          'pengesahan.menunggu',
          { id: 'Menunggu pengesahan', en: 'Waiting for ratification' },
          sent,
          '/pengesahan',
          true,
        ),
      );
  }
  if (may(ctx.actor, 'decree.paraf')) tiles.push(...(await decreeTiles(ctx)));
  return tiles;
};
