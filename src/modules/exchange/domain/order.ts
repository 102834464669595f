import type { Zone } from '#kernel/local-date.ts';
import type { Actor } from '#platform/db/actor.ts';

/** Who ordered a job, as the job acts for her: her name stands in the audit, her clearance bounds what it sees. */
export type OrderedBy = {
  agency: string;
  schema: string;
  zone: Zone;
  accountId: string;
  username: string;
  name: string;
  role: string;
  position: string | null;
  areaId: number;
  clearance: number;
};
export type JobOrder = { importId: string; by: OrderedBy };

export const orderedBy = ({
  agency,
  schema,
  zone,
  accountId,
  username,
  name,
  role,
  position,
  areaId,
  clearance,
}: Actor): OrderedBy => ({
  agency,
  schema,
  zone,
  accountId,
  username,
  name,
  role,
  position,
  areaId,
  clearance,
});

/** The actor of an import's job: she who ordered it, under the database role that may write the centre's products. */
export const jobActor = (by: OrderedBy): Actor => ({
  ...by,
  kind: 'staf',
  bidang: null,
  capabilities: new Set(),
  databaseRole: 'rukun_import',
});

/** The order in a job's payload, which is JSON. */
export const orderOf = (payload: Record<string, unknown>): JobOrder => payload as unknown as JobOrder;
