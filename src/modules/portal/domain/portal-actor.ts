import type { Zone } from '#kernel/local-date.ts';
import type { Actor } from '#platform/db/actor.ts';

/** The portal's account in every agency (migration 0070): it has no sign-in. */
const PORTAL_ACCOUNT = '01900000-0000-7000-8000-000000007070';

/** The citizen at the portal: no area, no capability; she sees what her receipt opens and nothing else. */
export const portalActor = (agency: { slug: string; schema: string; zone: Zone }): Actor => ({
  agency: agency.slug,
  schema: agency.schema,
  zone: agency.zone,
  accountId: PORTAL_ACCOUNT,
  username: 'portal',
  name: 'Portal warga',
  kind: 'warga',
  role: 'warga',
  position: null,
  bidang: null,
  areaId: 0,
  clearance: 0,
  capabilities: new Set(),
  databaseRole: 'rukun_public',
});
