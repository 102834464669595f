import type { Context } from '#platform/db/context.ts';
import { type Server, serve } from '#platform/http/serve.ts';
import { simulate } from './actions/simulate.ts';
import * as contracts from './contract.ts';
import { rowPhrase } from './domain/reason-text.ts';
import { type TermsJson, termsFromJson } from './domain/terms-json.ts';

const digits = (amount: bigint): string => amount.toString();

const simulationJson = async (
  ctx: Context,
  id: string,
  wanted: { terms: TermsJson; before: TermsJson | null; fresh: boolean },
) => {
  const terms = termsFromJson(wanted.terms);
  const found = await simulate(ctx, id, {
    terms,
    before: wanted.before && termsFromJson(wanted.before),
    fresh: wanted.fresh,
  });
  const { outcome } = found;
  return {
    snapshot: { ...found.snapshot, at: found.snapshot.at.toISOString() },
    problems: found.problems,
    cases: found.cases,
    phrases: terms.rules.map((row) => rowPhrase(row, terms)),
    outcome: outcome && {
      ...outcome,
      money: {
        pagu: digits(outcome.money.pagu),
        tersisa: digits(outcome.money.tersisa),
        ceiling: digits(outcome.money.ceiling),
        spent: digits(outcome.money.spent),
        wanted: digits(outcome.money.wanted),
      },
      desa: outcome.desa.map((row) => ({ ...row, rupiah: digits(row.rupiah) })),
    },
  };
};

/** Trying terms: what a list would be. */
export const serveSimulation = (server: Server): void => {
  serve(server, contracts.simulateProgramme, (ctx, { params, body }) =>
    simulationJson(ctx, params.id, body as { terms: TermsJson; before: TermsJson | null; fresh: boolean }),
  );
};
