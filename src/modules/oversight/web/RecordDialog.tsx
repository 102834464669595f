import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { texts } from './privacy-words.ts';

type Props = {
  title: string;
  onClose: () => void;
  act: { isPending: boolean; error: unknown };
  onSave: () => void;
  children: ReactNode;
};

/** The frame of what is recorded about requests and incidents: the fault, the fields, and the button. */
export const RecordDialog = ({ title, onClose, act, onSave, children }: Props) => {
  const t = useText(texts);
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        <ErrorNotice error={act.error} />
        {children}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button type="submit" variant="filled" disabled={act.isPending}>
            {act.isPending ? t.wait : t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
