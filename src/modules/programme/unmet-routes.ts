import { type Server, serve, serveFile } from '#platform/http/serve.ts';
import { printUnmetNeed } from './actions/print-unmet-need.ts';
import { readUnmetNeed, totalOf } from './actions/read-unmet-need.ts';
import * as contracts from './contract.ts';

type Costs = { unserved: number; unservedCost: bigint; unknown: number; unknownCost: bigint };
const json = <T extends Costs>(row: T) => ({
  ...row,
  unservedCost: row.unservedCost.toString(),
  unknownCost: row.unknownCost.toString(),
});

/** The unmet need, on the page and for the budget meeting. */
export const serveUnmetNeed = (server: Server): void => {
  serve(server, contracts.readUnmetNeed, async (ctx) => {
    const { snapshot, programmes, uncounted } = await readUnmetNeed(ctx);
    return {
      snapshot: snapshot && { ...snapshot, at: snapshot.at.toISOString() },
      uncounted,
      programmes: programmes.map((programme) => ({
        ...programme,
        benefit: programme.benefit.toString(),
        ceiling: programme.ceiling.toString(),
        total: json(totalOf(programme)),
        desa: programme.desa.map(json),
      })),
    };
  });
  serveFile(server, contracts.printUnmetNeed, async (ctx) => ({
    name: 'kebutuhan-belum-terlayani.pdf',
    mediaType: 'application/pdf',
    body: await printUnmetNeed(ctx),
  }));
};
