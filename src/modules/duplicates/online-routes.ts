import type { Connection } from '#platform/db/connection.ts';
import { type Server, serve } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { compareOne } from './actions/compare-one.ts';
import { findLikely, placeOf } from './actions/find-likely.ts';
import { orderAfterImport, orderNightly } from './actions/order-scan.ts';
import { runScan } from './actions/run-scan.ts';
import * as contracts from './contract-online.ts';
import { compareOrderOf, orderOf } from './domain/order.ts';
import { createOnline } from './online.ts';

/**
 * The question at registration, and the looks that nobody presses a button for. The index is built from the moment the server listens, in
 * the background.
 */
export const registerOnline = (server: Server, connection: Connection | undefined): Jobs => {
  const { http, platform } = server;
  const online = createOnline(platform, connection, (error) =>
    http.log.error({ err: error }, 'the index of duplicates'),
  );
  http.addHook('onListen', async () => online.start());
  http.addHook('onClose', () => online.stop());
  serve(server, contracts.findLikely, (ctx, { body }) => findLikely(ctx, online, body));
  serve(server, contracts.readOnline, (ctx) => online.status(placeOf(ctx)));
  return {
    'duplicates.scan': (payload, signal) => runScan({ platform, online }, orderOf(payload), signal),
    'duplicates.compare': (payload, signal) => compareOne({ platform, online }, compareOrderOf(payload), signal),
    'duplicates.import_finished': (payload) => orderAfterImport(platform, String(payload['agency'])),
    'duplicates.nightly': () => orderNightly(platform),
  };
};
