import type { Connection } from '#platform/db/connection.ts';
import type { Reply } from '#platform/http/contract.ts';
import { type Server, serve, serveFile } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { readAgreement, writeAgreement } from './actions/agreement.ts';
import { bookMerge } from './actions/book-merge.ts';
import { askAbout, callOff, declareDifferent, declareSame } from './actions/decide-pair.ts';
import { readDoubleAid, writeDoubleAid } from './actions/double-aid.ts';
import { orderScan } from './actions/order-scan.ts';
import { answerBlind, readNextBlind } from './actions/read-blind.ts';
import { readPair, readPile } from './actions/read-pairs.ts';
import { readFamilies, rearrangeFamilies, takeBack } from './actions/rearrange-families.ts';
import { activateModel, trainModel } from './actions/train-model.ts';
import { unmergePersons } from './actions/unmerge-persons.ts';
import * as contracts from './contract.ts';
import { registerOnline } from './online-routes.ts';
import { listBookings } from './sql/bookings.ts';
import { listFamilyCases, listRearrangements } from './sql/families.ts';
import { listMerges } from './sql/merges.ts';
import { findLatestRun } from './sql/runs.ts';

/** How many merges the page lists, the latest first. */
const MERGES_SHOWN = 50;
const FAMILIES_SHOWN = 200;
/** What was set aside is JSON already: amounts are digits, instants are text. */
type BlindReply = Reply<typeof contracts.readBlind>;

const registerAgreement = (server: Server): void => {
  serve(server, contracts.readBlind, async (ctx) => {
    const { next, waiting } = await readNextBlind(ctx);
    return { waiting, next: next as BlindReply['next'] };
  });
  serve(server, contracts.answerBlind, async (ctx, { params, body }) => {
    await answerBlind(ctx, { id: params.id, answer: body.answer });
    return { id: params.id };
  });
  serve(server, contracts.readAgreement, (ctx) => readAgreement(ctx));
  serveFile(server, contracts.downloadAgreement, async (ctx) => ({
    name: `kesepakatan-petugas-${ctx.today}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    body: await writeAgreement(ctx),
  }));
  serve(server, contracts.trainModel, (ctx) => trainModel(ctx));
  serve(server, contracts.activateModel, async (ctx, { body }) => {
    await activateModel(ctx, body);
    return { modelId: body.modelId };
  });
};

const registerFamilies = (server: Server): void => {
  serve(server, contracts.listFamilyCases, async (ctx) => ({
    items: await listFamilyCases(ctx, FAMILIES_SHOWN),
    made: await listRearrangements(ctx, MERGES_SHOWN),
  }));
  serve(server, contracts.readFamilies, (ctx, { query }) => readFamilies(ctx, query));
  serve(server, contracts.rearrangeFamilies, (ctx, { body }) => rearrangeFamilies(ctx, body));
  serve(server, contracts.takeBack, async (ctx, { params, body }) => {
    await takeBack(ctx, { id: params.id, reason: body.reason });
    return { id: params.id };
  });
};

export const registerDuplicates = (server: Server, { connection }: { connection?: Connection }): Jobs => {
  registerAgreement(server);
  registerFamilies(server);
  serve(server, contracts.listPairs, (ctx, { query }) => readPile(ctx, query));
  serve(server, contracts.readPair, (ctx, { params }) => readPair(ctx, params.id));
  serve(server, contracts.declareDifferent, async (ctx, { params, body }) => {
    await declareDifferent(ctx, { id: params.id, reason: body.reason });
    return { state: 'beda' };
  });
  serve(server, contracts.askAbout, async (ctx, { params, body }) => {
    await askAbout(ctx, { id: params.id, reason: body.reason });
    return { state: 'tanya' };
  });
  serve(server, contracts.declareSame, (ctx, { params, body }) => declareSame(ctx, { id: params.id, ...body }));
  serve(server, contracts.bookMerge, async (ctx, { params, body }) => ({
    state: await bookMerge(ctx, { id: params.id, ...body }),
  }));
  serve(server, contracts.callOff, async (ctx, { params, body }) => {
    await callOff(ctx, { id: params.id, reason: body.reason });
    return { state: 'terbuka' };
  });
  serve(server, contracts.listBookings, async (ctx) => ({ items: await listBookings(ctx, MERGES_SHOWN) }));
  serve(server, contracts.listMerges, async (ctx) => ({ items: await listMerges(ctx, MERGES_SHOWN) }));
  serve(server, contracts.unmerge, async (ctx, { params, body }) => {
    await unmergePersons(ctx, { id: params.id, reason: body.reason });
    return { id: params.id };
  });
  serve(server, contracts.orderScan, async (ctx) => ({ run: (await orderScan(ctx)) ?? null }));
  serve(server, contracts.readScan, async (ctx) => ({ run: (await findLatestRun(ctx)) ?? null }));
  serve(server, contracts.listDoubleAid, (ctx) => readDoubleAid(ctx));
  serveFile(server, contracts.downloadDoubleAid, async (ctx) => ({
    name: `bantuan-ganda-${ctx.today}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    body: await writeDoubleAid(ctx),
  }));
  return registerOnline(server, connection);
};
