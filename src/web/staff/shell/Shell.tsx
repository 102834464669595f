import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '#web/ui/keys.tsx';
import { useText } from '#web/ui/language.tsx';
import { recall, remember } from '#web/ui/memory.ts';
import { UndoBar } from '#web/ui/UndoBar.tsx';
import { useNarrow } from '#web/ui/use-media.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { Header } from './Header.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { Navigation } from './Navigation.tsx';
import styles from './Shell.module.css';

const texts = {
  id: { skip: 'Langsung ke isi', help: 'Bantuan tombol', search: 'Cari orang atau halaman' },
  en: { skip: 'Skip to content', help: 'Help with keys', search: 'Search people or pages' },
};

/** After a page change the focus goes to the page, unless the reader is at work in it (a row of a queue that opens beside it). */
const useFocusOnPageChange = () => {
  const { pathname } = useLocation();
  const first = useRef(true);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    if (pathname !== '' && !main.current?.contains(document.activeElement))
      main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
};

const useMenuOpen = (isNarrow: boolean) => {
  const { pathname } = useLocation();
  const [isWideOpen, setWideOpen] = useState(() => recall('menu') !== 'closed');
  const [openAt, setOpenAt] = useState<string>();
  // On a narrow screen the menu is open only on the page it was opened on: going somewhere closes it.
  const isOpen = isNarrow ? openAt === pathname : isWideOpen;
  const toggle = () => {
    if (isNarrow) return setOpenAt(isOpen ? undefined : pathname);
    remember('menu', isWideOpen ? 'closed' : 'open');
    setWideOpen(!isWideOpen);
  };
  return { isOpen, toggle };
};

/** The frame of every staff page: header, navigation, the page, the bar of acts that can still be undone. */
export const Shell = () => {
  const t = useText(texts);
  const isNarrow = useNarrow();
  const main = useFocusOnPageChange();
  const menu = useMenuOpen(isNarrow);
  const [dialog, setDialog] = useState<'search' | 'help'>();
  useKeys([
    { key: '?', label: t.help, run: () => setDialog('help') },
    { key: '/', label: t.search, run: () => setDialog('search') },
  ]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setDialog('search');
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <a className={`${styles.skip} screen-only`} href="#isi">
        {t.skip}
      </a>
      <Header
        isMenuOpen={menu.isOpen}
        onMenu={menu.toggle}
        onSearch={() => setDialog('search')}
        onHelp={() => setDialog('help')}
      />
      <div className={styles.frame}>
        {menu.isOpen && <Navigation />}
        <main id="isi" ref={main} tabIndex={-1} className={styles.main}>
          <Outlet />
        </main>
      </div>
      <UndoBar />
      {dialog === 'search' && <CommandPalette onClose={() => setDialog(undefined)} />}
      {dialog === 'help' && <KeyHelp onClose={() => setDialog(undefined)} />}
    </>
  );
};
