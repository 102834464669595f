import { type Server, serve, serveFile, serveUpload } from '#platform/http/serve.ts';
import { keepJuknis, openJuknis, readVersions } from './actions/juknis.ts';
import { readQuotaFile, writeQuotaTemplate } from './actions/quota-file.ts';
import {
  compareScenarios,
  readScenario,
  readScenarios,
  removeScenario,
  renewScenario,
  saveScenario,
} from './actions/scenarios.ts';
import { acceptCase, addCase, changeCase, copyCase, readCases, removeCase } from './actions/test-cases.ts';
import { setTilesFromFile, writeTileTemplate } from './actions/tile-file.ts';
import * as contracts from './contract.ts';
import { TEMPLATES } from './domain/templates.ts';
import { type TermsJson, termsFromJson, termsToJson } from './domain/terms-json.ts';

/** Terms that are tried and not yet anybody's: scenarios, and example families kept with the rules. */
export const serveTrials = (server: Server): void => {
  serve(server, contracts.listScenarios, async (ctx, { params }) => ({ items: await readScenarios(ctx, params.id) }));
  serve(server, contracts.saveScenario, async (ctx, { params, body }) => ({
    id: await saveScenario(ctx, params.id, { ...body, terms: termsFromJson(body.terms as TermsJson) }),
  }));
  serve(server, contracts.getScenario, async (ctx, { params }) => {
    const found = await readScenario(ctx, params.id, params.scenarioId);
    return { ...found, terms: termsToJson(found.terms) };
  });
  serve(server, contracts.renewScenario, async (ctx, { params }) => ({
    id: await renewScenario(ctx, params.id, params.scenarioId),
  }));
  serve(server, contracts.removeScenario, async (ctx, { params }) => {
    await removeScenario(ctx, params.id, params.scenarioId);
    return { id: params.scenarioId };
  });
  serve(server, contracts.compareScenarios, (ctx, { params, query }) => compareScenarios(ctx, params.id, query.ids));
  serve(server, contracts.listCases, (ctx, { params }) => readCases(ctx, params.id));
  serve(server, contracts.addCase, async (ctx, { params, body }) => ({ id: await addCase(ctx, params.id, body) }));
  serve(server, contracts.changeCase, async (ctx, { params, body }) => {
    await changeCase(ctx, params.id, params.caseId, body);
    return { id: params.caseId };
  });
  serve(server, contracts.removeCase, async (ctx, { params }) => {
    await removeCase(ctx, params.id, params.caseId);
    return { id: params.caseId };
  });
  serve(server, contracts.acceptCase, async (ctx, { params, body }) => {
    await acceptCase(ctx, params.id, params.caseId, body);
    return { id: params.caseId };
  });
  serve(server, contracts.copyCase, async (ctx, { params, body }) => {
    const { family, members } = await copyCase(ctx, params.id, body.personId);
    return { family, members: [...members] };
  });
  serve(server, contracts.listTemplates, async () => ({
    items: TEMPLATES.map((template) => ({
      ...template,
      terms: termsToJson(template.terms),
      cases: template.cases.map((one) => ({ ...one, members: [...one.members] })),
    })),
  }));
};

/** Files of a programme: the juknis of each version, quotas and the layout of the tile map from and to Excel. */
export const servePapers = (server: Server, dataDir: string): void => {
  serveUpload(server, contracts.uploadJuknis, (ctx, { params, query }, bytes) =>
    keepJuknis(ctx, dataDir, params.id, query.name, bytes),
  );
  serveFile(server, contracts.openJuknis, (ctx, { params }) => openJuknis(ctx, dataDir, params.id, params.fileId));
  serve(server, contracts.listVersions, async (ctx, { params }) => ({ items: await readVersions(ctx, params.id) }));
  serveUpload(server, contracts.readQuotaFile, (ctx, { params }, bytes) => readQuotaFile(ctx, params.id, bytes));
  serveFile(server, contracts.quotaTemplate, async (ctx, { params }) => ({
    name: 'kuota.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: await writeQuotaTemplate(ctx, params.id),
  }));
  serveUpload(server, contracts.setTiles, (ctx, _, bytes) => setTilesFromFile(ctx, bytes));
  serveFile(server, contracts.tileTemplate, async (ctx) => ({
    name: 'petak.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: await writeTileTemplate(ctx),
  }));
};
