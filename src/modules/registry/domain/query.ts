import { parseReceiptCode } from '#kernel/receipt-code.ts';
import { foldAddress, foldName } from './name-fold.ts';

/** What somebody typed into the one search box. */
export type Query =
  | { kind: 'number'; digits: string }
  | { kind: 'receipt'; code: string }
  | { kind: 'words'; name: string; address: string[]; looksLikeAddress: boolean }
  | { kind: 'nothing' };

const ADDRESS_WORDS = new Set([
  'jl',
  'gg',
  'dusun',
  'rt',
  'rw',
  'no',
  'blok',
  'komplek',
  'perumahan',
  'kampung',
  'lorong',
]);

/** Digits are a number, a receipt number is one, everything else is a name or an address. Fewer than three letters ask nothing. */
export const readQuery = (typed: string): Query => {
  const text = typed.trim();
  const digits = text.replace(/[\s.\-'’]/g, '');
  if (/^\d{6,20}$/.test(digits)) return { kind: 'number', digits };
  const receipt = parseReceiptCode(text);
  if (receipt.ok && /\d/.test(text)) return { kind: 'receipt', code: receipt.value };
  const name = foldName(text);
  const address = foldAddress(text).split(' ').filter(Boolean);
  if (!/[a-z]{2}/.test(name) && address.join('').length < 3) return { kind: 'nothing' };
  const looksLikeAddress = address.some((word) => /\d/.test(word) || ADDRESS_WORDS.has(word));
  return { kind: 'words', name, address, looksLikeAddress };
};
