import { type DragEvent, useState } from 'react';
import { putFile } from './api.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import styles from './FileDrop.module.css';
import { Icon } from './icons.tsx';
import { useText } from './language.tsx';

type Props = {
  label: string;
  /** What the file should be: "Ekspor SIKS-NG, xlsx atau CSV, paling besar 60 MB". */
  hint: string;
  /** Endings offered by the file dialog; the server judges by content. */
  accept: readonly string[];
  mostBytes: number;
  /** Where the file is PUT, e.g. `/api/import/${id}/file?name=…`. */
  urlOf: (file: File) => string;
  onDone: (reply: unknown, file: File) => void;
};

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
const texts = {
  id: {
    choose: 'Pilih berkas',
    orDrop: 'atau letakkan berkas di sini',
    empty: (name: string) => `Berkas ${name} kosong. Buka dahulu di komputer Anda, simpan ulang, lalu kirim lagi.`,
    large: (name: string, is: string, most: string) =>
      `Berkas ${name} berukuran ${is}, paling besar ${most}. Bagi berkasnya, lalu kirim satu per satu.`,
    sending: (name: string, percent: number) => `Mengirim ${name}: ${percent}%`,
    reading: (name: string) => `${name} terkirim. Server sedang membacanya…`,
    again: 'Kirim lagi',
  },
  en: {
    choose: 'Choose a file',
    orDrop: 'or drop the file here',
    empty: (name: string) => `${name} is empty. Open it on your computer, save it again, then send it again.`,
    large: (name: string, is: string, most: string) =>
      `${name} has ${is}, the most is ${most}. Split the file and send the parts one by one.`,
    sending: (name: string, percent: number) => `Sending ${name}: ${percent}%`,
    reading: (name: string) => `${name} is sent. The server is reading it…`,
    again: 'Send again',
  },
};

const useUpload = ({ mostBytes, urlOf, onDone }: Props) => {
  const t = useText(texts);
  const [sending, setSending] = useState<{ file: File; share: number }>();
  const [failed, setFailed] = useState<{ file: File; error: unknown }>();
  const [fault, setFault] = useState<string>();
  const send = async (file: File) => {
    setFailed(undefined);
    setFault(
      file.size === 0
        ? t.empty(file.name)
        : file.size > mostBytes
          ? t.large(file.name, size(file.size), size(mostBytes))
          : undefined,
    );
    if (file.size === 0 || file.size > mostBytes) return;
    setSending({ file, share: 0 });
    await putFile(urlOf(file), file, (share) => setSending({ file, share })).then(
      (reply) => onDone(reply, file),
      (error: unknown) => setFailed({ file, error }),
    );
    setSending(undefined);
  };
  return { sending, failed, fault, send };
};

const Sending = ({ file, share, label }: { file: File; share: number; label: string }) => {
  const t = useText(texts);
  return (
    <>
      <progress className={styles.bar} value={share} max={1} aria-label={label} />
      <p role="status">{share < 1 ? t.sending(file.name, Math.floor(share * 100)) : t.reading(file.name)}</p>
    </>
  );
};

const Choosing = ({ accept, send }: { accept: readonly string[]; send: (file: File) => Promise<void> }) => {
  const t = useText(texts);
  return (
    <div className="row">
      <label className={styles.button}>
        <Icon name="upload" /> {t.choose}
        <input
          type="file"
          className={styles.input}
          accept={accept.join(',')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file) void send(file);
          }}
        />
      </label>
      <span className="muted">{t.orDrop}</span>
    </div>
  );
};

/** One file, chosen or dropped, sent as it is; says how far it is and what is wrong. Dropping is never the only way. */
export const FileDrop = (props: Props) => {
  const { label, hint, accept } = props;
  const [isOver, setOver] = useState(false);
  const { sending, failed, fault, send } = useUpload(props);
  const hover = (event: DragEvent, over: boolean) => {
    event.preventDefault();
    setOver(over);
  };
  const drop = (event: DragEvent) => {
    hover(event, false);
    const file = event.dataTransfer.files[0];
    if (file && !sending) void send(file);
  };
  return (
    <div className={styles.whole}>
      {failed && <ErrorNotice error={failed.error} onRetry={() => void send(failed.file)} />}
      <fieldset
        className={isOver ? `${styles.place} ${styles.over}` : styles.place}
        onDragOver={(event) => hover(event, true)}
        onDragLeave={(event) => hover(event, false)}
        onDrop={drop}
      >
        <legend className="spoken">{label}</legend>
        <strong aria-hidden="true">{label}</strong>
        <span className="muted">{hint}</span>
        {sending ? <Sending {...sending} label={label} /> : <Choosing accept={accept} send={send} />}
        {fault !== undefined && (
          <p role="alert" className={styles.fault}>
            {fault}
          </p>
        )}
      </fieldset>
    </div>
  );
};
