import { labelOf, listColumnsRead, listMissing, traceRule, unknownCell } from '#engines/aturan/index.ts';
import { hashRun } from './canonical.ts';
import { type CutLine, countTiesAtCut, findCutLine } from './cut-line.ts';
import { costOf } from './money.ts';
import { isAdmitted, OUTCOME, takesPlace } from './outcome.ts';
import { readerFor } from './reader.ts';
import type { ProgrammeResult, Run } from './run.ts';
import type { Snapshot } from './snapshot.ts';

/** Money as digits in a text, as everywhere in JSON. */
type Money = string;
export type Share = { families: number; rupiah: Money };
export type Unresolved = { family: string; missing: readonly string[] };
export type ProgrammeReport = {
  id: string;
  name: string;
  verdicts: { ya: number; tidak: number; belum: number };
  admitted: number;
  held: number;
  heldUntil: string | undefined;
  reserve: number;
  waitingForQuota: number;
  excluded: number;
  spent: Money;
  ceiling: Money | undefined;
  unspent: Money | undefined;
  closedBy: 'pagu' | 'jumlah' | undefined;
  cut: CutLine | undefined;
  areas: readonly { code: string; quota: number | undefined; floor: number; taken: number }[];
  /** Three numbers for the budget meeting: eligible and unserved, not yet known, and what each would cost. */
  unmet: { eligible: Share; unknown: Share };
  /** Families that must be settled before the list may be confirmed, at most the first 1,000 by id. */
  unresolved: { families: number; first: readonly Unresolved[] };
  /** How many families with an unknown verdict lack which fact (a member's fact counts once per family). */
  missingFacts: readonly { fact: string; families: number }[];
  mayConfirm: boolean;
  warnings: readonly string[];
};
export type Report = {
  families: number;
  members: number;
  familiesWithoutMembers: number;
  resultHash: string;
  programmes: readonly ProgrammeReport[];
  warnings: readonly string[];
};

const MOST_LISTED = 1000;

const shareOf = (result: ProgrammeResult, wanted: (family: number) => boolean): Share => {
  let [families, rupiah] = [0, 0n];
  for (const f of result.selection.queue())
    if (wanted(f)) {
      families++;
      if (result.costs.kind === 'each') rupiah += costOf(result.costs, f);
    }
  if (result.costs.kind === 'same') rupiah = result.costs.amount * BigInt(families);
  return { families, rupiah: rupiah.toString() };
};

const missingOf = (snapshot: Snapshot, result: ProgrammeResult, family: number): string[] => {
  const reader = readerFor(snapshot, result, family);
  const rules = [...result.programme.rows.map((row) => row.rule), ...result.programme.tiers.map((tier) => tier.rule)];
  const names = listMissing(rules.map((rule) => traceRule(rule, reader))).map((m) => {
    const label = labelOf(m.column, snapshot.schema[m.scope][m.column]);
    return m.scope === 'member' ? `${label} anggota` : label;
  });
  return names.length > 0 ? names : ['skor'];
};

/** Families with unknown eligibility or position that could still enter and whose place is not held, by id. */
export const listUnresolved = (run: Run, result: ProgrammeResult, offset = 0, limit = MOST_LISTED): Unresolved[] => {
  const open = openFamilies(result);
  return open
    .slice(offset, offset + limit)
    .map((f) => ({ family: run.snapshot.idAt(f), missing: missingOf(run.snapshot, result, f) }));
};

const openFamilies = (result: ProgrammeResult): number[] =>
  [
    ...result.selection.queue().filter((f) => result.selection.outcome[f] === OUTCOME.open || result.openTiers.has(f)),
  ].sort((a, b) => a - b);

const countMissing = (snapshot: Snapshot, result: ProgrammeResult): ProgrammeReport['missingFacts'] => {
  const reads = new Map(
    result.programme.rows.flatMap((row) =>
      listColumnsRead(row.rule).map((r) => [`${r.scope}.${r.column}`, r] as const),
    ),
  );
  const { verdict } = result.judged;
  return [...reads.values()]
    .map(({ scope, column }) => {
      const { spec, cells } = snapshot.tables[scope].columns.get(column)!;
      const unknown = spec.type === 'boolean' ? 1 : spec.type === 'enum' ? 0 : unknownCell(cells);
      const lacks = (row: number): boolean => cells[row] === unknown || Number.isNaN(cells[row]);
      const seen = new Uint8Array(snapshot.count);
      for (let row = 0; row < cells.length; row++) {
        const f = scope === 'family' ? row : snapshot.tables.memberFamily[row]!;
        if (verdict[f] === 1 && lacks(row)) seen[f] = 1;
      }
      const label = labelOf(column, spec);
      return { fact: scope === 'member' ? `${label} anggota` : label, families: seen.reduce((n, s) => n + s, 0) };
    })
    .filter((m) => m.families > 0)
    .sort((a, b) => b.families - a.families || (a.fact < b.fact ? -1 : 1));
};

