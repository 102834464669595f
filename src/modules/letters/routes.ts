import { startOfDay } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { type Server, serve, serveFile } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { approveLetters } from './actions/approve-letters.ts';
import { askForLetter } from './actions/ask-for-letter.ts';
import { changeKind } from './actions/change-kind.ts';
import { checkRequest, completeRequest, returnRequest, voidRequest } from './actions/move-request.ts';
import { printLetter } from './actions/print-letter.ts';
import { signByQr } from './actions/sign.ts';
import * as contracts from './contract.ts';
import { findKind, listKinds } from './sql/kinds.ts';
import { countRequests, findRequest, type LetterRequest, listRequests } from './sql/requests.ts';

const DONE = { done: true } as const;

/** A row of the queue; what waits is counted until now, what is over until it was decided. */
const shown = (ctx: Context, request: LetterRequest) => ({
  ...request,
  waitedMinutes: Math.max(
    0,
    Math.floor(((request.decidedAt ?? ctx.now).getTime() - request.requestedAt.getTime()) / 60_000),
  ),
});

const registerReading = (server: Server) => {
  serve(server, contracts.listKinds, async (ctx) => ({ items: await listKinds(ctx) }));
  serve(server, contracts.listRequests, async (ctx, { query }) => ({
    items: (await listRequests(ctx, query)).map((request) => shown(ctx, request)),
    ...(await countRequests(ctx, startOfDay(ctx.today, ctx.actor.zone))),
  }));
  serve(server, contracts.readRequest, async (ctx, { params }) => {
    const request =
      (await findRequest(ctx, params.id)) ??
      refuse('surat.tidak_ada', 404, 'Permintaan surat ini tidak ada di wilayah Anda.');
    const kind =
      (await findKind(ctx, request.kindCode)) ?? refuse('surat.jenis_tidak_ada', 404, 'Jenis surat ini tidak ada.');
    return { ...shown(ctx, request), kind };
  });
};

/** Serves the letters desk: front office, back office, approver, print. */
export const registerLetters = (server: Server, { url }: { url: string }): Jobs => {
  const press = { url, signer: signByQr };
  registerReading(server);
  serve(server, contracts.takeRequest, (ctx, { body }) => askForLetter(ctx, body));
  serve(server, contracts.checkRequest, async (ctx, { params, body }) => {
    await checkRequest(ctx, params.id, body.version);
    return DONE;
  });
  serve(server, contracts.returnRequest, async (ctx, { params, body }) => {
    await returnRequest(ctx, params.id, body);
    return DONE;
  });
  serve(server, contracts.completeRequest, async (ctx, { params, body }) => {
    await completeRequest(ctx, params.id, body);
    return DONE;
  });
  serve(server, contracts.approveRequests, async (ctx, { body }) => ({
    issued: await approveLetters(ctx, press, body.requests),
  }));
  serve(server, contracts.voidRequest, async (ctx, { params, body }) => {
    await voidRequest(ctx, params.id, body.version, body.reason);
    return DONE;
  });
  serve(server, contracts.changeKind, async (ctx, { params, body }) => {
    await changeKind(ctx, params.code, body);
    return DONE;
  });
  serveFile(server, contracts.printLetter, (ctx, { params }) => printLetter(ctx, params.id));
  return {};
};
