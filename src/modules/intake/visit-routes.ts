import { type Server, serve } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { keepVisitDraft, readVisitForm, recordVisit } from './actions/record-visit.ts';
import * as contracts from './contract-visit.ts';

/** Visits asked with the agency's own form. */
export const registerVisits = (server: Server): Jobs => {
  serve(server, contracts.readVisitForm, (ctx, { params }) => readVisitForm(ctx, params.id));
  serve(server, contracts.keepVisitDraft, (ctx, { params, body }) => {
    const { formId, formNo, ...content } = body;
    return keepVisitDraft(ctx, params.id, { formId, formNo }, content);
  });
  serve(server, contracts.recordVisit, (ctx, { params, body }) => {
    const { version, ...visit } = body;
    return recordVisit(ctx, params.id, version, visit);
  });
  return {};
};
