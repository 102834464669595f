import { type Server, serve, serveFile, serveUpload } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { getDraft, readDraft } from './actions/check-draft.ts';
import { exportForm } from './actions/export-form.ts';
import { importForm, startFromTemplate } from './actions/import-form.ts';
import { dropCase, keepCase } from './actions/keep-case.ts';
import { discardDraft, publishForm, putInUse } from './actions/publish-form.ts';
import { getFormVersion, getVervalForm, readForms } from './actions/read-forms.ts';
import * as contracts from './contract.ts';

const MOST_BYTES = 3_000_000;
const done = { done: true } as const;

export const registerForms = (server: Server): Jobs => {
  serve(server, contracts.listForms, (ctx) => readForms(ctx));
  serveUpload(server, contracts.importForm, (ctx, { query }, bytes) => importForm(ctx, query.name, bytes), MOST_BYTES);
  serve(server, contracts.startFromTemplate, (ctx, { body }) => startFromTemplate(ctx, body.template));
  serve(server, contracts.readDraft, (ctx, { params }) => readDraft(ctx, params.id));
  serve(server, contracts.keepCase, async (ctx, { params, body }) => {
    await keepCase(ctx, params.id, body);
    return done;
  });
  serve(server, contracts.dropCase, async (ctx, { params, body }) => {
    await dropCase(ctx, params.id, body);
    return done;
  });
  serve(server, contracts.publishForm, (ctx, { params, body }) => publishForm(ctx, params.id, body.version));
  serve(server, contracts.discardDraft, async (ctx, { params, body }) => {
    await discardDraft(ctx, params.id, body.version);
    return done;
  });
  serveFile(server, contracts.exportDraft, async (ctx, { params }) =>
    exportForm((await getDraft(ctx, params.id)).definition, 'rancangan'),
  );
  serveFile(server, contracts.exportVersion, async (ctx, { params }) =>
    exportForm((await getFormVersion(ctx, params.formId, params.no)).definition, `v${params.no}`),
  );
  serve(server, contracts.putInUse, async (ctx, { body }) => {
    await putInUse(ctx, body);
    return done;
  });
  serve(server, contracts.readVervalFormInUse, (ctx) => getVervalForm(ctx));
  return {};
};
