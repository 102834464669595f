import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { mendSvg } from './mend-svg.ts';

test('a drawing becomes one image named by its finding, its groups unnamed', () => {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const drawn = Plot.plot({
    document,
    color: { legend: true },
    marks: [Plot.barX([{ n: 3, d: 'Karang Asri' }], { x: 'n', y: 'd', fill: 'd' })],
  } as Plot.PlotOptions);
  expect(drawn.querySelectorAll('g[aria-label]').length).toBeGreaterThan(0);
  mendSvg(drawn, 'Tiga keluarga di Karang Asri.');
  expect(drawn.querySelectorAll('g[aria-label]').length).toBe(0);
  const named = [...drawn.querySelectorAll('svg[role=img]')];
  expect(named.map((svg) => svg.getAttribute('aria-label'))).toEqual(['Tiga keluarga di Karang Asri.']);
});