const areaTable = (snapshot: Snapshot, { tree, selection }: ProgrammeResult): ProgrammeReport['areas'] => {
  if (!tree) return [];
  const taken = new Int32Array(tree.nodes.length);
  for (const f of selection.queue()) {
    if (!takesPlace(selection.outcome[f]!)) continue;
    for (let k = tree.start[snapshot.area[f]!]!; k < tree.start[snapshot.area[f]! + 1]!; k++) taken[tree.chain[k]!]!++;
  }
  return tree.nodes.map((node, i) => ({
    code: node.code,
    quota: Number.isFinite(node.cap) ? node.cap : undefined,
    floor: node.floor,
    taken: taken[i]!,
  }));
};

const warningsOf = (snapshot: Snapshot, result: ProgrammeResult, areas: ProgrammeReport['areas']): string[] => {
  const { programme, tree, judged } = result;
  const warnings: string[] = [];
  if (snapshot.count > 0 && !judged.verdict.includes(3) && !judged.verdict.includes(1))
    warnings.push('Tidak ada satu keluarga pun yang memenuhi syarat.');
  if (snapshot.count > 0 && result.order.unscored === snapshot.count)
    warnings.push('Skor semua keluarga belum diketahui; tidak ada yang dapat diurutkan, jadi tidak ada yang masuk.');
  for (const code of tree?.unmatched ?? [])
    warnings.push(`Tidak ada keluarga di wilayah ${code}; kuota atau jaminannya tidak terpakai.`);
  for (const { code, floor, taken } of areas)
    if (taken < floor) warnings.push(`Jaminan ${floor} keluarga di wilayah ${code} hanya terisi ${taken}.`);
  const ties = countTiesAtCut(snapshot, result);
  if (ties > 0)
    warnings.push(
      `Garis potong membelah ${ties} keluarga yang urutannya sama persis; di antara mereka hanya kode keluarga yang menentukan. Lengkapi "tieOrder" menurut juknis.`,
    );
  for (const decision of programme.decisions)
    if (snapshot.indexOf(decision.family) === undefined)
      warnings.push(`Keluarga ${decision.family} dalam "decisions" tidak ada dalam daftar.`);
  return warnings;
};

const UNKNOWN_OUTCOMES: ReadonlySet<number> = new Set([OUTCOME.open, OUTCOME.closed, OUTCOME.waiting, OUTCOME.lapsed]);

const countOutcome = (result: ProgrammeResult, wanted: (outcome: number) => boolean): number =>
  result.selection.outcome.reduce((n, o) => n + (wanted(o) ? 1 : 0), 0);

const programmeReport = (run: Run, result: ProgrammeResult): ProgrammeReport => {
  const { programme, judged, selection } = result;
  const { snapshot } = run;
  const verdicts = { ya: 0, tidak: 0, belum: 0 };
  for (const v of judged.verdict) verdicts[v === 3 ? 'ya' : v === 0 ? 'tidak' : 'belum']++;
  const areas = areaTable(snapshot, result);
  const open = openFamilies(result).length;
  const is = (outcome: number) => countOutcome(result, (o) => o === outcome);
  return {
    id: programme.id,
    name: programme.name,
    verdicts,
    admitted: countOutcome(result, isAdmitted),
    held: selection.held,
    heldUntil: selection.held > 0 ? programme.hold?.until : undefined,
    reserve: is(OUTCOME.reserve),
    waitingForQuota: is(OUTCOME.quota),
    excluded: is(OUTCOME.excluded),
    spent: selection.spent.toString(),
    ceiling: programme.ceiling?.toString(),
    unspent: programme.ceiling === undefined ? undefined : (programme.ceiling - selection.spent).toString(),
    closedBy: selection.closedBy,
    cut: findCutLine(run, programme.id),
    areas,
    unmet: {
      eligible: shareOf(
        result,
        (f) => selection.outcome[f] === OUTCOME.reserve || selection.outcome[f] === OUTCOME.quota,
      ),
      unknown: shareOf(result, (f) => UNKNOWN_OUTCOMES.has(selection.outcome[f]!)),
    },
    unresolved: { families: open, first: listUnresolved(run, result) },
    missingFacts: countMissing(snapshot, result),
    mayConfirm: open === 0,
    warnings: warningsOf(snapshot, result, areas),
  };
};

const countWithoutMembers = ({ count, memberStart }: Snapshot): number => {
  let n = 0;
  for (let f = 0; f < count; f++) if (memberStart[f] === memberStart[f + 1]) n++;
  return n;
};

/** Everything a page or report.json says about a run. Plain JSON: money as texts of digits. */
export const reportOf = (run: Run): Report => ({
  families: run.snapshot.count,
  members: run.snapshot.tables.member.rows,
  familiesWithoutMembers: countWithoutMembers(run.snapshot),
  resultHash: hashRun(run),
  programmes: run.results.map((result) => programmeReport(run, result)),
  warnings: run.set.warnings,
});
