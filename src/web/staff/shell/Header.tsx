import { Link } from '@tanstack/react-router';
import { Icon } from '#web/ui/icons.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useSession } from '#web/ui/session.tsx';
import { Bell } from './Bell.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import styles from './Shell.module.css';

const texts = {
  id: { menu: 'Menu', search: 'Cari orang atau halaman', demo: 'DATA CONTOH', demoWhy: 'Semua orang di sini rekaan' },
  en: { menu: 'Menu', search: 'Search people or pages', demo: 'DATA CONTOH', demoWhy: 'Everybody in here is made up' },
};

type Props = { isMenuOpen: boolean; onMenu: () => void; onSearch: () => void; onHelp: () => void };

/** 48 px: menu, agency, the mark of demo data, search, language, who is at work. */
export const Header = ({ isMenuOpen, onMenu, onSearch, onHelp }: Props) => {
  const t = useText(texts);
  const { agency } = useSession();
  return (
    <header className={styles.header}>
      <button
        type="button"
        className={`${styles.tool} screen-only`}
        aria-expanded={isMenuOpen}
        aria-label={t.menu}
        onClick={onMenu}
      >
        <Icon name="menu" />
      </button>
      <div className={styles.office}>
        <Link to="/" className={styles.agency}>
          {agency.name}
        </Link>
        {agency.isDemo && (
          <span className={styles.demo} title={t.demoWhy}>
            {t.demo}
          </span>
        )}
      </div>
      <span className={styles.space} />
      <button
        type="button"
        className={`${styles.tool} ${styles.search} screen-only`}
        aria-keyshortcuts="Control+K"
        onClick={onSearch}
      >
        <span className={styles.searchWord}>{t.search}</span>
        <span className={styles.wideOnly} aria-hidden="true">
          Ctrl K
        </span>
        <span className={styles.narrowOnly}>
          <Icon name="search" />
        </span>
      </button>
      <Bell />
      <LanguageSwitch />
      <PersonMenu onHelp={onHelp} />
    </header>
  );
};

/** Shows the language it switches to, in that language. */
export const LanguageSwitch = () => {
  const { language, setLanguage } = useLanguage();
  const next = language === 'id' ? 'en' : 'id';
  const name = next === 'en' ? 'English' : 'Bahasa Indonesia';
  return (
    <button
      type="button"
      lang={next}
      className={`${styles.tool} screen-only`}
      title={name}
      onClick={() => setLanguage(next)}
    >
      {next.toUpperCase()}
    </button>
  );
};
