import { sumRupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';
import { writeCsv } from '#platform/files/spreadsheet.ts';
import { doubledBy } from '../domain/double-aid.ts';
import { type DoubleRow, listDoubleAid } from '../sql/double-aid.ts';

/** Lines that the page shows; the sums and the CSV hold all. */
const SHOWN = 500;

const lineOf = (row: DoubleRow) => ({
  pairId: row.pairId,
  state: row.state,
  band: row.band,
  programmeId: row.programmeId,
  programme: row.programme,
  period: row.period,
  areaLabel: row.aArea,
  a: { id: row.aId, name: row.aName, set: row.aSet, paid: row.aPaid },
  b: { id: row.bId, name: row.bName, set: row.bSet, paid: row.bPaid },
  ...doubledBy({ set: row.aSet, paid: row.aPaid }, { set: row.bSet, paid: row.bPaid }),
});

const readAll = async (ctx: Context) => {
  const lines = (await listDoubleAid(ctx)).map(lineOf);
  const total = {
    lines: lines.length,
    pairs: new Set(lines.map(({ pairId }) => pairId)).size,
    atStake: sumRupiah(lines.map(({ atStake }) => atStake)),
    paid: sumRupiah(lines.map(({ paid }) => paid)),
    toPay: sumRupiah(lines.map(({ toPay }) => toPay)),
  };
  return { lines, total };
};

/** One person receiving the same aid through two records, the dearest first, with the sums in whole rupiah. */
export const readDoubleAid = async (ctx: Context) => {
  const { lines, total } = await readAll(ctx);
  return { items: lines.slice(0, SHOWN), total };
};

const COLUMNS = [
  { header: 'pasangan' },
  { header: 'keadaan' },
  { header: 'program' },
  { header: 'periode' },
  { header: 'wilayah' },
  { header: 'nama_a' },
  { header: 'nama_b' },
  { header: 'ditetapkan_a_rp', kind: 'angka' },
  { header: 'ditetapkan_b_rp', kind: 'angka' },
  { header: 'diserahkan_a_rp', kind: 'angka' },
  { header: 'diserahkan_b_rp', kind: 'angka' },
  { header: 'dobel_rp', kind: 'angka' },
  { header: 'dobel_sudah_dibayar_rp', kind: 'angka' },
  { header: 'dobel_belum_dibayar_rp', kind: 'angka' },
] as const;

/** All lines as CSV with their sum; the download is kept in the audit. */
export const writeDoubleAid = async (ctx: Context): Promise<string> => {
  const { lines, total } = await readAll(ctx);
  const rows = lines.map(({ pairId, state, programme, period, areaLabel, a, b, atStake, paid, toPay }) => [
    ...[pairId, state, programme, period ?? '', areaLabel ?? '', a.name, b.name],
    ...[a.set, b.set, a.paid, b.paid, atStake, paid, toPay],
  ]);
  const last = ['JUMLAH', '', '', '', '', '', '', '', '', '', '', total.atStake, total.paid, total.toPay];
  const parts: string[] = [];
  for await (const part of writeCsv(COLUMNS, [...rows, last])) parts.push(part);
  await ctx.record({
    event: 'double_aid.downloaded',
    subjectKind: 'agency',
    subjectId: ctx.actor.agency,
    after: { lines: total.lines },
  });
  return parts.join('');
};
