import type { Context } from '#platform/db/context.ts';
import type { Words } from '../domain/kinds.ts';
import { STAGE_CAPABILITY, STAGES, type Stage } from '../domain/stages.ts';
import { listPiles } from '../sql/queue.ts';

/** One count of the first page. `status`: tindakan when something is late, menunggu when there is work, netral when none. */
export type Tile = {
  id: string;
  label: { id: string; en: string };
  count: number;
  href: string;
  status: 'tindakan' | 'menunggu' | 'netral';
};

const tile = (id: string, [labelId, labelEn]: Words, count: number, late: number, href: string): Tile => ({
  id,
  label: { id: labelId, en: labelEn },
  count,
  href,
  status: late > 0 ? 'tindakan' : count > 0 ? 'menunggu' : 'netral',
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** The counts of intake that concern the actor: the piles of the stages where the actor may act; for who only proposes, what was asked. */
export const homeTiles = async (ctx: Context): Promise<Tile[]> => {
  const { capabilities } = ctx.actor;
  const mine = (['periksa', 'verval', 'musyawarah', 'verifikasi'] as const satisfies readonly Stage[]).filter((stage) =>
    capabilities.has(STAGE_CAPABILITY[stage]),
  );
  if (mine.length === 0 && !capabilities.has('usulan.propose')) return [];
  const piles = await listPiles(ctx);
  const running = (stage: Stage) => piles.find((pile) => pile.stage === stage && pile.state === 'berjalan');
  const waiting = piles.filter((pile) => pile.state === 'menunggu_pelengkapan');
  const tiles = mine.map((stage) =>
    tile(
      `usulan.${stage}`,
      STAGES[stage],
      running(stage)?.count ?? 0,
      running(stage)?.late ?? 0,
      `/usulan?stage=${stage}`,
    ),
  );
  const href = capabilities.has('usulan.read') ? '/usulan?state=menunggu_pelengkapan' : '/rt';
  const asked = tile(
    'usulan.menunggu',
    ['Menunggu pelengkapan', 'Waiting for completion'],
    sum(waiting.map((pile) => pile.count)),
    sum(waiting.map((pile) => pile.late)),
    href,
  );
  return [...tiles, asked];
};
