import { unknownCell } from './columns.ts';
import { printAmount, printRule } from './print.ts';
import type { AggregateCells, Tables } from './tables.ts';
import { NO, YES } from './ternary.ts';
import type { Aggregate, Rule } from './tree.ts';

const everyMember = (tables: Tables): Uint8Array => new Uint8Array(tables.member.rows).fill(YES);

/** Gives the truth of a rule about one member for every member. */
export type JudgeMembers = (where: Rule) => Uint8Array;

const truthOf = (tables: Tables, where: Rule | undefined, judge: JudgeMembers): Uint8Array =>
  where ? judge(where) : everyMember(tables);

const anyCells = (tables: Tables, where: Rule, judge: JudgeMembers): AggregateCells => {
  const [truth, inner, family] = [
    new Uint8Array(tables.family.rows),
    truthOf(tables, where, judge),
    tables.memberFamily,
  ];
  for (let j = 0; j < inner.length; j++) truth[family[j]!]! |= inner[j]!;
  return { kind: 'any', truth };
};

const countCells = (tables: Tables, where: Rule | undefined, judge: JudgeMembers): AggregateCells => {
  const n = tables.family.rows;
  const [low, inner, family] = [new Uint16Array(n), truthOf(tables, where, judge), tables.memberFamily];
  if (!where) {
    for (let j = 0; j < inner.length; j++) low[family[j]!]!++;
    return { kind: 'count', low, high: low };
  }
  const high = new Uint16Array(n);
  for (let j = 0; j < inner.length; j++) {
    low[family[j]!]! += inner[j]! >> 1;
    high[family[j]!]! += inner[j]! & 1;
  }
  return { kind: 'count', low, high };
};

const sumCells = (tables: Tables, node: Extract<Aggregate, { kind: 'sum' }>, judge: JudgeMembers): AggregateCells => {
  const { column: name, where } = node;
  const column = tables.member.columns.get(name);
  if (!column) throw new RangeError(`column ${name} is not in the member table`);
  const [total, inner, family] = [
    new Float64Array(tables.family.rows),
    truthOf(tables, where, judge),
    tables.memberFamily,
  ];
  const { cells } = column;
  const unknown = unknownCell(cells);
  for (let j = 0; j < inner.length; j++) {
    if (inner[j] === NO) continue;
    const cell = cells[j]!;
    total[family[j]!]! += inner[j] === YES && cell !== unknown ? cell : Number.NaN;
  }
  return { kind: 'sum', total };
};

const cellsOf = (tables: Tables, node: Aggregate, judge: JudgeMembers): AggregateCells => {
  if (node.kind === 'any') return anyCells(tables, node.where, judge);
  if (node.kind === 'count') return countCells(tables, node.where, judge);
  if (node.kind === 'sum') return sumCells(tables, node, judge);
  throw new RangeError('"every" is read as "not any"');
};

/** The members' answer for every family, computed once per tables and remembered under the canonical text. */
export const aggregateCells = (
  tables: Tables,
  node: Aggregate,
  judge: JudgeMembers,
): { key: string; cells: AggregateCells } => {
  const key = node.kind === 'count' || node.kind === 'sum' ? printAmount(node) : printRule(node);
  const cells = tables.aggregates.get(key) ?? cellsOf(tables, node, judge);
  tables.aggregates.set(key, cells);
  return { key, cells };
};
