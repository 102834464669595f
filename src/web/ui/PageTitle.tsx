import { type ReactNode, useEffect } from 'react';
import styles from './PageTitle.module.css';

type Props = {
  children: string;
  /** One line under the title: counts, where one is. */
  note?: ReactNode;
  /** Buttons at the right end. */
  actions?: ReactNode;
};

/** The page's one h1; it names the browser tab too. */
export const PageTitle = ({ children, note, actions }: Props) => {
  useEffect(() => {
    document.title = `${children} · Rukun`;
  }, [children]);
  return (
    <div className={styles.bar}>
      <div className={styles.words}>
        <h1>{children}</h1>
        {note !== undefined && <p className="muted">{note}</p>}
      </div>
      {actions !== undefined && <div className={`${styles.actions} screen-only`}>{actions}</div>}
    </div>
  );
};
