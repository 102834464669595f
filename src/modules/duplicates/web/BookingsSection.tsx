import { useState } from 'react';
import { AppLink } from '#web/ui/AppLink.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText, InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { TextReasonDialog } from '#web/ui/TextReasonDialog.tsx';
import type { StatusKind } from '#web/ui/theme.ts';
import { UNREAD } from '#web/ui/unread.ts';
import { STALE } from './use-decisions.ts';

type Row = ReplyOf<'GET /api/merge-booking'>['items'][number];

const texts = {
  id: {
    title: 'Penggabungan terpesan',
    note: 'Yang tertahan SK, daftar yang sedang disusun, atau pengesahan digabung sendiri sehari sesudah penahannya berakhir. Diperiksa setiap hari.',
    kept: 'Disimpan',
    absorbed: 'Dilebur',
    by: 'Oleh',
    and: 'dan',
    booked: 'Dipesan',
    state: 'Keadaan',
    states: { dipesan: 'menunggu', jadi: 'sudah digabung', gagal: 'tidak jadi', batal: 'dibatalkan' },
    free: 'Penahannya sudah berakhir; digabung sesudah',
    looked: 'diperiksa',
    act: 'Tindakan',
    off: 'Batalkan…',
    dialog: 'Batalkan penggabungan terpesan',
    confirm: 'Batalkan pesanan',
    none: 'Tidak ada penggabungan yang dipesan.',
  },
  en: {
    title: 'Booked merges',
    note: 'What a decree, a list being prepared or a ratification bars is merged by itself the day after the bar has ended. Looked at every day.',
    kept: 'Kept',
    absorbed: 'Absorbed',
    by: 'By',
    and: 'and',
    booked: 'Booked',
    state: 'State',
    states: { dipesan: 'waits', jadi: 'merged', gagal: 'not made', batal: 'called off' },
    free: 'The bar has ended; merged after',
    looked: 'looked at',
    act: 'Act',
    off: 'Call off…',
    dialog: 'Call the booked merge off',
    confirm: 'Call off',
    none: 'No merge is booked.',
  },
};
const KINDS: Readonly<Record<Row['state'], StatusKind>> = {
  dipesan: 'menunggu',
  jadi: 'selesai',
  gagal: 'tindakan',
  batal: 'netral',
};

const OffDialog = ({ row, onClose }: { row: Row; onClose: () => void }) => {
  const t = useText(texts);
  const off = useAct('POST /api/duplicate/:id/booking-end', { stale: STALE, onDone: onClose });
  return (
    <TextReasonDialog
      title={t.dialog}
      confirm={t.confirm}
      onClose={onClose}
      act={off}
      onConfirm={(reason) => off.act({ params: { id: row.pairId }, body: { reason } })}
      isRequired
      most={500}
    />
  );
};

const State = ({ row }: { row: Row }) => {
  const t = useText(texts);
  return (
    <>
      <StatusBadge kind={KINDS[row.state]}>{t.states[row.state]}</StatusBadge>
      {row.outcome !== '' && <div className="muted">{row.outcome}</div>}
      {row.state === 'dipesan' && row.freeSince !== null && (
        <div className="muted">
          {t.free} <DateText date={row.freeSince} />
        </div>
      )}
      {row.state === 'dipesan' && row.lookedOn !== null && (
        <div className="muted">
          {t.looked} <DateText date={row.lookedOn} />
        </div>
      )}
    </>
  );
};

/** Merges that wait for their day, and what became of those before. */
export const BookingsSection = () => {
  const t = useText(texts);
  const bookings = useGet('/api/merge-booking');
  const [open, setOpen] = useState<Row>();
  return (
    <Section title={t.title} note={t.note}>
      <ErrorNotice error={bookings.error} onRetry={() => void bookings.refetch()} />
      <DataTable
        caption={t.title}
        rows={bookings.data?.items ?? UNREAD}
        rowKey={(row) => row.id}
        isLoading={bookings.isPending}
        empty={t.none}
        columns={[
          {
            key: 'kept',
            header: t.kept,
            cell: (row) => <AppLink href={`/orang/${row.keptId}`}>{row.keptName}</AppLink>,
          },
          { key: 'absorbed', header: t.absorbed, cell: (row) => row.absorbedName },
          { key: 'at', header: t.booked, cell: (row) => <InstantText at={row.at} /> },
          { key: 'by', header: t.by, cell: (row) => (row.secondBy ? `${row.by} ${t.and} ${row.secondBy}` : row.by) },
          { key: 'state', header: t.state, cell: (row) => <State row={row} /> },
          {
            key: 'act',
            header: t.act,
            cell: (row) =>
              row.state === 'dipesan' && (
                <button type="button" className="link-button" onClick={() => setOpen(row)}>
                  {t.off}
                </button>
              ),
          },
        ]}
      />
      {open && <OffDialog row={open} onClose={() => setOpen(undefined)} />}
    </Section>
  );
};
