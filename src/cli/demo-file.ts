import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { generateSiksFile, type SiksAgency, type SiksFile, type SiksRow } from '#engines/population/index.ts';
import { type SheetCell, type SheetColumn, writeCsv, writeXlsx } from '#platform/files/spreadsheet.ts';

const HELP = `rukun demo file --agency tirta-rukun|larasati --rows N --seed S --format xlsx|csv --out FILE [--month M]

Writes the 23-column SIKS-NG/DTKS file of a fictional agency (DATA CONTOH), and beside it FILE.truth.csv with the truth of every row.
  --agency NAME    tirta-rukun (Kabupaten 99.01) or larasati (Kota 99.71)
  --rows N         rows of the first month, 1 to 1000000
  --seed S         whole number; the same seed gives the same file
  --format F       xlsx or csv
  --out FILE       where to write
  --month M        1 (default) to 12; each month holds the month before with what changed
`;

const OPTIONS = {
  agency: { type: 'string' },
  rows: { type: 'string' },
  seed: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  month: { type: 'string', default: '1' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const TRUTH_COLUMNS: readonly SheetColumn[] = [
  'row',
  'entity',
  'status',
  'returned',
  'dirt',
  'story',
  'id_dtks',
  'village',
  'nik',
  'kk',
  'name',
  'birth_on',
  'birth_place',
  'sex',
  'occupation',
  'mother',
  'shdk',
  'rt',
  'rw',
  'address',
  'padan',
  'bpnt',
  'pkh',
  'bpnt_ppkm',
  'pbi',
].map((header) => ({ header }));

const truthCells = ({ truth }: SiksRow, row: number): SheetCell[] => {
  const { clean } = truth;
  const flags = [clean.padan, clean.bpnt, clean.pkh, clean.bpntPpkm, clean.pbi].map((flag) => (flag ? 'ya' : 'tidak'));
  return [
    row,
    truth.entity,
    truth.status,
    truth.returned ? 'ya' : 'tidak',
    truth.dirt.join('|'),
    truth.story,
    clean.idDtks,
    clean.desa.code,
    clean.nik,
    clean.nomorKk,
    clean.name,
    clean.birthOn,
    clean.birthPlace,
    clean.sex,
    clean.occupation,
    clean.mother,
    clean.shdk,
    clean.rt,
    clean.rw,
    clean.address,
    ...flags,
  ];
};

/** Excel shows a large number in its own way, and saves a CSV as it shows it. */
const asShown = (cell: SheetCell): SheetCell =>
  typeof cell === 'number' && cell >= 1e11 ? cell.toExponential(5).replace('.', ',').replace('e', 'E') : cell;

const titleRows = ({ titles, headings }: SiksFile): SheetCell[][] =>
  titles.length === 0 ? [] : [...titles.slice(1).map((title) => [title]), [], [...headings]];

function* cellRows(file: SiksFile, format: string, counts: { rows: number }): Generator<SheetCell[]> {
  yield* titleRows(file);
  for (const { cells } of file.rows) {
    if (cells === undefined) continue;
    counts.rows += 1;
    yield format === 'csv' ? cells.map(asShown) : [...cells];
  }
}

/** Row numbers count from the top of the file; a person no longer listed has row 0. */
function* truthRows(file: SiksFile): Generator<SheetCell[]> {
  let row = 1 + titleRows(file).length;
  for (const one of file.rows) {
    if (one.cells !== undefined) row += 1;
    yield truthCells(one, one.cells === undefined ? 0 : row);
  }
}

/** The generator runs twice, for the file and for its truth: it is deterministic, and neither has to wait in memory. */
const write = async (wanted: Wanted): Promise<number> => {
  const { format, out } = wanted;
  const counts = { rows: 0 };
  const file = generateSiksFile(wanted);
  const first =
    file.titles[0] === undefined ? file.headings : [file.titles[0], ...file.headings.slice(1).map(() => '')];
  const columns = first.map((header) => ({ header }));
  const rows = cellRows(file, format, counts);
  await mkdir(dirname(out), { recursive: true });
  const csv = { forExcel: false } as const;
  const source =
    format === 'csv' ? writeCsv(columns, rows, { ...csv, delimiter: ';' }) : writeXlsx('DTKS', columns, rows);
  await pipeline(source, createWriteStream(out));
  await pipeline(
    writeCsv(TRUTH_COLUMNS, truthRows(generateSiksFile(wanted)), csv),
    createWriteStream(`${out}.truth.csv`),
  );
  return counts.rows;
};

type Wanted = { agency: SiksAgency; rows: number; seed: number; month: number; format: string; out: string };

const wantedFrom = (argv: readonly string[]): Wanted | 'help' => {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS });
  if (values.help) return 'help';
  const [rows, seed, month] = [Number(values.rows), Number(values.seed ?? Number.NaN), Number(values.month)];
  const { agency, format, out } = values;
  if (agency !== 'tirta-rukun' && agency !== 'larasati')
    throw new TypeError('--agency must be tirta-rukun or larasati');
  if (!Number.isInteger(rows) || rows < 1 || rows > 1_000_000)
    throw new TypeError('--rows must be a whole number from 1 to 1000000');
  if (!Number.isSafeInteger(seed)) throw new TypeError('--seed must be a whole number');
  if (!Number.isInteger(month) || month < 1 || month > 12)
    throw new TypeError('--month must be a whole number from 1 to 12');
  if (format !== 'xlsx' && format !== 'csv') throw new TypeError('--format must be xlsx or csv');
  if (out === undefined) throw new TypeError('--out FILE is missing');
  return { agency, rows, seed, month, format, out: resolve(out) };
};

/** The command `rukun demo file`. Gives the exit code: 0 done, 2 wrong arguments. */
export const run = async (argv: string[]): Promise<number> => {
  let wanted: Wanted | 'help';
  try {
    wanted = wantedFrom(argv);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (wanted === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  const started = performance.now();
  const rows = await write(wanted);
  process.stderr.write(`${rows} rows in ${((performance.now() - started) / 1000).toFixed(1)} s: ${wanted.out}\n`);
  return 0;
};
