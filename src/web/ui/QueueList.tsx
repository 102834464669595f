import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { AppLink } from './AppLink.tsx';
import { useText } from './language.tsx';
import styles from './QueueList.module.css';
import { useRoving } from './use-roving.ts';

export type QueueRow = {
  key: string;
  /** Name of the person or family. */
  title: string;
  /** Desa, kind: one line, cut when it is long. */
  note: string;
  /** StatusBadge: the citizen's clock, or what is wrong. */
  badge?: ReactNode;
  /** Short text at the right of the second line: who has it. */
  side?: string | undefined;
  href: string;
};

type Props = {
  label: string;
  rows: readonly QueueRow[];
  currentKey?: string | undefined;
  more?: { has: boolean; isLoading: boolean; load: () => void };
  empty?: ReactNode;
};

/** The rows of a queue, two lines in 36 px, so that fourteen stand above the fold at 1366 x 768. J and K move, Enter opens. */
export const QueueList = ({ label, rows, currentKey, more, empty }: Props) => {
  const t = useText({
    id: { empty: 'belum ada data', more: 'Muat lagi', loading: 'Memuat…' },
    en: { empty: 'no data yet', more: 'Load more', loading: 'Loading…' },
  });
  const current = rows.findIndex((row) => row.key === currentKey);
  const { rowProps, listProps } = useRoving(rows.length, { current });
  if (rows.length === 0) return <div className={styles.empty}>{empty ?? t.empty}</div>;
  return (
    <>
      <ul className={styles.rows} aria-label={label} {...listProps}>
        {rows.map((row, at) => (
          <li key={row.key}>
            <AppLink
              className={`${styles.row} ring-inside`}
              href={row.href}
              aria-current={at === current ? 'true' : undefined}
              {...rowProps(at)}
            >
              <span className={styles.line}>
                <strong>{row.title}</strong>
                {row.badge}
              </span>
              <span className={`${styles.line} muted`}>
                <span>{row.note}</span>
                {row.side !== undefined && <span className={styles.side}>{row.side}</span>}
              </span>
            </AppLink>
          </li>
        ))}
      </ul>
      {more?.has && (
        <div className={styles.more}>
          <Button onClick={more.load} disabled={more.isLoading}>
            {more.isLoading ? t.loading : t.more}
          </Button>
        </div>
      )}
    </>
  );
};
