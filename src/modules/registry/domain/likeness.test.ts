import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Likeable, likenessOf, likenessSentence, nameLikeness } from './likeness.ts';

const person = (over: Partial<Likeable>): Likeable => ({
  name: 'Sarinem',
  sex: 'P',
  birthOn: '1954-08-07',
  nik: null,
  nomorKk: null,
  motherName: null,
  ...over,
});

test('spellings of one name are alike, other names are not', () => {
  expect(nameLikeness('Moh. Sholeh', 'Muhammad Soleh')).toBe(1);
  expect(nameLikeness('Soekarno', 'Sukarno')).toBe(1);
  expect(nameLikeness('Sarinem', 'Bambang')).toBeLessThan(0.1);
});

test('the sentence says what agrees and what differs, without a percentage', () => {
  const likeness = likenessOf(
    person({ nik: '9901014708540003', motherName: 'Tukinah' }),
    person({ nik: '9901014708540004', motherName: 'Tukina' }),
  );
  expect(likenessSentence(likeness)).toBe(
    'Kemungkinan besar orang yang sama: nama cocok, tanggal lahir cocok, nama ibu cocok, NIK beda satu angka. Bandingkan dulu.',
  );
});

test('neighbours born on one day are not shown as doubles', () => {
  const [a, b] = [person({ nik: '9901014708540003' }), person({ name: 'Wulandari', nik: '9901014708540004' })];
  expect(likenessOf(a, b).score).toBeLessThan(2);
});

test('father and son of one name are weighed down by their years', () => {
  const [father, son] = [person({ sex: 'L', birthOn: '1960-01-01' }), person({ sex: 'L', birthOn: '1990-05-02' })];
  expect(likenessOf(father, son).score).toBeLessThan(2);
});

test('it does not matter who is compared with whom', () => {
  const one = fc.record({
    name: fc.constantFrom('Sarinem', 'Sarinim', 'Dewi', 'Dewa', 'Moh Soleh'),
    sex: fc.constantFrom('L' as const, 'P' as const, null),
    birthOn: fc.constantFrom('1990-03-05', '1990-05-03', '1954-08-07', null),
    nik: fc.constantFrom('9901014708540003', '9901014708540004', null),
    nomorKk: fc.constantFrom('9901010105200001', null),
    motherName: fc.constantFrom('Tukinah', 'Sumi', null),
  });
  fc.assert(
    fc.property(one, one, (a, b) => {
      expect(likenessOf(a, b)).toEqual(likenessOf(b, a));
    }),
  );
});
