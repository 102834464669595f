import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

type Props = { title: string; note?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A titled part of a page (h2). */
export const Section = ({ title, note, actions, children }: Props) => {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {actions !== undefined && <div className="row screen-only">{actions}</div>}
      </div>
      {note !== undefined && <p className="muted">{note}</p>}
      {children}
    </section>
  );
};
