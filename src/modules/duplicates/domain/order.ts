import type { Actor } from '#platform/db/actor.ts';

/** The scan in a job's payload: which run, and who ordered it. */
export type ScanOrder = { runId: string; by: Omit<Actor, 'capabilities' | 'databaseRole'> };

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
