import type { ReactNode } from 'react';
import { useLanguage } from '#web/ui/language.tsx';
import styles from './SignIn.module.css';

/** The quiet sheet around everything before the first page. */
export const SignInFrame = ({ children, aside }: { children: ReactNode; aside?: ReactNode }) => {
  const { language, setLanguage } = useLanguage();
  const next = language === 'id' ? 'en' : 'id';
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <strong>Rukun</strong>
        <button type="button" className="link-button" lang={next} onClick={() => setLanguage(next)}>
          {next === 'en' ? 'English' : 'Bahasa Indonesia'}
        </button>
      </header>
      <main className={styles.columns}>
        <div className={`${styles.sheet} stack`}>{children}</div>
        {aside}
      </main>
    </div>
  );
};
