import { refuse } from '#kernel/refusal.ts';
import { NINE_CRITERIA, type Shdk } from '#modules/registry/index.ts';
import { type Server, serve, serveFile, serveUpload } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { actAtDesk } from './actions/act-at-desk.ts';
import { answerRt, askRt } from './actions/ask-rt.ts';
import { changeFacts } from './actions/change-facts.ts';
import { chooseOrder, readStages, setMonthMarks } from './actions/configure-stages.ts';
import { confirmPresence } from './actions/confirm-presence.ts';
import { declareTie } from './actions/declare-tie.ts';
import { holdUsulan } from './actions/hold-usulan.ts';
import { createSubject, linkSubject } from './actions/link-subject.ts';
import { addEvidence, openEvidence, openUsulanFile, placeOf } from './actions/open-evidence.ts';
import { readMonth } from './actions/read-month.ts';
import { readUsulan } from './actions/read-usulan.ts';
import { recordVerval } from './actions/record-verval.ts';
import { renewPin } from './actions/renew-pin.ts';
import { submitUsulan } from './actions/submit-usulan.ts';
import * as contracts from './contract.ts';
import { listNeighbours, listOwnUsulan, listRtTasks } from './sql/own-rt.ts';
import { countUsulan, listUsulanByStage } from './sql/queue.ts';
import { findDesa } from './sql/submission.ts';

/** A scan as PDF may be larger than a photo. */
const MOST_FILE_BYTES = 20_000_000;

const registerReading = (server: Server) => {
  serve(server, contracts.listUsulan, async (ctx, { query }) => {
    const { stage = null, state, kind, areaId, after, limit } = query;
    const filter = { state, kind, areaId };
    const page = await listUsulanByStage(ctx, stage, { ...filter, lateOnly: query.late, after, limit });
    return {
      ...page,
      total: await countUsulan(ctx, stage, filter),
      late: await countUsulan(ctx, stage, { ...filter, lateOnly: true }),
    };
  });
  serve(server, contracts.readUsulan, (ctx, { params }) => readUsulan(ctx, params.id));
  serve(server, contracts.readVervalForm, async () => ({
    form: NINE_CRITERIA.form,
    no: NINE_CRITERIA.no,
    source: NINE_CRITERIA.source,
    questions: NINE_CRITERIA.questions.map(({ no, field, label, text }) => ({ no, field, label, text })),
  }));
  serve(server, contracts.readMonth, (ctx) => readMonth(ctx));
  serve(server, contracts.listOwn, async (ctx) => ({ items: await listOwnUsulan(ctx) }));
  serve(server, contracts.readRt, async (ctx) => ({
    area: { id: ctx.actor.areaId, label: (await findDesa(ctx, ctx.actor.areaId))?.label ?? '' },
    tasks: await listRtTasks(ctx),
    neighbours: await listNeighbours(ctx),
  }));
};

const registerActs = (server: Server) => {
  serve(server, contracts.submitUsulan, (ctx, { body }) => submitUsulan(ctx, body));
  serve(server, contracts.linkSubject, (ctx, { params, body }) =>
    linkSubject(ctx, params.id, body.version, body.personId),
  );
  serve(server, contracts.createSubject, (ctx, { params, body }) =>
    createSubject(ctx, params.id, body.version, { shdk: body.shdk as Shdk | null }),
  );
  serve(server, contracts.confirmPresence, (ctx, { params }) => confirmPresence(ctx, params.id));
  serve(server, contracts.holdUsulan, (ctx, { params, body }) => holdUsulan(ctx, params.id, body));
  serve(server, contracts.changeFacts, (ctx, { params, body }) =>
    changeFacts(ctx, params.id, body.version, body.facts),
  );
  serve(server, contracts.declareTie, (ctx, { params, body }) => {
    if (!body.isOwn && body.official === '')
      refuse('usulan.hubungan_siapa', 422, 'Isi nama atau jabatan pejabat yang punya hubungan.', {
        fields: { official: 'Isi nama atau jabatan.' },
      });
    return declareTie(ctx, params.id, body);
  });
  serve(server, contracts.acceptUsulan, (ctx, { params, body }) =>
    actAtDesk(ctx, params.id, body.version, { type: 'accept', ...body }),
  );
  serve(server, contracts.askUsulan, (ctx, { params, body }) =>
    actAtDesk(ctx, params.id, body.version, { type: 'ask', ...body }),
  );
  serve(server, contracts.completeUsulan, (ctx, { params, body }) =>
    actAtDesk(ctx, params.id, body.version, { type: 'complete', ...body }),
  );
  serve(server, contracts.returnUsulan, (ctx, { params, body }) =>
    actAtDesk(ctx, params.id, body.version, { type: 'return', ...body }),
  );
  serve(server, contracts.postponeUsulan, (ctx, { params, body }) =>
    actAtDesk(ctx, params.id, body.version, { type: 'postpone', ...body }),
  );
  serve(server, contracts.refuseUsulan, (ctx, { params, body }) =>
    actAtDesk(ctx, params.id, body.version, { type: 'refuse', ...body }),
  );
  serve(server, contracts.approveUsulan, (ctx, { params, body }) =>
    actAtDesk(ctx, params.id, body.version, { type: 'approve', ...body }),
  );
  serve(server, contracts.withdrawUsulan, (ctx, { params, body }) =>
    actAtDesk(ctx, params.id, body.version, { type: 'withdraw', ...body }),
  );
  serve(server, contracts.recordVerval, (ctx, { params, body }) => recordVerval(ctx, params.id, body.version, body));
  serve(server, contracts.renewPin, (ctx, { params }) => renewPin(ctx, params.id));
  serve(server, contracts.askRt, (ctx, { params }) => askRt(ctx, params.id));
  serve(server, contracts.answerRt, (ctx, { params, body }) => answerRt(ctx, params.id, body.answer));
};

const registerEvidence = (server: Server, dataDir: string) => {
  serve(server, contracts.openEvidence, (ctx, { params, body }) => openEvidence(ctx, params.id, body.part));
  serveUpload(
    server,
    contracts.addFile,
    (ctx, { params, query }, bytes) => addEvidence(ctx, dataDir, params.id, { ...query, place: placeOf(query), bytes }),
    MOST_FILE_BYTES,
  );
  serveFile(server, contracts.openFile, (ctx, { params }) => openUsulanFile(ctx, dataDir, params.id, params.fileId));
};

const registerStages = (server: Server) => {
  serve(server, contracts.readStages, (ctx) => readStages(ctx));
  serve(server, contracts.chooseOrder, (ctx, { body }) => chooseOrder(ctx, body));
  serve(server, contracts.setMonthMarks, (ctx, { body }) => setMonthMarks(ctx, body.marks));
};

/** Serves proposals, their queues and evidence, the RT head's page, and the agency's stages. */
export const registerIntake = (server: Server, { dataDir }: { dataDir: string }): Jobs => {
  registerReading(server);
  registerActs(server);
  registerEvidence(server, dataDir);
  registerStages(server);
  return {};
};
