import { Button } from '@mantine/core';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { ErrorNotice } from './ErrorNotice.tsx';
import { KeyHint } from './KeyHint.tsx';
import { useKeys } from './keys.tsx';
import { useText } from './language.tsx';
import { makePendingActs } from './pending-acts.ts';
import styles from './UndoBar.module.css';

const texts = {
  id: {
    undo: 'Urungkan',
    now: 'Kirim sekarang',
    note: 'Terkirim setelah 10 detik.',
    more: (n: number) => `dan ${n} lagi menunggu terkirim`,
    refused: 'Belum terkirim:',
    dismiss: 'Tutup',
  },
  en: {
    undo: 'Undo',
    now: 'Send now',
    note: 'Sent after 10 seconds.',
    more: (n: number) => `and ${n} more waiting to be sent`,
    refused: 'Not sent:',
    dismiss: 'Close',
  },
};

type Acts = ReturnType<typeof makePendingActs>;
const UndoContext = createContext<Acts | undefined>(undefined);

/** Holds acts back for ten seconds; sends what is left when the page goes away. */
export const UndoProvider = ({ children }: { children: ReactNode }) => {
  const [acts] = useState(() => makePendingActs());
  useEffect(() => {
    const leave = () => void acts.flush({ leaving: true });
    const hide = () => document.visibilityState === 'hidden' && leave();
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [acts]);
  return <UndoContext value={acts}>{children}</UndoContext>;
};

/**
 * `const undo = useUndo()`, then
 * `undo.later({ text: 'Usulan disetujui.', send: ({ leaving }) => approve.send(given, { keepalive: leaving }), undone: () => … })`.
 * Nothing is sent for ten seconds; take the row off the screen meanwhile and put it back in `undone` and `refused`.
 */
export const useUndo = (): Acts => {
  const acts = useContext(UndoContext);
  if (!acts) throw new Error('useUndo outside of UndoProvider');
  return acts;
};

/** The bar at the foot of the page; the shell shows it. */
export const UndoBar = () => {
  const t = useText(texts);
  const acts = useUndo();
  const { pending, failures } = useSyncExternalStore(acts.subscribe, acts.read);
  const latest = pending.at(-1);
  useKeys(latest ? [{ key: 'z', label: t.undo, run: acts.undo }] : []);
  return (
    <div className={`${styles.place} screen-only`} aria-live="polite">
      {failures.map((failure) => (
        <div key={failure.id} className={styles.failure}>
          <p>
            {t.refused} <strong>{failure.text}</strong>
          </p>
          <ErrorNotice error={failure.error} />
          <Button onClick={() => acts.dismiss(failure.id)}>{t.dismiss}</Button>
        </div>
      ))}
      {latest && (
        <div className={styles.bar}>
          <span className={styles.text}>
            <strong>{latest.text}</strong> {pending.length > 1 ? t.more(pending.length - 1) : t.note}
          </span>
          <Button onClick={() => void acts.flush()}>{t.now}</Button>
          <Button variant="filled" onClick={acts.undo} rightSection={<KeyHint>z</KeyHint>}>
            {t.undo}
          </Button>
        </div>
      )}
    </div>
  );
};
