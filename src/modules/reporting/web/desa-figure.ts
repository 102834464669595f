import type * as Plot from '@observablehq/plot';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { labelRoom } from '#web/ui/label-room.ts';

export type DesaRow = ReplyOf<'GET /api/report/realisation'>['desa'][number];

const SET = '#c9d3d6';
const GIVEN = '#17495a';

/** Two bars a desa on one line: what the decree set (light) and what was handed over (dark), in million rupiah, the largest first. */
export const plotDesa = (plot: typeof Plot, rows: readonly DesaRow[], width: number): Plot.PlotOptions => {
  const million = (digits: string) => Number(BigInt(digits) / 1000n) / 1000;
  const shown = [...rows].sort((a, b) => million(b.ditetapkan) - million(a.ditetapkan)).slice(0, 30);
  return {
    height: 64 + shown.length * 24,
    marginLeft: labelRoom(
      shown.map((row) => row.desa),
      width,
    ),
    x: { label: 'juta rupiah', grid: true },
    y: { label: null, domain: shown.map((row) => row.desa) },
    marks: [
      plot.barX(shown, { y: 'desa', x: (row: DesaRow) => million(row.ditetapkan), fill: SET }),
      plot.barX(shown, {
        y: 'desa',
        x: (row: DesaRow) => million(row.diserahterimakan),
        fill: GIVEN,
        insetTop: 5,
        insetBottom: 5,
      }),
      plot.text(shown, {
        y: 'desa',
        x: (row: DesaRow) => million(row.ditetapkan),
        text: (row: DesaRow) => `${row.served}/${row.planned}`,
        dx: 6,
        textAnchor: 'start',
      }),
      plot.ruleX([0]),
    ],
  };
};
