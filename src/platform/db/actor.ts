import type { Capability } from '#kernel/capability.ts';
import type { Zone } from '#kernel/local-date.ts';

/** The database role whose policies apply: bound to areas, office-wide, the import job, or the public portal. */
export type DatabaseRole = 'rukun_area' | 'rukun_wide' | 'rukun_import' | 'rukun_public';

/** Who acts, under which single assignment. Area and clearance always come from that one assignment, never from a mixture. */
export type Actor = {
  agency: string;
  schema: string;
  zone: Zone;
  accountId: string;
  username: string;
  name: string;
  kind: 'staf' | 'rt' | 'psm' | 'mitra' | 'sistem' | 'warga';
  role: string;
  position: string | null;
  bidang: string | null;
  areaId: number;
  clearance: number;
  capabilities: ReadonlySet<Capability>;
  databaseRole: DatabaseRole;
};

export const may = (actor: Actor, capability: Capability): boolean => actor.capabilities.has(capability);
