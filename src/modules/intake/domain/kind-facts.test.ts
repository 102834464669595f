import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KIND_FACTS, readFacts } from './kind-facts.ts';
import { KINDS, type Kind, keysOf } from './kinds.ts';

const TODAY = '2026-07-15';
const keys = (kind: Kind, given: Record<string, string>) => readFacts(kind, given, TODAY).faults.map(({ key }) => key);

test('each kind asks for its own facts and says which are missing', () => {
  expect(keys('baru', {})).toEqual([]);
  expect(keys('perubahan', {})).toEqual(['nama']);
  expect(keys('perubahan', { telepon: '0812' })).toEqual([]);
  expect(keys('tambah_anggota', {})).toEqual(['nomorKk', 'shdk', 'sebab', 'sejak']);
  expect(keys('gabung_kk', { nomorKk: '99010120', shdk: '4', sejak: '2026-07-01' })).toEqual(['nomorKk']);
  expect(keys('pindah_keluar', { siapa: 'semua', sejak: '2026-07-16' })).toEqual(['siapa', 'sejak']);
  expect(keys('pindah_masuk', { asal: 'Larasati', alamat: 'Jalan Melati 3', sejak: '2026-02-30' })).toEqual(['sejak']);
  expect(keys('reaktivasi_pbi', { faskes: 'RSUD', nomorSurat: '12', mendesak: 'ya' })).toEqual(['tanggalSurat']);
  expect(keys('pengaduan', { tentang: 'petugas' })).toEqual([]);
});

test('a death: a rumour needs nothing but the word for it, a proof its day and number', () => {
  expect(keys('meninggal', { bukti: 'belum_ada' })).toEqual([]);
  expect(keys('meninggal', { bukti: 'akta_kematian' })).toEqual(['pada', 'nomorBukti']);
  expect(keys('meninggal', { bukti: 'akta_kematian', pada: '2026-07-14', nomorBukti: '12/2026' })).toEqual([]);
});

test('whatever is typed, what is kept are the kind’s own keys, and what is empty stays unknown', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...keysOf(KINDS)),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('nama', 'sejak', 'nomorKk', 'bukti')), fc.string()),
      (kind, given) => {
        const { facts } = readFacts(kind, given, TODAY);
        const known = KIND_FACTS[kind].map(({ key }) => key);
        return Object.entries(facts).every(([key, value]) => known.includes(key) && value.trim() !== '');
      },
    ),
  );
});
