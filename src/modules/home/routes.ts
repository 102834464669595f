import { homeTiles as deliberation } from '#modules/deliberation/index.ts';
import { homeTiles as distribution } from '#modules/distribution/index.ts';
import { homeTiles as duplicates } from '#modules/duplicates/index.ts';
import { homeTiles as exchange } from '#modules/exchange/index.ts';
import { homeTiles as intake } from '#modules/intake/index.ts';
import { homeTiles as letters } from '#modules/letters/index.ts';
import { homeTiles as objection } from '#modules/objection/index.ts';
import { homeTiles as planning } from '#modules/planning/index.ts';
import { homeTiles as programme } from '#modules/programme/index.ts';
import type { Context } from '#platform/db/context.ts';
import { type Server, serve } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import * as contracts from './contract.ts';

type Status = 'selesai' | 'menunggu' | 'tindakan' | 'info' | 'netral';
type Tile = { id: string; label: { id: string; en: string }; count: number; href: string; status: Status };

/** Whoever has counts for the first page, in the order in which they stand there. */
const SOURCES: readonly ((ctx: Context) => Promise<Tile[]>)[] = [
  intake,
  letters,
  objection,
  deliberation,
  programme,
  planning,
  distribution,
  exchange,
  duplicates,
];

export const registerHome = (server: Server): Jobs => {
  serve(server, contracts.getHome, async (ctx) => {
    const tiles: Tile[] = [];
    for (const source of SOURCES) tiles.push(...(await source(ctx)));
    return { tiles };
  });
  return {};
};
