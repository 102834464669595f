import { isInputProblem, OUTCOME } from '#engines/targeting/index.ts';
import type { Rupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';
import { breakDown } from '../domain/breakdown.ts';
import { checkTerms, hasErrors, type TermsProblem } from '../domain/check-terms.ts';
import { compareLists } from '../domain/compare.ts';
import { type Computed, computeList, takesMoney } from '../domain/compute.ts';
import { desaTable } from '../domain/desa-table.ts';
import { countList } from '../domain/list-rows.ts';
import { missingFactsOf } from '../domain/missing-facts.ts';
import { rankSentence, type Terms } from '../domain/terms.ts';
import { tieSentence } from '../domain/tie-order.ts';
import { decisionsInForce } from './decide-family.ts';
import { describeFamilies } from './describe-families.ts';
import { getProgramme } from './get-programme.ts';
import { type LoadedRegister, registerForSimulation } from './load-register.ts';
import { moneyForList } from './money-for-list.ts';
import { otherAwards } from './other-awards.ts';
import { failingCases } from './test-cases.ts';

const AROUND_CUT = 10;
const MOST_SHOWN = 60;

/** Ten above and ten below the cut, the unknown that could enter, and the head of the reserve list. */
const partsOf = ({ queue, place, result, report }: Computed) => {
  const { outcome } = result.selection;
  const ordered = [...queue];
  const inside = ordered.filter((f) => takesMoney(place(f)));
  const reserve = ordered.filter((f) => place(f) === 'cadangan');
  const next = reserve.length > 0 ? reserve : ordered.filter((f) => outcome[f] === OUTCOME.quota);
  return {
    above: inside.slice(-AROUND_CUT),
    below: next.slice(0, AROUND_CUT),
    held: ordered.filter((f) => outcome[f] === OUTCOME.held).slice(0, MOST_SHOWN),
    open: ordered.filter((f) => outcome[f] === OUTCOME.open || result.openTiers.has(f)).slice(0, MOST_SHOWN),
    openCount: report.unresolved.families,
    reserve: reserve.slice(0, MOST_SHOWN),
  };
};

type Run = { terms: Terms; register: LoadedRegister; computed: Computed };

const describe = async (ctx: Context, { terms, register, computed }: Run, before: Computed | undefined) => {
  const parts = partsOf(computed);
  const changes = before ? compareLists(before, computed) : { cameIn: [], wentOut: [] };
  const places = (ids: string[]) => ids.slice(0, MOST_SHOWN).flatMap((id) => computed.snapshot.indexOf(id) ?? []);
  const shown = { ...parts, cameIn: places(changes.cameIn), wentOut: places(changes.wentOut) };
  const lists = [shown.above, shown.below, shown.held, shown.open, shown.reserve, shown.cameIn, shown.wentOut];
  const rows = await describeFamilies(ctx, { terms, register, computed }, [...new Set(lists.flat())]);
  const pick = (families: readonly number[]) => families.flatMap((f) => rows.get(f) ?? []);
  return {
    above: pick(shown.above),
    below: pick(shown.below),
    held: shown.held.flatMap((f) => withMissing(rows.get(f), computed, f)),
    open: shown.open.flatMap((f) => withMissing(rows.get(f), computed, f)),
    openCount: parts.openCount,
    reserve: pick(shown.reserve),
    changes: {
      cameInCount: changes.cameIn.length,
      wentOutCount: changes.wentOut.length,
      cameIn: pick(shown.cameIn),
      wentOut: pick(shown.wentOut),
    },
  };
};

const withMissing = <T>(row: T | undefined, computed: Computed, family: number) =>
  row ? [{ ...row, missing: missingFactsOf(computed, family) }] : [];

/** Places that take money, per desa. */
const placesByDesa = (computed: Computed): ReadonlyMap<string, number> =>
  new Map(desaTable(computed).map((row) => [row.kode, row.masuk + row.ditahan]));

const desaRows = (register: LoadedRegister, computed: Computed, before: Computed | undefined, benefit: Rupiah) => {
  const byCode = new Map([...register.areas.values()].map((area) => [area.kode, area]));
  const had = before && placesByDesa(before);
  return desaTable(computed).map((row) => ({
    ...row,
    change: had ? row.masuk + row.ditahan - (had.get(row.kode) ?? 0) : 0,
    areaId: byCode.get(row.kode)?.id ?? 0,
    label: byCode.get(row.kode)?.label ?? row.kode,
    rupiah: benefit * BigInt(row.masuk + row.ditahan),
  }));
};

/** What the engine refuses although every single row is right (a quota below a floor, sums too large). */
const asProblems = (error: unknown): TermsProblem[] => {
  if (!isInputProblem(error)) throw error;
  return error.problems.map((message) => ({ level: 'error', row: null, field: null, message, needsReason: false }));
};

export type SimulationWanted = { terms: Terms; before: Terms | null; fresh: boolean };

/**
 * Computes what a list would be under these terms, on the register in memory, and what changes against `before`. Reserves nothing,
 * writes nothing. With errors in the terms only the problems come back.
 */
export const simulate = async (ctx: Context, programmeId: string, wanted: SimulationWanted) => {
  const { programme } = await getProgramme(ctx, programmeId);
  const { terms } = wanted;
  const problems = checkTerms(terms, ctx.today);
  const register = await registerForSimulation(ctx, programmeId, wanted.fresh);
  const snapshot = {
    id: register.id,
    at: register.at,
    families: register.snapshot.count,
    members: register.memberIds.length,
    withoutMembers: register.withoutMembers,
  };
  const cases = await failingCases(ctx, programmeId, terms);
  if (hasErrors(problems)) return { snapshot, problems, cases, outcome: null };
  const decisions = await decisionsInForce(ctx, programmeId);
  const compute = async (t: Terms, ceiling: Rupiah): Promise<Computed> =>
    computeList(register, {
      name: programme.name,
      terms: t,
      ceiling,
      asOf: ctx.today,
      decisions,
      otherAwards: await otherAwards(ctx, programmeId, t),
      codeOf: (areaId) => register.areas.get(areaId)?.kode,
    });
  const money = await moneyForList(ctx, programme, terms);
  try {
    const computed = await compute(terms, money.ceiling);
    const old = wanted.before && !hasErrors(checkTerms(wanted.before, ctx.today)) ? wanted.before : undefined;
    const before = old && (await compute(old, old.ceiling ?? money.tersisa));
    const counts = countList(computed);
    const spent = computed.result.selection.spent;
    return {
      snapshot,
      problems,
      cases,
      outcome: {
        counts,
        money: { ...money, spent, wanted: spent + terms.benefit * BigInt(counts.cadangan) },
        closedBy: computed.result.selection.closedBy ?? null,
        order: rankSentence(terms.rankBy),
        ties: tieSentence(terms.tieOrder),
        warnings: [...computed.report.warnings],
        unmet: computed.report.unmet,
        missingFacts: [...computed.report.missingFacts].slice(0, 12),
        desa: desaRows(register, computed, before, terms.benefit),
        breakdown: breakDown(computed),
        ...(await describe(ctx, { terms, register, computed }, before)),
      },
    };
  } catch (error) {
    return { snapshot, problems: [...problems, ...asProblems(error)], cases, outcome: null };
  }
};
