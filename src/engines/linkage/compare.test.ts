import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRows } from './compare.ts';
import { type Field, levelIn, NIK_LEVELS, nameLevel, PLACE_LEVELS } from './levels.ts';
import { createComparer } from './pairs.ts';
import { addPerson, type LinkPerson } from './person.ts';
import { persons } from './persons.fixture.ts';
import { createTable } from './table.ts';

const compared = (a: Omit<LinkPerson, 'id'>, b: Omit<LinkPerson, 'id'>): ((field: Field) => number) => {
  const table = createTable('indonesia');
  addPerson(table, { id: 'a', ...a });
  addPerson(table, { id: 'b', ...b });
  const out = { word0: 0, word1: 0 };
  compareRows(createComparer(table), 0, 1, out);
  return (field) => levelIn(field, out.word0, out.word1);
};
const nameKind = (a: string, b: string) => nameLevel(compared({ name: a }, { name: b })('name'))?.kind ?? 'none';

test.each([
  ['Siti Aminah', 'SITI AMINAH', 'same'],
  ['Aminah Siti', 'Siti Aminah', 'spelling'],
  ['Soekarno', 'Sukarno', 'spelling'],
  ['Nur Hidayat', 'Nurhidayat', 'spelling'],
  ['H. Muhammad Soleh', 'Moh. Sholeh', 'spelling'],
  ['Dra. Siti Aminah, M.Pd', 'Siti Aminah', 'spelling'],
  ['Ahmad bin Saleh', 'Ahmad Saleh', 'spelling'],
  ['Muhammad Yusuf', 'Yusuf', 'spelling'],
  ['Siti Aminah', 'Siti Amniah', 'slips'],
  ['Siti Aminah', 'Siti A.', 'slips'],
  ['M. Yusuf', 'Muhammad Yusuf', 'slips'],
  ['Suprihatin', 'Suprihatni', 'slipsOnly'],
  ['Dewi Lestari', 'Dewa Lestari', 'vowel'],
  ['Siti Nur Aminah', 'Siti Aminah', 'subset'],
  ['Aminah', 'Siti Aminah', 'subsetOne'],
  ['Siti Aminah', 'Siti Khodijah', 'part'],
  ['Budi Santoso', 'Dewi Lestari', 'none'],
])('the names %s and %s: %s', (a, b, kind) => {
  expect(nameKind(a, b)).toBe(kind);
  expect(nameKind(b, a)).toBe(kind);
});

test('a title alone stays a name', () => {
  expect(nameKind('Haji', 'Haji')).toBe('same');
});

test.each([
  ['9901014708540003', '9901014708540003', 'equal'],
  ['9901014708540003', '9901014780540003', 'slip'],
  ['9901014708540003', '9901014708540014', 'serial'],
  ['9901014708540003', '9901024708550003', 'twoSlips'],
  ['9901014708540003', '9971071203880011', 'differ'],
  ['9901014708540003', '0990101200300017', 'missing'],
  ['9901014708540003', '3,2E+15', 'missing'],
  ['9901014708540003', '0000000000000000', 'missing'],
])('the NIK %s and %s: %s', (a, b, level) => {
  expect(NIK_LEVELS[compared({ nik: a }, { nik: b })('nik')]).toBe(level);
});

test('a NIK that contradicts its own birth date is doubtful, a consistent one is not', () => {
  const own = { nik: '9971071203880011', birthOn: '1988-03-12' };
  const level = (birthOn: string) => NIK_LEVELS[compared(own, { nik: '9901014708540003', birthOn })('nik')];
  expect(level('1954-08-07')).toBe('differ');
  expect(level('1991-02-28')).toBe('differDoubtful');
});

test.each([
  [{ areaCode: '99.01.01.2001', rtRw: '003/005' }, { areaCode: '99.01.01.2001', rtRw: 'RT 3 RW 5' }, 'sameRt'],
  [{ areaCode: '99.01.01.2001', rtRw: '003/005' }, { areaCode: '9901012001' }, 'sameArea'],
  [{ areaCode: '99.01.01.2001', rtRw: '003/005' }, { areaCode: '99.01.01.2001', rtRw: '004/005' }, 'otherRt'],
  [{ areaCode: '99.01.01.2001' }, { areaCode: '99.01.01.2002' }, 'sameDistrict'],
  [{ areaCode: '99.01.01.2001' }, { areaCode: '99.71.01.1001' }, 'differ'],
])('the places %j and %j: %s', (a, b, level) => {
  expect(PLACE_LEVELS[compared(a, b)('place')]).toBe(level);
});

test('comparison is symmetric', () => {
  fc.assert(
    fc.property(fc.array(persons, { minLength: 2, maxLength: 6 }), (list) => {
      const table = createTable('indonesia');
      for (const person of list) addPerson(table, person);
      const comparer = createComparer(table);
      const [x, y] = [
        { word0: 0, word1: 0 },
        { word0: 0, word1: 0 },
      ];
      for (let a = 0; a < list.length; a += 1) {
        for (let b = 0; b < a; b += 1) {
          compareRows(comparer, a, b, x);
          compareRows(comparer, b, a, y);
          expect(y).toEqual(x);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('a field that is missing on either side is level 0, whatever the others say', () => {
  const fields: [keyof LinkPerson, Field][] = [
    ['name', 'name'],
    ['motherName', 'mother'],
    ['birthOn', 'birth'],
    ['nik', 'nik'],
    ['nomorKk', 'kk'],
    ['areaCode', 'place'],
    ['sex', 'sex'],
    ['birthPlace', 'birthPlace'],
    ['address', 'address'],
    ['phone', 'phone'],
  ];
  fc.assert(
    fc.property(persons, persons, fc.constantFrom(...fields), (a, b, [key, field]) => {
      expect(compared({ ...a, [key]: undefined }, b)(field)).toBe(0);
    }),
  );
});
