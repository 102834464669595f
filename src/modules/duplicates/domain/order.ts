import type { Actor } from '#platform/db/actor.ts';
import type { OnlinePlace } from './online-state.ts';

/** The scan in a job's payload: which run, and who ordered it. */
export type ScanOrder = { runId: string; by: Omit<Actor, 'capabilities' | 'databaseRole'> };

/** The comparison of somebody just registered, in a job's payload: who, in which agency, and the area of who registered her. */
export type CompareOrder = { personId: string; areaId: number; place: OnlinePlace };

export const orderedBy = ({ capabilities: _, databaseRole: __, ...by }: Actor): ScanOrder['by'] => by;

/** People who need protection are never compared by a job: their cases are their team's. */
const MOST_CLEARANCE = 1;

/** The actor of a scan: she who ordered it, over the whole agency, below every protection. */
export const scanActor = (by: ScanOrder['by']): Actor => ({
  ...by,
  clearance: Math.min(by.clearance, MOST_CLEARANCE),
  capabilities: new Set(),
  databaseRole: 'rukun_import',
});

/** The order in a job's payload, which is JSON. */
export const orderOf = (payload: Record<string, unknown>): ScanOrder => payload as unknown as ScanOrder;
export const compareOrderOf = (payload: Record<string, unknown>): CompareOrder => payload as unknown as CompareOrder;
