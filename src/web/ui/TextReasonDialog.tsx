import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { fieldErrors } from './api-error.ts';
import { Dialog } from './Dialog.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import { useText } from './language.tsx';

const texts = {
  id: {
    reason: 'Alasan',
    short: 'Isi alasannya, paling sedikit tiga huruf.',
    cancel: 'Jangan dulu',
    wait: 'Mengirim…',
  },
  en: {
    reason: 'Reason',
    short: 'Give the reason, at least three letters.',
    cancel: 'Not now',
    wait: 'Sending…',
  },
};
const LEAST_LETTERS = 3;

type Props = {
  title: string;
  /** What will happen. */
  note?: ReactNode;
  confirm: string;
  onClose: () => void;
  act: { isPending: boolean; error: unknown };
  onConfirm: (reason: string) => void;
  /** Asks for at least three letters before anything is sent; otherwise the server says what it misses. */
  isRequired?: boolean;
  /** The most letters the server takes. */
  most?: number;
};

/** Asks for a reason in one's own words, where no list of codes would say it. */
export const TextReasonDialog = (props: Props) => {
  const { title, note, confirm, onClose, act, onConfirm, isRequired = false, most = 400 } = props;
  const t = useText(texts);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isShort = isRequired && reason.trim().length < LEAST_LETTERS;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isShort) onConfirm(reason.trim());
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" noValidate onSubmit={submit}>
        <ErrorNotice error={act.error} />
        {note !== undefined && <p>{note}</p>}
        <Textarea
          label={t.reason}
          rows={3}
          maxLength={most}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isTried && isShort ? t.short : fieldErrors(act.error)['reason']}
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
