import { type Server, serve, serveFile, serveUpload } from '#platform/http/serve.ts';
import type { Job, Jobs } from '#platform/jobs/worker.ts';
import { checkFile } from './actions/check-file.ts';
import { commitFile } from './actions/commit-file.ts';
import { orderCommit } from './actions/commit-order.ts';
import { chooseSheet, confirmMapping } from './actions/confirm-mapping.ts';
import { exportReport, exportRows } from './actions/export-rows.ts';
import { JOB_OF } from './actions/order-stage.ts';
import { resumeImports } from './actions/resume-imports.ts';
import type { JobTools } from './actions/run-chunk.ts';
import { listSummaries, showImport, showRows } from './actions/show-import.ts';
import { cancelImport, orderUndo, undoImport } from './actions/undo-import.ts';
import { uploadFile } from './actions/upload-file.ts';
import * as contracts from './contract.ts';
import { type JobOrder, orderOf } from './domain/order.ts';

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

/** The jobs of imports; also used where no server runs (the command line). */
export const importJobs = (tools: JobTools): Jobs => {
  const job =
    (run: (tools: JobTools, order: JobOrder, signal: AbortSignal) => Promise<void>): Job =>
    (payload, signal) =>
      run(tools, orderOf(payload), signal);
  return { [JOB_OF.check]: job(checkFile), [JOB_OF.commit]: job(commitFile), [JOB_OF.undo]: job(undoImport) };
};

/** Serves imports and gives their jobs. When the server listens, what was at work when it went down is ordered again. */
export const registerExchange = (server: Server, { dataDir }: { dataDir: string }): Jobs => {
  registerReading(server);
  registerActs(server, dataDir);
  server.http.addHook('onListen', async () => {
    await resumeImports(server.platform).catch((error) =>
      server.http.log.error({ err: error }, 'resuming imports failed'),
    );
  });
  return importJobs({ platform: server.platform, dataDir });
};
