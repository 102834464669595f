import type * as PlotModule from '@observablehq/plot';
import { formatRupiah } from '#kernel/rupiah.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { type Column, DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { useText } from '#web/ui/language.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { coverageOf, shareText } from '../domain/coverage.ts';
import styles from './SimulationPage.module.css';

type Comparison = ReplyOf<'GET /api/programme/:id/scenario-comparison'>;
type Scenario = Comparison['scenarios'][number];
type Desa = Comparison['desa'][number];

const texts = {
  id: {
    title: 'Berdampingan',
    what: 'Yang dibandingkan',
    sameRegister: 'Semua dihitung dari register yang sama.',
    otherRegister:
      'Dihitung dari register yang berbeda: sebagian perbedaan dapat berasal dari data, bukan dari ketentuan. Hitung ulang agar sebanding.',
    lines: {
      inside: 'Masuk',
      held: 'Ditahan',
      reserve: 'Cadangan',
      eligible: 'Memenuhi syarat',
      unknown: 'Belum diketahui',
      benefit: 'Bantuan per penerima',
      spent: 'Dipakai',
      ceiling: 'Dana',
      need: 'Bila semua yang memenuhi dilayani',
      covered: 'Cakupan desil 1 sampai 4',
      leaked: 'Bocor di atas desil 4',
      noDesil: 'Tempat tanpa desil',
      most: 'Jumlah terbanyak',
      quotas: 'Wilayah berkuota',
      rules: 'Aturan',
      register: 'Register',
    },
    none: 'tidak dibatasi',
    differs: (name: string, first: string) => `${name}, dibandingkan dengan ${first}`,
    cameIn: (n: number) => `Masuk: ${n}`,
    wentOut: (n: number) => `Keluar: ${n}`,
    more: (n: number) => `dan ${n} lagi`,
    nobody: 'Tidak ada keluarga yang berbeda.',
    desa: 'Per desa/kelurahan',
    finding: (n: number, all: number) => `${n} dari ${all} desa/kelurahan mendapat jumlah tempat yang berbeda.`,
    caption: 'Tempat (masuk dan ditahan) per desa/kelurahan menurut tiap skenario.',
    area: 'Desa/kelurahan',
  },
  en: {
    title: 'Side by side',
    what: 'Compared',
    sameRegister: 'All computed on the same register.',
    otherRegister:
      'Computed on different registers: part of the difference may come from the facts, not from the terms. Compute again to compare.',
    lines: {
      inside: 'In',
      held: 'Held',
      reserve: 'Reserve',
      eligible: 'Eligible',
      unknown: 'Unknown',
      benefit: 'Benefit for each',
      spent: 'Spent',
      ceiling: 'Money',
      need: 'If everybody eligible were served',
      covered: 'Coverage of desil 1 to 4',
      leaked: 'Leakage above desil 4',
      noDesil: 'Places without desil',
      most: 'Largest number',
      quotas: 'Areas with a quota',
      rules: 'Rules',
      register: 'Register',
    },
    none: 'no limit',
    differs: (name: string, first: string) => `${name}, against ${first}`,
    cameIn: (n: number) => `Came in: ${n}`,
    wentOut: (n: number) => `Went out: ${n}`,
    more: (n: number) => `and ${n} more`,
    nobody: 'No family differs.',
    desa: 'By desa/kelurahan',
    finding: (n: number, all: number) => `${n} of ${all} desa/kelurahan get another number of places.`,
    caption: 'Places (in and held) by desa/kelurahan in each scenario.',
    area: 'Desa/kelurahan',
  },
};
const rp = (digits: string): string => formatRupiah(BigInt(digits));
const whole = (n: number): string => n.toLocaleString('id-ID');

type Line = { key: string; label: string; of: (s: Scenario) => string };
const useLines = (): Line[] => {
  const t = useText(texts);
  const { lines } = t;
  const cover = (s: Scenario) => coverageOf(s.breakdown.desil, 4);
  return [
    { key: 'inside', label: lines.inside, of: (s) => whole(s.counts.masuk) },
    { key: 'held', label: lines.held, of: (s) => whole(s.counts.ditahan) },
    { key: 'reserve', label: lines.reserve, of: (s) => whole(s.counts.cadangan) },
    { key: 'eligible', label: lines.eligible, of: (s) => whole(s.counts.ya) },
    { key: 'unknown', label: lines.unknown, of: (s) => whole(s.counts.belum) },
    { key: 'benefit', label: lines.benefit, of: (s) => rp(s.money.benefit) },
    { key: 'spent', label: lines.spent, of: (s) => rp(s.money.spent) },
    { key: 'ceiling', label: lines.ceiling, of: (s) => rp(s.money.ceiling) },
    { key: 'need', label: lines.need, of: (s) => rp(s.money.wanted) },
    {
      key: 'covered',
      label: lines.covered,
      of: (s) => shareText(cover(s).withinServed, cover(s).within) ?? '-',
    },
    { key: 'leaked', label: lines.leaked, of: (s) => shareText(cover(s).beyondServed, cover(s).served) ?? '-' },
    { key: 'noDesil', label: lines.noDesil, of: (s) => shareText(cover(s).unknownServed, cover(s).served) ?? '-' },
    { key: 'most', label: lines.most, of: (s) => (s.maxCount === null ? t.none : whole(s.maxCount)) },
    { key: 'quotas', label: lines.quotas, of: (s) => whole(s.quotas) },
    { key: 'rules', label: lines.rules, of: (s) => s.phrases.map((phrase, i) => `${i + 1}. ${phrase}`).join('; ') },
  ];
};

