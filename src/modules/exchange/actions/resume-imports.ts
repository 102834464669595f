import { uuid7 } from '#kernel/uuid7.ts';
import { type Platform, withActor } from '#platform/db/context.ts';
import { jobActor, type OrderedBy } from '../domain/order.ts';
import { listAgencies } from '../sql/agencies.ts';
import { listUnfinished } from '../sql/files.ts';
import { JOB_OF, stageOfState } from './order-stage.ts';

const SYSTEM: Omit<OrderedBy, 'agency' | 'schema' | 'zone'> = {
  accountId: '00000000-0000-0000-0000-000000000000',
  username: 'sistem',
  name: 'Sistem',
  role: 'sistem',
  position: null,
  areaId: 0,
  clearance: 0,
};

/** When the server starts: orders again what was at work when it went down. An import whose job is still there is ordered once all the same. */
export const resumeImports = async (platform: Platform): Promise<number> => {
  let resumed = 0;
  for (const { slug, schema } of await listAgencies(platform.db)) {
    const actor = jobActor({ ...SYSTEM, agency: slug, schema, zone: 'WIB' });
    resumed += await withActor(platform, actor, { requestId: `lanjut-${uuid7()}` }, async (ctx) => {
      const unfinished = await listUnfinished(ctx);
      for (const { id, state, orderedBy } of unfinished) {
        const stage = stageOfState(state);
        if (stage === undefined || orderedBy === null) continue;
        await ctx.enqueue(JOB_OF[stage], { importId: id, by: orderedBy }, `exchange.${id}`);
        await ctx.record({ event: 'import.resumed', subjectKind: 'import', subjectId: id, after: { state } });
      }
      return unfinished.length;
    });
  }
  return resumed;
};
