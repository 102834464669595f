import { expect, test } from 'vitest';
import { known, unknown } from '#kernel/fact.ts';
import { NINE_CRITERIA_FIELDS, type TargetingFamily } from '#modules/registry/index.ts';
import { rowSources } from './row-sources.ts';

const [first, second] = NINE_CRITERIA_FIELDS as readonly [string, string, ...string[]];
const held = (source: 'verval' | 'usulan', observedOn: string, isOld = false) => ({
  fact: isOld ? unknown('usang') : known(true),
  last: true,
  observedOn,
  source,
  staleOn: null,
  setId: 's',
});
const family: TargetingFamily = {
  id: 'f',
  areaId: 1,
  desaId: 1,
  kecId: null,
  desil: { value: 2, period: '2026-04' },
  localScore: null,
  facts: { [first]: held('verval', '2026-07-01'), [second]: held('usulan', '2024-07-15', true) },
  members: [
    {
      id: 'm',
      shdk: 1,
      sex: 'P',
      birthOn: '1950-01-01',
      birthPrecision: 'hari',
      occupationCode: 1,
      life: 'hidup',
      facts: { disabilitas: held('usulan', '2026-07-15') },
    },
  ],
};
const of = (expr: string) => rowSources(expr, family, '2026-07-15');

test.each([
  ['desil <= 4', ['DTSEN periode 2026-04']],
  [first, ['Verval lapangan, 1 Juli 2026 (14 hari lalu)']],
  [second, ['Usulan, 15 Juli 2024 (24 bulan lalu), sudah usang']],
  [NINE_CRITERIA_FIELDS[2]!, ['Belum pernah ditanyakan']],
  ['kriteria_sedikitnya >= 3', ['Verval lapangan, 1 Juli 2026 (14 hari lalu)']],
  ['ada anggota dengan (umur >= 60)', ['Register anggota, hari ini']],
  ['ada anggota dengan (disabilitas)', ['Usulan, 15 Juli 2026 (hari ini)']],
  ['menerima_pkh', ['Berkas SIKS-NG, periode terakhir']],
  ['jumlah_anggota >= 1', ['Register keluarga, hari ini']],
  ['tidak benar (', []],
])('%s: source and age', (expr, texts) => {
  expect(of(expr)).toEqual(texts);
});

test('a family the centre has given no rank says so', () => {
  expect(rowSources('desil <= 4', { ...family, desil: null }, '2026-07-15')).toEqual(['DTSEN: belum ada']);
});
