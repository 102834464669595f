import { Button, NativeSelect } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { addMonths, dateInZone, formatMonth } from '#kernel/local-date.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay, useSession } from '#web/ui/session.tsx';
import { UNREAD } from '#web/ui/unread.ts';

const texts = {
  id: {
    title: 'Pengesahan',
    note: 'Pengesahan berarti "ini yang kami kirim". Tidak memberi bantuan kepada siapa pun dan tidak menentukan desil.',
    prepare: 'Susun daftar',
    ready: (n: number) =>
      n === 0
        ? 'Semua usulan jalur pusat yang disetujui sudah masuk daftar.'
        : `${n} usulan jalur pusat disetujui dan belum masuk daftar.`,
    month: 'Bulan',
    start: 'Masukkan ke daftar',
    wait: 'Menyusun…',
    list: 'Daftar',
    table: 'Daftar pengesahan',
    period: 'Bulan',
    rows: 'Usulan',
    state: 'Keadaan',
    nota: 'Nota dinas',
    number: 'Nomor pengesahan',
    on: 'Tanggal',
    who: 'Penanda tangan',
    correction: 'perbaikan',
    replaced: 'sudah diganti',
    empty: 'Belum ada daftar pengesahan.',
    states: { disusun: 'Disusun', dikirim: 'Menunggu pengesahan', disahkan: 'Disahkan' },
  },
  en: {
    title: 'Ratification',
    note: 'Pengesahan means "this is what we send". It gives nobody aid and sets nobody’s desil.',
    prepare: 'Prepare a batch',
    ready: (n: number) =>
      n === 0
        ? 'Every approved proposal for the centre is in a batch.'
        : `${n} approved proposals for the centre are in no batch yet.`,
    month: 'Month',
    start: 'Put into the batch',
    wait: 'Preparing…',
    list: 'Batches',
    table: 'Ratification batches',
    period: 'Month',
    rows: 'Proposals',
    state: 'State',
    nota: 'Nota dinas',
    number: 'Ratification number',
    on: 'Date',
    who: 'Signed by',
    correction: 'correction',
    replaced: 'replaced',
    empty: 'No batch yet.',
    states: { disusun: 'Being prepared', dikirim: 'Waiting for ratification', disahkan: 'Ratified' },
  },
};
export const BATCH_KIND = { disusun: 'menunggu', dikirim: 'menunggu', disahkan: 'selesai' } as const;

const Preparing = ({ ready }: { ready: number }) => {
  const t = useText(texts);
  const router = useRouter();
  const { language } = useLanguage();
  const { agency } = useSession();
  const thisMonth = dateInZone(new Date(), agency.zone).slice(0, 7);
  const [period, setPeriod] = useState(thisMonth);
  const prepare = useAct('POST /api/pengesahan', {
    stale: ['/api/pengesahan', '/api/home'],
    onDone: ({ batchId }) => router.history.push(`/kantor/pengesahan/${batchId}`),
  });
  const months = [-1, 0, 1].map((by) => addMonths(`${thisMonth}-01`, by).slice(0, 7));
  return (
    <Section title={t.prepare} note={t.ready(ready)}>
      <ErrorNotice error={prepare.error} />
      {ready > 0 && (
        <div className="row" style={{ alignItems: 'flex-end' }}>
          <NativeSelect
            label={t.month}
            value={period}
            onChange={(event) => setPeriod(event.currentTarget.value)}
            data={months.map((value) => ({ value, label: formatMonth(value, language) }))}
          />
          <Button variant="filled" disabled={prepare.isPending} onClick={() => prepare.act({ body: { period } })}>
            {prepare.isPending ? t.wait : t.start}
          </Button>
        </div>
      )}
    </Section>
  );
};

/** Ratification batches, newest first; the month's is begun here. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const mayPrepare = useMay('batch.prepare');
  const batches = useGet('/api/pengesahan');
  return (
    <div className="stack" style={{ gap: 16 }}>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <ErrorNotice error={batches.error} onRetry={() => void batches.refetch()} />
      {mayPrepare && batches.data && <Preparing ready={batches.data.ready} />}
      <Section title={t.list}>
        <DataTable
          caption={t.table}
          rows={batches.data?.items ?? UNREAD}
          rowKey={(row) => row.id}
          isLoading={batches.isPending}
          href={(row) => `/pengesahan/${row.id}`}
          empty={t.empty}
          columns={[
            {
              key: 'period',
              header: t.period,
              cell: (row) => `${formatMonth(row.period, language)}${row.replaces ? ` (${t.correction})` : ''}`,
            },
            { key: 'rows', header: t.rows, isNumber: true, cell: (row) => row.rows },
            {
              key: 'state',
              header: t.state,
              cell: (row) => (
                <StatusBadge kind={row.replacedBy ? 'netral' : BATCH_KIND[row.state]}>
                  {row.replacedBy ? t.replaced : t.states[row.state]}
                </StatusBadge>
              ),
            },
            { key: 'nota', header: t.nota, cell: (row) => row.notaNumber ?? '' },
            { key: 'number', header: t.number, cell: (row) => row.number ?? '' },
            { key: 'on', header: t.on, cell: (row) => (row.onDate ? <DateText date={row.onDate} /> : '') },
            { key: 'who', header: t.who, cell: (row) => row.signatory ?? '' },
          ]}
        />
      </Section>
    </div>
  );
};
