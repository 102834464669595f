import { type Server, serve, serveFile } from '#platform/http/serve.ts';
import { listVerification, readVerification, writeVerification } from './actions/read-verification.ts';
import * as contracts from './contract.ts';

/** Families whose eligibility is unknown: counts, rows, and the file for the field officers. */
export const serveVerification = (server: Server): void => {
  serve(server, contracts.readVerification, readVerification);
  serve(server, contracts.listVerification, (ctx, { params, query: { after, ...query } }) =>
    listVerification(ctx, params.id, { ...query, after: Number(after ?? 0) }),
  );
  serveFile(server, contracts.exportVerification, (ctx, { params, query }) => writeVerification(ctx, params.id, query));
};
