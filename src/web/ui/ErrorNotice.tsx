import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { ApiError, NO_SIGNAL } from './api-error.ts';
import styles from './ErrorNotice.module.css';
import { Icon } from './icons.tsx';
import { useText } from './language.tsx';

const texts = {
  id: {
    noSignal:
      'Tanpa sinyal: server tidak terjangkau, dan tidak ada yang terkirim. Isian Anda masih ada di layar ini; coba lagi bila sambungan kembali.',
    fault: 'Halaman ini menemui kesalahan pada programnya sendiri. Yang sudah tersimpan tetap tersimpan.',
    again: 'Coba lagi',
    newer: 'Muat versi terbaru',
    number: (id: string) => `Nomor permintaan: ${id}`,
  },
  en: {
    noSignal:
      'No signal: the server cannot be reached, and nothing was sent. What you typed is still on this screen; try again when the connection is back.',
    fault: 'This page met a fault of its own. What was saved stays saved.',
    again: 'Try again',
    newer: 'Load the newer version',
    number: (id: string) => `Request number: ${id}`,
  },
};

type Props = {
  error: unknown;
  /** Offers "coba lagi". */
  onRetry?: (() => void) | undefined;
  /** After a 409: reads the newer version from the server; what was typed must stay. */
  onNewer?: (() => void) | undefined;
};

/** What went wrong, in the server's own sentence, with what to do. Nothing when there is no error. */
export const ErrorNotice = ({ error, onRetry, onNewer }: Props) => {
  const t = useText(texts);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (!error) return null;
  const api = error instanceof ApiError ? error : undefined;
  const sentence = api === undefined ? t.fault : api.code === NO_SIGNAL ? t.noSignal : api.sentence;
  return (
    <div ref={box} role="alert" className={styles.notice}>
      <Icon name="alert" size={18} />
      <div className="stack">
        <p>{sentence}</p>
        {api?.requestId !== undefined && api.status >= 500 && !sentence.includes(api.requestId) && (
          <p className="number">{t.number(api.requestId)}</p>
        )}
        {(onRetry || (api?.status === 409 && onNewer)) && (
          <div className="row">
            {api?.status === 409 && onNewer && <Button onClick={onNewer}>{t.newer}</Button>}
            {onRetry && <Button onClick={onRetry}>{t.again}</Button>}
          </div>
        )}
      </div>
    </div>
  );
};
