/** Aturan: the rule language of programmes. See docs/engines/aturan.md. DMN files (`exchange/dmn.ts`) stand apart: they need an XML reader. */
export { checkAmountOf, checkRule } from './check.ts';
export { closureOf } from './closures.ts';
export {
  type Cells,
  type Column,
  cellOf,
  emptyTable,
  encoderOf,
  explainMisfit,
  type Table,
  unknownCell,
  valueAt,
} from './columns.ts';
export { describeNumber, describeRule, describeValue } from './describe.ts';
export { type Imported, type Printed, parseCel, printCel } from './exchange/cel.ts';
export { parseFeel, printFeel } from './exchange/feel.ts';
export {
  type Bounds,
  evaluateRule,
  type FamilyReader,
  listMissing,
  type Missing,
  type Trace,
  traceRule,
} from './interpret.ts';
export { aggregatesOf, evaluateColumn, findDecidingRows, type Judged, judgeColumns, MOST_TIERS } from './loops.ts';
export { MAX_DEPTH, MAX_LENGTH, parseAmount, parseRule } from './parse.ts';
export { printAmount, printRule } from './print.ts';
export { findClosest, type Problem, type ProblemCode, suggest } from './problem.ts';
export { checkReferences } from './references.ts';
export {
  POORER_CODES,
  type PoorerReason,
  type ReadRows,
  type Row,
  type RowKind,
  readRows,
  type WrittenRow,
} from './rows.ts';
export {
  type ColumnSpec,
  type Columns,
  labelOf,
  listSchemaProblems,
  rangeOf,
  type Schema,
  type Value,
} from './schema.ts';
export { printSql, type SqlPlaces, type SqlText } from './sql/print-sql.ts';
export type { AggregateCells, Tables } from './tables.ts';
export { and, NO, not, or, type Ternary, UNKNOWN, verdictWord, YES } from './ternary.ts';
export { type Amount, listColumnsRead, listRecipientsRead, type Rule } from './tree.ts';
export { type Dated, findVersionAt } from './versions.ts';
