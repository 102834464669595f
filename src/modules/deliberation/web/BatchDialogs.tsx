import { getRouteApi } from '@tanstack/react-router';
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { TextReasonDialog } from '#web/ui/TextReasonDialog.tsx';
import type { Batch } from './BatchPage.tsx';
import { RatifyDialog } from './RatifyDialog.tsx';

const texts = {
  id: {
    dropTitle: (name: string) => `Keluarkan ${name} dari daftar`,
    dropText: 'Usulan ini menunggu daftar berikutnya.',
    sendText: (n: number) =>
      `${n} usulan dikunci beserta sidik buktinya, nota dinas mendapat nomor, dan daftar ini tidak dapat diubah lagi. Perbaikan hanya dengan daftar baru.`,
    correctText: 'Daftar baru dimulai dari isi daftar ini dan menyebutnya. Daftar ini sendiri tidak berubah.',
    drop: 'Keluarkan',
    send: 'Kirim untuk disahkan',
    correct: 'Buat daftar perbaikan',
  },
  en: {
    dropTitle: (name: string) => `Take ${name} out of the batch`,
    dropText: 'The proposal waits for the next batch.',
    sendText: (n: number) =>
      `${n} proposals are locked with the fingerprint of their evidence, the nota dinas gets its number, and nothing can be changed afterwards. A correction is a new batch.`,
    correctText: 'A new batch starts with these rows and names this one. This one does not change.',
    drop: 'Take out',
    send: 'Send for ratification',
    correct: 'Begin a correction',
  },
};

const STALE = ['/api/pengesahan', '/api/sk', '/api/pengetikan', '/api/home'] as const;
const route = getRouteApi('/pengesahan/$id');
type Item = Batch['items'][number];
export type BatchStep =
  | { what: 'kirim' }
  | { what: 'sahkan' }
  | { what: 'perbaiki' }
  | { what: 'keluarkan'; item: Item };

/** The dialog of one step with a batch. */
export const BatchDialogs = ({ batch, open, onClose }: { batch: Batch; open: BatchStep; onClose: () => void }) => {
  const t = useText(texts);
  const navigate = route.useNavigate();
  const send = useAct('POST /api/pengesahan/:id/sending', { stale: STALE, onDone: onClose });
  const drop = useAct('POST /api/pengesahan/:id/rows/:usulanId/removal', { stale: STALE, onDone: onClose });
  const correct = useAct('POST /api/pengesahan/:id/correction', {
    stale: STALE,
    onDone: ({ batchId }) => {
      onClose();
      void navigate({ to: '/pengesahan/$id', params: { id: batchId } });
    },
  });
  const { version } = batch;
  if (open.what === 'sahkan') return <RatifyDialog batch={batch} onClose={onClose} />;
  if (open.what === 'kirim')
    return (
      <ConfirmDialog
        title={t.send}
        confirm={t.send}
        onClose={onClose}
        error={send.error}
        isPending={send.isPending}
        onConfirm={() => send.act({ params: { id: batch.id }, body: { version } })}
      >
        {t.sendText(batch.rows)}
      </ConfirmDialog>
    );
  if (open.what === 'perbaiki')
    return (
      <TextReasonDialog
        title={t.correct}
        note={t.correctText}
        confirm={t.correct}
        onClose={onClose}
        act={correct}
        onConfirm={(reason) => correct.act({ params: { id: batch.id }, body: { reason } })}
      />
    );
  return (
    <TextReasonDialog
      title={t.dropTitle(open.item.name)}
      note={t.dropText}
      confirm={t.drop}
      onClose={onClose}
      act={drop}
      onConfirm={(reason) =>
        drop.act({ params: { id: batch.id, usulanId: open.item.usulanId }, body: { version, reason } })
      }
    />
  );
};
