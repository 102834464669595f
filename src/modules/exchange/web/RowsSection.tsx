import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { type Column, DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FilterChips } from '#web/ui/FilterChips.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useList } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import type { Shown } from './state-words.ts';

type Check = NonNullable<Shown['check']>;
type Row = ReplyOf<'GET /api/import/:id/rows'>['items'][number];

const texts = {
  id: {
    title: 'Baris',
    note: 'Urut seperti di berkas. Nomor NIK dan KK disamarkan.',
    filter: 'Baris yang ditampilkan',
    kembali: 'Dikembalikan',
    ragu: 'Dengan catatan',
    berubah: 'Berubah',
    hilang: 'Tidak tercantum lagi',
    siap: 'Tanpa catatan',
    reason: 'Hanya alasan',
    all: 'Semua alasan',
    no: 'Baris',
    name: 'Nama',
    area: 'Desa/kelurahan',
    why: 'Alasan dan perubahan',
    empty: 'Tidak ada baris seperti ini.',
    blank: 'kosong',
  },
  en: {
    title: 'Rows',
    note: 'In the order of the file. NIK and KK numbers are masked.',
    filter: 'Rows shown',
    kembali: 'Came back',
    ragu: 'With a remark',
    berubah: 'Changed',
    hilang: 'No longer listed',
    siap: 'Without remark',
    reason: 'Only this reason',
    all: 'All reasons',
    no: 'Row',
    name: 'Name',
    area: 'Desa/kelurahan',
    why: 'Reasons and changes',
    empty: 'There are no such rows.',
    blank: 'empty',
  },
};

type Filter = 'kembali' | 'ragu' | 'berubah' | 'hilang' | 'siap';
const QUERY: Readonly<Record<Filter, { verdict?: 'siap' | 'ragu' | 'kembali'; change?: 'berubah'; missing?: 'true' }>> =
  {
    kembali: { verdict: 'kembali' },
    ragu: { verdict: 'ragu' },
    berubah: { change: 'berubah' },
    hilang: { missing: 'true' },
    siap: { verdict: 'siap' },
  };

const whyText = (row: Row, blank: string): string =>
  [
    ...row.reasons.map(({ sentence }) => sentence),
    ...row.changes.map(({ label, from, to }) => `${label}: ${from ?? blank} → ${to ?? blank}.`),
  ].join(' ');

/** The rows themselves, filtered by what became of them and by reason. */
export const RowsSection = ({ file, check }: { file: Shown; check: Check }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const counts: Record<Filter, number> = {
    kembali: check.kembali,
    ragu: check.ragu,
    berubah: check.berubah,
    hilang: check.tidakTercantum,
    siap: check.siap,
  };
  const shown = (Object.keys(QUERY) as Filter[]).filter((key) => counts[key] > 0);
  const [filter, setFilter] = useState<Filter>(shown[0] ?? 'siap');
  const [code, setCode] = useState('');
  const reasons = check.reasons.filter(({ verdict }) => verdict === filter);
  const query = { ...QUERY[filter], ...(reasons.some((reason) => reason.code === code) ? { code } : {}) };
  const list = useList('/api/import/:id/rows', { params: { id: file.id }, query });
  const columns: Column<Row>[] = [
    { key: 'no', header: t.no, isNumber: true, cell: (row) => row.no },
    { key: 'name', header: t.name, cell: (row) => row.title },
    { key: 'area', header: t.area, cell: (row) => row.area?.split(', ').slice(0, 2).join(', ') ?? '' },
    { key: 'why', header: t.why, cell: (row) => whyText(row, t.blank) },
  ];
  return (
    <Section title={t.title} note={t.note}>
      <FilterChips
        label={t.filter}
        chips={shown.map((key) => ({ key, label: t[key], count: counts[key] }))}
        value={filter}
        onChange={setFilter}
      />
      {reasons.length > 1 && (
        <NativeSelect
          label={t.reason}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          data={[
            { value: '', label: t.all },
            ...reasons.map((reason) => ({
              value: reason.code,
              label: `${reason.label[language]} (${reason.rows.toLocaleString('id-ID')})`,
            })),
          ]}
        />
      )}
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      <DataTable
        caption={t.title}
        rows={list.rows}
        rowKey={(row) => String(row.no)}
        columns={columns}
        isLoading={list.isPending}
        more={list.more}
        empty={t.empty}
        isCompact
      />
    </Section>
  );
};
