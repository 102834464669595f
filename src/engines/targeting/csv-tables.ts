import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse';
import { type ColumnSpec, explainMisfit, type Schema, suggest, type Value } from '#engines/aturan/index.ts';
import { isAreaCode } from './areas.ts';
import { InputProblem } from './programme.ts';
import { newSnapshotBuilder, readScore, type Snapshot, type SnapshotBuilder } from './snapshot.ts';

/** After so many problems a file is given back; more would not be read. */
const MOST_PROBLEMS = 50;
const YES_WORDS = new Set(['ya', 'y', 'true', '1', 'benar']);
const NO_WORDS = new Set(['tidak', 't', 'false', '0', 'salah', 'n']);

export type CsvRow = { line: number; cell: (name: string) => string };
type Problems = { file: string; list: string[] };

const complain = (problems: Problems, line: number, sentence: string): void => {
  problems.list.push(`${problems.file} baris ${line}: ${sentence}`);
  if (problems.list.length >= MOST_PROBLEMS)
    throw new InputProblem([
      ...problems.list,
      `${problems.file}: pemeriksaan berhenti setelah ${MOST_PROBLEMS} masalah.`,
    ]);
};

const firstLine = async (path: string): Promise<string> => {
  let text = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', end: 65_535 })) text += chunk;
  return text.split(/\r?\n/, 1)[0] ?? '';
};

const checkHeader = (header: readonly string[], needed: readonly string[], file: string): void => {
  const problems = needed
    .filter((name) => !header.includes(name))
    .map((name) => `${file}: kolom "${name}" tidak ada. ${suggest(name, header)}`);
  for (const name of new Set(header.filter((h, i) => h !== '' && header.indexOf(h) < i)))
    problems.push(`${file}: kolom "${name}" tertulis dua kali.`);
  if (problems.length > 0) throw new InputProblem(problems);
};

/**
 * Reads a CSV file row by row: comma or semicolon, as its first line shows; UTF-8 with or without a byte order mark.
 * Throws InputProblem when the file is missing, is not CSV, or lacks a needed column.
 */
export async function* readCsv(path: string, needed: readonly string[]): AsyncGenerator<CsvRow> {
  const file = basename(path);
  if (!existsSync(path)) throw new InputProblem([`Berkas ${path} tidak ditemukan.`]);
  const head = await firstLine(path);
  const delimiter = head.split(';').length > head.split(',').length ? ';' : ',';
  const parser = createReadStream(path).pipe(
    parse({ bom: true, delimiter, trim: true, info: true, skip_empty_lines: true }),
  );
  let places: Map<string, number> | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (!places) {
        checkHeader(record, needed, file);
        places = new Map(record.map((name, i) => [name, i]));
        continue;
      }
      const at = places;
      yield { line: info.lines, cell: (name) => record[at.get(name) ?? -1] ?? '' };
    }
  } catch (error) {
    if (error instanceof InputProblem || !(error instanceof Error) || !('code' in error)) throw error;
    throw new InputProblem([`${file}: bukan CSV yang utuh (${error.message}).`]);
  }
  if (!places)
    throw new InputProblem([`${file}: berkas kosong; baris pertama harus nama kolom: ${needed.join(', ')}.`]);
}

/** A cell of the file as a value; empty or "belum diketahui" = unknown. `null` = cannot be read as this kind. */
const readCell = (spec: ColumnSpec, text: string): Value | null => {
  if (text === '' || text.toLowerCase() === 'belum diketahui') return undefined;
  if (spec.type === 'enum') return text;
  if (spec.type === 'integer') return /^-?\d{1,16}$/.test(text) ? Number(text) : null;
  const word = text.toLowerCase();
  return YES_WORDS.has(word) ? true : NO_WORDS.has(word) ? false : null;
};

const readValues = (row: CsvRow, columns: Schema['family'], problems: Problems): Record<string, Value> => {
  const values: Record<string, Value> = {};
  for (const [name, spec] of Object.entries(columns)) {
    const text = row.cell(name);
    const value = readCell(spec, text);
    const misfit = value === undefined ? undefined : explainMisfit(spec, value ?? Number.NaN);
    if (misfit) complain(problems, row.line, `kolom ${name} berisi "${text}"; ${misfit}.`);
    else if (value !== null) values[name] = value;
  }
  return values;
};

const addFamilies = async (path: string, schema: Schema, builder: SnapshotBuilder): Promise<void> => {
  const problems: Problems = { file: basename(path), list: [] };
  let count = 0;
  for await (const row of readCsv(path, ['id', 'area', 'score', ...Object.keys(schema.family)])) {
    count++;
    const [id, area, written] = [row.cell('id'), row.cell('area'), row.cell('score')];
    const score = written.toLowerCase() === 'belum diketahui' ? '' : written;
    const values = readValues(row, schema.family, problems);
    if (id === '') complain(problems, row.line, 'kolom id kosong.');
    else if (builder.has(id)) complain(problems, row.line, `id "${id}" sudah ada di baris lain.`);
    else if (!isAreaCode(area))
      complain(problems, row.line, `kolom area berisi "${area}"; isi kode wilayah, misalnya 36.71.01.1005.`);
    else if (score !== '' && !readScore(score))
      complain(
        problems,
        row.line,
        `kolom score berisi "${score}"; isi bilangan dengan paling banyak enam angka di belakang titik.`,
      );
    else if (problems.list.length === 0) builder.addFamily({ id, area, score, values });
  }
  if (problems.list.length > 0) throw new InputProblem(problems.list);
  if (count === 0)
    throw new InputProblem([`${problems.file}: tidak ada satu keluarga pun; daftar tidak dapat dibuat.`]);
};

const addMembers = async (path: string, schema: Schema, builder: SnapshotBuilder): Promise<void> => {
  const problems: Problems = { file: basename(path), list: [] };
  for await (const row of readCsv(path, ['family_id', ...Object.keys(schema.member)])) {
    const family = row.cell('family_id');
    const values = readValues(row, schema.member, problems);
    if (!builder.has(family)) complain(problems, row.line, `family_id "${family}" tidak ada di berkas keluarga.`);
    else if (problems.list.length === 0) builder.addMember({ family, values });
  }
  if (problems.list.length > 0) throw new InputProblem(problems.list);
};

/** Reads families.csv and members.csv into a snapshot. Throws InputProblem with file, line and what to do. */
export const readTables = async (
  schema: Schema,
  familiesPath: string,
  membersPath: string | undefined,
): Promise<Snapshot> => {
  const builder = newSnapshotBuilder(schema);
  await addFamilies(familiesPath, schema, builder);
  if (membersPath !== undefined) await addMembers(membersPath, schema, builder);
  try {
    return builder.finish();
  } catch (error) {
    if (error instanceof RangeError)
      throw new InputProblem([
        `${basename(familiesPath)}: kolom score terlalu besar untuk jumlah angka di belakang titiknya.`,
      ]);
    throw error;
  }
};
