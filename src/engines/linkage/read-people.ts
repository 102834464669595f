import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type CsvRow, createCsvCutter } from './csv.ts';
import { type EncodeStep, encodeField, planEncoding } from './encode.ts';
import { STRIDE } from './record.ts';
import { type LinkSchema, SchemaError } from './schema.ts';
import { addRow, type PersonTable, reserve } from './table.ts';

/** A row that could not be read, by file and line (the header is line 1). */
export type BadRow = { file: string; line: number; reason: string };
export type ReadReport = { rows: number; bad: number; examples: BadRow[] };

const CHUNK = 1 << 21;
const EXAMPLES = 100;
const text = new TextDecoder();

type Plan = { steps: EncodeStep[]; id: number; fields: number };

/** Encodes a row into the table; gives the reason when it cannot be read. */
const readRow = (
  table: PersonTable,
  plan: Plan,
  source: number,
  ...[bytes, starts, ends, fields]: Parameters<CsvRow>
): string | undefined => {
  const idFrom = starts[plan.id]!;
  const idTo = ends[plan.id]!;
  if (fields !== plan.fields) return `ada ${fields} kolom, seharusnya ${plan.fields}`;
  if (idTo === idFrom) return 'kolom id kosong';
  const at = addRow(table, bytes, idFrom, idTo, source) * STRIDE;
  for (const step of plan.steps) {
    const from = starts[step.column]!;
    const to = ends[step.column]!;
    if (to > from) encodeField(table, step, at, bytes, from, to);
  }
  return undefined;
};

/** Reads the file in chunks; `chunk` gets each with the number of bytes read so far and in all. */
const readChunks = (file: string, each: (chunk: Uint8Array, done: number, total: number) => void): void => {
  const handle = openSync(file, 'r');
  try {
    const total = fstatSync(handle).size;
    const chunk = new Uint8Array(CHUNK);
    let done = 0;
    for (let got = readSync(handle, chunk, 0, CHUNK, null); got > 0; got = readSync(handle, chunk, 0, CHUNK, null)) {
      done += got;
      each(chunk.subarray(0, got), done, total);
    }
  } finally {
    closeSync(handle);
  }
};

/**
 * Reads a CSV file of persons into the table. Rows that cannot be read are counted and named, never fatal.
 * @throws SchemaError when the header lacks a column of the schema.
 */
export const readPeople = (
  table: PersonTable,
  schema: LinkSchema,
  file: string,
  source: number,
  progress?: (bytes: number, total: number) => void,
): ReadReport => {
  const report: ReadReport = { rows: 0, bad: 0, examples: [] };
  const before = table.size;
  let plan: Plan | undefined;
  const cutter = createCsvCutter(schema.delimiter, (bytes, starts, ends, fields, line) => {
    if (!plan) {
      const header = Array.from({ length: fields }, (_, i) => text.decode(bytes.subarray(starts[i], ends[i])));
      plan = { ...planRow(schema, header, file), fields };
      return;
    }
    const reason = readRow(table, plan, source, bytes, starts, ends, fields, line);
    if (reason === undefined) report.rows += 1;
    else {
      report.bad += 1;
      if (report.examples.length < EXAMPLES) report.examples.push({ file, line, reason });
    }
  });
  readChunks(file, (chunk, done, total) => {
    cutter.push(chunk);
    // The first chunk tells how many rows the file has, so that the table need not grow in steps.
    if (done === chunk.length) reserve(table, before + Math.ceil(((report.rows * total) / done) * 1.03) + 64);
    progress?.(done, total);
  });
  cutter.end();
  if (!plan) throw new SchemaError(`${file}: berkas kosong, tidak ada baris judul.`);
  return report;
};

const planRow = (schema: LinkSchema, header: string[], file: string): { steps: EncodeStep[]; id: number } => {
  const { steps, missing } = planEncoding(schema, header);
  const id = header.indexOf(schema.id);
  if (id < 0) missing.unshift(schema.id);
  if (missing.length > 0)
    throw new SchemaError(
      `${file}: kolom ${missing.map((c) => `"${c}"`).join(', ')} tidak ada. Judul yang terbaca: ${header.join(', ')}.`,
    );
  return { steps, id };
};
