import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeScene, type Scene } from '../factories/scene.ts';
import { findAxeFaults, sidewaysPixels, VIEWPORTS } from '../support/browser.ts';
import { type LiveApp, startLiveApp } from '../support/live-app.ts';

/** Every page with people and papers on it, as somebody who may open it: axe finds nothing, nothing scrolls sideways, nothing throws. */
let live: LiveApp;
let scene: Scene;

beforeAll(async () => {
  live = await startLiveApp();
  scene = await makeScene(live);
});
afterAll(() => live.close());
beforeEach(() => {
  live.faults.length = 0;
});

type Visit = { route: string; as: string; at?: (scene: Scene) => string; shows?: RegExp };

const VISITS: readonly Visit[] = [
  { route: '/', as: 'verifikator' },
  { route: '/', as: 'kadis' },
  { route: '/', as: 'salur' },
  { route: '/kode-kedua', as: 'kabid' },
  { route: '/akun', as: 'admin', shows: /Pak Darto/ },
  { route: '/jabatan', as: 'admin', shows: /Kepala Dinas Sosial/ },
  { route: '/peran', as: 'admin', shows: /Ketua RT/ },
  { route: '/sesi-saya', as: 'kabid' },
  { route: '/jejak-audit', as: 'auditor', shows: /perencana/ },
  { route: '/perubahan-wilayah', as: 'admin' },
  { route: '/permintaan-warga', as: 'sekretaris' },
  { route: '/insiden-data', as: 'kadis' },
  { route: '/kasus', as: 'peksos', shows: /Melati/ },
  { route: '/kasus/$id', as: 'peksos', at: (s) => `/kasus/${s.caseId}`, shows: /Melati/ },
  { route: '/bulan-ini', as: 'operator.karangasri' },
  {
    route: '/usulan',
    as: 'operator.karangasri',
    at: (s) => `/usulan?stage=periksa&id=${s.usulanId}`,
    shows: /Sarinem/,
  },
  {
    route: '/usulan',
    as: 'verifikator',
    at: (s) => `/usulan?stage=verifikasi&id=${s.deskId}`,
    shows: /Siti Rahmawati/,
  },
  {
    route: '/usulan/$id/verval',
    as: 'operator.karangasri',
    at: (s) => `/usulan/${s.visitId}/verval`,
    shows: /Ngatinah/,
  },
  { route: '/sanggahan', as: 'operator.karangasri', shows: /Ngatinah/ },
  { route: '/sanggahan/$id', as: 'operator.karangasri', at: (s) => `/sanggahan/${s.objectionId}`, shows: /Ngatinah/ },
  { route: '/usulkan', as: 'loket' },
  { route: '/usulkan', as: 'rt.karangasri' },
  { route: '/rt', as: 'rt.karangasri', shows: /Sarinem/ },
  { route: '/tahap', as: 'admin' },
  { route: '/formulir', as: 'admin', shows: /Sembilan kriteria/ },
  { route: '/formulir/$id', as: 'admin', at: (s) => `/formulir/${s.formDraftId}`, shows: /Lantai terluas/ },
  { route: '/uji-petik', as: 'kabid', shows: /Karang Asri/ },
  { route: '/uji-petik/$id', as: 'kabid', at: (s) => `/uji-petik/${s.recheckId}` },
  { route: '/serah-terima', as: 'salur', shows: /Mbah Surip/ },
  { route: '/kejadian', as: 'kabid', shows: /Mbah Kirno/ },
  { route: '/musyawarah', as: 'operator.karangasri', shows: /Karang Asri/ },
  { route: '/musyawarah/syarat', as: 'admin', shows: /Babinsa/ },
  { route: '/musyawarah/$id', as: 'operator.karangasri', at: (s) => `/musyawarah/${s.openId}`, shows: /Sumarni/ },
  { route: '/musyawarah/$id', as: 'verifikator', at: (s) => `/musyawarah/${s.doneId}`, shows: /Marsinah/ },
  {
    route: '/musyawarah/$id/putusan',
    as: 'operator.karangasri',
    at: (s) => `/musyawarah/${s.openId}/putusan`,
    shows: /Legiyem/,
  },
  { route: '/pengesahan', as: 'verifikator', shows: /400\.9\/12\/2026/ },
  { route: '/pengesahan/$id', as: 'verifikator', at: (s) => `/pengesahan/${s.batchId}`, shows: /Tukiyem/ },
  { route: '/pengesahan/$id', as: 'verifikator', at: (s) => `/pengesahan/${s.openBatchId}`, shows: /Painem/ },
  { route: '/pengetikan', as: 'operator.karangasri', shows: /Suparmi|Tukiyem|Wiji/ },
  { route: '/sk', as: 'sekretaris', shows: /Permakanan/ },
  { route: '/sk/rantai-paraf', as: 'admin', shows: /Sekretaris/ },
  { route: '/sk/$id', as: 'kabid', at: (s) => `/sk/${s.decreeId}`, shows: /Permakanan/ },
  { route: '/sk/$id', as: 'kadis', at: (s) => `/sk/${s.ratifiedDecreeId}`, shows: /400\.9\/12\/2026/ },
  { route: '/laporan', as: 'kadis', shows: /1 dari 3 penerima/ },
  { route: '/laporan-harian', as: 'kadis' },
  { route: '/anggaran', as: 'perencana', shows: /permakanan/i },
  { route: '/anggaran/$id', as: 'perencana', at: (s) => `/anggaran/${s.lineId}`, shows: /Buku|pagu/i },
  { route: '/program', as: 'kabid', shows: /Permakanan lansia/ },
  { route: '/program/kebutuhan', as: 'kadis' },
  { route: '/program/verifikasi', as: 'kabid' },
  { route: '/program/$id', as: 'kabid', at: (s) => `/program/${s.programmeId}`, shows: /Permakanan lansia/ },
  {
    route: '/program/$id/simulasi',
    as: 'kabid',
    at: (s) => `/program/${s.programmeId}/simulasi`,
    shows: /Garis batas/,
  },
  {
    route: '/program/$id/contoh',
    as: 'kabid',
    at: (s) => `/program/${s.programmeId}/contoh`,
    shows: /Contoh yang disimpan/,
  },
  {
    route: '/program/$id/skenario',
    as: 'kabid',
    at: (s) => `/program/${s.programmeId}/skenario`,
    shows: /Skenario tersimpan/,
  },
  { route: '/program/daftar/$id', as: 'kabid', at: (s) => `/program/daftar/${s.runId}`, shows: /LANSIA/ },
  { route: '/program/keluarga/$id', as: 'kabid', at: (s) => `/program/keluarga/${s.familyInRunId}`, shows: /LANSIA/ },
  { route: '/cari', as: 'loket', at: () => '/cari?q=Ngatinah', shows: /Ngatinah/ },
  { route: '/orang/$id', as: 'verifikator', at: (s) => `/orang/${s.personId}?tugas=usulan:${s.visitId}` },
  { route: '/keluarga/$id', as: 'verifikator', at: (s) => `/keluarga/${s.familyId}` },
  { route: '/daftarkan', as: 'loket' },
  { route: '/mutu-data', as: 'verifikator' },
  { route: '/impor', as: 'verifikator', shows: /contoh\.csv/ },
  { route: '/perubahan', as: 'verifikator' },
  { route: '/exclude', as: 'operator.karangasri', shows: /Tanda exclude/ },
  { route: '/impor/$id', as: 'verifikator', at: (s) => `/impor/${s.importId}`, shows: /contoh\.csv/ },
  {
    route: '/kemungkinan-ganda',
    as: 'verifikator',
    at: (s) => `/kemungkinan-ganda?id=${s.pairId}`,
    shows: /Tumirah Wongsodikromo/,
  },
  { route: '/kemungkinan-ganda/penggabungan', as: 'verifikator' },
  {
    route: '/kemungkinan-ganda/keluarga',
    as: 'verifikator',
    at: (s) => `/kemungkinan-ganda/keluarga?a=${s.familyId}`,
    shows: /Simpan susunan/,
  },
  { route: '/kemungkinan-ganda/kesepakatan', as: 'kabid', shows: /Belum cukup/ },
  { route: '/kemungkinan-ganda/bacaan-kedua', as: 'kabid', shows: /Tidak ada yang menunggu/ },
  { route: '/kemungkinan-ganda/bantuan-ganda', as: 'verifikator', shows: /sejenis/ },
  { route: '/surat', as: 'verifikator', shows: /menunggu|Menunggu/ },
  { route: '/surat/baru', as: 'loket', shows: /Surat keterangan DTSEN/ },
  { route: '/surat/jenis', as: 'admin', shows: /reaktivasi PBI-JK/ },
  { route: '/surat/$id', as: 'verifikator', at: (s) => `/surat/${s.letterId}`, shows: /Ngatinah/ },
  { route: '/pesan', as: 'kabid', shows: /Belum ada pesan/ },
  { route: '/pesan/hp', as: 'loket', shows: /Tidak ada yang menunggu dikirim/ },
  { route: '/pesan/templat', as: 'admin', shows: /ada kabar/ },
  { route: '/pesan-keluar', as: 'admin', shows: /Surel belum diaktifkan/ },
  { route: '/panduan', as: 'kabid' },
];

