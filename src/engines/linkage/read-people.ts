import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { createCsvCutter } from './csv.ts';
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
  const handle = openSync(file, 'r');
  try {
    const total = fstatSync(handle).size;
    let plan: { steps: EncodeStep[]; id: number; fields: number } | undefined;
    const cutter = createCsvCutter(schema.delimiter, (bytes, starts, ends, fields, line) => {
      if (!plan) {
        const header = Array.from({ length: fields }, (_, i) => text.decode(bytes.subarray(starts[i], ends[i])));
        plan = { ...planRow(schema, header, file), fields };
        return;
      }
      const idFrom = starts[plan.id]!;
      const reason =
        fields !== plan.fields
          ? `ada ${fields} kolom, seharusnya ${plan.fields}`
          : ends[plan.id] === idFrom
            ? `kolom "${schema.id}" kosong`
            : undefined;
      if (reason) {
        report.bad += 1;
        if (report.examples.length < EXAMPLES) report.examples.push({ file, line, reason });
        return;
      }
      const at = addRow(table, bytes, idFrom, ends[plan.id]!, source) * STRIDE;
      for (const step of plan.steps) {
        const from = starts[step.column]!;
        const to = ends[step.column]!;
        if (to > from) encodeField(table, step, at, bytes, from, to);
      }
      report.rows += 1;
    });
    const chunk = new Uint8Array(CHUNK);
    let done = 0;
    for (;;) {
      const got = readSync(handle, chunk, 0, CHUNK, null);
      if (got === 0) break;
      const before = report.rows;
      cutter.push(chunk.subarray(0, got));
      if (done === 0) reserve(table, table.size - before + Math.ceil(((report.rows * total) / got) * 1.03) + 64);
      done += got;
      progress?.(done, total);
    }
    cutter.end();
    if (!plan) throw new SchemaError(`${file}: berkas kosong, tidak ada baris judul.`);
  } finally {
    closeSync(handle);
  }
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
