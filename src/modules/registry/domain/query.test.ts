import { expect, test } from 'vitest';
import { newReceiptCode } from '#kernel/receipt-code.ts';
import { foldAddress, foldName } from './name-fold.ts';
import { readQuery } from './query.ts';

test.each([
  ['9901 0147 0854 0003', { kind: 'number', digits: '9901014708540003' }],
  ["'9901014708540003", { kind: 'number', digits: '9901014708540003' }],
  ['', { kind: 'nothing' }],
  ['a', { kind: 'nothing' }],
  ['12', { kind: 'nothing' }],
  ['Bu Sarinem', { kind: 'words', looksLikeAddress: false }],
  ['Jalan Melati 3', { kind: 'words', looksLikeAddress: true, address: ['jl', 'melati', '3'] }],
] as const)('%s is read as %o', (typed, query) => {
  expect(readQuery(typed)).toMatchObject(query);
});

test('a receipt number is known by its check character', () => {
  const codes = Array.from({ length: 40 }, newReceiptCode).filter((code) => /\d/.test(code) && /[A-Z]/.test(code));
  expect(codes.length).toBeGreaterThan(20);
  for (const code of codes) expect(readQuery(code.toLowerCase())).toEqual({ kind: 'receipt', code });
});

test('titles, particles and degrees do not hide a name, and stand alone when there is nothing else', () => {
  expect(foldName('H. Soekarno, S.H.')).toBe(foldName('sukarno'));
  expect(foldName('Siti Aminah binti Kasan')).toBe(foldName('siti amina kasan'));
  expect(foldName('Haji')).not.toBe('');
  expect(foldName('?')).toBe('');
});

test('an address is the same with its short forms and leading zeros', () => {
  expect(foldAddress('JLN. Melati No. 003, RT 002')).toBe(foldAddress('jalan melati no 3 rt 2'));
});
