import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addMonths, dateInZone, formatMonth } from '#kernel/local-date.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { type Column, DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useForget, useList } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useSession } from '#web/ui/session.tsx';
import { STATE_TEXTS } from './state-words.ts';

type Row = ReplyOf<'GET /api/import'>['items'][number];

const texts = {
  id: {
    title: 'Impor berkas',
    note: 'Berkas pusat masuk bertahap: unggah, pastikan kolom, tinjau, baru masuk. Tidak ada orang yang dihapus karena sebuah berkas.',
    upload: 'Unggah berkas baru',
    kind: 'Jenis berkas',
    kinds: {
      siks23: 'SIKS-NG 23 kolom: orang dan keluarga',
      desil: 'Desil DTSEN: desil keluarga yang sudah ada di register',
      hasil_pusat: 'Hasil pusat: jawaban atas usulan yang sudah diketik',
      padan: 'Jawaban padan Dukcapil: hasil pemadanan NIK',
      exclude: 'Daftar exclude: orang yang ditandai pusat dan keterangannya',
    },
    period: 'Bulan yang dibicarakan berkas',
    drop: 'Berkas .xlsx atau CSV',
    hint: 'Ekspor asli, paling besar 60 MB. Jangan dibuka dan disimpan ulang di Excel: angka NIK bisa rusak.',
    padan: 'Padan Dukcapil: unduh permintaan (CSV)',
    padanNote:
      'Semua orang ber-NIK yang belum pernah dipadankan. Unduhan memuat NIK lengkap dan tercatat sebagai pengungkapan data; jawabannya diimpor dengan jenis "Jawaban padan Dukcapil".',
    list: 'Impor sebelumnya',
    file: 'Berkas',
    of: 'Jenis',
    month: 'Bulan',
    state: 'Keadaan',
    rows: 'Baris',
    returned: 'Dikembalikan',
    by: 'Diunggah',
    empty: 'Belum ada berkas yang diimpor.',
  },
  en: {
    title: 'Import of files',
    note: 'A file of the centre goes in by stages: upload, confirm the columns, review, then in. Nobody is deleted because of a file.',
    upload: 'Upload a new file',
    kind: 'Kind of file',
    kinds: {
      siks23: 'SIKS-NG, 23 columns: people and families',
      desil: 'DTSEN desil: of families that are in the register',
      hasil_pusat: 'Results of the centre: answers to keyed proposals',
      padan: 'Padan answers of Dukcapil: results of matching',
      exclude: 'Exclude list: people the centre flags, with its reason',
    },
    period: 'Month the file speaks of',
    drop: 'An .xlsx or CSV file',
    hint: 'The export itself, at most 60 MB. Do not open and save it in Excel first: NIK numbers may be damaged.',
    padan: 'Padan with Dukcapil: download the request (CSV)',
    padanNote:
      'Everybody with a NIK that was never checked. The download holds full NIK and is entered as a disclosure; import the answer as kind "Padan answers of Dukcapil".',
    list: 'Imports so far',
    file: 'File',
    of: 'Kind',
    month: 'Month',
    state: 'State',
    rows: 'Rows',
    returned: 'Came back',
    by: 'Uploaded',
    empty: 'No file has been imported yet.',
  },
};

type Kind = keyof (typeof texts)['id']['kinds'];
const MONTHS_BACK = 24;

const UploadForm = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const forget = useForget();
  const { agency } = useSession();
  const today = dateInZone(new Date(), agency.zone);
  const [kind, setKind] = useState<Kind>('siks23');
  const [period, setPeriod] = useState(today.slice(0, 7));
  const months = Array.from({ length: MONTHS_BACK }, (_, back) =>
    addMonths(`${today.slice(0, 7)}-01`, -back).slice(0, 7),
  );
  return (
    <Section title={t.upload}>
      <div className="row" style={{ alignItems: 'flex-end', flexWrap: 'wrap' }}>
        <NativeSelect
          label={t.kind}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as Kind)}
          data={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
        />
        <NativeSelect
          label={t.period}
          value={period}
          onChange={(event) => setPeriod(event.currentTarget.value)}
          data={months.map((value) => ({ value, label: formatMonth(value, language) }))}
        />
      </div>
      <FileDrop
        label={t.drop}
        hint={t.hint}
        accept={['.xlsx', '.csv']}
        mostBytes={60_000_000}
        urlOf={(file) => `/api/import?kind=${kind}&period=${period}&name=${encodeURIComponent(file.name)}`}
        onDone={(reply) => {
          void forget(['/api/import', '/api/home']);
          void navigate({ to: '/impor/$id', params: { id: (reply as { id: string }).id } });
        }}
      />
      <p>
        <a href="/api/padan/permintaan" download>
          {t.padan}
        </a>
        . <span className="muted">{t.padanNote}</span>
      </p>
    </Section>
  );
};

/** Imports of the agency: a new file above, those so far below. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const imports = useList('/api/import', { query: {} });
  const columns: Column<Row>[] = [
    { key: 'name', header: t.file, cell: (row) => row.name },
    {
      key: 'state',
      header: t.state,
      cell: (row) => <StatusBadge kind={STATE_TEXTS[row.state].kind}>{STATE_TEXTS[row.state][language]}</StatusBadge>,
    },
    { key: 'kind', header: t.of, cell: (row) => row.kindName[language] },
    { key: 'period', header: t.month, cell: (row) => formatMonth(row.period, language) },
    { key: 'rows', header: t.rows, isNumber: true, cell: (row) => row.rowsTotal.toLocaleString('id-ID') },
    { key: 'returned', header: t.returned, isNumber: true, cell: (row) => row.returned?.toLocaleString('id-ID') ?? '' },
    {
      key: 'by',
      header: t.by,
      cell: (row) => (
        <>
          {row.uploadedBy}, <InstantText at={row.uploadedAt} />
        </>
      ),
    },
  ];
  return (
    <>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <UploadForm />
      <Section title={t.list}>
        <ErrorNotice error={imports.error} onRetry={() => void imports.refetch()} />
        <DataTable
          caption={t.list}
          rows={imports.rows}
          rowKey={(row) => row.id}
          columns={columns}
          isLoading={imports.isPending}
          more={imports.more}
          href={(row) => `/impor/${row.id}`}
          empty={t.empty}
        />
      </Section>
    </>
  );
};
