import { checkRule } from './check.ts';
import { parseRule } from './parse.ts';
import { type Problem, problem } from './problem.ts';
import { literalOf, type Mode, satisfiable } from './satisfy.ts';
import { poorerEnd, type Schema } from './schema.ts';
import { isAggregate, type Rule } from './tree.ts';
import { reachesEnd, without } from './value-set.ts';

/** `syarat` must hold, `pengecualian` must not hold, `prioritas` puts a family into an earlier tier. */
export type RowKind = 'syarat' | 'pengecualian' | 'prioritas';

/** Why a row may turn away a poorer family: the code, and the article of the juknis that says so. */
export type PoorerReason = { code: PoorerCode; article: string };
export type PoorerCode = 'usaha_produktif' | 'sudah_dibantu' | 'sasaran_menengah' | 'lainnya';
export const POORER_CODES: readonly PoorerCode[] = ['usaha_produktif', 'sudah_dibantu', 'sasaran_menengah', 'lainnya'];

/** One row as an agency writes it. */
export type WrittenRow = { kind: RowKind; expr: string; reason: string; basis: string; poorerReason?: PoorerReason };
/** One row ready to run; `no` counts from 1 in the written order. */
export type Row = WrittenRow & { no: number; rule: Rule };
export type ReadRows = { rows: Row[]; problems: Problem[] };

/** "A poorer family loses by being poorer": some value is accepted while a poorer one is turned away. */
const losesWhenPoorer = (rule: Rule, mode: 'T' | 'F', schema: Schema): Rule | undefined => {
  if (rule.kind === 'and' || rule.kind === 'or')
    return rule.items.map((item) => losesWhenPoorer(item, mode, schema)).find((found) => found);
  if (rule.kind === 'not') return losesWhenPoorer(rule.item, mode === 'T' ? 'F' : 'T', schema);
  if (rule.kind === 'known' || isAggregate(rule)) return undefined;
  const literal = literalOf(rule, schema.family, schema);
  const spec = literal ? schema.family[literal.key] : undefined;
  const end = literal && spec ? poorerEnd(literal.key, spec) : undefined;
  if (!literal || !end) return undefined;
  const accepted = mode === 'T' ? literal.yes : without(literal.domain, literal.yes);
  return reachesEnd(accepted, literal.domain, end) ? undefined : rule;
};

const checkPoorer = (row: Row, schema: Schema): Problem[] => {
  const culprit = losesWhenPoorer(row.rule, row.kind === 'pengecualian' ? 'F' : 'T', schema);
  if (!culprit) return [];
  if (row.poorerReason?.article.trim() && POORER_CODES.includes(row.poorerReason.code)) return [];
  const message =
    'Baris ini menggugurkan keluarga yang lebih miskin. Jika memang demikian menurut juknis, isi kode alasan dan pasalnya.';
  return [{ ...problem('poorer_loses', message, culprit.at, 'warning'), row: row.no, needsReason: true }];
};

type RowGoal = { rule: Rule; mode: Mode };
const passes = (row: Row): RowGoal => ({ rule: row.rule, mode: row.kind === 'pengecualian' ? 'F' : 'T' });
const failsToPass = (row: Row): RowGoal => ({ rule: row.rule, mode: row.kind === 'pengecualian' ? 'notF' : 'notT' });

const findContradiction = (rows: Row[], schema: Schema): Problem[] => {
  if (rows.length === 0 || satisfiable(rows.map(passes), schema)) return [];
  for (const [i, left] of rows.entries())
    for (const right of rows.slice(i + 1))
      if (!satisfiable([passes(left), passes(right)], schema)) {
        const message = `Baris ${left.no} dan baris ${right.no} saling bertentangan: tidak ada keluarga yang dapat memenuhi keduanya.`;
        return [{ ...problem('contradiction', message, right.rule.at), row: right.no }];
      }
  const message = `Baris ${rows.map((r) => r.no).join(', ')} bersama-sama bertentangan: tidak ada keluarga yang dapat memenuhi semuanya.`;
  return [{ ...problem('contradiction', message, rows.at(-1)!.rule.at), row: rows.at(-1)!.no }];
};

const listRedundant = (rows: Row[], schema: Schema): Problem[] => {
  const needed = [...rows];
  return [...rows].reverse().flatMap((row) => {
    const others = needed.filter((other) => other !== row);
    if (others.length === 0 || satisfiable([...others.map(passes), failsToPass(row)], schema)) return [];
    needed.splice(needed.indexOf(row), 1);
    const cover = others.find((other) => !satisfiable([passes(other), failsToPass(row)], schema));
    const message = cover
      ? `Baris ${row.no} tidak menyaring apa pun lagi: sudah tercakup baris ${cover.no}.`
      : `Baris ${row.no} tidak menyaring apa pun lagi: sudah tercakup baris lain bersama-sama.`;
    return [{ ...problem('redundant', message, row.rule.at, 'warning'), row: row.no }];
  });
};

const readRow = (written: WrittenRow, no: number, schema: Schema): { row?: Row; problems: Problem[] } => {
  const parsed = parseRule(written.expr);
  const problems = parsed.ok ? checkRule(parsed.rule, schema) : parsed.problems;
  if (written.reason.trim() === '')
    problems.push(problem('no_reason', 'Alasan baris ini belum diisi; warga berhak membacanya.', [0, 0], 'warning'));
  const numbered = problems.map((p) => ({ ...p, row: no }));
  return parsed.ok ? { row: { ...written, no, rule: parsed.rule }, problems: numbered } : { problems: numbered };
};

/**
 * Reads and checks a list of rows: each row alone, then the list (contradictory, redundant, a poorer family loses).
 * `rows` holds what could be read; use it only when no problem has level `error`.
 */
export const readRows = (written: readonly WrittenRow[], schema: Schema): ReadRows => {
  const read = written.map((row, i) => readRow(row, i + 1, schema));
  const rows = read.flatMap((r) => r.row ?? []);
  const problems = read.flatMap((r) => r.problems);
  if (problems.some((p) => p.level === 'error')) return { rows, problems };
  const deciding = rows.filter((row) => row.kind !== 'prioritas');
  const contradiction = findContradiction(deciding, schema);
  if (contradiction.length === 0) problems.push(...listRedundant(deciding, schema));
  problems.push(...contradiction, ...rows.flatMap((row) => checkPoorer(row, schema)));
  return { rows, problems: problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
};
