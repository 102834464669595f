import { stringify } from 'csv-stringify/sync';
import type { Context } from '#platform/db/context.ts';
import { type Server, serve, serveFile } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { cancelList } from './actions/cancel-list.ts';
import { followListChanges } from './actions/change-list.ts';
import { confirmList } from './actions/confirm-list.ts';
import { confirmDecision, decideFamily, withdrawDecision } from './actions/decide-family.ts';
import { readFamilyInProgrammes } from './actions/explain-family.ts';
import { followDecrees } from './actions/follow-decree.ts';
import { prepareList } from './actions/prepare-list.ts';
import { printDecreeDraft } from './actions/print-decree-draft.ts';
import { readList, readListRows } from './actions/read-list.ts';
import { readProgramme, readProgrammes } from './actions/read-programme.ts';
import { readRunDecisions } from './actions/read-run-decisions.ts';
import { renewList } from './actions/renew-list.ts';
import { createProgramme, saveTerms } from './actions/save-terms.ts';
import { recheckList, verifyList } from './actions/verify-list.ts';
import * as contracts from './contract.ts';
import { rowPhrase } from './domain/reason-text.ts';
import type { Terms } from './domain/terms.ts';
import { type TermsJson, termsFromJson, termsToJson } from './domain/terms-json.ts';
import { serveLetters, serveListChanges } from './letter-routes.ts';
import { serveSimulation } from './simulation-routes.ts';
import type { RowFilter } from './sql/rows.ts';
import type { RunRow } from './sql/runs.ts';
import { servePapers, serveTrials } from './trial-routes.ts';
import { serveUnmetNeed } from './unmet-routes.ts';
import { serveVerification } from './verification-routes.ts';

const digits = (amount: bigint): string => amount.toString();
const phrasesOf = (terms: Terms): string[] => terms.rules.map((row) => rowPhrase(row, terms));

const runJson = (run: RunRow) => ({
  ...run,
  ceiling: digits(run.ceiling),
  amount: digits(run.amount),
  benefit: digits(run.benefit),
  secondAt: run.secondAt?.toISOString() ?? null,
  createdAt: run.createdAt.toISOString(),
});

const programmeJson = async (ctx: Context, id: string) => {
  const page = await readProgramme(ctx, id);
  const { programme, version, line } = page;
  return {
    ...page,
    id,
    name: programme.name,
    bidang: programme.bidang,
    budgetLineId: programme.budgetLineId,
    versionId: version.id,
    versionNo: version.no,
    version: version.version,
    frozen: version.frozenAt !== null,
    from: version.from,
    terms: termsToJson(version.terms),
    line: line && {
      id: line.id,
      name: line.subKegiatanName,
      fundSource: line.fundSource,
      year: line.year,
      pagu: digits(line.pagu),
      tersisa: digits(line.tersisa),
      gates: line.gates,
    },
    decisions: page.decisions.map((d) => ({ ...d, at: d.at.toISOString() })),
    runs: page.runs.map(runJson),
    secondPersonAbove: digits(page.secondPersonAbove),
  };
};

const programmesJson = async (ctx: Context) => ({
  items: (await readProgrammes(ctx)).map(({ programme, terms, line, run }) => ({
    id: programme.id,
    name: programme.name,
    bidang: programme.bidang,
    state: programme.state,
    period: terms.period,
    benefit: digits(terms.benefit),
    fundSource: line?.fundSource ?? null,
    pagu: line ? digits(line.pagu) : null,
    tersisa: line ? digits(line.tersisa) : null,
    list: run
      ? {
          id: run.id,
          state: run.state,
          masuk: run.counts.masuk,
          ditahan: run.counts.ditahan,
          cadangan: run.counts.cadangan,
        }
      : null,
  })),
});

const listJson = async (ctx: Context, id: string) => {
  const page = await readList(ctx, id);
  return {
    ...page,
    run: runJson(page.run),
    terms: termsToJson(page.terms),
    phrases: phrasesOf(page.terms),
    desa: page.desa.map((row) => ({ ...row, rupiah: digits(page.run.benefit * BigInt(row.masuk + row.ditahan)) })),
  };
};

const afterOf = (cursor: string | undefined) => {
  const [rank, familyId] = (cursor ?? '').split('_');
  return familyId && /^[0-9a-f-]{36}$/.test(familyId) && /^\d{1,10}$/.test(rank ?? '')
    ? { rank: Number(rank), familyId }
    : undefined;
};

