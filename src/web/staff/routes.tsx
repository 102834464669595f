import { readProposeSearch, readQueueSearch } from '#modules/intake/web/queue-search.ts';
import { page } from './page.ts';

/** Every page of the staff app, one line each: path, and the file that exports `Page`. */
export const pages = [
  page('/', () => import('./home/HomePage.tsx')),
  page('/kode-kedua', () => import('./sign-in/SecondFactorPage.tsx')),
  page('/akun', () => import('#modules/identity/web/AccountsPage.tsx')),
  page('/jabatan', () => import('#modules/identity/web/PositionsPage.tsx')),
  page('/peran', () => import('#modules/identity/web/RolesPage.tsx')),
  page('/sesi-saya', () => import('#modules/identity/web/OwnSessionsPage.tsx')),
  page('/jejak-audit', () => import('#modules/oversight/web/AuditPage.tsx')),
  page('/kasus', () => import('#modules/casework/web/CasesPage.tsx')),
  page('/kasus/$id', () => import('#modules/casework/web/CasePage.tsx')),
  page('/bulan-ini', () => import('#modules/intake/web/MonthPage.tsx')),
  page('/usulan', () => import('#modules/intake/web/QueuePage.tsx'), readQueueSearch),
  page('/usulan/$id/verval', () => import('#modules/intake/web/VervalPage.tsx')),
  page('/usulkan', () => import('#modules/intake/web/ProposePage.tsx'), readProposeSearch),
  page('/rt', () => import('#modules/intake/web/RtPage.tsx')),
  page('/tahap', () => import('#modules/intake/web/StagesPage.tsx')),
  page('/serah-terima', () => import('#modules/distribution/web/HandoverDeskPage.tsx')),
  page('/kejadian', () => import('#modules/distribution/web/IncidentsPage.tsx')),
] as const;
