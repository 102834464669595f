import { useEffect, useState } from 'react';
import { useText } from '#web/ui/language.tsx';

const texts = {
  id: {
    reading: (seconds: number) => `Register sedang dibaca ke memori server: ${seconds} detik.`,
    after: 'Ini hanya sekali; sesudahnya setiap perubahan langsung dihitung. Ketentuan di samping sudah dapat diisi.',
    label: 'Membaca register',
  },
  en: {
    reading: (seconds: number) => `The register is being read into the server’s memory: ${seconds} s.`,
    after: 'This happens once; afterwards every change is computed at once. The terms beside can be filled in already.',
    label: 'Reading the register',
  },
};

/** While the first snapshot is built: for how long already, and what it is for. Said to listeners once, not every second. */
export const RegisterWaiting = () => {
  const t = useText(texts);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  if (seconds === 0) return <p style={{ minHeight: 20 }} />;
  return (
    <div>
      <progress aria-label={t.label} />
      <p aria-hidden="true">{t.reading(seconds)}</p>
      <p role="status" className="muted">
        {t.after}
      </p>
    </div>
  );
};
