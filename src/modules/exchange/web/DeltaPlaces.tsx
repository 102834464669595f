import type * as Plot from '@observablehq/plot';
import { type Column, DataTable } from '#web/ui/DataTable.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { labelRoom } from '#web/ui/label-room.ts';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { Section } from '#web/ui/Section.tsx';
import { type Delta, type DeltaPlace, KIND_WORDS, KINDS_SHOWN } from './delta-words.ts';

const texts = {
  id: {
    title: 'Per desa/kelurahan',
    desa: 'Desa/kelurahan',
    open: 'Berhenti, belum ditindaklanjuti',
    sum: (lost: number, gone: number, fresh: number) =>
      `Bantuan berhenti bagi ${lost.toLocaleString('id-ID')} orang; ${gone.toLocaleString('id-ID')} orang tidak tercantum lagi dan ${fresh.toLocaleString('id-ID')} orang baru.`,
    caption: 'Bantuan yang berhenti dan orang yang tidak tercantum lagi per desa/kelurahan, lima belas terbanyak',
    all: 'Semua desa/kelurahan',
  },
  en: {
    title: 'By desa/kelurahan',
    desa: 'Desa/kelurahan',
    open: 'Stopped, not looked into',
    sum: (lost: number, gone: number, fresh: number) =>
      `Aid stopped for ${lost.toLocaleString('id-ID')} people; ${gone.toLocaleString('id-ID')} are no longer listed and ${fresh.toLocaleString('id-ID')} are new.`,
    caption: 'Aid that stopped and people no longer listed by desa/kelurahan, the fifteen largest',
    all: 'All desa/kelurahan',
  },
};

const shortName = (label: string): string => label.split(', ')[0] ?? label;
const n = (count: number): string => count.toLocaleString('id-ID');
const total = (places: readonly DeltaPlace[], key: 'bantuan_hilang' | 'hilang' | 'baru'): number =>
  places.reduce((sum, place) => sum + place[key], 0);

/** Two bars a desa: dark is aid that stopped, light is people who are gone from the list. */
const plotPlaces = (plot: typeof Plot, rows: readonly DeltaPlace[], width: number): Plot.PlotOptions => {
  const bars = rows.flatMap((row) => [
    { desa: shortName(row.label), what: 'bantuan berhenti', n: row.bantuan_hilang },
    { desa: shortName(row.label), what: 'tidak tercantum lagi', n: row.hilang },
  ]);
  const names = rows.map(({ label }) => shortName(label));
  return {
    marginLeft: labelRoom(names, width),
    height: Math.max(80, rows.length * 26 + 40),
    // People are counted whole: no tick between two of them.
    x: {
      label: null,
      grid: true,
      ticks: Math.min(8, Math.max(1, ...rows.map((row) => row.bantuan_hilang + row.hilang))),
    },
    y: { label: null, domain: names },
    color: { domain: ['bantuan berhenti', 'tidak tercantum lagi'], range: ['#17495a', '#8fb3bf'], legend: true },
    marks: [plot.barX(bars, plot.stackX({ x: 'n', y: 'desa', fill: 'what' })), plot.ruleX([0])],
  };
};

/** How many of each kind every desa has. */
export const DeltaPlaces = ({ delta }: { delta: Delta }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { places } = delta;
  const sorted = [...places].sort((a, b) => b.bantuan_hilang - a.bantuan_hilang || b.hilang - a.hilang);
  const columns: Column<DeltaPlace>[] = [
    { key: 'desa', header: t.desa, cell: (row) => row.label.split(', ').slice(0, 2).join(', ') },
    ...KINDS_SHOWN.map(
      (kind): Column<DeltaPlace> => ({
        key: kind,
        header: KIND_WORDS[kind][language],
        isNumber: true,
        cell: (row) => n(row[kind]),
        text: (row) => row[kind],
      }),
    ),
    { key: 'open', header: t.open, isNumber: true, cell: (row) => n(row.unanswered), text: (row) => row.unanswered },
  ];
  return (
    <Section title={t.title}>
      <Figure
        finding={t.sum(total(places, 'bantuan_hilang'), total(places, 'hilang'), total(places, 'baru'))}
        caption={t.caption}
        rows={sorted.slice(0, 15)}
        rowKey={(row) => String(row.areaId)}
        columns={columns}
        plot={plotPlaces}
        csvName={`perubahan-${delta.period}`}
      />
      <details>
        <summary>
          {t.all}: {n(places.length)}
        </summary>
        <DataTable
          caption={t.title}
          rows={places}
          rowKey={(row) => String(row.areaId)}
          columns={columns}
          csv={{ name: `perubahan-${delta.period}-semua` }}
          isCompact
        />
      </details>
    </Section>
  );
};
