import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { fieldErrors } from '#web/ui/api-error.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';

const texts = {
  id: { reason: 'Alasan', cancel: 'Jangan dulu', wait: 'Mengirim…' },
  en: { reason: 'Reason', cancel: 'Not now', wait: 'Sending…' },
};

type Props = {
  title: string;
  /** What will happen. */
  note: string;
  confirm: string;
  onClose: () => void;
  act: { isPending: boolean; error: unknown };
  onConfirm: (reason: string) => void;
};

/** Asks for a reason in one's own words, where no list of codes would say it. */
export const TextReasonDialog = ({ title, note, confirm, onClose, act, onConfirm }: Props) => {
  const t = useText(texts);
  const [reason, setReason] = useState('');
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm(reason);
        }}
      >
        <ErrorNotice error={act.error} />
        <p>{note}</p>
        <Textarea
          label={t.reason}
          rows={3}
          maxLength={400}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fieldErrors(act.error)['reason']}
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={act.isPending}>
            {act.isPending ? t.wait : confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
