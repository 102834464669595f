import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareKode, PROVINSI_CODES, parentOf, parentsOf, parseKodeWilayah } from './kode-wilayah.ts';

test.each([
  ['99', 'provinsi', 'provinsi'],
  ['9901', 'kabupaten_kota', 'kabupaten'],
  ['99.71', 'kabupaten_kota', 'kota'],
  ['990102', 'kecamatan', 'kecamatan'],
  ['99.01.01.1001', 'desa_kelurahan', 'kelurahan'],
  ['9901012003', 'desa_kelurahan', 'desa'],
  ['94.01.01.3001', 'desa_kelurahan', 'desa_adat'],
])('%s is a %s, %s', (raw, tingkat, jenis) => {
  expect(parseKodeWilayah(raw)).toMatchObject({ ok: true, tingkat, jenis });
});

test.each([
  ['', 'kosong'],
  ['999', 'bentuk'],
  ['99.01.01.201', 'bentuk'],
  ['99.AB', 'bentuk'],
  ['00.01', 'bentuk'],
  ['99.70', 'jenis'],
  ['99.00', 'jenis'],
  ['99.01.01.4001', 'jenis'],
])('%s comes back as %s', (raw, code) => {
  expect(parseKodeWilayah(raw)).toMatchObject({ ok: false, code });
});

test('parents run from the provinsi down', () => {
  expect(parentsOf('99.01.02.2001')).toEqual(['99', '99.01', '99.01.02']);
  expect(parentOf('99.01.02.2001')).toBe('99.01.02');
  expect(parentOf('99')).toBeUndefined();
});

test('the 38 provinces, the retired one and the demo province', () => {
  expect(PROVINSI_CODES.size).toBe(40);
});

test('dots never matter: bare and dotted give the same canonical code', () => {
  const two = (min: number, max: number) => fc.integer({ min, max }).map((n) => String(n).padStart(2, '0'));
  const desa = fc.tuple(two(11, 99), two(1, 69), two(1, 99), fc.integer({ min: 1001, max: 3999 }));
  fc.assert(
    fc.property(desa, (parts) => {
      const reading = parseKodeWilayah(parts.join('.'));
      expect(reading).toEqual(parseKodeWilayah(bareKode(parts.join('.'))));
      expect(reading).toMatchObject({ ok: true, value: parts.join('.') });
    }),
  );
});
