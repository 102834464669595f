import { Select } from '@mantine/core';
import type * as PlotModule from '@observablehq/plot';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatRupiah } from '#kernel/rupiah.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { labelRoom } from '#web/ui/label-room.ts';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';

const texts = {
  id: {
    title: 'Kebutuhan yang belum terlayani',
    note: 'Berapa keluarga yang memenuhi syarat belum mendapat tempat, berapa yang syaratnya belum diketahui, dan biaya masing-masing. Bahan untuk rapat anggaran.',
    pdf: 'Cetak untuk rapat (PDF)',
    all: 'Semua program',
    allNote:
      'Satu keluarga dapat tercatat pada beberapa program, jadi angka antarprogram tidak dijumlahkan. Yang belum diketahui tidak dihitung memenuhi, dan tidak pula dihitung tidak memenuhi.',
    programme: 'Program',
    served: 'Terlayani',
    unserved: 'Memenuhi syarat, belum terlayani',
    unservedCost: 'Biayanya',
    unknown: 'Belum diketahui',
    unknownCost: 'Biaya bila semuanya memenuhi',
    desa: 'Desa/kelurahan',
    byDesa: 'Per desa/kelurahan',
    snapshot: (id: string, n: number) => `Potret register ${id}, ${n.toLocaleString('id-ID')} keluarga, dibaca`,
    uncounted: (names: string) => `Tidak dihitung karena ketentuannya masih keliru: ${names}.`,
    none: 'Semua keluarga yang memenuhi syarat terlayani, dan tidak ada yang belum diketahui.',
    empty: 'Belum ada program daerah.',
    finding: (n: number, cost: string, unknown: number, where: string) =>
      `${n.toLocaleString('id-ID')} keluarga yang memenuhi syarat belum terlayani (${cost}), terbanyak di ${where}; ${unknown.toLocaleString('id-ID')} belum diketahui.`,
    caption: 'Keluarga per desa/kelurahan, yang terbanyak di atas: belum terlayani dan belum diketahui.',
    edit: 'Ubah dana atau kuota dalam simulasi',
  },
  en: {
    title: 'Unmet need',
    note: 'How many eligible families have no place, how many are unknown, and what each would cost. For the budget meeting.',
    pdf: 'Print for the meeting (PDF)',
    all: 'All programmes',
    allNote:
      'A family may stand in several programmes, so the numbers of programmes are not added. Those unknown are counted neither as eligible nor as not.',
    programme: 'Programme',
    served: 'Served',
    unserved: 'Eligible, not served',
    unservedCost: 'Cost',
    unknown: 'Unknown',
    unknownCost: 'Cost if all were eligible',
    desa: 'Desa/kelurahan',
    byDesa: 'By desa/kelurahan',
    snapshot: (id: string, n: number) => `Snapshot ${id} of the register, ${n.toLocaleString('id-ID')} families, read`,
    uncounted: (names: string) => `Not counted, their terms are faulty: ${names}.`,
    none: 'Every eligible family is served, and nobody is unknown.',
    empty: 'No local programme yet.',
    finding: (n: number, cost: string, unknown: number, where: string) =>
      `${n.toLocaleString('id-ID')} eligible families are not served (${cost}), most of them in ${where}; ${unknown.toLocaleString('id-ID')} are unknown.`,
    caption: 'Families by desa/kelurahan, most first: not served, and unknown.',
    edit: 'Change money or quota in the simulation',
  },
};
type Found = ReplyOf<'GET /api/programme/unmet'>;
type Programme = Found['programmes'][number];
type Desa = Programme['desa'][number];

const MOST_DRAWN = 25;
const nameOf = (row: Desa): string => (row.label.split(',')[0] ?? '').replace(/^(Desa|Kelurahan) /, '');
/** The name with its period, unless the name says it. */
const titleOf = ({ name, period }: Pick<Programme, 'name' | 'period'>) =>
  name.includes(period) ? name : `${name} (${period})`;
const byNeed = (a: Desa, b: Desa) => b.unserved - a.unserved || b.unknown - a.unknown;

