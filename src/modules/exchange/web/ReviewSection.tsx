import type * as Plot from '@observablehq/plot';
import { AppLink } from '#web/ui/AppLink.tsx';
import { type Column, DataTable } from '#web/ui/DataTable.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { labelRoom } from '#web/ui/label-room.ts';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { Section } from '#web/ui/Section.tsx';
import type { Shown } from './state-words.ts';

type Check = NonNullable<Shown['check']>;
type Reason = Check['reasons'][number];
type Place = Check['places'][number];

const texts = {
  id: {
    title: 'Hasil pemeriksaan',
    goIn: 'Siap masuk',
    doubtful: 'di antaranya dengan catatan',
    back: 'Dikembalikan',
    against: 'Dibandingkan dengan',
    nothing: 'berkas pertama jenis ini',
    fresh: 'Baru',
    changed: 'Berubah',
    same: 'Tetap',
    missing: 'Tidak tercantum lagi (tidak ada yang dihapus)',
    known: 'Baru di berkas, sudah ada di register',
    reasons: 'Alasan',
    reason: 'Alasan',
    column: 'Kolom',
    rows: 'Baris',
    what: 'Akibat',
    back1: 'dikembalikan',
    in1: 'masuk dengan catatan',
    example: 'Contoh',
    desa: 'Desa/kelurahan',
    clean: 'Tanpa catatan',
    noted: 'Dengan catatan',
    finding: (places: number, most: string, n: string) =>
      `${places} desa/kelurahan dalam berkas ini; terbanyak ${most}, ${n} baris.`,
    caption: 'Baris yang siap masuk per desa/kelurahan, lima belas terbanyak',
    downloads: 'Unduh',
    getBack: 'Baris yang dikembalikan (xlsx)',
    getDoubts: 'Baris dengan catatan (xlsx)',
    getMissing: 'Tidak tercantum lagi (xlsx)',
  },
  en: {
    title: 'What the check found',
    goIn: 'Ready to go in',
    doubtful: 'of these with a remark',
    back: 'Came back',
    against: 'Compared with',
    nothing: 'the first file of this kind',
    fresh: 'New',
    changed: 'Changed',
    same: 'Unchanged',
    missing: 'No longer listed (nothing is deleted)',
    known: 'New in the file, known to the register',
    reasons: 'Reasons',
    reason: 'Reason',
    column: 'Column',
    rows: 'Rows',
    what: 'What follows',
    back1: 'came back',
    in1: 'goes in with a remark',
    example: 'Example',
    desa: 'Desa/kelurahan',
    clean: 'Without remark',
    noted: 'With a remark',
    finding: (places: number, most: string, n: string) =>
      `${places} desa/kelurahan in this file; most in ${most}, ${n} rows.`,
    caption: 'Rows ready to go in by desa/kelurahan, the fifteen largest',
    downloads: 'Download',
    getBack: 'Rows that came back (xlsx)',
    getDoubts: 'Rows with a remark (xlsx)',
    getMissing: 'No longer listed (xlsx)',
  },
};

const n = (count: number): string => count.toLocaleString('id-ID');
const shortName = (label: string): string => label.split(', ')[0] ?? label;

const plotPlaces = (plot: typeof Plot, rows: readonly Place[], width: number): Plot.PlotOptions => ({
  marginLeft: labelRoom(
    rows.map(({ label }) => shortName(label)),
    width,
  ),
  height: Math.max(80, rows.length * 22 + 40),
  x: { label: null, grid: true },
  y: { label: null, domain: rows.map(({ label }) => shortName(label)) },
  marks: [
    plot.barX(rows, {
      x: (row: Place) => row.siap + row.ragu,
      y: (row: Place) => shortName(row.label),
      fill: '#17495a',
    }),
    plot.text(rows, {
      x: (row: Place) => row.siap + row.ragu,
      y: (row: Place) => shortName(row.label),
      text: (row: Place) => n(row.siap + row.ragu),
      textAnchor: 'start',
      dx: 4,
    }),
    plot.ruleX([0]),
  ],
});