const SideBySide = ({ found }: { found: Comparison }) => {
  const t = useText(texts);
  const lines = useLines();
  const columns: Column<Line>[] = [
    { key: 'what', header: t.what, cell: (line) => line.label, width: 160 },
    ...found.scenarios.map((scenario) => ({
      key: scenario.id,
      header: scenario.name,
      cell: (line: Line) => line.of(scenario),
      width: 140,
    })),
  ];
  return (
    <>
      <p>{found.sameRegister ? t.sameRegister : t.otherRegister}</p>
      <ul>
        {found.scenarios.map((scenario) => (
          <li key={scenario.id}>
            {scenario.name}: {t.lines.register} {scenario.snapshot.id}, <InstantText at={scenario.snapshot.at} />
          </li>
        ))}
      </ul>
      <DataTable
        caption={t.title}
        rows={lines}
        rowKey={(line) => line.key}
        columns={columns}
        csv={{ name: 'skenario-berdampingan' }}
        isCompact
      />
    </>
  );
};

type Face = Comparison['differences'][number]['cameIn'][number];
/** The desa of an address label that may begin with RT and RW. */
const desaOf = (label: string): string => {
  const parts = label.split(', ');
  return parts.find((part) => /^(Desa|Kelurahan) /.test(part)) ?? parts[0] ?? '';
};
const Names = ({ title, faces, total }: { title: string; faces: readonly Face[]; total: number }) => {
  const t = useText(texts);
  return (
    <div>
      <strong>{title}</strong>
      <ul>
        {faces.map((face) => (
          <li key={face.familyId}>{`${face.name}, ${desaOf(face.areaLabel)}`}</li>
        ))}
        {total > faces.length && <li>{t.more(total - faces.length)}</li>}
      </ul>
    </div>
  );
};

const Differences = ({ found }: { found: Comparison }) => {
  const t = useText(texts);
  const nameOf = new Map(found.scenarios.map((s) => [s.id, s.name]));
  const first = found.scenarios[0]!.name;
  return found.differences.map((d) => (
    <Section key={d.id} title={t.differs(nameOf.get(d.id) ?? '', first)}>
      {d.cameInCount + d.wentOutCount === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <div className={styles.changes}>
          <Names title={t.cameIn(d.cameInCount)} faces={d.cameIn} total={d.cameInCount} />
          <Names title={t.wentOut(d.wentOutCount)} faces={d.wentOut} total={d.wentOutCount} />
        </div>
      )}
    </Section>
  ));
};

const MOST_DRAWN = 20;
type Drawn = Desa & { names: readonly string[] };
const shortName = (label: string): string => (label.split(',')[0] ?? '').replace(/^(Desa|Kelurahan) /, '');

const drawPlaces = (Plot: typeof PlotModule, rows: readonly Drawn[]) => {
  const drawn = [...rows].sort((a, b) => Math.max(...b.places) - Math.max(...a.places)).slice(0, MOST_DRAWN);
  const names = rows[0]?.names ?? [];
  const bars = drawn.flatMap((row) => row.places.map((n, i) => ({ kode: row.kode, scenario: names[i]!, n })));
  return {
    height: 60 + drawn.length * (10 + 14 * names.length),
    marginLeft: 150,
    x: { label: 'keluarga', grid: true, ticks: 6, tickFormat: (n: number) => (Number.isInteger(n) ? whole(n) : '') },
    y: { label: null, axis: null, domain: [...names] },
    fy: {
      label: null,
      domain: drawn.map((row) => row.kode),
      axis: 'left' as const,
      tickFormat: (kode: string) => shortName(drawn.find((row) => row.kode === kode)?.label ?? kode),
    },
    color: { domain: [...names], range: ['#17495A', '#6C98A8', '#B9D0D8', '#8A938F'], legend: true },
    marks: [
      Plot.barX(bars, { x: 'n', y: 'scenario', fy: 'kode', fill: 'scenario', stroke: '#55605C', strokeWidth: 0.5 }),
      Plot.ruleX([0]),
    ],
  };
};

const Places = ({ found }: { found: Comparison }) => {
  const t = useText(texts);
  const names = found.scenarios.map((s) => s.name);
  const rows: Drawn[] = found.desa.map((row) => ({ ...row, names }));
  const differ = rows.filter((row) => row.places.some((n) => n !== row.places[0])).length;
  return (
    <Section title={t.desa}>
      <Figure
        finding={t.finding(differ, rows.length)}
        caption={t.caption}
        rows={rows}
        rowKey={(row) => row.kode}
        csvName="skenario-per-desa"
        plot={drawPlaces}
        columns={[
          {
            key: 'area',
            header: t.area,
            cell: (row) => row.label.split(',').slice(0, 2).join(','),
            text: (row) => row.label,
          },
          ...names.map((name, i) => ({
            key: `${i}`,
            header: name,
            isNumber: true,
            cell: (row: Drawn) => row.places[i] ?? 0,
          })),
        ]}
      />
    </Section>
  );
};

/** Two to four scenarios side by side: numbers, who differs from the first, and places per desa. */
export const ScenarioComparison = ({ programmeId, ids }: { programmeId: string; ids: readonly string[] }) => {
  const t = useText(texts);
  const found = useGet('/api/programme/:id/scenario-comparison', {
    params: { id: programmeId },
    query: { ids: ids.join(',') },
    keep: true,
  });
  return (
    <>
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Waiting />}
      {found.data && (
        <>
          <Section title={t.title}>
            <SideBySide found={found.data} />
          </Section>
          <Differences found={found.data} />
          {found.data.desa.length > 0 && <Places found={found.data} />}
        </>
      )}
    </>
  );
};
