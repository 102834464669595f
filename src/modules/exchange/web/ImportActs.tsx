import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import type { Shown } from './state-words.ts';

const texts = {
  id: {
    commit: (n: string) => `Masukkan ${n} baris`,
    commitTitle: 'Masukkan ke register?',
    commitBody: (n: string, back: string) =>
      `${n} baris masuk ke register; ${back} baris yang dikembalikan tidak ikut. Nanti seluruh impor dapat dibatalkan, kecuali data yang sudah diubah atau dipakai orang.`,
    goOn: 'Lanjutkan memasukkan',
    again: 'Periksa lagi',
    cancel: 'Buang berkas ini',
    cancelTitle: 'Buang berkas ini?',
    cancelBody: 'Belum ada yang masuk register. Berkasnya dapat diunggah lagi kapan saja.',
    undo: 'Batalkan impor',
    undoTitle: 'Batalkan seluruh impor ini?',
    undoBody:
      'Orang, keluarga, nomor, dan status yang dibuat impor ini dihapus lagi. Yang sudah diubah atau dipakai sejak itu tetap ada dan ditulis dalam laporan.',
    reason: 'Alasan membatalkan',
    reasonShort: 'Tulis alasannya, paling sedikit lima huruf.',
  },
  en: {
    commit: (n: string) => `Let ${n} rows in`,
    commitTitle: 'Let them into the register?',
    commitBody: (n: string, back: string) =>
      `${n} rows go into the register; the ${back} that came back do not. The whole import can be taken back later, except what people have changed or used by then.`,
    goOn: 'Go on letting in',
    again: 'Check again',
    cancel: 'Put this file aside',
    cancelTitle: 'Put this file aside?',
    cancelBody: 'Nothing of it is in the register. The file may be uploaded again at any time.',
    undo: 'Take the import back',
    undoTitle: 'Take this whole import back?',
    undoBody:
      'People, families, numbers and statuses made by this import are removed again. What was changed or used since stays and is listed in the report.',
    reason: 'Reason for taking it back',
    reasonShort: 'Write the reason, at least five letters.',
  },
};

type Open = 'commit' | 'cancel' | 'undo' | undefined;
const STALE = ['/api/import', '/api/home'] as const;

const CommitDialog = ({ file, onClose }: { file: Shown; onClose: () => void }) => {
  const t = useText(texts);
  const commit = useAct('POST /api/import/:id/commit', { stale: STALE, onDone: onClose });
  const n = (file.goIn ?? 0).toLocaleString('id-ID');
  return (
    <ConfirmDialog
      title={t.commitTitle}
      confirm={t.commit(n)}
      onConfirm={() => commit.act({ params: { id: file.id }, body: { version: file.version } })}
      onClose={onClose}
      isPending={commit.isPending}
      error={commit.error}
    >
      <p>{t.commitBody(n, (file.returned ?? 0).toLocaleString('id-ID'))}</p>
    </ConfirmDialog>
  );
};

const CancelDialog = ({ file, onClose }: { file: Shown; onClose: () => void }) => {
  const t = useText(texts);
  const cancel = useAct('POST /api/import/:id/cancellation', { stale: STALE, onDone: onClose });
  return (
    <ConfirmDialog
      title={t.cancelTitle}
      confirm={t.cancel}
      onConfirm={() => cancel.act({ params: { id: file.id }, body: { version: file.version } })}
      onClose={onClose}
      isPending={cancel.isPending}
      error={cancel.error}
      isDestructive
    >
      <p>{t.cancelBody}</p>
    </ConfirmDialog>
  );
};

const UndoDialog = ({ file, onClose }: { file: Shown; onClose: () => void }) => {
  const t = useText(texts);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const undo = useAct('POST /api/import/:id/undo', { stale: STALE, onDone: onClose });
  const isShort = reason.trim().length < 5;
  const confirm = () => {
    setTried(true);
    if (!isShort) undo.act({ params: { id: file.id }, body: { version: file.version, reason } });
  };
  return (
    <ConfirmDialog
      title={t.undoTitle}
      confirm={t.undo}
      onConfirm={confirm}
      onClose={onClose}
      isPending={undo.isPending}
      error={undo.error}
      isDestructive
    >
      <div className="stack">
        <p>{t.undoBody}</p>
        <Textarea
          label={t.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isTried && isShort ? t.reasonShort : undefined}
          autosize
          minRows={2}
        />
      </div>
    </ConfirmDialog>
  );
};

/** What a person may do with the import as it stands; the one that leads on stands last. */
export const ImportActs = ({ file, onNewer }: { file: Shown; onNewer: () => void }) => {
  const t = useText(texts);
  const [open, setOpen] = useState<Open>();
  const again = useAct('POST /api/import/:id/mapping', { stale: STALE });
  const close = () => setOpen(undefined);
  const checkAgain = () => {
    const columns = Object.fromEntries(
      file.mapping.columns.flatMap(({ column, at }) => (at === null ? [] : [[column, at]])),
    );
    again.act({ params: { id: file.id }, body: { version: file.version, columns } });
  };
  const mayCancel = ['diunggah', 'siap'].includes(file.state) || file.failed === 'check';
  const isPartlyIn = file.failed === 'commit' || file.failed === 'undo';
  const mayUndo = file.state === 'selesai' || isPartlyIn;
  const mayCommit = (file.state === 'siap' && (file.goIn ?? 0) > 0) || file.failed === 'commit';
  return (
    <>
      <ErrorNotice error={again.error} onNewer={onNewer} />
      <div className="row screen-only">
        {mayCancel && (
          <Button style={{ marginRight: 'auto' }} onClick={() => setOpen('cancel')}>
            {t.cancel}
          </Button>
        )}
        {mayUndo && file.kind !== 'hasil_pusat' && file.kind !== 'padan' && (
          <Button color="red" onClick={() => setOpen('undo')}>
            {t.undo}
          </Button>
        )}
        {(file.state === 'siap' || file.failed === 'check') && (
          <Button onClick={checkAgain} disabled={again.isPending}>
            {t.again}
          </Button>
        )}
        {mayCommit && (
          <Button variant="filled" onClick={() => setOpen('commit')}>
            {isPartlyIn ? t.goOn : t.commit((file.goIn ?? 0).toLocaleString('id-ID'))}
          </Button>
        )}
      </div>
      {open === 'commit' && <CommitDialog file={file} onClose={close} />}
      {open === 'cancel' && <CancelDialog file={file} onClose={close} />}
      {open === 'undo' && <UndoDialog file={file} onClose={close} />}
    </>
  );
};
