import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { type Column, DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { useText } from '#web/ui/language.tsx';
import { Money } from '#web/ui/Money.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { UNREAD } from '#web/ui/unread.ts';
import { plotDesa } from './desa-figure.ts';

const texts = {
  id: {
    title: 'Laporan realisasi',
    asOf: 'Keadaan',
    programmes: 'Per program',
    note: 'Pagu, dipesan, cair (SP2D dikurangi STS), dan diserahterimakan adalah empat angka berbeda dan tidak pernah dijumlahkan bersama. SP2D tidak dirinci per desa.',
    programme: 'Program',
    source: 'Sumber dana',
    pagu: 'Pagu',
    ordered: 'Dipesan',
    paid: 'Cair',
    left: 'Tersisa',
    given: 'Diserahterimakan',
    planned: 'Penerima',
    served: 'Terlayani',
    hand: 'Keputusan dengan tangan',
    handNote:
      'Dalam daftar yang berlaku: keluarga yang ditambahkan, dan yang dikeluarkan atau tidak ditahan tempatnya, menurut keputusan petugas. Barisnya ada pada halaman daftar.',
    noHand: 'Tidak ada: semua daftar yang berlaku mengikuti aturan dan urutan.',
    added: 'Ditambahkan',
    addedRupiah: 'Nilai tambahan',
    removed: 'Dikeluarkan',
    removedRupiah: 'Nilai yang tidak diberikan',
    desa: 'Per desa/kelurahan',
    all: 'Semua program',
    choose: 'Program',
    finding: (served: number, planned: number) => `${served} dari ${planned} penerima sudah menerima penuh.`,
    kecamatan: 'Kecamatan',
    village: 'Desa/kelurahan',
    set: 'Ditetapkan SK',
    csv: 'Unduh CSV dengan jumlahnya',
    caption:
      'Batang terang: ditetapkan SK; batang gelap: diserahterimakan (juta rupiah). Angka: terlayani/direncanakan. Sumber: serah terima efektif.',
    none: 'Belum ada daftar yang berlaku tahun ini.',
  },
  en: {
    title: 'Realisation',
    asOf: 'As of',
    programmes: 'By programme',
    note: 'Pagu, reserved, paid (SP2D less STS) and handed over are four different numbers and are never added together. SP2D is not broken down by village.',
    programme: 'Programme',
    source: 'Source of funds',
    pagu: 'Pagu',
    ordered: 'Reserved',
    paid: 'Paid',
    left: 'Left',
    given: 'Handed over',
    planned: 'Recipients',
    served: 'Served',
    hand: 'Decided by hand',
    handNote:
      'In lists in force: families added, and families taken out or not held, by an officer’s decision. The rows stand on the page of the list.',
    noHand: 'None: every list in force follows the rules and the order.',
    added: 'Added',
    addedRupiah: 'Worth',
    removed: 'Taken out',
    removedRupiah: 'Worth not given',
    desa: 'By village',
    all: 'All programmes',
    choose: 'Programme',
    finding: (served: number, planned: number) => `${served} of ${planned} recipients have received in full.`,
    kecamatan: 'Kecamatan',
    village: 'Village',
    set: 'Set by decree',
    csv: 'Download the CSV with its total',
    caption:
      'Light bar: set by decree; dark bar: handed over (million rupiah). Numbers: served/planned. Source: effective handovers.',
    none: 'No list is in force this year.',
  },
};

/** Money and people of the year: by programme, then by desa as a figure with its table and CSV. */
export const Page = () => {
  const t = useText(texts);
  const [programmeId, setProgramme] = useState('');
  const report = useGet('/api/report/realisation', { query: programmeId ? { programmeId } : {}, keep: true });
  const all = useGet('/api/report/realisation', { query: {} });
  const data = report.data;
  type DesaRow = NonNullable<typeof data>['desa'][number];
  const columns: Column<DesaRow>[] = [
    { key: 'kecamatan', header: t.kecamatan, cell: (row) => row.kecamatan },
    { key: 'desa', header: t.village, cell: (row) => row.desa },
    { key: 'planned', header: t.planned, isNumber: true, cell: (row) => row.planned },
    { key: 'served', header: t.served, isNumber: true, cell: (row) => row.served },
    { key: 'set', header: t.set, money: (row) => row.ditetapkan },
    { key: 'given', header: t.given, money: (row) => row.diserahterimakan },
  ];
  return (
    <>
      <PageTitle
        note={
          data && (
            <>
              {t.asOf} <InstantText at={data.asOf} />
            </>
          )
        }
      >
        {t.title}
      </PageTitle>
      <ErrorNotice error={report.error} onRetry={() => void report.refetch()} />
      <NativeSelect
        label={t.choose}
        value={programmeId}
        onChange={(event) => setProgramme(event.currentTarget.value)}
        maw={420}
        data={[
          { value: '', label: t.all },
          ...(all.data?.programmes ?? []).map((row) => ({ value: row.programmeId, label: row.programme })),
        ]}
      />
      <Section title={t.programmes} note={t.note}>
        <DataTable
          caption={t.programmes}
          rows={data?.programmes ?? UNREAD}
          rowKey={(row) => row.programmeId}
          isLoading={report.isPending}
          csv={{ name: 'realisasi-program' }}
          columns={[
            { key: 'programme', header: t.programme, cell: (row) => row.programme },
            { key: 'source', header: t.source, cell: (row) => row.fundSource },
            { key: 'pagu', header: t.pagu, money: (row) => row.pagu },
            { key: 'ordered', header: t.ordered, money: (row) => row.dipesan },
            { key: 'paid', header: t.paid, money: (row) => row.cair },
            { key: 'left', header: t.left, money: (row) => row.tersisa },
            { key: 'given', header: t.given, money: (row) => row.diserahterimakan },
            { key: 'planned', header: t.planned, isNumber: true, cell: (row) => row.planned },
            { key: 'served', header: t.served, isNumber: true, cell: (row) => row.served },
          ]}
        />
      </Section>
      <Section title={t.hand} note={t.handNote}>
        <DataTable
          caption={t.hand}
          rows={data ? data.programmes.filter((row) => row.added + row.removed > 0) : UNREAD}
          rowKey={(row) => row.programmeId}
          isLoading={report.isPending}
          empty={t.noHand}
          csv={{ name: 'keputusan-dengan-tangan' }}
          columns={[
            { key: 'programme', header: t.programme, cell: (row) => row.programme },
            { key: 'added', header: t.added, isNumber: true, cell: (row) => row.added },
            { key: 'addedRupiah', header: t.addedRupiah, money: (row) => row.addedRupiah },
            { key: 'removed', header: t.removed, isNumber: true, cell: (row) => row.removed },
            { key: 'removedRupiah', header: t.removedRupiah, money: (row) => row.removedRupiah },
          ]}
        />
      </Section>
      <Section title={t.desa}>
        {data && data.total.planned > 0 ? (
          <>
            <Figure
              finding={t.finding(data.total.served, data.total.planned)}
              caption={t.caption}
              rows={data.desa}
              rowKey={(row) => String(row.desaId)}
              plot={plotDesa}
              columns={columns}
              csvName={`realisasi-desa-${data.year}`}
            />
            <FactList
              facts={[
                { label: t.set, value: <Money amount={data.total.ditetapkan} /> },
                { label: t.given, value: <Money amount={data.total.diserahterimakan} /> },
              ]}
            />
            <p className="screen-only">
              <a href={`/api/report/realisation.csv${programmeId ? `?programmeId=${programmeId}` : ''}`}>{t.csv}</a>
            </p>
          </>
        ) : (
          <p className="muted">{t.none}</p>
        )}
      </Section>
    </>
  );
};
