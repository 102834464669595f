import { Button } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { useMay } from '#web/ui/session.tsx';
import { UNREAD } from '#web/ui/unread.ts';
import { HolderForm } from './HolderForm.tsx';

const texts = {
  id: {
    title: 'Jabatan',
    note: 'Siapa memangku jabatan apa: definitif, Plt, atau Plh. SK dan pengesahan ditandatangani oleh jabatan, bukan oleh akun.',
    name: 'Jabatan',
    holders: 'Pemangku',
    signs: 'Menandatangani',
    yes: 'Ya',
    no: 'Tidak',
    appoint: 'Catat pemangku',
    kinds: { definitif: '', plt: 'Plt ', plh: 'Plh ' },
    until: 'sampai',
  },
  en: {
    title: 'Positions',
    note: 'Who holds which position: definitive, Plt or Plh. Decrees are signed by a position, not by an account.',
    name: 'Position',
    holders: 'Holder',
    signs: 'Signs',
    yes: 'Yes',
    no: 'No',
    appoint: 'Record a holder',
    kinds: { definitif: '', plt: 'Plt ', plh: 'Plh ' },
    until: 'until',
  },
};

/** Positions and their holders of today and later. */
export const Page = () => {
  const t = useText(texts);
  const mayManage = useMay('account.manage');
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null);
  const positions = useGet('/api/position');
  return (
    <>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <ErrorNotice error={positions.error} onRetry={() => void positions.refetch()} />
      <DataTable
        caption={t.title}
        rows={positions.data?.items ?? UNREAD}
        rowKey={(row) => row.id}
        isLoading={positions.isPending}
        csv={{ name: 'jabatan' }}
        columns={[
          { key: 'name', header: t.name, cell: (row) => row.name },
          {
            key: 'holders',
            header: t.holders,
            cell: (row) =>
              row.holders.length === 0
                ? null
                : row.holders
                    .map(
                      (holder) =>
                        `${t.kinds[holder.kind]}${holder.staffName}${holder.until ? ` (${t.until} ${holder.until})` : ''}`,
                    )
                    .join(', '),
          },
          { key: 'signs', header: t.signs, cell: (row) => (row.signs ? t.yes : t.no) },
        ]}
        actions={(row) =>
          mayManage ? (
            <Button size="compact-sm" onClick={() => setChosen(row)}>
              {t.appoint}
            </Button>
          ) : null
        }
      />
      {chosen && <HolderForm position={chosen} onClose={() => setChosen(null)} />}
    </>
  );
};
