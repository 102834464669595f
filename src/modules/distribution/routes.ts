import { maskNik } from '#kernel/nik.ts';
import { refuse } from '#kernel/refusal.ts';
import { whenListInForce } from '#modules/programme/index.ts';
import { type Server, serve, serveFile } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { findGateClosed } from './actions/check-gate.ts';
import { makeEntitlements } from './actions/make-entitlements.ts';
import { printBast } from './actions/print-bast.ts';
import { readCode, recordHandover } from './actions/record-handover.ts';
import { ruleAgain } from './actions/rule-handover.ts';
import { showDesks } from './actions/show-desks.ts';
import * as contracts from './contract.ts';

import { type Entitlement, findEntitlement, listEntitlements, tallyEntitlements } from './sql/entitlements.ts';
import { listHandovers } from './sql/handovers.ts';
import { closeIncident, listIncidents } from './sql/incidents.ts';

/** What a desk may see of an entitlement: the NIK leaves the server masked. */
const shown = ({
  id,
  code,
  state,
  due,
  effective,
  period,
  programmeId,
  programme,
  areaLabel,
  payeeName,
  nik,
  basket,
  version,
}: Entitlement) => ({
  id,
  code,
  state,
  due,
  effective,
  period,
  programmeId,
  programme,
  areaLabel,
  payeeName,
  nik: nik ? maskNik(nik) : null,
  basket,
  version,
});

export const registerDistribution = (server: Server): Jobs => {
  whenListInForce(makeEntitlements);
  serve(server, contracts.listDesks, (ctx) => showDesks(ctx));
  serve(server, contracts.listEntitlements, async (ctx, { query }) => {
    const rows = await listEntitlements(ctx, query);
    const last = rows.length === query.limit ? rows.at(-1) : undefined;
    return { items: rows.map(shown), next: last ? `${last.sortKey}|${last.id}` : null };
  });
  serve(server, contracts.getTally, (ctx, { query }) => tallyEntitlements(ctx, query));
  serve(server, contracts.getByCode, async (ctx, { params }) => {
    const found =
      (await findEntitlement(ctx, { code: readCode(params.code) })) ??
      refuse('hak.tidak_ada', 404, 'Tidak ada hak dengan kode itu di wilayah tugas Anda.');
    return {
      ...shown(found),
      handovers: await listHandovers(ctx, found.id),
      closed: (await findGateClosed(ctx, found))?.sentence ?? null,
    };
  });
  serve(server, contracts.recordHandover, (ctx, { body }) =>
    recordHandover(ctx, {
      ...body,
      amount: BigInt(body.amount),
      occurredAt: body.occurredAt ? new Date(body.occurredAt) : ctx.now,
      deviceTime: body.deviceTime ? new Date(body.deviceTime) : null,
    }),
  );
  serve(server, contracts.ruleAgain, (ctx, { params, body }) => ruleAgain(ctx, params.id, body));
  serve(server, contracts.listIncidents, async (ctx, { query }) => ({ items: await listIncidents(ctx, query.state) }));
  serve(server, contracts.closeIncident, async (ctx, { params, body }) => {
    if (!(await closeIncident(ctx, params.id, body.resolution)))
      refuse('kejadian.tidak_ada', 404, 'Kejadian itu tidak ada atau sudah selesai.');
    await ctx.record({
      event: 'incident.closed',
      subjectKind: 'incident',
      subjectId: params.id,
      after: { resolution: body.resolution },
    });
    return { closed: true as const };
  });
  serveFile(server, contracts.printBast, async (ctx, { query }) => ({
    name: `bast-${query.desaId}.pdf`,
    mediaType: 'application/pdf',
    body: await printBast(ctx, query),
  }));
  return {};
};
