import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { MoneyBar } from '#web/ui/MoneyBar.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { useMay } from '#web/ui/session.tsx';
import { STAGE_WORDS } from './gate-words.ts';
import { LineForm } from './LineForm.tsx';
import { MoratoriumSection } from './MoratoriumSection.tsx';
import { SourceSection } from './SourceSection.tsx';

const texts = {
  id: {
    title: 'Anggaran',
    note: 'Empat kolom yang tidak pernah dicampur: pagu, dipesan, SP2D (bersih), diserahterimakan.',
    year: 'Tahun anggaran',
    lines: 'Baris anggaran',
    add: 'Baris anggaran baru',
    name: 'Sub kegiatan',
    code: 'Kode',
    source: 'Sumber dana',
    stage: 'Tahap',
    pagu: 'Pagu',
    dipesan: 'Dipesan',
    cair: 'SP2D bersih',
    tersisa: 'Tersisa',
    handed: 'Diserahterimakan',
    empty: 'Belum ada baris anggaran pada tahun ini. Buka dari dokumen RKA atau DPA.',
    first: 'Tambahkan dulu sumber dananya.',
  },
  en: {
    title: 'Budget',
    note: 'Four columns that are never mixed: pagu, reserved, SP2D (net), handed over.',
    year: 'Budget year',
    lines: 'Budget lines',
    add: 'New budget line',
    name: 'Sub kegiatan',
    code: 'Code',
    source: 'Source of funds',
    stage: 'Stage',
    pagu: 'Pagu',
    dipesan: 'Reserved',
    cair: 'SP2D net',
    tersisa: 'Left',
    handed: 'Handed over',
    empty: 'No budget line in this year yet. Open one from the RKA or DPA document.',
    first: 'Add its source of funds first.',
  },
};
type Table = ReplyOf<'GET /api/budget/line'>;

const Lines = ({ table, year }: { table: Table; year: number }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  return (
    <DataTable
      caption={`${t.lines} ${year}`}
      rows={table.items}
      rowKey={(line) => line.id}
      href={(line) => `/anggaran/${line.id}`}
      csv={{ href: `/api/budget/lines.csv?year=${year}` }}
      empty={t.empty}
      columns={[
        {
          key: 'name',
          header: t.name,
          cell: (line) => line.subKegiatanName,
          width: 220,
        },
        { key: 'code', header: t.code, cell: (line) => line.subKegiatan, isNumber: true },
        { key: 'source', header: t.source, cell: (line) => line.fundSource },
        { key: 'stage', header: t.stage, cell: (line) => STAGE_WORDS[line.stage][language] },
        { key: 'pagu', header: t.pagu, money: (line) => line.pagu },
        { key: 'dipesan', header: t.dipesan, money: (line) => line.dipesan },
        { key: 'cair', header: t.cair, money: (line) => line.cair },
        { key: 'tersisa', header: t.tersisa, money: (line) => line.tersisa },
        { key: 'diserahterimakan', header: t.handed, money: (line) => line.diserahterimakan },
      ]}
    />
  );
};

/** Budget lines of a year, their sources of funds with the documents that open them, and moratoria. */
export const Page = () => {
  const t = useText(texts);
  const [year, setYear] = useState(() => new Date().getFullYear());
  const [isAdding, setAdding] = useState(false);
  const mayRecord = useMay('budget.record');
  const lines = useGet('/api/budget/line', { query: { year }, keep: true });
  const sources = useGet('/api/budget/source', { query: { year }, keep: true });
  const years = [...new Set([...(lines.data?.years ?? []), year, year + 1])].sort();
  const total = lines.data?.total;
  const hasSources = (sources.data?.items.length ?? 0) > 0;
  return (
    <>
      <PageTitle
        note={t.note}
        actions={
          <NativeSelect
            aria-label={t.year}
            data={years.map((one) => ({ value: String(one), label: `${t.year} ${one}` }))}
            value={String(year)}
            onChange={(event) => setYear(Number(event.currentTarget.value))}
          />
        }
      >
        {t.title}
      </PageTitle>
      <ErrorNotice error={lines.error ?? sources.error} onRetry={() => void lines.refetch()} />
      <Section
        title={t.lines}
        {...(mayRecord
          ? {
              actions: (
                <Button onClick={() => setAdding(true)} disabled={!hasSources}>
                  {t.add}
                </Button>
              ),
              ...(hasSources || sources.isPending ? {} : { note: t.first }),
            }
          : {})}
      >
        {total && lines.data && lines.data.items.length > 0 && (
          <MoneyBar
            total={{ label: t.pagu, amount: BigInt(total.pagu) }}
            parts={[
              { key: 'cair', label: t.cair, amount: BigInt(total.cair) },
              { key: 'dipesan', label: t.dipesan, amount: BigInt(total.dipesan) },
              { key: 'tersisa', label: t.tersisa, amount: BigInt(total.tersisa) },
            ]}
          />
        )}
        {lines.data && <Lines table={lines.data} year={year} />}
      </Section>
      <SourceSection year={year} sources={sources.data?.items ?? []} mayRecord={mayRecord} />
      <MoratoriumSection mayRecord={mayRecord} />
      {isAdding && <LineForm year={year} sources={sources.data?.items ?? []} onClose={() => setAdding(false)} />}
    </>
  );
};
