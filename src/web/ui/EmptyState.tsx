import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Nothing here yet, and what that means or what to do; `action` is a button or link. */
export const EmptyState = ({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) => (
  <div className={styles.empty}>
    <h2>{title}</h2>
    {children !== undefined && <p className="muted">{children}</p>}
    {action}
  </div>
);
