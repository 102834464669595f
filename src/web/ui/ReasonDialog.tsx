import { Button, Radio, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Dialog } from './Dialog.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import { useText } from './language.tsx';
import styles from './ReasonDialog.module.css';

export type Reason<C extends string = string> = {
  code: C;
  label: string;
  /** The text must be filled in for this reason. */
  needsText?: boolean;
};
type Given<C extends string> = { code: C; text: string };

type Props<C extends string> = {
  title: string;
  reasons: readonly Reason<C>[];
  /** The sentence the citizen will read, for the reason and text so far; undefined: nobody outside reads it. */
  preview?: (given: Given<C>) => string;
  confirm: string;
  onConfirm: (given: Given<C>) => void;
  onClose: () => void;
  isPending?: boolean;
  error?: unknown;
};

const texts = {
  id: {
    reason: 'Alasan',
    text: 'Keterangan',
    optional: 'Keterangan (boleh kosong)',
    choose: 'Pilih alasannya.',
    write: 'Isi keterangan untuk alasan ini.',
    reads: 'Warga akan membaca',
    cancel: 'Jangan dulu',
    wait: 'Mengirim…',
  },
  en: {
    reason: 'Reason',
    text: 'Explanation',
    optional: 'Explanation (may be empty)',
    choose: 'Choose the reason.',
    write: 'Explain this reason.',
    reads: 'The citizen will read',
    cancel: 'Not now',
    wait: 'Sending…',
  },
};

const useReason = <C extends string>({ reasons, onConfirm }: Props<C>) => {
  const t = useText(texts);
  const [code, setCode] = useState<C>();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const reason = reasons.find((one) => one.code === code);
  const isTextMissing = reason?.needsText === true && text.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason && !isTextMissing) onConfirm({ code: reason.code, text: text.trim() });
  };
  return {
    text,
    setText,
    setCode,
    reason,
    submit,
    codeError: isTried && !reason ? t.choose : undefined,
    textError: isTried && isTextMissing ? t.write : undefined,
  };
};

const Preview = ({ sentence }: { sentence: string }) => {
  const t = useText(texts);
  return (
    <div className={styles.preview}>
      <h3>{t.reads}</h3>
      <p aria-live="polite">{sentence}</p>
    </div>
  );
};

/** A no, or a request to mend: a coded reason, words of one's own, and what the citizen will read. */
export const ReasonDialog = <C extends string>(props: Props<C>) => {
  const { title, reasons, preview, confirm, onClose, isPending = false, error } = props;
  const t = useText(texts);
  const { text, setText, setCode, reason, submit, codeError, textError } = useReason(props);
  return (
    <Dialog title={title} onClose={onClose} width={560}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorNotice error={error} />
        <Radio.Group
          label={t.reason}
          error={codeError}
          value={reason?.code ?? ''}
          onChange={(value) => setCode(value as C)}
        >
          <div className={styles.reasons}>
            {reasons.map((one) => (
              <Radio key={one.code} value={one.code} label={one.label} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={reason?.needsText === true ? t.text : t.optional}
          error={textError}
          rows={3}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {preview && reason && <Preview sentence={preview({ code: reason.code, text: text.trim() })} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={isPending}>
            {isPending ? t.wait : confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
