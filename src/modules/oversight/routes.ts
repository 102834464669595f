import { type Server, serve } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { listBreaches, recordBreach, recordBreachStep } from './actions/breaches.ts';
import { answerRequest, listRequests, recordRequest } from './actions/subject-requests.ts';
import * as contracts from './contract.ts';
import { instantOf } from './domain/privacy-clock.ts';
import { findSeal, listReadingRows, listTraces } from './sql/traces.ts';

/** One page of rows, and where the next begins; null when this was the last. */
const paged = <T, K extends keyof T>(items: T[], limit: number, key: K) => ({
  items,
  next: items.length === limit ? String(items.at(-1)?.[key]) : null,
});

export const registerOversight = (server: Server): Jobs => {
  serve(server, contracts.listAudit, async (ctx, { query }) => paged(await listTraces(ctx, query), query.limit, 'seq'));
  serve(server, contracts.listReadings, async (ctx, { query }) =>
    paged(await listReadingRows(ctx, query), query.limit, 'id'),
  );
  serve(server, contracts.getSeal, (ctx) => findSeal(ctx));
  serve(server, contracts.listSubjectRequests, async (ctx) => ({ items: await listRequests(ctx) }));
  serve(server, contracts.recordSubjectRequest, (ctx, { body: { asked, ...request } }) =>
    recordRequest(ctx, { ...request, askedAt: instantOf(asked, ctx.actor.zone) }),
  );
  serve(server, contracts.answerSubjectRequest, (ctx, { params, body }) => answerRequest(ctx, params.id, body));
  serve(server, contracts.listBreaches, async (ctx) => ({ items: await listBreaches(ctx) }));
  serve(server, contracts.recordBreach, (ctx, { body: { found, ...breach } }) =>
    recordBreach(ctx, { ...breach, foundAt: instantOf(found, ctx.actor.zone) }),
  );
  serve(server, contracts.recordBreachStep, (ctx, { params, body: { when, ...step } }) =>
    recordBreachStep(ctx, params.id, { ...step, at: instantOf(when, ctx.actor.zone) }),
  );
  return {};
};
