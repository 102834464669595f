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
] as const;
