import type * as Plot from '@observablehq/plot';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { AppLink } from '#web/ui/AppLink.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { type Column, DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { FilterChips } from '#web/ui/FilterChips.tsx';
import { labelRoom } from '#web/ui/label-room.ts';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { QUALITY_COUNTS, type QualityCount } from '../domain/quality.ts';
import { FindingList } from './FindingList.tsx';
import styles from './sheet.module.css';

type Row = ReplyOf<'GET /api/quality'>['items'][number];

const texts = {
  id: {
    title: 'Mutu data',
    note: 'Lima hal yang perlu diperbaiki di tiap desa dan kelurahan. Tidak ada orang yang ditolak karena nomornya.',
    counts: {
      tanpa_nik: 'Tanpa NIK',
      tidak_sah: 'NIK tidak sah',
      dipakai: 'Nomor dipakai yang lain',
      kepala: 'Tanpa atau dua kepala',
      usang: 'Lebih dari 12 bulan',
    },
    choose: 'Temuan dalam gambar',
    desa: 'Desa/kelurahan',
    people: 'Orang',
    finding: (count: string, n: number, desa: string, most: number) =>
      n === 0
        ? `${count}: tidak ada temuan.`
        : `${count}: ${n.toLocaleString('id-ID')} temuan, terbanyak di ${desa} (${most.toLocaleString('id-ID')}).`,
    caption: 'Temuan terbuka per desa/kelurahan, sepuluh terbanyak',
    table: 'Per desa dan kelurahan',
    rows: 'Jumlah temuan tiap desa',
    tableNote: 'Tekan angka untuk membuka daftarnya.',
  },
  en: {
    title: 'Data quality',
    note: 'Five things to mend in every desa and kelurahan. Nobody is refused because of a number.',
    counts: {
      tanpa_nik: 'No NIK',
      tidak_sah: 'Invalid NIK',
      dipakai: 'Number held by another',
      kepala: 'No head or two',
      usang: 'Older than 12 months',
    },
    choose: 'Finding in the figure',
    desa: 'Desa/kelurahan',
    people: 'People',
    finding: (count: string, n: number, desa: string, most: number) =>
      n === 0
        ? `${count}: no findings.`
        : `${count}: ${n.toLocaleString('id-ID')} findings, most of them in ${desa} (${most.toLocaleString('id-ID')}).`,
    caption: 'Open findings by desa/kelurahan, the ten largest',
    table: 'By desa and kelurahan',
    rows: 'Numbers of findings by desa',
    tableNote: 'Press a number to open its list.',
  },
};

type Bar = { desa: string; n: number };
const shortName = (label: string) => label.split(', ')[0] ?? label;
const plotBars = (plot: typeof Plot, rows: readonly Bar[], width: number): Plot.PlotOptions => ({
  marginLeft: labelRoom(
    rows.map(({ desa }) => desa),
    width,
  ),
  height: Math.max(80, rows.length * 28 + 40),
  // Findings are counted whole: no half a person on the axis.
  x: { label: null, grid: true, ticks: Math.min(6, rows[0]?.n ?? 1), tickFormat: 'd' },
  y: { label: null, domain: rows.map(({ desa }) => desa) },
  marks: [
    plot.barX(rows, { x: 'n', y: 'desa', fill: '#17495a' }),
    plot.text(rows, {
      x: 'n',
      y: 'desa',
      text: (row: Bar) => row.n.toLocaleString('id-ID'),
      textAnchor: 'start',
      dx: 4,
    }),
    plot.ruleX([0]),
  ],
});
const barColumns = (desa: string, count: string): Column<Bar>[] => [
  { key: 'desa', header: desa, cell: (row) => row.desa },
  { key: 'n', header: count, isNumber: true, cell: (row) => row.n },
];

const CountFigure = ({ rows, count }: { rows: readonly Row[]; count: QualityCount }) => {
  const t = useText(texts);
  const bars = rows
    .map((row) => ({ desa: shortName(row.desaLabel), n: row[count] }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n);
  const sum = bars.reduce((total, { n }) => total + n, 0);
  return (
    <Figure
      finding={t.finding(t.counts[count], sum, bars[0]?.desa ?? '', bars[0]?.n ?? 0)}
      caption={t.caption}
      rows={bars.slice(0, 10)}
      rowKey={(row) => row.desa}
      columns={barColumns(t.desa, t.counts[count])}
      plot={plotBars}
      csvName={`mutu-data-${count}`}
    />
  );
};

/** The data-quality board: five counts per desa as a figure and a table; every count opens its list. */
export const Page = () => {
  const t = useText(texts);
  const navigate = useNavigate();
  const { temuan, desa } = useSearch({ strict: false }) as { temuan?: string; desa?: string };
  const count = QUALITY_COUNTS.find((one) => one === temuan) ?? 'tanpa_nik';
  const board = useGet('/api/quality');
  const opened = board.data?.items.find(({ desaId }) => String(desaId) === desa);
  if (desa !== undefined && opened)
    return <FindingList desaId={opened.desaId} desaLabel={opened.desaLabel} count={count} title={t.counts[count]} />;
  const columns: Column<Row>[] = [
    { key: 'desa', header: t.desa, cell: (row) => row.desaLabel.split(', ').slice(0, 2).join(', ') },
    { key: 'people', header: t.people, isNumber: true, cell: (row) => row.people.toLocaleString('id-ID') },
    ...QUALITY_COUNTS.map((one) => ({
      key: one,
      header: t.counts[one],
      isNumber: true,
      cell: (row: Row) =>
        row[one] === 0 ? (
          '0'
        ) : (
          <AppLink href={`/mutu-data?temuan=${one}&desa=${row.desaId}`}>
            {row[one].toLocaleString('id-ID')}
            <span className="spoken">
              {' '}
              {t.counts[one]}, {shortName(row.desaLabel)}
            </span>
          </AppLink>
        ),
      text: (row: Row) => row[one],
    })),
  ];
  return (
    <>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <ErrorNotice error={board.error} onRetry={() => void board.refetch()} />
      {board.isPending && <Waiting />}
      {board.data && (
        <div className={styles.search}>
          <FilterChips
            label={t.choose}
            chips={QUALITY_COUNTS.map((key) => ({ key, label: t.counts[key], count: board.data.total[key] }))}
            value={count}
            onChange={(key) =>
              void navigate({ to: '/mutu-data', search: { temuan: key, desa: undefined }, replace: true })
            }
          />
          <CountFigure key={count} rows={board.data.items} count={count} />
          <Section title={t.table} note={t.tableNote}>
            <DataTable
              caption={t.rows}
              rows={board.data.items}
              rowKey={(row) => String(row.desaId)}
              columns={columns}
              csv={{ href: '/api/quality.csv' }}
            />
          </Section>
        </div>
      )}
    </>
  );
};
