import { formatDate } from '#kernel/local-date.ts';
import { formatRupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';
import { renderPdf } from '#platform/documents/render.ts';
import { getFrame } from '#platform/documents/sql/frame.ts';
import { readUnmetNeed, totalOf, type UnmetDesa, type UnmetProgramme } from './read-unmet-need.ts';

const TEMPLATE = new URL('../documents/kebutuhan.typ', import.meta.url);
const many = (n: number): string => n.toLocaleString('id-ID');
const shortName = (label: string): string => label.split(', ').slice(0, 2).join(', ');

/** The name with its period, unless the name says it. */
const titleOf = ({ name, period }: Pick<UnmetProgramme, 'name' | 'period'>): string =>
  name.includes(period) ? name : `${name} (${period})`;

const cells = (row: Omit<UnmetDesa, 'areaId' | 'label'>): string[] => [
  many(row.unserved),
  formatRupiah(row.unservedCost),
  many(row.unknown),
  formatRupiah(row.unknownCost),
];

const programmeJson = (programme: UnmetProgramme) => {
  const most = Math.max(1, ...programme.desa.map((row) => row.unserved + row.unknown));
  const sorted = [...programme.desa].sort((a, b) => b.unserved - a.unserved || b.unknown - a.unknown);
  return {
    title: titleOf(programme),
    note: `${many(programme.served)} keluarga terlayani dari batas dana ${formatRupiah(programme.ceiling)}; ${formatRupiah(programme.benefit)} per keluarga.`,
    bars: sorted.slice(0, 20).map((row) => ({
      name: shortName(row.label),
      unserved: row.unserved / most,
      unknown: row.unknown / most,
      text: `${many(row.unserved)} / ${many(row.unknown)}`,
    })),
    rows: sorted.map((row) => [shortName(row.label), ...cells(row)]),
    total: cells(totalOf(programme)),
  };
};

/** The unmet need of all programmes as a PDF for the budget meeting: totals, then each programme by desa with a figure. */
export const printUnmetNeed = async (ctx: Context): Promise<Buffer> => {
  const { snapshot, programmes, uncounted } = await readUnmetNeed(ctx);
  return renderPdf(TEMPLATE, {
    frame: await getFrame(ctx),
    title: 'Kebutuhan bantuan yang belum terlayani',
    at: ctx.now,
    content: {
      facts: [
        ['Tanggal', formatDate(ctx.today)],
        ...(snapshot ? [['Register', `${many(snapshot.families)} keluarga, potret ${snapshot.id}`]] : []),
        ...(uncounted.length > 0 ? [['Tidak dihitung', `${uncounted.join(', ')}: ketentuannya masih keliru`]] : []),
      ],
      totals: programmes.map((p) => [titleOf(p), ...cells(totalOf(p))]),
      programmes: programmes.map(programmeJson),
    },
  });
};
