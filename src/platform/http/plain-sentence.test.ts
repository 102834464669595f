import { expect, test } from 'vitest';
import { z } from 'zod';
import { plainSentence } from './plain-sentence.ts';

const schema = z.strictObject({
  name: z.string().min(3).max(5),
  sex: z.enum(['L', 'P']),
  age: z.number().int().min(0).max(130),
  on: z.iso.date({ error: 'Isi tanggal.' }),
  rows: z.array(z.object({ kode: z.string() })).optional(),
});
const good = { name: 'Tumi', sex: 'P', age: 70, on: '2026-07-15' };
const said = (over: Record<string, unknown>): string | undefined =>
  schema.safeParse({ ...good, ...over }, { error: plainSentence }).error?.issues[0]?.message;

test('a request without fault says nothing', () => {
  expect(said({})).toBeUndefined();
});

test.each([
  [{ name: undefined }, 'Isian “name” belum diisi.'],
  [{ name: 7 }, 'Isian “name” harus berupa teks.'],
  [{ name: 'ab' }, 'Isian “name” paling sedikit 3 huruf.'],
  [{ name: 'abcdef' }, 'Isian “name” paling banyak 5 huruf.'],
  [{ sex: 'X' }, 'Isian “sex” harus salah satu dari: L, P.'],
  [{ age: 1.5 }, 'Isian “age” harus berupa bilangan bulat.'],
  [{ age: 131 }, 'Isian “age” paling besar 130.'],
  [{ rows: [{ kode: 1 }] }, 'Isian “rows.0.kode” harus berupa teks.'],
  [{ extra: 1 }, 'Isian “permintaan” berisi yang tidak dikenal: extra.'],
  [{ on: 'besok' }, 'Isi tanggal.'],
])('%j: the field is named, in Indonesian', (over, sentence) => {
  expect(said(over)).toBe(sentence);
});
