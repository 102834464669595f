import { type Server, serve } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import * as contracts from './contract.ts';
import { findSeal, listReadingRows, listTraces } from './sql/traces.ts';

/** One page of rows, and where the next begins; null when this was the last. */
const paged = <T, K extends keyof T>(items: T[], limit: number, key: K) => ({
  items,
  next: items.length === limit ? String(items.at(-1)?.[key]) : null,
});

export const registerOversight = (server: Server): Jobs => {
  serve(server, contracts.listAudit, async (ctx, { query }) => paged(await listTraces(ctx, query), query.limit, 'seq'));
  serve(server, contracts.listReadings, async (ctx, { query }) =>
    paged(await listReadingRows(ctx, query), query.limit, 'id'),
  );
  serve(server, contracts.getSeal, (ctx) => findSeal(ctx));
  return {};
};
