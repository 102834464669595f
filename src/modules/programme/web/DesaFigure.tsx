import type * as PlotModule from '@observablehq/plot';
import { Figure } from '#web/ui/Figure.tsx';
import { labelRoom } from '#web/ui/label-room.ts';
import { useText } from '#web/ui/language.tsx';
import { Money } from '#web/ui/Money.tsx';

export type DesaRow = {
  kode: string;
  label: string;
  ya: number;
  belum: number;
  masuk: number;
  ditahan: number;
  cadangan: number;
  quota?: number | null;
  change?: number;
  rupiah: string;
};

const texts = {
  id: {
    finding: (served: number, all: number, waiting: number) =>
      `${served} dari ${all} desa/kelurahan mendapat tempat; ${waiting} keluarga yang memenuhi syarat belum terlayani.`,
    caption:
      'Keluarga per desa/kelurahan: masuk, tempat ditahan, cadangan. Diurutkan dari yang terbanyak memenuhi syarat.',
    desa: 'Desa/kelurahan',
    quota: 'Kuota',
    none: '-',
    eligible: 'Memenuhi',
    unknown: 'Belum diketahui',
    inside: 'Masuk',
    held: 'Ditahan',
    reserve: 'Cadangan',
    change: 'Perubahan',
    money: 'Dana',
  },
  en: {
    finding: (served: number, all: number, waiting: number) =>
      `${served} of ${all} desa/kelurahan get places; ${waiting} eligible families are not served.`,
    caption: 'Families by desa/kelurahan: in, held, reserve. Those with most eligible families first.',
    desa: 'Desa/kelurahan',
    quota: 'Quota',
    none: '-',
    eligible: 'Eligible',
    unknown: 'Unknown',
    inside: 'In',
    held: 'Held',
    reserve: 'Reserve',
    change: 'Change',
    money: 'Money',
  },
};

const MOST_DRAWN = 25;
const nameOf = (row: DesaRow): string => (row.label.split(',')[0] ?? row.kode).replace(/^(Desa|Kelurahan) /, '');

const drawDesa = (Plot: typeof PlotModule, rows: readonly DesaRow[], width: number) => {
  const drawn = [...rows].sort((a, b) => b.ya - a.ya).slice(0, MOST_DRAWN);
  return {
    height: 40 + drawn.length * 22,
    marginLeft: labelRoom(drawn.map(nameOf), width),
    x: {
      label: 'keluarga',
      grid: true,
      ticks: Math.min(8, Math.max(1, ...drawn.map((row) => row.masuk + row.ditahan + row.cadangan))),
      tickFormat: (n: number) => (Number.isInteger(n) ? n.toLocaleString('id-ID') : ''),
    },
    y: {
      label: null,
      domain: drawn.map((row) => row.kode),
      tickFormat: (kode: string) => nameOf(drawn.find((row) => row.kode === kode) ?? drawn[0]!),
    },
    color: { domain: ['masuk', 'ditahan', 'cadangan'], range: ['#17495A', '#6C98A8', '#DCE8EC'], legend: true },
    marks: [
      Plot.barX(
        drawn.flatMap((row) =>
          (['masuk', 'ditahan', 'cadangan'] as const).map((place) => ({ kode: row.kode, place, families: row[place] })),
        ),
        { x: 'families', y: 'kode', fill: 'place', stroke: '#55605C', strokeWidth: 0.5, insetTop: 2, insetBottom: 2 },
      ),
      Plot.ruleX([0]),
    ],
  };
};

/** Per desa: a figure with its finding, the table and the CSV. The parts sum to the list. */
export const DesaFigure = ({ rows, csvName }: { rows: readonly DesaRow[]; csvName: string }) => {
  const t = useText(texts);
  const served = rows.filter((row) => row.masuk + row.ditahan > 0).length;
  const waiting = rows.reduce((sum, row) => sum + row.ya - row.masuk, 0);
  return (
    <Figure
      finding={t.finding(served, rows.length, Math.max(0, waiting))}
      caption={t.caption}
      rows={rows}
      rowKey={(row) => row.kode}
      csvName={csvName}
      plot={drawDesa}
      columns={[
        {
          key: 'desa',
          header: t.desa,
          cell: (row) => row.label.split(',').slice(0, 2).join(','),
          text: (row) => row.label,
        },
        ...(rows.some((row) => row.quota !== undefined)
          ? [
              {
                key: 'quota',
                header: t.quota,
                isNumber: true,
                cell: (row: DesaRow) => row.quota ?? t.none,
                text: (row: DesaRow) => row.quota ?? '',
              },
            ]
          : []),
        { key: 'ya', header: t.eligible, isNumber: true, cell: (row) => row.ya },
        { key: 'belum', header: t.unknown, isNumber: true, cell: (row) => row.belum },
        { key: 'masuk', header: t.inside, isNumber: true, cell: (row) => row.masuk },
        { key: 'ditahan', header: t.held, isNumber: true, cell: (row) => row.ditahan },
        { key: 'cadangan', header: t.reserve, isNumber: true, cell: (row) => row.cadangan },
        ...(rows.some((row) => row.change !== undefined)
          ? [
              {
                key: 'change',
                header: t.change,
                isNumber: true,
                cell: (row: DesaRow) => `${(row.change ?? 0) > 0 ? '+' : ''}${row.change ?? 0}`,
                text: (row: DesaRow) => row.change ?? 0,
              },
            ]
          : []),
        {
          key: 'rupiah',
          header: t.money,
          unit: 'Rp',
          isNumber: true,
          cell: (row) => <Money amount={row.rupiah} isBare />,
          text: (row) => row.rupiah,
        },
      ]}
    />
  );
};
