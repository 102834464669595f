import { expect, test } from 'vitest';
import {
  judgeNik,
  judgeNomorKk,
  judgeOther,
  maskNumber,
  problemSentences,
  stateShown,
  TAKEN_ELSEWHERE,
  TAKEN_HERE,
} from './identifiers.ts';

const around = { birthOn: null, sex: null, today: '2026-07-15', isDemo: true, isKnownKecamatan: () => true };

test.each([
  ['9901014708540003', 'nik', 'aktif', null],
  ['9901 0147-0854.0003', 'nik', 'aktif', null],
  ['3,67101E+15', 'nik', 'klaim', 'tidak_sah:rusak_excel'],
  ['123', 'nik', 'klaim', 'tidak_sah:panjang'],
  ['9901014708540000', 'nik', 'klaim', 'tidak_sah:urut_nol'],
  ['0990101200300017', 'nik_desa', 'aktif', null],
] as const)('a NIK typed as %s becomes %s %s (%s)', (raw, kind, state, problem) => {
  expect(judgeNik(raw, around)).toMatchObject({ kind, state, problem });
});

test('nothing typed is nothing, and is not a wrong number', () => {
  for (const raw of ['', '  ', '-', '0']) expect(judgeNik(raw, around)).toBeUndefined();
  expect(judgeNomorKk('-', around)).toBeUndefined();
  expect(judgeOther('bpjs', ' ')).toBeUndefined();
});

test('province 99 is for demo agencies: elsewhere its numbers are claims', () => {
  expect(judgeNik('9901014708540003', { ...around, isDemo: false })).toMatchObject({
    state: 'klaim',
    problem: 'tidak_sah:provinsi_contoh',
  });
  expect(judgeNomorKk('9901010105200001', { ...around, isDemo: false })).toMatchObject({ state: 'klaim' });
});

test('what disagrees is taken with a warning', () => {
  const judged = judgeNik('9901014708540003', {
    ...around,
    sex: 'L',
    birthOn: '1955-08-07',
    isKnownKecamatan: () => false,
  });
  expect(judged).toMatchObject({
    state: 'aktif',
    problem: 'peringatan:jenis_kelamin_beda,tanggal_lahir_beda,kecamatan_tidak_dikenal',
  });
  expect(problemSentences(judged?.problem ?? null)).toHaveLength(3);
});

test('a claim without a fault looks like any other number: its holder is protected', () => {
  expect(stateShown('klaim', null)).toBe(stateShown('aktif', null));
  expect(stateShown('klaim', 'peringatan:tanggal_lahir_beda')).toBe('tercatat');
  for (const problem of [TAKEN_HERE, TAKEN_ELSEWHERE, 'tidak_sah:panjang'])
    expect(stateShown('klaim', problem)).toBe('klaim');
});

test('a masked number never shows its middle, nor the whole of a short one', () => {
  expect(maskNumber('9901014708540003')).toBe('9901••••••••0003');
  expect(maskNumber('123')).toBe('••••');
  expect(maskNumber('0001234567890')).toBe('••••7890');
});
