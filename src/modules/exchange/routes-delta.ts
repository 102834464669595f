import { type Server, serve, serveFile } from '#platform/http/serve.ts';
import { answerLifting, askLifting, showFlags } from './actions/exclude-flags.ts';
import { exportPadanRequest } from './actions/padan-request.ts';
import { answerDelta, exportDelta, showDelta, showDeltaLines } from './actions/show-delta.ts';
import * as contracts from './contract-delta.ts';

/** Serves the month's changes and the exclude flags. */
export const registerDelta = (server: Server): void => {
  serve(server, contracts.readDelta, (ctx, { query }) => showDelta(ctx, query.period));
  serve(server, contracts.listDeltaLines, (ctx, { query }) => showDeltaLines(ctx, query));
  serveFile(server, contracts.exportDeltaLines, (ctx, { query }) => exportDelta(ctx, query));
  serve(server, contracts.answerDelta, async (ctx, { params, body }) => {
    await answerDelta(ctx, params.id, body);
    return { id: params.id };
  });
  serveFile(server, contracts.exportPadanRequest, (ctx, { query }) => exportPadanRequest(ctx, query.since));
  serve(server, contracts.listExcludeFlags, (ctx, { query }) => showFlags(ctx, query));
  serve(server, contracts.askLifting, async (ctx, { params, body }) => {
    await askLifting(ctx, params.id, body);
    return { id: params.id };
  });
  serve(server, contracts.answerLifting, async (ctx, { params, body }) => {
    await answerLifting(ctx, params.id, body);
    return { id: params.id };
  });
};