const Places = ({ places }: { places: readonly Place[] }) => {
  const t = useText(texts);
  const sorted = [...places].sort((a, b) => b.siap + b.ragu - (a.siap + a.ragu));
  const columns: Column<Place>[] = [
    { key: 'desa', header: t.desa, cell: (row) => row.label.split(', ').slice(0, 2).join(', ') },
    { key: 'siap', header: t.clean, isNumber: true, cell: (row) => n(row.siap), text: (row) => row.siap },
    { key: 'ragu', header: t.noted, isNumber: true, cell: (row) => n(row.ragu), text: (row) => row.ragu },
    { key: 'baru', header: t.fresh, isNumber: true, cell: (row) => n(row.baru), text: (row) => row.baru },
    { key: 'berubah', header: t.changed, isNumber: true, cell: (row) => n(row.berubah), text: (row) => row.berubah },
    {
      key: 'hilang',
      header: t.missing,
      isNumber: true,
      cell: (row) => n(row.tidakTercantum),
      text: (row) => row.tidakTercantum,
    },
  ];
  const [most] = sorted;
  if (!most) return null;
  return (
    <>
      <Figure
        finding={t.finding(places.length, shortName(most.label), n(most.siap + most.ragu))}
        caption={t.caption}
        rows={sorted.slice(0, 15)}
        rowKey={(row) => String(row.areaId)}
        columns={columns}
        plot={plotPlaces}
        csvName="impor-per-desa"
      />
      <details>
        <summary>
          {t.desa}: {n(places.length)}
        </summary>
        <DataTable
          caption={t.desa}
          rows={sorted}
          rowKey={(row) => String(row.areaId)}
          columns={columns}
          csv={{ name: 'impor-semua-desa' }}
          isCompact
        />
      </details>
    </>
  );
};

const Reasons = ({ reasons }: { reasons: readonly Reason[] }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const columns: Column<Reason>[] = [
    { key: 'reason', header: t.reason, cell: (row) => row.label[language] },
    { key: 'rows', header: t.rows, isNumber: true, cell: (row) => n(row.rows), text: (row) => row.rows },
    { key: 'what', header: t.what, cell: (row) => (row.verdict === 'kembali' ? t.back1 : t.in1) },
    { key: 'column', header: t.column, cell: (row) => row.column },
    { key: 'example', header: t.example, cell: (row) => row.example },
  ];
  return (
    <DataTable
      caption={t.reasons}
      rows={reasons}
      rowKey={(row) => `${row.verdict} ${row.code}`}
      columns={columns}
      csv={{ name: 'impor-alasan' }}
      isCompact
    />
  );
};

const Downloads = ({ file, check }: { file: Shown; check: Check }) => {
  const t = useText(texts);
  const address = (rows: string) => `/api/import/${file.id}/rows-file?rows=${rows}&format=xlsx`;
  return (
    <p className="row">
      {check.kembali > 0 && (
        <a href={address('kembali')} download>
          {t.getBack}
        </a>
      )}
      {check.ragu > 0 && (
        <a href={address('ragu')} download>
          {t.getDoubts}
        </a>
      )}
      {check.tidakTercantum > 0 && (
        <a href={address('tidak_tercantum')} download>
          {t.getMissing}
        </a>
      )}
    </p>
  );
};

/** The two numbers, what is behind them, and where; before and after it went in. */
export const ReviewSection = ({ file, check }: { file: Shown; check: Check }) => {
  const t = useText(texts);
  const { previous } = file;
  return (
    <Section title={t.title} note={file.sentence ?? undefined}>
      <FactList
        facts={[
          {
            label: t.goIn,
            value: `${n(check.siap + check.ragu)}${check.ragu > 0 ? `, ${n(check.ragu)} ${t.doubtful}` : ''}`,
          },
          { label: t.back, value: n(check.kembali) },
          ...(file.kind === 'siks23'
            ? [
                {
                  label: t.against,
                  value: previous ? <AppLink href={`/impor/${previous.id}`}>{previous.name}</AppLink> : t.nothing,
                },
                { label: t.fresh, value: n(check.baru) },
                { label: t.changed, value: n(check.berubah) },
                { label: t.same, value: n(check.tetap) },
                { label: t.missing, value: n(check.tidakTercantum) },
                { label: t.known, value: n(check.dikenal) },
              ]
            : []),
        ]}
      />
      <Downloads file={file} check={check} />
      {check.reasons.length > 0 && <Reasons reasons={check.reasons} />}
      <Places places={check.places} />
    </Section>
  );
};
