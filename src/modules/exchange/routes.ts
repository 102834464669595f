import type { Connection } from '#platform/db/connection.ts';
import { type Server, serve, serveFile, serveUpload } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { orderCommit } from './actions/commit-order.ts';
import { chooseSheet, confirmMapping } from './actions/confirm-mapping.ts';
import { exportReport, exportRows } from './actions/export-rows.ts';
import { resumeImports } from './actions/resume-imports.ts';
import { listSummaries, showImport, showRows } from './actions/show-import.ts';
import { cancelImport, orderUndo } from './actions/undo-import.ts';
import { uploadFile } from './actions/upload-file.ts';
import * as contracts from './contract.ts';
import { importJobs } from './jobs.ts';
import { registerDelta } from './routes-delta.ts';

const registerReading = (server: Server): void => {
  serve(server, contracts.listImports, (ctx, { query }) => listSummaries(ctx, query));
  serve(server, contracts.readImport, (ctx, { params }) => showImport(ctx, params.id));
  serve(server, contracts.listRows, (ctx, { params, query }) => showRows(ctx, params.id, query));
  serveFile(server, contracts.exportRows, (ctx, { params, query }) =>
    exportRows(ctx, params.id, query.rows, query.format),
  );
  serveFile(server, contracts.exportReport, (ctx, { params, query }) => exportReport(ctx, params.id, query.format));
};

const registerActs = (server: Server, dataDir: string): void => {
  serveUpload(server, contracts.uploadFile, async (ctx, { query }, bytes) => {
    const { importId } = await uploadFile(ctx, dataDir, { ...query, bytes });
    return { id: importId };
  });
  serve(server, contracts.chooseSheet, async (ctx, { params, body }) => {
    await chooseSheet(ctx, dataDir, params.id, body);
    return { id: params.id };
  });
  serve(server, contracts.confirmMapping, async (ctx, { params, body }) => {
    await confirmMapping(ctx, params.id, body);
    return { id: params.id };
  });
  serve(server, contracts.commitImport, async (ctx, { params, body }) => {
    await orderCommit(ctx, params.id, body.version);
    return { id: params.id };
  });
  serve(server, contracts.cancelImport, async (ctx, { params, body }) => {
    await cancelImport(ctx, params.id, body.version);
    return { id: params.id };
  });
  serve(server, contracts.undoImport, async (ctx, { params, body }) => {
    await orderUndo(ctx, params.id, body);
    return { id: params.id };
  });
};

/** Serves imports and gives their jobs. When the server listens, what was at work when it went down is ordered again. */
export const registerExchange = (
  server: Server,
  { dataDir, connection }: { dataDir: string; connection?: Connection },
): Jobs => {
  registerReading(server);
  registerActs(server, dataDir);
  registerDelta(server);
  server.http.addHook('onListen', async () => {
    await resumeImports(server.platform).catch((error) =>
      server.http.log.error({ err: error }, 'resuming imports failed'),
    );
  });
  return importJobs({ platform: server.platform, dataDir }, connection);
};
