import { useState } from 'react';
import { AppLink } from '#web/ui/AppLink.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { TextReasonDialog } from '#web/ui/TextReasonDialog.tsx';
import { UNREAD } from '#web/ui/unread.ts';
import { BookingsSection } from './BookingsSection.tsx';
import { STALE } from './use-decisions.ts';

type Row = ReplyOf<'GET /api/person-merge'>['items'][number];

const texts = {
  id: {
    title: 'Penggabungan terakhir',
    note: 'Kedua catatan tetap ada; penggabungan dapat dipisah lagi selama tidak ada SK atau pengesahan yang memakainya.',
    kept: 'Yang disimpan',
    absorbed: 'Yang dilebur',
    when: 'Waktu',
    by: 'Oleh',
    and: 'dan',
    undo: 'Pisahkan…',
    undone: 'sudah dipisah',
    act: 'Tindakan',
    dialog: 'Pisahkan kembali',
    what: (kept: string, absorbed: string) =>
      `${kept} dan ${absorbed} berdiri sendiri lagi seperti sebelum digabung. Pasangannya kembali ke antrean.`,
    confirm: 'Pisahkan',
    back: 'Kembali ke antrean',
  },
  en: {
    title: 'Latest merges',
    note: 'Both records remain; a merge can be taken back while no decree or ratification uses it.',
    kept: 'Kept',
    absorbed: 'Absorbed',
    when: 'When',
    by: 'By',
    and: 'and',
    undo: 'Take apart…',
    undone: 'taken apart',
    act: 'Act',
    dialog: 'Take apart again',
    what: (kept: string, absorbed: string) =>
      `${kept} and ${absorbed} stand for themselves again as before. The pair returns to the queue.`,
    confirm: 'Take apart',
    back: 'Back to the queue',
  },
};

const UndoDialog = ({ row, onClose }: { row: Row; onClose: () => void }) => {
  const t = useText(texts);
  const undo = useAct('POST /api/person-merge/:id/undoing', { stale: STALE, onDone: onClose });
  return (
    <TextReasonDialog
      title={t.dialog}
      note={t.what(row.keptName, row.absorbedName)}
      confirm={t.confirm}
      onClose={onClose}
      act={undo}
      onConfirm={(reason) => undo.act({ params: { id: row.id }, body: { reason } })}
      isRequired
      most={500}
    />
  );
};

/** The latest merges, each of which can be taken back with a reason. */
export const Page = () => {
  const t = useText(texts);
  const merges = useGet('/api/person-merge');
  const [open, setOpen] = useState<Row>();
  return (
    <>
      <PageTitle note={t.note} actions={<AppLink href="/kemungkinan-ganda">{t.back}</AppLink>}>
        {t.title}
      </PageTitle>
      <ErrorNotice error={merges.error} onRetry={() => void merges.refetch()} />
      <DataTable
        caption={t.title}
        rows={merges.data?.items ?? UNREAD}
        rowKey={(row) => row.id}
        isLoading={merges.isPending}
        columns={[
          {
            key: 'kept',
            header: t.kept,
            cell: (row) => <AppLink href={`/orang/${row.keptId}`}>{row.keptName}</AppLink>,
          },
          { key: 'absorbed', header: t.absorbed, cell: (row) => row.absorbedName },
          { key: 'at', header: t.when, cell: (row) => <InstantText at={row.at} /> },
          {
            key: 'by',
            header: t.by,
            cell: (row) => (row.secondBy ? `${row.by} ${t.and} ${row.secondBy}` : row.by),
          },
          {
            key: 'act',
            header: t.act,
            cell: (row) =>
              row.undoneAt === null ? (
                <button type="button" className="link-button" onClick={() => setOpen(row)}>
                  {t.undo}
                </button>
              ) : (
                <span className="muted">{t.undone}</span>
              ),
          },
        ]}
      />
      <BookingsSection />
      {open && <UndoDialog row={open} onClose={() => setOpen(undefined)} />}
    </>
  );
};
