import { refuse } from '#kernel/refusal.ts';
import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { type Server, serve, serveFile } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { recordAnswer } from './actions/answer-question.ts';
import { askFamily, renewFamilyPin } from './actions/ask-family.ts';
import { findUpon } from './actions/find-upon.ts';
import { printLetter } from './actions/print-letter.ts';
import { readObjection, readObjections } from './actions/read-objections.ts';
import { submitObjection } from './actions/submit-objection.ts';
import * as contracts from './contract.ts';

/** Whoever checks or decides proposals speaks with the family; others only read. */
const requireDesk = (ctx: Context): void => {
  if (!may(ctx.actor, 'usulan.check') && !may(ctx.actor, 'usulan.decide'))
    refuse('wewenang.kurang', 403, 'Keluarga ditanya oleh operator desa/kelurahan atau verifikator Dinas Sosial.');
};

export const registerObjection = (server: Server): Jobs => {
  serve(server, contracts.listObjections, (ctx, { query }) => readObjections(ctx, !query.over));
  serve(server, contracts.readObjection, (ctx, { params }) => readObjection(ctx, params.id));
  serve(server, contracts.recordObjection, (ctx, { body }) =>
    submitObjection(ctx, {
      about: 'daftar',
      channel: body.channel,
      ground: body.ground,
      draft: { name: body.name, address: body.address },
      areaId: body.areaId,
      objectorDesaId: body.objectorDesaId,
      reporterName: body.objectorName,
      reporterPhone: body.objectorPhone || undefined,
      relation: 'lain',
      consent: body.consent,
      reason: body.reason,
    }),
  );
  serve(server, contracts.askFamily, (ctx, { params }) => {
    requireDesk(ctx);
    return askFamily(ctx, params.id);
  });
  serve(server, contracts.renewFamilyPin, (ctx, { params }) => {
    requireDesk(ctx);
    return renewFamilyPin(ctx, params.id);
  });
  serve(server, contracts.recordAnswer, (ctx, { params, body }) => {
    requireDesk(ctx);
    return recordAnswer(ctx, params.id, body.text, body.how);
  });
  serve(server, contracts.findUpon, (ctx, { params, body }) => findUpon(ctx, params.id, body.version, body));
  serveFile(server, contracts.printLetter, (ctx, { params }) => printLetter(ctx, params.id, params.side));
  return {};
};
