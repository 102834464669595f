import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import type { Place } from '../domain/compute.ts';
import type { DecisionKind } from './decisions.ts';

export type RunDecision = {
  familyId: string;
  kind: DecisionKind;
  code: string;
  reason: string;
  by: string;
  at: Date;
  second: string | null;
  place: Place;
};

/**
 * Decisions of officers that counted when this list was computed: made before it, not withdrawn by then, a manual addition with its
 * second person; and where each family stands by it. Only families in sight.
 */
export const listRunDecisions = async (ctx: Context, runId: string): Promise<RunDecision[]> => {
  const { rows } = await sql<RunDecision>`
    select d.family_id as "familyId", d.kind, d.code, d.reason, a.display_name as by, d.at, s.display_name as second, r.place
    from selection_run n join programme_version v on v.id = n.version_id
    join programme_decision d on d.programme_id = v.programme_id and d.at <= n.created_at
      and (d.withdrawn_at is null or d.withdrawn_at > n.created_at)
      and (d.kind <> 'tambahkan' or d.second_at <= n.created_at)
    join selection_row r on r.run_id = n.id and r.family_id = d.family_id
    join account a on a.id = d.by_account
    left join account s on s.id = d.second_by
    where n.id = ${runId} order by d.kind desc, d.at, d.family_id`.execute(ctx.tx);
  return rows;
};
