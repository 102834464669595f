import { Link } from '@tanstack/react-router';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useGet } from '#web/ui/queries.ts';
import { useSession } from '#web/ui/session.tsx';
import { MENU, MENU_GROUPS, type MenuLine } from '../menu.ts';
import { visibleMenu } from '../visible-menu.ts';
import styles from './Shell.module.css';

export const Navigation = () => {
  const t = useText({ id: { menu: 'Menu utama', waiting: 'menunggu' }, en: { menu: 'Main menu', waiting: 'waiting' } });
  const { language } = useLanguage();
  const { capabilities } = useSession();
  const home = useGet('/api/home', { every: 60_000 });
  const countOf = (line: MenuLine) => home.data?.tiles.find((tile) => tile.id === line.tile)?.count;
  return (
    <nav className={styles.nav} aria-label={t.menu}>
      <div className={styles.navInner}>
        {visibleMenu(MENU, capabilities).map(({ group, lines }) => (
          <div key={group}>
            <h2 className={styles.group}>{MENU_GROUPS[group][language]}</h2>
            <ul className={styles.lines}>
              {lines.map((line) => {
                const count = countOf(line);
                return (
                  <li key={line.to}>
                    <Link
                      to={line.to as '/'}
                      activeOptions={{ exact: line.to === '/' }}
                      className={`${styles.line} ring-inside`}
                    >
                      <span>{line.label[language]}</span>
                      {count !== undefined && (
                        <span className={styles.count}>
                          {count.toLocaleString('id-ID')}
                          <span className="spoken"> {t.waiting}</span>
                        </span>
                      )}
                    </Link>
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
};
