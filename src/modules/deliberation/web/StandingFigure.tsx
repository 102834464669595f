import type * as Plot from '@observablehq/plot';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { Figure } from '#web/ui/Figure.tsx';
import { labelRoom } from '#web/ui/label-room.ts';
import { useText } from '#web/ui/language.tsx';

type Desa = ReplyOf<'GET /api/musyawarah'>['desa'][number];
type Standing = Desa['standing'];
type Kecamatan = { name: string } & Record<Standing, number>;

const texts = {
  id: {
    finding: (done: number, all: number, late: number) =>
      `${done} dari ${all} desa/kelurahan sudah bermusyawarah; ${late} terlambat.`,
    caption: 'Keadaan musyawarah bulan ini per kecamatan, dalam jumlah desa/kelurahan',
    kecamatan: 'Kecamatan',
    sudah: 'Sudah',
    menunggu: 'Belum',
    terlambat: 'Terlambat',
    tidak_ada: 'Tidak ada usulan',
    csv: 'musyawarah-kecamatan',
  },
  en: {
    finding: (done: number, all: number, late: number) =>
      `${done} of ${all} desa/kelurahan have deliberated; ${late} are late.`,
    caption: 'This month’s deliberation by kecamatan, in number of desa/kelurahan',
    kecamatan: 'Kecamatan',
    sudah: 'Held',
    menunggu: 'Not yet',
    terlambat: 'Late',
    tidak_ada: 'No proposals',
    csv: 'deliberation-by-kecamatan',
  },
};

const STANDINGS = ['sudah', 'menunggu', 'terlambat'] as const;
const COLOURS = ['#17495a', '#c9d6da', '#b3452c'];
const WORDS = { sudah: 'sudah', menunggu: 'belum', terlambat: 'terlambat' } as const;

const byKecamatan = (desa: readonly Desa[]): Kecamatan[] => {
  const found = new Map<string, Kecamatan>();
  for (const { label, standing } of desa) {
    const name = label.split(', ')[1] ?? label;
    const counts = found.get(name) ?? { name, sudah: 0, menunggu: 0, terlambat: 0, tidak_ada: 0 };
    found.set(name, { ...counts, [standing]: counts[standing] + 1 });
  }
  return [...found.values()];
};

const plotStandings = (plot: typeof Plot, rows: readonly Kecamatan[], width: number): Plot.PlotOptions => {
  const bars = rows.flatMap((row) =>
    STANDINGS.map((standing) => ({ kecamatan: row.name, keadaan: WORDS[standing], n: row[standing] })),
  );
  const names = rows.map(({ name }) => name);
  return {
    marginLeft: labelRoom(names, width),
    height: Math.max(80, rows.length * 26 + 40),
    // Desa are counted whole: no tick between two of them.
    x: {
      label: null,
      grid: true,
      ticks: Math.min(8, Math.max(1, ...rows.map((row) => row.sudah + row.menunggu + row.terlambat))),
    },
    y: { label: null, domain: names },
    color: { domain: STANDINGS.map((standing) => WORDS[standing]), range: COLOURS, legend: true },
    marks: [plot.barX(bars, plot.stackX({ x: 'n', y: 'kecamatan', fill: 'keadaan' })), plot.ruleX([0])],
  };
};

/** Which of the desa have held theirs and which are late, kecamatan by kecamatan. */
export const StandingFigure = ({ desa }: { desa: readonly Desa[] }) => {
  const t = useText(texts);
  const rows = byKecamatan(desa);
  const sum = (key: Standing) => rows.reduce((total, row) => total + row[key], 0);
  return (
    <Figure
      finding={t.finding(sum('sudah'), desa.length - sum('tidak_ada'), sum('terlambat'))}
      caption={t.caption}
      rows={rows}
      rowKey={(row) => row.name}
      columns={[
        { key: 'name', header: t.kecamatan, cell: (row) => row.name },
        ...(['sudah', 'menunggu', 'terlambat', 'tidak_ada'] as const).map((key) => ({
          key,
          header: t[key],
          isNumber: true,
          cell: (row: Kecamatan) => row[key],
        })),
      ]}
      plot={plotStandings}
      csvName={t.csv}
    />
  );
};
