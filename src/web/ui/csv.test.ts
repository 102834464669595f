import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test('semicolons, quotes where needed, unknown is empty', () => {
  expect(
    toCsv(
      ['Nama', 'Jumlah (Rp)'],
      [
        ['Siti; "Ami"', '1500000'],
        [null, undefined],
      ],
    ),
  ).toBe('\ufeffNama;Jumlah (Rp)\r\n"Siti; ""Ami""";1500000\r\n;\r\n');
});

test('a cell that a spreadsheet would run is made harmless; a negative number stays one', () => {
  expect(
    toCsv(['x'], [['=HYPERLINK("a")'], ['+62812'], ['@a'], ['-5000'], ['-a']])
      .split('\r\n')
      .slice(1, 6),
  ).toEqual(['"\'=HYPERLINK(""a"")"', "'+62812", "'@a", '-5000', "'-a"]);
});

test('no cell ever begins as a formula', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cell = toCsv(['x'], [[text]]).slice('\ufeffx\r\n'.length, -2);
      const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      expect(/^[=+@\t\r]/.test(read)).toBe(false);
      expect(read === text || read === `'${text}`).toBe(true);
    }),
  );
});
