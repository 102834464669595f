import { Button, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatRupiah } from '#kernel/rupiah.ts';
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { useMay } from '#web/ui/session.tsx';

const texts = {
  id: {
    programme: 'Halaman program',
    confirm: 'Setujui sebagai orang kedua',
    confirmText: (n: number, held: number, amount: string) =>
      `${n} penerima, ${held} tempat ditahan, ${amount}. Setelah Anda setuju, rancangan SK disusun dan diedarkan untuk paraf.`,
    cancel: 'Batalkan daftar',
    cancelText:
      'Rancangan SK ikut dibatalkan dan pagu yang dipesan dilepas. Daftarnya tetap tersimpan sebagai riwayat.',
    reason: 'Alasan',
  },
  en: {
    programme: 'Page of the programme',
    confirm: 'Agree as the second person',
    confirmText: (n: number, held: number, amount: string) =>
      `${n} recipients, ${held} held places, ${amount}. Once you agree, the decree is drafted and goes round for initials.`,
    cancel: 'Call off the list',
    cancelText: 'The draft decree is called off too and the reserved pagu is free again. The list stays as history.',
    reason: 'Reason',
  },
};
type View = ReplyOf<'GET /api/programme/list/:id'>;
const STALE = ['/api/programme', '/api/budget', '/api/home', '/api/sk'];

const CancelDialog = ({ view, onClose }: { view: View; onClose: () => void }) => {
  const t = useText(texts);
  const [reason, setReason] = useState('');
  const cancel = useAct('POST /api/programme/list/:id/cancellation', { stale: STALE, onDone: onClose });
  return (
    <ConfirmDialog
      title={t.cancel}
      confirm={t.cancel}
      isDestructive
      isPending={cancel.isPending}
      error={cancel.error}
      onClose={onClose}
      onConfirm={() => cancel.act({ params: { id: view.run.id }, body: { version: view.run.version, reason } })}
    >
      <div className="stack">
        <p>{t.cancelText}</p>
        <Textarea
          label={t.reason}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
    </ConfirmDialog>
  );
};

const ConfirmList = ({ view, onClose }: { view: View; onClose: () => void }) => {
  const t = useText(texts);
  const { run } = view;
  const confirm = useAct('POST /api/programme/list/:id/confirmation', { stale: STALE, onDone: onClose });
  return (
    <ConfirmDialog
      title={t.confirm}
      confirm={t.confirm}
      isPending={confirm.isPending}
      error={confirm.error}
      onClose={onClose}
      onConfirm={() => confirm.act({ params: { id: run.id }, body: { version: run.version } })}
    >
      <p>{t.confirmText(run.counts.masuk, run.counts.ditahan, formatRupiah(BigInt(run.amount)))}</p>
    </ConfirmDialog>
  );
};

/** What may be done with a list by who looks at it. */
export const ListActs = ({ view }: { view: View }) => {
  const t = useText(texts);
  const { run, decree } = view;
  const [open, setOpen] = useState<'cancel' | 'confirm' | null>(null);
  const mayPrepare = useMay('programme.prepare');
  const isDraft = run.state === 'rancangan';
  const close = () => setOpen(null);
  return (
    <div className="row">
      <Link to="/program/$id" params={{ id: run.programmeId }}>
        {t.programme}
      </Link>
      {mayPrepare && isDraft && decree?.state !== 'ditandatangani' && (
        <Button onClick={() => setOpen('cancel')}>{t.cancel}</Button>
      )}
      {view.mayConfirm && (
        <Button variant="filled" onClick={() => setOpen('confirm')}>
          {t.confirm}
        </Button>
      )}
      {open === 'cancel' && <CancelDialog view={view} onClose={close} />}
      {open === 'confirm' && <ConfirmList view={view} onClose={close} />}
    </div>
  );
};