const EVERY_ROW = 1_000_000;
const CSV_COLUMNS = [
  'Urutan',
  'Nama',
  'NIK',
  'Wilayah',
  'Tempat',
  'Cadangan nomor',
  'Ditahan sampai',
  'Kedudukan',
  'Alasan',
];

const rowsCsv = async (ctx: Context, id: string, filter: RowFilter): Promise<string> => {
  const { items } = await readListRows(ctx, id, filter, { limit: EVERY_ROW });
  const rows = items.map((row) => [
    row.rank,
    row.name,
    row.maskedNik,
    row.areaLabel,
    row.place,
    row.reserveNo,
    row.heldUntil,
    row.position,
    row.why,
  ]);
  return `\ufeff${stringify(rows, { header: true, columns: CSV_COLUMNS })}`;
};

const serveLists = (server: Server): void => {
  serve(server, contracts.getList, (ctx, { params }) => listJson(ctx, params.id));
  serve(server, contracts.listRows, async (ctx, { params, query: { after, limit, ...filter } }) => {
    const { items, next } = await readListRows(ctx, params.id, filter, { after: afterOf(after), limit });
    return { items, next };
  });
  serve(server, contracts.verifyList, (ctx, { params }) => verifyList(ctx, params.id));
  serve(server, contracts.recheckList, async (ctx, { params }) => {
    const found = await recheckList(ctx, params.id);
    return { ...found, snapshot: { ...found.snapshot, at: found.snapshot.at.toISOString() } };
  });
  serve(server, contracts.confirmList, async (ctx, { params, body }) => {
    await confirmList(ctx, params.id, body.version);
    return params;
  });
  serve(server, contracts.renewList, (ctx, { params, body }) => renewList(ctx, params.id, body.version));
  serve(server, contracts.cancelList, async (ctx, { params, body }) => {
    await cancelList(ctx, params.id, body.version, body.reason);
    return params;
  });
  serveFile(server, contracts.exportRows, async (ctx, { params, query }) => ({
    name: 'daftar-penerima.csv',
    mediaType: 'text/csv; charset=utf-8',
    body: await rowsCsv(ctx, params.id, query),
  }));
  serveFile(server, contracts.printDecreeDraft, async (ctx, { params }) => ({
    name: 'rancangan-sk.pdf',
    mediaType: 'application/pdf',
    body: await printDecreeDraft(ctx, params.id),
  }));
};

const serveDecisions = (server: Server): void => {
  serve(server, contracts.readRunDecisions, async (ctx, { params }) => {
    const { totals, items } = await readRunDecisions(ctx, params.id);
    return {
      totals: totals.map((total) => ({ ...total, rupiah: digits(total.rupiah) })),
      items: items.map((one) => ({ ...one, at: one.at.toISOString() })),
    };
  });
  serve(server, contracts.decideFamily, async (ctx, { params, body }) => ({
    id: await decideFamily(ctx, params.id, body),
  }));
  serve(server, contracts.confirmDecision, async (ctx, { params }) => {
    await confirmDecision(ctx, params.id, params.decisionId);
    return { id: params.decisionId };
  });
  serve(server, contracts.withdrawDecision, async (ctx, { params }) => {
    await withdrawDecision(ctx, params.id, params.decisionId);
    return { id: params.decisionId };
  });
};

export const registerProgramme = (server: Server, { dataDir, url }: { dataDir: string; url: string }): Jobs => {
  followDecrees();
  followListChanges();
  serve(server, contracts.listProgrammes, programmesJson);
  serve(server, contracts.getProgramme, (ctx, { params }) => programmeJson(ctx, params.id));
  serve(server, contracts.createProgramme, async (ctx, { body }) => ({
    id: await createProgramme(ctx, { ...body, terms: termsFromJson(body.terms as TermsJson) }),
  }));
  serve(server, contracts.saveTerms, async (ctx, { params, body }) =>
    saveTerms(ctx, params.id, { ...body, terms: termsFromJson(body.terms as TermsJson) }),
  );
  serve(server, contracts.prepareList, (ctx, { params }) => prepareList(ctx, params.id));
  serveSimulation(server);
  serveTrials(server);
  servePapers(server, dataDir);
  serveLists(server);
  serveDecisions(server);
  serveLetters(server, url);
  serveListChanges(server);
  serveUnmetNeed(server);
  serveVerification(server);
  serve(server, contracts.getFamilyInProgrammes, (ctx, { params }) => readFamilyInProgrammes(ctx, params.id));
  return {};
};
