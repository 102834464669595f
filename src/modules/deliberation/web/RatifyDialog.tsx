import { Button } from '@mantine/core';
import { useState } from 'react';
import { fieldErrors } from '#web/ui/api-error.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import type { Batch } from './BatchPage.tsx';
import { EMPTY_SIGNATURE, SignerFields } from './SignerFields.tsx';

const texts = {
  id: {
    title: 'Catat pengesahan',
    note: (n: number) =>
      `${n} usulan disahkan sebagai data yang kami kirim. Sesudah ini datanya siap diketik ke SIKS-NG, dan warga diberi tahu. Pengesahan tidak memberi bantuan dan tidak menentukan desil.`,
    confirm: 'Catat pengesahan',
    cancel: 'Jangan dulu',
    wait: 'Mencatat…',
  },
  en: {
    title: 'Record the ratification',
    note: (n: number) =>
      `${n} proposals are ratified as what we send. They are then ready to be keyed into SIKS-NG, and the citizens are told. It gives nobody aid and sets nobody’s desil.`,
    confirm: 'Record the ratification',
    cancel: 'Not now',
    wait: 'Recording…',
  },
};

/** Number, date and signatory of the ratification as they stand on the signed paper. */
export const RatifyDialog = ({ batch, onClose }: { batch: Batch; onClose: () => void }) => {
  const t = useText(texts);
  const [draft, setDraft] = useState(EMPTY_SIGNATURE);
  const ratify = useAct('POST /api/pengesahan/:id/ratification', {
    stale: ['/api/pengesahan', '/api/sk', '/api/pengetikan', '/api/home'],
    onDone: onClose,
  });
  return (
    <Dialog title={t.title} onClose={onClose} width={560}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ratify.act({
            params: { id: batch.id },
            body: { version: batch.version, number: draft.number, onDate: draft.onDate, holderId: draft.holderId },
          });
        }}
      >
        <ErrorNotice error={ratify.error} />
        <p>{t.note(batch.rows)}</p>
        <SignerFields draft={draft} onChange={setDraft} faults={fieldErrors(ratify.error)} withHeadOfRegion={false} />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={ratify.isPending}>
            {ratify.isPending ? t.wait : t.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
