import { type Server, serve } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import * as contracts from './contract.ts';
import { listAreasByWords } from './sql/find-areas.ts';

export const registerArea = (server: Server): Jobs => {
  serve(server, contracts.listAreas, async (ctx, { query }) => ({ items: await listAreasByWords(ctx, query) }));
  return {};
};
