import { type Server, serve, serveFile } from '#platform/http/serve.ts';
import { draftListChange, readListChange } from './actions/change-list.ts';
import { getRun } from './actions/get-programme.ts';
import { LETTERS_PER_FILE, printLetters } from './actions/print-letters.ts';
import * as contracts from './contract.ts';
import { countLetters, findSeal } from './sql/list-lines.ts';
import { publicListsPath } from './sql/public-page.ts';

/** The seal of a list and the letters that carry its lines. `baseUrl` is the address people reach the installation at. */
export const serveLetters = (server: Server, baseUrl: string): void => {
  serve(server, contracts.getSeal, async (ctx, { params }) => {
    await getRun(ctx, params.id);
    return {
      seal: (await findSeal(ctx, params.id)) ?? null,
      publicPage: await publicListsPath(ctx),
      perFile: LETTERS_PER_FILE,
      desa: await countLetters(ctx, params.id),
    };
  });
  serveFile(server, contracts.printLetters, async (ctx, { params, query }) => ({
    name: `surat-${query.areaId}-${query.part}.pdf`,
    mediaType: 'application/pdf',
    body: await printLetters(ctx, params.id, { ...query, baseUrl }),
  }));
};

/** Changes of a list in force: who leaves, who of the reserve joins, and the decree that does it. */
export const serveListChanges = (server: Server): void => {
  serve(server, contracts.readListChange, (ctx, { params }) => readListChange(ctx, params.id));
  serve(server, contracts.draftListChange, async (ctx, { params, body }) => ({
    id: await draftListChange(ctx, params.id, body.families),
  }));
};
