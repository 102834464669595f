import { readKeyingSearch } from '#modules/deliberation/web/keying-search.ts';
import { readDeskSearch } from '#modules/duplicates/web/desk-search.ts';
import { readProposeSearch, readQueueSearch } from '#modules/intake/web/queue-search.ts';
import { page, textOf } from './page.ts';

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
  page(
    '/musyawarah',
    () => import('#modules/deliberation/web/MeetingsPage.tsx'),
    (raw) => ({ bulan: textOf(raw['bulan']) }),
  ),
  page('/musyawarah/$id', () => import('#modules/deliberation/web/MeetingPage.tsx')),
  page(
    '/musyawarah/$id/putusan',
    () => import('#modules/deliberation/web/DecidePage.tsx'),
    (raw) => ({ baris: textOf(raw['baris']) }),
  ),
  page('/pengesahan', () => import('#modules/deliberation/web/BatchesPage.tsx')),
  page('/pengesahan/$id', () => import('#modules/deliberation/web/BatchPage.tsx')),
  page('/pengetikan', () => import('#modules/deliberation/web/KeyingPage.tsx'), readKeyingSearch),
  page('/sk', () => import('#modules/deliberation/web/DecreesPage.tsx')),
  page('/sk/rantai-paraf', () => import('#modules/deliberation/web/ParafChainsPage.tsx')),
  page('/sk/$id', () => import('#modules/deliberation/web/DecreePage.tsx')),
  page('/laporan', () => import('#modules/reporting/web/RealisationPage.tsx')),
  page('/laporan-harian', () => import('#modules/reporting/web/DailyPage.tsx')),
  page('/anggaran', () => import('#modules/planning/web/BudgetLinesPage.tsx')),
  page('/anggaran/$id', () => import('#modules/planning/web/BudgetLinePage.tsx')),
  page('/program', () => import('#modules/programme/web/ProgrammesPage.tsx')),
  page('/program/$id', () => import('#modules/programme/web/ProgrammePage.tsx')),
  page('/program/$id/simulasi', () => import('#modules/programme/web/SimulationPage.tsx')),
  page('/program/daftar/$id', () => import('#modules/programme/web/ListPage.tsx')),
  page('/program/keluarga/$id', () => import('#modules/programme/web/FamilyPage.tsx')),
  page(
    '/cari',
    () => import('#modules/registry/web/SearchPage.tsx'),
    (raw) => ({ q: textOf(raw['q']) }),
  ),
  page(
    '/orang/$id',
    () => import('#modules/registry/web/PersonPage.tsx'),
    (raw) => ({ tugas: textOf(raw['tugas']) }),
  ),
  page('/keluarga/$id', () => import('#modules/registry/web/FamilyPage.tsx')),
  page('/daftarkan', () => import('#modules/registry/web/RegisterPage.tsx')),
  page(
    '/mutu-data',
    () => import('#modules/registry/web/QualityPage.tsx'),
    (raw) => ({
      temuan: textOf(raw['temuan']),
      desa: textOf(raw['desa']),
    }),
  ),
  page('/kemungkinan-ganda', () => import('#modules/duplicates/web/DeskPage.tsx'), readDeskSearch),
  page('/kemungkinan-ganda/penggabungan', () => import('#modules/duplicates/web/MergesPage.tsx')),
  page('/panduan', () => import('#modules/home/web/GuidePage.tsx')),
] as const;
