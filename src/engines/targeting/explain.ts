import {
  describeRule,
  describeValue,
  type FamilyReader,
  labelOf,
  listColumnsRead,
  listMissing,
  type Missing,
  not,
  type Row,
  type RowKind,
  type Schema,
  type Ternary,
  type Trace,
  traceRule,
  UNKNOWN,
  type Value,
  verdictWord,
} from '#engines/aturan/index.ts';
import { type CutLine, findCutLine } from './cut-line.ts';
import { type Distance, distanceOf } from './distance.ts';
import { getResult, type Line, linesOf } from './lines.ts';
import { readerFor } from './reader.ts';
import type { Run } from './run.ts';
import { listChanges } from './what-would-change.ts';

export type Word = 'ya' | 'tidak' | 'belum';
export type ExplainedRow = {
  no: number;
  kind: RowKind;
  /** Whether the row is in the family's favour (an exception is when it does not hold). */
  passes: Word;
  text: string;
  /** The values found, e.g. `desil: 2` or `1 anggota memenuhi, 1 belum diketahui`. */
  found: string;
  reason: string;
  basis: string;
  missing: readonly Missing[];
  reads: readonly { scope: 'family' | 'member'; column: string }[];
  trace: Trace;
};
export type Explanation = {
  line: Line;
  rows: readonly ExplainedRow[];
  cut: CutLine | undefined;
  distance: Distance | undefined;
  /** What would change the verdict or the place, in Indonesian sentences. */
  changes: readonly string[];
};

/** Whether a row speaks for the family: an exception must not hold. */
const rowPasses = (row: Row, truth: Ternary): Ternary => (row.kind === 'pengecualian' ? not(truth) : truth);

const foundIn = (trace: Trace, schema: Schema): string[] => {
  if (trace.parts.length > 0) return trace.parts.flatMap((part) => foundIn(part, schema));
  const values = trace.found.map(({ column, value }) => {
    const spec = schema.family[column];
    return `${labelOf(column, spec)}: ${describeValue(value, spec)}`;
  });
  if (trace.members) {
    const { yes, unknown } = trace.members;
    return [`${yes} anggota memenuhi${unknown > 0 ? `, ${unknown} belum diketahui` : ''}`];
  }
  if (trace.amount) {
    const { low, high } = trace.amount;
    return [...values, `hitungan: ${low === high ? low : `${low} sampai ${high}`}`];
  }
  if (trace.rule.kind === 'recipient') return [`${trace.rule.programme}: ${verdictWord(trace.truth)}`];
  return values;
};

const explainRow = (row: Row, trace: Trace, schema: Schema): ExplainedRow => ({
  no: row.no,
  kind: row.kind,
  passes: verdictWord(rowPasses(row, trace.truth)),
  text: row.kind === 'pengecualian' ? `tidak boleh: ${describeRule(row.rule, schema)}` : describeRule(row.rule, schema),
  found: [...new Set(foundIn(trace, schema))].join('; '),
  reason: row.reason,
  basis: row.basis,
  missing: listMissing([trace]),
  reads: listColumnsRead(row.rule),
  trace,
});

/**
 * Why a family is in, out or waiting in one programme: every row with the value found, the cut line, the distance to it
 * and what would change. For officers; use `forCitizen` before anything leaves the agency.
 * Throws RangeError for a programme or family that is not in the run.
 */
export const explainFamily = (run: Run, programmeId: string, familyId: string): Explanation => {
  const { snapshot } = run;
  const result = getResult(run, programmeId);
  const family = snapshot.indexOf(familyId);
  if (family === undefined) throw new RangeError(`family ${familyId} is not in this run`);
  const reader = readerFor(snapshot, result, family);
  const rows = result.programme.rows.map((row) => explainRow(row, traceRule(row.rule, reader), snapshot.schema));
  const line = linesOf(run, programmeId)(family);
  const area = line.binding.startsWith('kuota:') ? line.binding.slice('kuota:'.length) : undefined;
  const distance = distanceOf(run, result, family);
  return {
    line,
    rows,
    cut: findCutLine(run, programmeId, area),
    distance,
    changes: listChanges({ rows, line, distance, schema: snapshot.schema, programme: result.programme }),
  };
};

/**
 * The verdict of a list of rows about one family given by hand: the test cases kept with a rule, or the preview beside the
 * form that writes it. `recipient` says what other programmes decided (unknown when left out).
 */
export const judgeFamily = (
  rows: readonly Row[],
  schema: Schema,
  family: Readonly<Record<string, Value>>,
  members: readonly Readonly<Record<string, Value>>[],
  recipient: (programme: string) => Ternary = () => UNKNOWN,
): { verdict: Word; rows: ExplainedRow[] } => {
  const reader: FamilyReader = {
    value: (column) => family[column],
    members: members.map((values) => (column) => values[column]),
    recipient,
  };
  const explained = rows.map((row) => explainRow(row, traceRule(row.rule, reader), schema));
  const deciding = explained.filter((row) => row.kind !== 'prioritas').map((row) => row.passes);
  const verdict = deciding.includes('tidak') ? 'tidak' : deciding.includes('belum') ? 'belum' : 'ya';
  return { verdict, rows: explained };
};

/** One row as a line of text: `ya | desil kesejahteraan paling banyak 4 — nilai: desil kesejahteraan: 2`. */
export const rowText = (row: ExplainedRow): string =>
  `${row.passes} | ${row.text}${row.found ? ` — nilai: ${row.found}` : ''}`;

const CHECK_AT_OFFICE = 'Ada data keluarga yang perlu dicek di Dinas Sosial.';

/**
 * The rows as the family itself may read them: the verdict of each row, values only of facts she herself gave
 * (`family.desil`, `member.umur`, …), and a neutral sentence where a row rests on confidential or other adults' facts.
 */
export const forCitizen = (
  rows: readonly ExplainedRow[],
  schema: Schema,
  ownFacts: ReadonlySet<string>,
): { no: number; passes: Word; text: string; found: string }[] =>
  rows.map((row) => {
    const own = row.reads.every((r) => ownFacts.has(`${r.scope}.${r.column}`));
    const shielded = row.reads.some(
      (r) =>
        schema[r.scope][r.column]?.confidential === true ||
        (r.scope === 'member' && !ownFacts.has(`member.${r.column}`)),
    );
    if (shielded) return { no: row.no, passes: row.passes, text: CHECK_AT_OFFICE, found: '' };
    return { no: row.no, passes: row.passes, text: row.text, found: own ? row.found : '' };
  });
