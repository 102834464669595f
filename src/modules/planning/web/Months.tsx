import { formatMonth, type Language } from '#kernel/local-date.ts';
import { formatRupiah } from '#kernel/rupiah.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { Figure } from '#web/ui/Figure.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { Section } from '#web/ui/Section.tsx';

const texts = {
  id: {
    months: 'Per bulan',
    month: 'Bulan',
    finding: (paid: string, handed: string) => `Cair ${paid}, diserahterimakan ${handed}.`,
    caption: 'Rupiah per bulan: SP2D bersih menurut tanggal SP2D, serah terima menurut hari penyerahan.',
    paid: 'SP2D bersih',
    given: 'Diserahterimakan',
  },
  en: {
    months: 'By month',
    month: 'Month',
    finding: (paid: string, handed: string) => `Paid out ${paid}, handed over ${handed}.`,
    caption: 'Rupiah by month: SP2D net by its date, handovers by their day.',
    paid: 'SP2D net',
    given: 'Handed over',
  },
};
type LinePage = ReplyOf<'GET /api/budget/line/:id'>;
type Month = LinePage['months'][number];

/** "Jul 2026". */
const shortMonth = (month: string, language: Language): string => {
  const [name = '', year = ''] = formatMonth(month, language).split(' ');
  return `${name.slice(0, 3)} ${year}`;
};

type PlotOf = typeof import('@observablehq/plot');
const KINDS = ['SP2D bersih', 'serah terima'];
const drawMonths = (language: Language) => (Plot: PlotOf, rows: readonly Month[]) => ({
  height: 180,
  marginLeft: 60,
  fx: { label: null, tickFormat: (month: string) => shortMonth(month, language) },
  x: { axis: null, domain: KINDS },
  y: { label: 'Rp juta', grid: true },
  color: { domain: KINDS, range: ['#17495A', '#94B6C2'], legend: true },
  marks: [
    Plot.barY(
      rows.flatMap((row) => [
        { month: row.month, kind: 'SP2D bersih', amount: Number(BigInt(row.cair) / 1000n) / 1000 },
        { month: row.month, kind: 'serah terima', amount: Number(BigInt(row.diserahterimakan) / 1000n) / 1000 },
      ]),
      { fx: 'month', x: 'kind', y: 'amount', fill: 'kind' },
    ),
    Plot.ruleY([0]),
  ],
});

const DRAW = { id: drawMonths('id'), en: drawMonths('en') };

/** SP2D and handovers of a line by month, as a figure with its table. */
export const Months = ({ page }: { page: LinePage }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const sum = (key: 'cair' | 'diserahterimakan') => page.months.reduce((total, row) => total + BigInt(row[key]), 0n);
  return (
    <Section title={t.months}>
      <Figure
        finding={t.finding(formatRupiah(sum('cair')), formatRupiah(sum('diserahterimakan')))}
        caption={t.caption}
        rows={page.months}
        rowKey={(row) => row.month}
        csvName="anggaran-per-bulan"
        plot={DRAW[language]}
        columns={[
          { key: 'month', header: t.month, cell: (row) => formatMonth(row.month, language) },
          { key: 'cair', header: t.paid, money: (row) => row.cair },
          { key: 'given', header: t.given, money: (row) => row.diserahterimakan },
        ]}
      />
    </Section>
  );
};