const PAGES = readFileSync(new URL('../../src/web/staff/routes.tsx', import.meta.url), 'utf8');

test('no page is left out', () => {
  const paths = [...PAGES.matchAll(/page\(\s*'([^']+)'/g)].map(([, path]) => path);
  const visited = new Set(VISITS.map(({ route }) => route));
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter((path) => path !== undefined && !visited.has(path))).toEqual([]);
});

const settled = async (page: Page) => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
};

test.each(VISITS)('$route as $as', async ({ route, as, at, shows }) => {
  const page = await live.person(as);
  await page.setViewportSize(VIEWPORTS.office);
  await page.goto(`/kantor${at?.(scene) ?? route}`);
  await settled(page);
  if (shows) await page.getByText(shows).first().waitFor();
  const sideways: Record<string, number> = {};
  const axe: Record<string, string[]> = {};
  for (const size of ['office', 'zoomed', 'phone'] as const) {
    await page.setViewportSize(VIEWPORTS[size]);
    sideways[size] = await sidewaysPixels(page);
    if (size !== 'zoomed') axe[size] = await findAxeFaults(page);
  }
  expect(await page.getByRole('alert').allTextContents()).toEqual([]);
  expect(sideways).toEqual({ office: 0, zoomed: 0, phone: 0 });
  expect(axe).toEqual({ office: [], phone: [] });
  expect(live.faults).toEqual([]);
});
