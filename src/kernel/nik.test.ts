import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOf } from './local-date.ts';
import { formatNik, maskNik, type NikContext, parseNik, parseNomorSementara } from './nik.ts';
import { isColumnRounded } from './sixteen-digits.ts';

const errorsOf = (raw: string): string[] => {
  const reading = parseNik(raw);
  return reading.ok ? [] : reading.errors.map(({ code }) => code);
};
const warningsOf = (raw: string, context: NikContext = {}): string[] => {
  const reading = parseNik(raw, context);
  return reading.ok ? reading.warnings.map(({ code }) => code) : ['not read'];
};

test('a woman of day 47 was born on the 7th', () => {
  expect(parseNik('9901014708540003')).toMatchObject({
    ok: true,
    value: '9901014708540003',
    provinsi: '99',
    kabupaten: '99.01',
    kecamatan: '99.01.01',
    birthDay: 7,
    birthMonth: 8,
    yy: 54,
    sexFromNik: 'P',
    serial: 3,
    isDemo: true,
    warnings: [],
  });
});

test.each(["'9901014708540003", ' 9901 0147 0854 0003 ', '99.01.01.470854.0003', '9901014708540003.0'])(
  'reads %s',
  (raw) => {
    expect(parseNik(raw)).toMatchObject({ ok: true, value: '9901014708540003' });
  },
);

test.each([
  ['', 'kosong'],
  ['-', 'kosong'],
  ['0', 'kosong'],
  ['0000000000000000', 'kosong'],
  ['990101470854003', 'panjang'],
  ['99010147085400031', 'panjang'],
  ['99010147O8540003', 'bukan_angka'],
  ['٩٩٠١٠١٤٧٠٨٥٤٠٠٠٣', 'bukan_angka'],
  ['3,67101E+15', 'rusak_excel'],
  ['3.67101470854E+15', 'rusak_excel'],
  ['9901010000000000', 'rusak_excel'],
  ['9901014708540000', 'urut_nol'],
  ['9999999999999999', 'angka_sama_semua'],
  ['2201014708540003', 'provinsi_tidak_dikenal'],
  ['9901013208540003', 'tanggal_salah'],
  ['9901014008540003', 'tanggal_salah'],
  ['9901017208540003', 'tanggal_salah'],
  ['9901010008540003', 'tanggal_salah'],
  ['9901014713540003', 'bulan_salah'],
  ['9901017102540003', 'tanggal_tidak_ada'],
  ['9901012902990003', 'tanggal_tidak_ada'],
  ['0990101200300017', 'nomor_sementara_desa'],
])('%s is refused: %s', (raw, code) => {
  expect(errorsOf(raw)).toContain(code);
});

test('29 February of year 00 is real in 2000', () => {
  expect(parseNik('9901012902000001').ok).toBe(true);
});

test('a village number gives its desa and is no NIK', () => {
  expect(parseNomorSementara('0990101200300017')).toEqual({ desa: '99.01.01.2003', sequence: 17 });
  expect(parseNomorSementara('0990101900300017')).toBeUndefined();
  expect(parseNomorSementara('9901014708540003')).toBeUndefined();
});

test('what is recorded otherwise is a warning, never an error', () => {
  const context = { birthOn: '1954-08-08', sex: 'L', residence: '99.01.02.2001', on: '2026-08-06' } as const;
  expect(warningsOf('9901014708540003', context)).toEqual([
    'jenis_kelamin_beda',
    'tanggal_lahir_beda',
    'beda_dari_domisili',
  ]);
  expect(warningsOf('9901014708540003', { birthOn: '1854-08-07', on: '2026-08-06' })).toEqual(['usia_lebih_110']);
  expect(warningsOf('9901010101600004')).toEqual(['tanggal_lahir_lazim']);
  expect(warningsOf('9901014708541000')).toEqual(['mungkin_dibulatkan']);
  expect(warningsOf('9901014708540003', { isKnownKecamatan: () => false })).toEqual(['kecamatan_tidak_dikenal']);
});

test('masked and grouped', () => {
  expect(maskNik('9901014708540003')).toBe('9901••••••••0003');
  expect(maskNik('99010')).toBe('•••••');
  expect(formatNik('9901014708540003')).toBe('9901 0147 0854 0003');
});

test('every NIK built by the rule is read back with its parts', () => {
  const born = fc.record({
    year: fc.integer({ min: 1920, max: 2026 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    sex: fc.constantFrom('L', 'P'),
    kecamatan: fc.integer({ min: 1, max: 99 }),
    serial: fc.integer({ min: 1, max: 9999 }),
  });
  fc.assert(
    fc.property(born, ({ year, month, day, sex, kecamatan, serial }) => {
      fc.pre(dateOf(year, month, day) !== undefined);
      const two = (n: number) => String(n).padStart(2, '0');
      const nik = `9901${two(kecamatan)}${two(sex === 'P' ? day + 40 : day)}${two(month)}${two(year % 100)}${String(serial).padStart(4, '0')}`;
      expect(parseNik(formatNik(nik))).toMatchObject({
        ok: true,
        birthDay: day,
        birthMonth: month,
        sexFromNik: sex,
        serial,
      });
      expect(warningsOf(nik, { birthOn: dateOf(year, month, day), sex: sex as 'L' })).not.toContain(
        'tanggal_lahir_beda',
      );
    }),
  );
});

test('no text at all makes it throw, and every no has a sentence', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9 .,E+']{0,20}$/)), (text) => {
      const reading = parseNik(text);
      if (reading.ok) expect(reading.value).toMatch(/^\d{16}$/);
      else expect(reading.errors.every(({ sentence }) => sentence.endsWith('.'))).toBe(true);
    }),
  );
});

test('a column rounded by Excel is told from one with some zeros', () => {
  const clean = Array.from({ length: 50 }, (_, i) => `990101470854${String(i + 1).padStart(4, '0')}`);
  expect(isColumnRounded(clean)).toBe(false);
  expect(isColumnRounded(clean.map((nik) => `${nik.slice(0, 15)}0`))).toBe(true);
  expect(isColumnRounded(clean.slice(0, 5).map((nik) => `${nik.slice(0, 15)}0`))).toBe(false);
});
