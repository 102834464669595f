import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differingDigits, markLetters, markParts, markPlaces, type Piece } from './differences.ts';

const shown = (pieces: readonly Piece[]) => pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');
const both = (pair: readonly [Piece[], Piece[]]) => pair.map(shown);

test('letters that only one name has are marked; capitals, signs and spaces are not', () => {
  expect(both(markLetters('Moh. Soleh', 'MOHAMAD SHOLEH'))).toEqual(['Moh. Soleh', 'MOH[AMAD] S[H]OLEH']);
  expect(both(markLetters('Sarinem', 'Sariyem'))).toEqual(['Sari[n]em', 'Sari[y]em']);
  expect(both(markLetters('Nur Aini', 'Nuraini'))).toEqual(['Nur Aini', 'Nuraini']);
  expect(both(markLetters('', 'Ani'))).toEqual(['', '[Ani]']);
});

test('a date differs by day, month or year, a number by its digits, which stay masked', () => {
  expect(both(markParts('7 Agustus 1954', '8 Agustus 1954', ' '))).toEqual(['[7] Agustus 1954', '[8] Agustus 1954']);
  const places = differingDigits('9901014708540003', '9901014708540013');
  expect(places).toEqual([14]);
  expect(shown(markPlaces('9901••••••••0003', places ?? []))).toBe('9901••••••••00[0]3');
  expect(differingDigits('9901014708540003', null)).toBeNull();
  expect(differingDigits('9901014708540003', '123')).toBeNull();
});

test('whatever the texts: nothing is lost, equal ones carry no mark, and the order does not matter to how much is marked', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aAbBc é.'), maxLength: 14 });
  const marked = (pieces: readonly Piece[]) => pieces.flatMap((one) => (one.differs ? [...one.text] : [])).length;
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [left, right] = markLetters(a, b);
      expect(left.map((one) => one.text).join('')).toBe(a);
      expect(right.map((one) => one.text).join('')).toBe(b);
      expect(marked(markLetters(a, a)[0])).toBe(0);
      const [back, forth] = markLetters(b, a);
      expect(marked(left) + marked(right)).toBe(marked(back) + marked(forth));
    }),
  );
});
