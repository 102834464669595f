import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from './Dialog.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import { useText } from './language.tsx';

type Props = {
  title: string;
  /** What will happen, to whom, and whether it can be undone. */
  children: ReactNode;
  /** The act in its own words: "Batalkan impor", not "Ya". */
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
  isPending?: boolean;
  error?: unknown;
  /** It takes something away. */
  isDestructive?: boolean;
};

/** Asks once more before an act of weight; the act itself stands last. */
export const ConfirmDialog = ({
  title,
  children,
  confirm,
  onConfirm,
  onClose,
  isPending = false,
  error,
  isDestructive = false,
}: Props) => {
  const t = useText({ id: { cancel: 'Jangan dulu', wait: 'Mengirim…' }, en: { cancel: 'Not now', wait: 'Sending…' } });
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="stack">
        <ErrorNotice error={error} />
        <div>{children}</div>
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            variant="filled"
            {...(isDestructive ? { color: 'red' } : {})}
            disabled={isPending}
            onClick={onConfirm}
          >
            {isPending ? t.wait : confirm}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
