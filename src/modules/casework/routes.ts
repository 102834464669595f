import { type Server, serve } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { breakGlass, grantAccess, revokeAccess } from './actions/case-access.ts';
import { openCase } from './actions/open-case.ts';
import { protectByCase } from './actions/protect-person.ts';
import { getCase, readCase } from './actions/read-case.ts';
import * as contracts from './contract.ts';
import { sealNote } from './domain/sealed-note.ts';
import { addCaseNoteRow, listCaseRows } from './sql/cases.ts';

/** @param secret the installation's case secret, 32 bytes, kept in a file of its own */
export const registerCasework = (server: Server, secret: Buffer): Jobs => {
  serve(server, contracts.listCases, async (ctx) => ({
    items: (await listCaseRows(ctx)).map(({ opened_at, ...row }) => ({ ...row, openedAt: opened_at })),
  }));
  serve(server, contracts.openCase, (ctx, { body }) => openCase(ctx, body));
  serve(server, contracts.breakGlass, (ctx, { body }) => breakGlass(ctx, body));
  serve(server, contracts.getCase, (ctx, { params }) => readCase(ctx, params.id, secret));
  serve(server, contracts.addCasePerson, (ctx, { params, body }) => protectByCase(ctx, params.id, body));
  serve(server, contracts.addCaseNote, async (ctx, { params, body }) => {
    const row = await getCase(ctx, params.id);
    const noteId = await addCaseNoteRow(ctx, params.id, sealNote(secret, params.id, body.text));
    await ctx.record({
      event: 'case.note_added',
      subjectKind: 'case',
      subjectId: params.id,
      level: Math.max(row.level, 2),
      after: { noteId },
    });
    return { noteId };
  });
  serve(server, contracts.grantCaseAccess, (ctx, { params, body }) => grantAccess(ctx, params.id, body));
  serve(server, contracts.revokeCaseAccess, (ctx, { params }) => revokeAccess(ctx, params.id, params.accessId));
  return {};
};
