import { type Server, serve } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import * as acts from './actions/recheck-visits.ts';
import * as contracts from './contract-recheck.ts';

/** The supervisor's second look at a sample of visits. */
export const registerRechecks = (server: Server): Jobs => {
  serve(server, contracts.listRechecks, (ctx) => acts.readRechecks(ctx));
  serve(server, contracts.drawRecheck, (ctx, { body }) => acts.drawRecheck(ctx, body.from, body.to));
  serve(server, contracts.changeRecheckShare, async (ctx, { body }) => {
    await acts.changeRecheckShare(ctx, body);
    return { done: true } as const;
  });
  serve(server, contracts.readRecheck, (ctx, { params }) => acts.readRecheck(ctx, params.id));
  serve(server, contracts.recordRecheck, (ctx, { params, body }) => acts.recordRecheck(ctx, params.id, body));
  return {};
};
