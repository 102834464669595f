import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { AppLink } from '#web/ui/AppLink.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText, InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { UNREAD } from '#web/ui/unread.ts';

export const decreeTexts = {
  id: {
    kinds: { pengesahan: 'Pengesahan data', penetapan: 'Penetapan penerima', perubahan: 'Perubahan penerima' },
    states: {
      rancangan: 'Rancangan',
      paraf: 'Diparaf',
      ditandatangani: 'Ditandatangani',
      berlaku: 'Berlaku',
      dicabut: 'Dicabut/batal',
    },
  },
  en: {
    kinds: { pengesahan: 'Ratification of data', penetapan: 'Recipients decreed', perubahan: 'Recipients changed' },
    states: {
      rancangan: 'Draft',
      paraf: 'Being initialled',
      ditandatangani: 'Signed',
      berlaku: 'In force',
      dicabut: 'Revoked/called off',
    },
  },
};
export const DECREE_BADGE = {
  rancangan: 'menunggu',
  paraf: 'menunggu',
  ditandatangani: 'info',
  berlaku: 'selesai',
  dicabut: 'netral',
} as const;

const texts = {
  id: {
    title: 'SK dan pengesahan',
    note: 'Berlaku hanya sesudah paraf lengkap serta nomor, tanggal, dan penanda tangan tercatat.',
    name: 'Dokumen',
    kind: 'Jenis',
    state: 'Keadaan',
    waiting: 'Menunggu paraf',
    number: 'Nomor',
    on: 'Tanggal',
    made: 'Disiapkan',
    open: 'Hanya yang belum selesai',
    chains: 'Rantai paraf',
    empty: 'Belum ada dokumen.',
  },
  en: {
    title: 'Decrees and ratifications',
    note: 'In force only once the initials are complete and number, date and signatory are recorded.',
    name: 'Document',
    kind: 'Kind',
    state: 'State',
    waiting: 'Waiting for the initials of',
    number: 'Number',
    on: 'Date',
    made: 'Drafted',
    open: 'Only those not finished',
    chains: 'Chains of initials',
    empty: 'No documents yet.',
  },
};

/** Decrees of all kinds, newest first. */
export const Page = () => {
  const t = useText(texts);
  const words = useText(decreeTexts);
  const [isOpenOnly, setOpenOnly] = useState(false);
  const decrees = useGet('/api/sk', { query: { open: isOpenOnly ? 'true' : 'false' }, keep: true });
  return (
    <div className="stack">
      <PageTitle note={t.note} actions={<AppLink href="/sk/rantai-paraf">{t.chains}</AppLink>}>
        {t.title}
      </PageTitle>
      <Checkbox label={t.open} checked={isOpenOnly} onChange={(event) => setOpenOnly(event.currentTarget.checked)} />
      <ErrorNotice error={decrees.error} onRetry={() => void decrees.refetch()} />
      <DataTable
        caption={t.title}
        rows={decrees.data?.items ?? UNREAD}
        rowKey={(row) => row.id}
        isLoading={decrees.isPending}
        href={(row) => `/sk/${row.id}`}
        empty={t.empty}
        columns={[
          { key: 'name', header: t.name, cell: (row) => row.title },
          { key: 'kind', header: t.kind, cell: (row) => words.kinds[row.kind] },
          {
            key: 'state',
            header: t.state,
            cell: (row) => <StatusBadge kind={DECREE_BADGE[row.state]}>{words.states[row.state]}</StatusBadge>,
          },
          { key: 'waiting', header: t.waiting, cell: (row) => row.waitingParaf ?? '' },
          { key: 'number', header: t.number, cell: (row) => row.number ?? '' },
          { key: 'on', header: t.on, cell: (row) => (row.onDate ? <DateText date={row.onDate} /> : '') },
          { key: 'made', header: t.made, cell: (row) => <InstantText at={row.createdAt} /> },
        ]}
      />
    </div>
  );
};
