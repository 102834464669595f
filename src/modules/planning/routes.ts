import { stringify } from 'csv-stringify/sync';
import { sumRupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';
import { type Server, serve, serveFile } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { endMoratorium, exceptFromMoratorium } from './actions/change-moratorium.ts';
import { listGates, readLine } from './actions/read-line.ts';
import { type LineBalance, listLineBalances } from './actions/read-lines.ts';
import { recordSp2d, recordSts } from './actions/record-payment.ts';
import { addFundSource, recordFundDocument, recordMoratorium } from './actions/record-source.ts';
import { openLine, recordStage } from './actions/record-stage.ts';
import { releasePagu } from './actions/release-pagu.ts';
import { shiftPagu } from './actions/shift-pagu.ts';
import * as contracts from './contract.ts';
import { NOT_NEEDED } from './domain/admission.ts';
import { type DocumentKind, STAGES } from './domain/words.ts';
import { listMoratoria } from './sql/moratoria.ts';
import { listAdmissions, listDocuments, listSources } from './sql/sources.ts';

const digits = (amount: bigint): string => amount.toString();
const MONEY = ['pagu', 'dipesan', 'cair', 'tersisa', 'diserahterimakan'] as const;
const moneyOf = (line: Pick<LineBalance, (typeof MONEY)[number]>) => ({
  pagu: digits(line.pagu),
  dipesan: digits(line.dipesan),
  cair: digits(line.cair),
  tersisa: digits(line.tersisa),
  diserahterimakan: digits(line.diserahterimakan),
});

const readSources = async (ctx: Context, year: number) => {
  const [sources, documents, admissions] = [
    await listSources(ctx),
    await listDocuments(ctx),
    await listAdmissions(ctx),
  ];
  const items = [];
  for (const source of sources) {
    const wanted = new Set(admissions.filter((row) => row.kind === source.kind).map((row) => row.documentKind));
    wanted.delete(NOT_NEEDED);
    if (wanted.has('dpa')) wanted.add('dppa');
    items.push({
      ...source,
      documents: documents
        .filter((d) => d.fundSourceId === source.id && d.year === year)
        .map(({ fundSourceId: _, at, ...d }) => ({ ...d, at: at.toISOString() })),
      wanted: [...wanted] as DocumentKind[],
      gates: await listGates(ctx, { fundSourceId: source.id, year }),
    });
  }
  return { items };
};

const readTable = async (ctx: Context, year: number) => {
  const lines = await listLineBalances(ctx, year);
  const total = Object.fromEntries(MONEY.map((k) => [k, digits(sumRupiah(lines.map((line) => line[k])))])) as Record<
    (typeof MONEY)[number],
    string
  >;
  const years = new Set((await listLineBalances(ctx)).map((line) => line.year));
  return {
    items: lines.map((line) => ({ ...line, ...moneyOf(line) })),
    total,
    years: [...years.add(Number(ctx.today.slice(0, 4)))].sort(),
  };
};

const readOne = async (ctx: Context, id: string) => {
  const page = await readLine(ctx, id);
  return {
    ...page,
    line: { ...page.line, ...moneyOf(page.line) },
    stages: page.stages.map((s) => ({ ...s, amount: digits(s.amount), at: s.at.toISOString() })),
    entries: page.entries.map((e) => ({
      ...e,
      amount: digits(e.amount),
      left: digits(e.left),
      at: e.at.toISOString(),
    })),
    reservations: page.reservations.map((r) => ({ ...r, left: digits(r.left) })),
    months: page.months.map((m) => ({ ...m, cair: digits(m.cair), diserahterimakan: digits(m.diserahterimakan) })),
  };
};

const csvOf = (lines: readonly LineBalance[]): string =>
  `\ufeff${stringify(
    lines.map((line) => [
      line.year,
      line.fundSource,
      line.subKegiatan,
      line.subKegiatanName,
      line.accountCode,
      STAGES[line.stage],
      ...MONEY.map((k) => digits(line[k])),
    ]),
    {
      header: true,
      columns: [
        'Tahun',
        'Sumber dana',
        'Sub kegiatan',
        'Nama',
        'Rekening',
        'Tahap',
        'Pagu',
        'Dipesan',
        'SP2D bersih',
        'Tersisa',
        'Diserahterimakan',
      ],
    },
  )}`;

const serveReading = (server: Server): void => {
  serve(server, contracts.listFundSources, (ctx, { query }) => readSources(ctx, query.year));
  serve(server, contracts.listBudgetLines, (ctx, { query }) => readTable(ctx, query.year));
  serve(server, contracts.getBudgetLine, (ctx, { params }) => readOne(ctx, params.id));
  serve(server, contracts.listMoratoria, async (ctx) => ({ items: await listMoratoria(ctx) }));
  serveFile(server, contracts.exportBudgetLines, async (ctx, { query }) => ({
    name: `anggaran-${query.year}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    body: csvOf(await listLineBalances(ctx, query.year)),
  }));
};

export const registerPlanning = (server: Server): Jobs => {
  serveReading(server);
  serve(server, contracts.addFundSource, async (ctx, { body }) => ({ id: await addFundSource(ctx, body) }));
  serve(server, contracts.recordFundDocument, async (ctx, { params, body }) => ({
    id: await recordFundDocument(ctx, { fundSourceId: params.id, ...body }),
  }));
  serve(server, contracts.openBudgetLine, async (ctx, { body }) => {
    const { stage, amount, document, onDate, ...line } = body;
    return { id: await openLine(ctx, line, { stage, amount: BigInt(amount), document, onDate }) };
  });
  serve(server, contracts.recordStage, async (ctx, { params, body: { version, ...body } }) => {
    await recordStage(ctx, params.id, version, { ...body, amount: BigInt(body.amount) });
    return { id: params.id };
  });
  serve(server, contracts.shiftPagu, async (ctx, { params, body }) => {
    await shiftPagu(ctx, { fromLineId: params.id, ...body, amount: BigInt(body.amount) });
    return { id: params.id };
  });
  for (const [definition, record] of [
    [contracts.recordSp2d, recordSp2d],
    [contracts.recordSts, recordSts],
  ] as const)
    serve(server, definition, async (ctx, { params, body: { reservation, ...body } }) => ({
      id: await record(ctx, { lineId: params.id, ...body, amount: BigInt(body.amount), refId: reservation }),
    }));
  serve(server, contracts.releaseReservation, async (ctx, { params, body }) => ({
    released: digits(
      await releasePagu(ctx, {
        lineId: params.id,
        refId: body.reservation,
        amount: BigInt(body.amount),
        document: body.document,
        key: `lepas:${params.id}:${body.document}`,
      }),
    ),
  }));
  serve(server, contracts.exceptFromMoratorium, async (ctx, { params, body }) => {
    await exceptFromMoratorium(ctx, params.id, body);
    return { id: params.id };
  });
  serve(server, contracts.endMoratorium, async (ctx, { params, body }) => {
    await endMoratorium(ctx, params.id, body);
    return { id: params.id };
  });
  serve(server, contracts.recordMoratorium, async (ctx, { body }) => ({ id: await recordMoratorium(ctx, body) }));
  return {};
};
