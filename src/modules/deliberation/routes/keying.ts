import { KINDS, type Kind } from '#modules/intake/index.ts';
import { type Server, serve } from '#platform/http/serve.ts';
import { recordKeyedResult } from '../actions/centre-results.ts';
import { openKeyingSheet, recordTicket } from '../actions/keying.ts';
import * as contracts from '../contract/keying.ts';
import { countSubmissions, listSubmissions, type SubmissionLine } from '../sql/submissions.ts';

const lineOf = ({ kind, keyedAt, resultAt, ...rest }: SubmissionLine) => ({
  ...rest,
  kindName: KINDS[kind as Kind]?.[0] ?? kind,
  keyedAt: keyedAt?.toISOString() ?? null,
  resultAt: resultAt?.toISOString() ?? null,
});

/** The centre's cycle: keying into SIKS-NG, tickets, answers. */
export const registerKeying = (server: Server): void => {
  serve(server, contracts.listSubmissions, async (ctx, { query }) => {
    const { items, next } = await listSubmissions(ctx, query.pile, query);
    return { counts: await countSubmissions(ctx), items: items.map(lineOf), next };
  });
  serve(server, contracts.openSheet, async (ctx, { params }) => {
    const sheet = await openKeyingSheet(ctx, params.usulanId);
    return { ...sheet, submission: lineOf(sheet.submission) };
  });
  serve(server, contracts.recordTicket, (ctx, { params, body }) =>
    recordTicket(ctx, params.usulanId, body.version, body),
  );
  serve(server, contracts.recordResult, async (ctx, { body }) => {
    await recordKeyedResult(ctx, body);
    return { ok: true } as const;
  });
};
