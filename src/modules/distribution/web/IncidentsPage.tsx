import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { useMay } from '#web/ui/session.tsx';
import { UNREAD } from '#web/ui/unread.ts';

const texts = {
  id: {
    title: 'Kejadian penyaluran',
    note: 'Serah terima ganda atau di luar ketentuan. Barang yang sudah keluar tetap tercatat; di sini ditulis apa yang ditemukan.',
    what: 'Kejadian',
    where: 'Tempat',
    at: 'Dibuka',
    close: 'Selesaikan',
    found: 'Apa yang ditemukan dan dilakukan',
    save: 'Simpan hasil',
    empty: 'Tidak ada kejadian terbuka.',
  },
  en: {
    title: 'Delivery incidents',
    note: 'Double handovers, or ones outside the rules. What left the table stays recorded; here stands what was found.',
    what: 'Incident',
    where: 'Place',
    at: 'Opened',
    close: 'Settle',
    found: 'What was found and done',
    save: 'Save the result',
    empty: 'No incident is open.',
  },
};

const Settle = ({ id, text, onClose }: { id: string; text: string; onClose: () => void }) => {
  const t = useText(texts);
  const [resolution, setResolution] = useState('');
  const close = useAct('POST /api/incident/:id/resolution', { stale: ['/api/incident', '/api/home'], onDone: onClose });
  return (
    <Dialog title={t.close} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          close.act({ params: { id }, body: { resolution } });
        }}
      >
        <p>{text}</p>
        <ErrorNotice error={close.error} />
        <Textarea
          label={t.found}
          autosize
          minRows={3}
          value={resolution}
          onChange={(event) => setResolution(event.currentTarget.value)}
        />
        <Button type="submit" variant="filled" disabled={close.isPending}>
          {t.save}
        </Button>
      </form>
    </Dialog>
  );
};

/** Open incidents, each with a way to settle it. */
export const Page = () => {
  const t = useText(texts);
  const mayRule = useMay('handover.rule');
  const [open, setOpen] = useState<{ id: string; text: string } | null>(null);
  const incidents = useGet('/api/incident', { query: {} });
  return (
    <>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <ErrorNotice error={incidents.error} onRetry={() => void incidents.refetch()} />
      <DataTable
        caption={t.title}
        rows={incidents.data?.items ?? UNREAD}
        rowKey={(row) => row.id}
        isLoading={incidents.isPending}
        empty={t.empty}
        csv={{ name: 'kejadian' }}
        columns={[
          { key: 'at', header: t.at, cell: (row) => <InstantText at={row.openedAt} />, text: (row) => row.openedAt },
          { key: 'what', header: t.what, cell: (row) => row.text },
          { key: 'where', header: t.where, cell: (row) => row.areaLabel },
        ]}
        actions={(row) =>
          mayRule ? (
            <Button size="compact-sm" onClick={() => setOpen(row)}>
              {t.close}
            </Button>
          ) : null
        }
      />
      {open && <Settle {...open} onClose={() => setOpen(null)} />}
    </>
  );
};
