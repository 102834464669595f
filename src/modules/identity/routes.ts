import { CAPABILITIES } from '#kernel/capability.ts';
import { refuse } from '#kernel/refusal.ts';
import { type Server, serve } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { appointHolder } from './actions/appoint-holder.ts';
import {
  addAssignment,
  closeAccount,
  createAccount,
  endAssignment,
  listAccounts,
  releaseLock,
  resetPassword,
} from './actions/manage-accounts.ts';
import * as contracts from './contract.ts';
import { ROLES } from './domain/roles.ts';
import { endOwnSessionRow, listOwnSessionRows } from './sql/accounts.ts';
import { addPositionRow, listHolderRows, listPositionRows } from './sql/positions.ts';

const both = ([id, en]: readonly [string, string]) => ({ id, en });

export const registerIdentity = (server: Server): Jobs => {
  serve(server, contracts.listRoles, async () => ({
    roles: ROLES.map((role) => ({ ...role, name: both(role.name), capabilities: [...role.capabilities] })),
    capabilities: Object.entries(CAPABILITIES).map(([id, name]) => ({ id, name: both(name) })),
  }));
  serve(server, contracts.listAccounts, (ctx, { query }) => listAccounts(ctx, query.q));
  serve(server, contracts.createAccount, (ctx, { body }) => createAccount(ctx, body));
  serve(server, contracts.addAssignment, (ctx, { params, body }) => addAssignment(ctx, params.id, body));
  serve(server, contracts.endAssignment, (ctx, { params }) => endAssignment(ctx, params.id, params.assignmentId));
  serve(server, contracts.closeAccount, (ctx, { params, body }) => closeAccount(ctx, params.id, body));
  serve(server, contracts.resetPassword, (ctx, { params, body }) => resetPassword(ctx, params.id, body.reason));
  serve(server, contracts.releaseLock, (ctx, { params, body }) => releaseLock(ctx, params.id, body.reason));
  serve(server, contracts.listPositions, async (ctx) => {
    const holders = await listHolderRows(ctx);
    const positions = await listPositionRows(ctx);
    return {
      items: positions.map((position) => ({
        ...position,
        holders: holders
          .filter((holder) => holder.positionId === position.id)
          .map(({ positionId: _position, ...holder }) => holder),
      })),
    };
  });
  serve(server, contracts.createPosition, async (ctx, { body }) => {
    const positionId = await addPositionRow(ctx, body);
    await ctx.record({
      event: 'position.created',
      subjectKind: 'position',
      subjectId: positionId,
      after: { name: body.name },
    });
    return { positionId };
  });
  serve(server, contracts.appointHolder, (ctx, { params, body }) => appointHolder(ctx, params.id, body));
  serve(server, contracts.listOwnSessions, async (ctx) => ({ items: await listOwnSessionRows(ctx) }));
  serve(server, contracts.endOwnSession, async (ctx, { params }) => {
    if (!(await endOwnSessionRow(ctx, params.id)))
      refuse('sesi.tidak_ada', 404, 'Sesi itu tidak ada atau sudah berakhir.');
    await ctx.record({ event: 'session.ended', subjectKind: 'account', subjectId: ctx.actor.accountId });
    return { ended: true as const };
  });
  return {};
};
