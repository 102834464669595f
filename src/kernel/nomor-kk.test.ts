import { expect, test } from 'vitest';
import { parseNomorKk } from './nomor-kk.ts';

test('a KK number gives its kecamatan of issue', () => {
  expect(parseNomorKk(' 9901 0214 0309 0012')).toEqual({
    ok: true,
    value: '9901021403090012',
    kecamatan: '99.01.02',
    isDemo: true,
    warnings: [],
  });
});

test.each([
  ['', 'kosong'],
  ['990102140309001', 'panjang'],
  ['9,90102E+15', 'rusak_excel'],
  ['9901021403090000', 'urut_nol'],
  ['8888888888888888', 'angka_sama_semua'],
  ['2001021403090012', 'provinsi_tidak_dikenal'],
  ['99010214030900AB', 'bukan_angka'],
])('%s is refused: %s', (raw, code) => {
  const reading = parseNomorKk(raw);
  expect(reading.ok).toBe(false);
  if (!reading.ok) {
    expect(reading.errors.map((error) => error.code)).toContain(code);
    expect(reading.errors[0]?.sentence).toMatch(/^.*Nomor KK.*\.$/);
  }
});

test('an odd date of issue or an unknown prefix is a warning only: the number stays with a head who moves', () => {
  expect(parseNomorKk('9901024203090012')).toMatchObject({ ok: true, warnings: [{ code: 'tanggal_terbit_aneh' }] });
  expect(parseNomorKk('3171021403090012', { isKnownKecamatan: () => false })).toMatchObject({
    ok: true,
    isDemo: false,
    warnings: [{ code: 'kecamatan_tidak_dikenal' }],
  });
  expect(parseNomorKk('9901021403092000')).toMatchObject({ ok: true, warnings: [{ code: 'mungkin_dibulatkan' }] });
});
