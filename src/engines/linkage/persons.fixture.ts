import fc from 'fast-check';
import type { LinkPerson } from './person.ts';

/** Synthetic persons for property tests: few values per field, so that everything that can coincide does. */
const maybe = <T>(values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 6 });

const words = [
  'SITI',
  'SITTI',
  'AMINAH',
  'AMINA',
  'MUHAMMAD',
  'MOH.',
  'M.',
  'SOLEH',
  'SHOLEH',
  'DEWI',
  'DEWA',
  'NUR',
  'HIDAYAT',
  'NURHIDAYAT',
  'H.',
  'BIN',
  'WATI',
];
const name = fc.option(
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((list) => list.join(' ')),
  { nil: undefined, freq: 12 },
);

export const persons: fc.Arbitrary<LinkPerson> = fc.record({
  id: fc.uuid(),
  name,
  motherName: name,
  birthOn: maybe(['1954-08-07', '1954-07-08', '1954-01-01', '1955-08-07', '1991-02-28', '1954-08-17']),
  birthPlace: maybe(['TIRTA RUKUN', 'TIRTARUKUN', 'LARASATI']),
  sex: maybe(['male', 'female'] as const),
  nik: maybe([
    '9901014708540003',
    '9901014708540004',
    '9901014780540003',
    '990101470854003',
    '0990101200300017',
    '9971071203880011',
  ]),
  nomorKk: maybe(['9901012301200002', '9901012301200003', '9971010101150001']),
  areaCode: maybe(['99.01.01.2001', '99.01.01.2002', '99.71.02.1001']),
  rtRw: maybe(['001/002', 'RT 1 RW 2', '003/002']),
  address: maybe(['JL. MELATI NO. 12', 'Jalan Melati 12', 'GG. KENANGA']),
  phone: maybe(['089012345678', '+6289012345678', '089087654321']),
});
