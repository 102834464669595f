import { aggregateCells } from './aggregates.ts';
import { type Emitter, emitNot, emitRule, newEmitter } from './generate.ts';
import type { AggregateCells, Tables } from './tables.ts';
import type { Aggregate, Rule } from './tree.ts';

type Loop = (rows: number, ...cells: ArrayLike<number>[]) => void;

/** Compiled loops by source and array types, so that a repeated run meets code the engine has already optimised. */
const compiled = new Map<string, Loop>();
const MOST_COMPILED = 512;

const compile = (source: string, names: string[], types: string): Loop => {
  const key = `${types}\n${source}`;
  let loop = compiled.get(key);
  if (!loop) {
    if (compiled.size >= MOST_COMPILED) compiled.delete(compiled.keys().next().value!);
    loop = new Function('n', ...names, source) as Loop;
    compiled.set(key, loop);
  }
  return loop;
};

type Output = { cells: Uint8Array; source: string };

const runLoop = (e: Emitter, rows: number, outputs: readonly Output[]): void => {
  const args = [...e.args.values()];
  const names = [...args.map((a) => a.name), ...outputs.map((_, i) => `o${i}`)];
  const stores = outputs.map((output, i) => `o${i}[i]=${output.source};`).join('');
  const source = `for(let i=0;i<n;i++){${e.lines.join('')}${stores}}`;
  const cells = [...args.map((a) => a.cells), ...outputs.map((o) => o.cells)];
  compile(source, names, cells.map((c) => c.constructor.name).join())(rows, ...cells);
};

const emitterFor = (tables: Tables, scope: Emitter['scope']): Emitter =>
  newEmitter(tables, scope, (node) => aggregatesOf(tables, node));

/** The members' answer for every family, from the tables' cache or computed now. */
export const aggregatesOf = (tables: Tables, node: Aggregate): { key: string; cells: AggregateCells } =>
  aggregateCells(tables, node, (where) => evaluateColumn(tables, where, 'member'));

/** The truth of one rule for every row of the family or the member table. */
export const evaluateColumn = (tables: Tables, rule: Rule, scope: Emitter['scope'] = 'family'): Uint8Array => {
  const rows = tables[scope].rows;
  const e = emitterFor(tables, scope);
  const cells = new Uint8Array(rows);
  runLoop(e, rows, [{ cells, source: emitRule(e, rule) }]);
  return cells;
};

/** What a programme's rows say about every family. */
export type Judged = {
  /** 3 = meets all rows, 0 = fails one, 1 = cannot be told yet. */
  verdict: Uint8Array;
  /** Number of the first tier that surely holds; the number of tiers when none does. Undefined without tiers. */
  tier?: Uint8Array;
  /** The same when every unknown is taken in the family's favour. */
  bestTier?: Uint8Array;
};
export type JudgingRow = { kind: 'syarat' | 'pengecualian' | 'prioritas'; rule: Rule };

export const MOST_TIERS = 100;

/** One fused pass: all conditions ANDed, exceptions negated, tiers in their order. */
export const judgeColumns = (tables: Tables, rows: readonly JudgingRow[], tiers: readonly Rule[]): Judged => {
  const n = tables.family.rows;
  const e = emitterFor(tables, 'family');
  const parts = rows
    .filter((row) => row.kind !== 'prioritas')
    .map((row) => (row.kind === 'pengecualian' ? emitNot(emitRule(e, row.rule)) : emitRule(e, row.rule)));
  const judged: Judged = { verdict: new Uint8Array(n) };
  const outputs: Output[] = [{ cells: judged.verdict, source: parts.length > 0 ? parts.join('&') : '3' }];
  if (tiers.length > 0) {
    const sources = tiers.map((rule) => emitRule(e, rule));
    judged.tier = new Uint8Array(n);
    judged.bestTier = new Uint8Array(n);
    outputs.push({ cells: judged.tier, source: `${sources.map((s, i) => `${s}===3?${i}`).join(':')}:${tiers.length}` });
    outputs.push({
      cells: judged.bestTier,
      source: `${sources.map((s, i) => `${s}!==0?${i}`).join(':')}:${tiers.length}`,
    });
  }
  runLoop(e, n, outputs);
  return judged;
};

/** For every family the position of the first deciding row that is not yes: a surely failing one before an unknown one; 255 = none. */
export const findDecidingRows = (tables: Tables, rows: readonly JudgingRow[]): Uint8Array => {
  const n = tables.family.rows;
  const e = emitterFor(tables, 'family');
  const cells = new Uint8Array(n);
  const sources = rows.map((row) => {
    if (row.kind === 'prioritas') return '3';
    return row.kind === 'pengecualian' ? emitNot(emitRule(e, row.rule)) : emitRule(e, row.rule);
  });
  const first = (value: number): string => sources.map((s, i) => `${s}===${value}?${i}`).join(':');
  runLoop(e, n, [{ cells, source: sources.length > 0 ? `${first(0)}:${first(1)}:255` : '255' }]);
  return cells;
};