const drawNeed = (Plot: typeof PlotModule, rows: readonly Desa[], width: number) => {
  const drawn = [...rows].sort(byNeed).slice(0, MOST_DRAWN);
  const words = { unserved: 'belum terlayani', unknown: 'belum diketahui' } as const;
  return {
    height: 60 + drawn.length * 22,
    marginLeft: labelRoom(drawn.map(nameOf), width),
    x: {
      label: 'keluarga',
      grid: true,
      ticks: Math.min(8, Math.max(1, ...drawn.map((row) => row.unserved + row.unknown))),
      tickFormat: (n: number) => (Number.isInteger(n) ? n.toLocaleString('id-ID') : ''),
    },
    y: {
      label: null,
      domain: drawn.map((row) => row.areaId),
      tickFormat: (id: number) => nameOf(drawn.find((row) => row.areaId === id) ?? drawn[0]!),
    },
    color: { domain: Object.values(words), range: ['#17495A', '#DCE8EC'], legend: true },
    marks: [
      Plot.barX(
        drawn.flatMap((row) =>
          (['unserved', 'unknown'] as const).map((key) => ({ id: row.areaId, what: words[key], families: row[key] })),
        ),
        { x: 'families', y: 'id', fill: 'what', stroke: '#55605C', strokeWidth: 0.5, insetTop: 2, insetBottom: 2 },
      ),
      Plot.ruleX([0]),
    ],
  };
};

const useNumberColumns = () => {
  const t = useText(texts);
  return [
    { key: 'unserved', header: t.unserved, isNumber: true, cell: (row: Desa | Programme['total']) => row.unserved },
    { key: 'unservedCost', header: t.unservedCost, money: (row: Desa | Programme['total']) => row.unservedCost },
    { key: 'unknown', header: t.unknown, isNumber: true, cell: (row: Desa | Programme['total']) => row.unknown },
    { key: 'unknownCost', header: t.unknownCost, money: (row: Desa | Programme['total']) => row.unknownCost },
  ];
};

const ProgrammeNeed = ({ programme }: { programme: Programme }) => {
  const t = useText(texts);
  const numbers = useNumberColumns();
  const { total, desa } = programme;
  if (desa.length === 0) return <p>{t.none}</p>;
  const most = [...desa].sort(byNeed)[0]!;
  const cost = formatRupiah(BigInt(total.unservedCost));
  return (
    <>
      <Figure
        finding={t.finding(total.unserved, cost, total.unknown, nameOf(most))}
        caption={t.caption}
        rows={desa}
        rowKey={(row) => String(row.areaId)}
        csvName="kebutuhan-per-desa"
        plot={drawNeed}
        columns={[
          {
            key: 'desa',
            header: t.desa,
            cell: (row) => row.label.split(',').slice(0, 2).join(','),
            text: (row) => row.label,
          },
          ...numbers,
        ]}
      />
      <p>
        <Link to="/program/$id/simulasi" params={{ id: programme.id }}>
          {t.edit}
        </Link>
      </p>
    </>
  );
};

const AllProgrammes = ({ found }: { found: Found }) => {
  const t = useText(texts);
  const numbers = useNumberColumns();
  const rows = found.programmes.map((p) => ({
    ...p.total,
    id: p.id,
    name: titleOf(p),
    served: p.served,
  }));
  return (
    <Section title={t.all} note={t.allNote}>
      <DataTable
        caption={t.all}
        rows={rows}
        rowKey={(row) => row.id}
        csv={{ name: 'kebutuhan-per-program' }}
        columns={[
          { key: 'name', header: t.programme, cell: (row) => row.name, width: 180 },
          { key: 'served', header: t.served, isNumber: true, cell: (row) => row.served },
          ...numbers,
        ]}
      />
      {found.uncounted.length > 0 && <p>{t.uncounted(found.uncounted.join(', '))}</p>}
    </Section>
  );
};

/** What the money of every programme does not reach: three numbers with their cost, in all and per desa. */
export const Page = () => {
  const t = useText(texts);
  const [chosen, setChosen] = useState<string | null>(null);
  const get = useGet('/api/programme/unmet');
  const found = get.data;
  const programme = found?.programmes.find((p) => p.id === chosen) ?? found?.programmes[0];
  return (
    <>
      <PageTitle note={t.note} actions={<a href="/api/programme/unmet.pdf">{t.pdf}</a>}>
        {t.title}
      </PageTitle>
      <ErrorNotice error={get.error} onRetry={() => void get.refetch()} />
      {get.isPending && <Waiting />}
      {found && !programme && <p>{t.empty}</p>}
      {found && programme && (
        <>
          <AllProgrammes found={found} />
          <Section title={t.byDesa}>
            <Select
              label={t.programme}
              allowDeselect={false}
              data={found.programmes.map((p) => ({ value: p.id, label: titleOf(p) }))}
              value={programme.id}
              onChange={setChosen}
            />
            <ProgrammeNeed programme={programme} />
          </Section>
          {found.snapshot && (
            <p className="muted">
              {t.snapshot(found.snapshot.id, found.snapshot.families)} <InstantText at={found.snapshot.at} />
            </p>
          )}
        </>
      )}
    </>
  );
};
