import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCsvCutter } from './csv.ts';

const rowsOf = (text: string, delimiter = ',', chunk = 1 << 20): string[][] => {
  const rows: string[][] = [];
  const decoder = new TextDecoder();
  const cutter = createCsvCutter(delimiter, (bytes, starts, ends, fields) => {
    rows.push(Array.from({ length: fields }, (_, i) => decoder.decode(bytes.subarray(starts[i], ends[i]))));
  });
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += chunk) cutter.push(bytes.subarray(at, at + chunk));
  cutter.end();
  return rows;
};

test('plain rows, line ends of Windows, a byte-order mark, no last line end', () => {
  expect(rowsOf('\uFEFFid,name\r\n1,Siti\r\n2, Budi ')).toEqual([
    ['id', 'name'],
    ['1', 'Siti'],
    ['2', 'Budi'],
  ]);
});

test('quoted fields hold delimiters, line ends and quotes', () => {
  expect(rowsOf('a;"x;y\n""z"""\nb;c\n', ';')).toEqual([
    ['a', 'x;y\n"z"'],
    ['b', 'c'],
  ]);
});

test('tabs, empty fields and empty lines', () => {
  expect(rowsOf('a\t\tb\n\n\tc\t\n', '\t')).toEqual([
    ['a', '', 'b'],
    ['', 'c', ''],
  ]);
});

test('a quote inside an unquoted field is a letter', () => {
  expect(rowsOf('a,Mas\'ud "Udin",b\n')).toEqual([['a', 'Mas\'ud "Udin"', 'b']]);
});

test('any text comes back the same, however the bytes are cut into chunks', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'b', ',', '"', '\n', 'é', '7'), maxLength: 6 });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.integer({ min: 3, max: 30 }), (rows, chunk) => {
      const text = rows.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join('\n');
      expect(rowsOf(text, ',', chunk)).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});

test('line numbers count the lines inside quoted fields', () => {
  const lines: number[] = [];
  const cutter = createCsvCutter(',', (_bytes, _starts, _ends, _fields, line) => lines.push(line));
  cutter.push(new TextEncoder().encode('h,i\n"a\nb",c\nd,e\n'));
  cutter.end();
  expect(lines).toEqual([1, 2, 4]);
});
