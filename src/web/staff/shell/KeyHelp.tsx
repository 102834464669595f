import { Button } from '@mantine/core';
import { Dialog } from '#web/ui/Dialog.tsx';
import { KeyHint } from '#web/ui/KeyHint.tsx';
import { useKeySettings } from '#web/ui/keys.tsx';
import { useText } from '#web/ui/language.tsx';
import styles from './KeyHelp.module.css';

const texts = {
  id: {
    title: 'Tombol di halaman ini',
    search: 'Cari orang atau halaman',
    off: 'Tombol satu huruf sedang mati. Ctrl K tetap bekerja.',
    never: 'Tombol tidak bekerja saat Anda mengetik di isian.',
    turnOff: 'Matikan tombol satu huruf',
    turnOn: 'Hidupkan tombol satu huruf',
  },
  en: {
    title: 'Keys on this page',
    search: 'Search people or pages',
    off: 'Single-letter keys are off. Ctrl K still works.',
    never: 'Keys do nothing while you type in a field.',
    turnOff: 'Switch single-letter keys off',
    turnOn: 'Switch single-letter keys on',
  },
};

/** What the keys of the page in view do, and the switch that turns single letters off. */
export const KeyHelp = ({ onClose }: { onClose: () => void }) => {
  const t = useText(texts);
  const { isOn, setOn, listKeys } = useKeySettings();
  return (
    <Dialog title={t.title} onClose={onClose}>
      <div className="stack">
        <dl className={styles.keys}>
          {isOn &&
            listKeys().map((one) => (
              <div key={`${one.key}${one.label}`}>
                <dt>
                  <KeyHint>{one.key}</KeyHint>
                </dt>
                <dd>{one.label}</dd>
              </div>
            ))}
          <div>
            <dt>
              <KeyHint>Ctrl K</KeyHint>
            </dt>
            <dd>{t.search}</dd>
          </div>
        </dl>
        <p className="muted">{isOn ? t.never : t.off}</p>
        <div>
          <Button onClick={() => setOn(!isOn)}>{isOn ? t.turnOff : t.turnOn}</Button>
        </div>
      </div>
    </Dialog>
  );
};
