import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { refuse } from '#kernel/refusal.ts';
import type { OpenSheet } from './read-xlsx.ts';
import type { SheetLimits, SheetRow } from './sheet-types.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;

/** UTF-8 with or without mark, UTF-16 as Excel's "Unicode text" writes it, else the old Western code page of Windows. */
const encodingOf = (bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
};

/** The delimiter that cuts the first lines into most columns, counted outside quotes. */
const delimiterOf = (head: string): string => {
  const lines = head
    .split(/\r?\n/)
    .slice(0, 15)
    .map((line) => line.replace(/"[^"]*"/g, ''));
  const columns = DELIMITERS.map((delimiter) => ({
    delimiter,
    most: Math.max(...lines.map((line) => line.split(delimiter).length)),
  }));
  return columns.reduce((best, one) => (one.most > best.most ? one : best)).delimiter;
};

/** The apostrophe that our own export puts before texts a spreadsheet would calculate. */
const unescaped = (cell: string): string => (/^'[=+\-@\t\r\d]/.test(cell) ? cell.slice(1) : cell);

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536);
}

async function* rowsOf(text: string, delimiter: string, limits: SheetLimits): AsyncGenerator<SheetRow> {
  const options = { bom: true, info: true, relax_column_count: true, relax_quotes: true, max_record_size: 200_000 };
  const source = Readable.from(pieces(text));
  const parser = source.pipe(parse({ delimiter, ...options }));
  let count = 0;
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      count += 1;
      if (count > limits.maxRows) {
        refuse(
          'berkas.terlalu_besar',
          413,
          `Tabel melebihi ${limits.maxRows.toLocaleString('id-ID')} baris; pecah menjadi beberapa berkas.`,
        );
      }
      const cells = record.slice(0, limits.maxColumns).map(unescaped);
      if (cells.some((cell) => cell.trim() !== '')) yield { number: line, cells };
      line = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))) throw error;
    refuse(
      'berkas.rusak',
      422,
      `CSV tidak terbaca di sekitar baris ${line}: tanda kutip tidak ditutup. Perbaiki lalu unggah lagi.`,
      { line },
    );
  } finally {
    source.destroy();
    parser.destroy();
  }
}

const linesIn = (text: string): number => {
  let count = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
};

/** Opens a CSV of any usual encoding and delimiter. A row's number is the line it begins on. */
export const openCsv = async (bytes: Uint8Array, limits: SheetLimits): Promise<OpenSheet> => {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const delimiter = delimiterOf(text.slice(0, 20_000));
  return {
    about: {
      format: 'csv',
      sheet: '',
      sheets: [''],
      merged: [],
      formulas: 0,
      formulasWithoutValue: 0,
      rows: linesIn(text),
    },
    rows: rowsOf(text, delimiter, limits),
  };
};
