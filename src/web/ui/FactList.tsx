import type { ReactNode } from 'react';
import styles from './FactList.module.css';
import { Unknown } from './Unknown.tsx';

export type FactLine = {
  label: string;
  /** Null or undefined is "belum diketahui". */
  value: ReactNode;
  /** Who said so and when: "verval, 19 November 2026". */
  source?: ReactNode | undefined;
};

/** Facts about one person or thing: label, value, where it comes from. */
export const FactList = ({ facts }: { facts: readonly FactLine[] }) => (
  <dl className={styles.facts}>
    {facts.map((fact) => (
      <div key={fact.label}>
        <dt>{fact.label}</dt>
        <dd>
          {fact.value ?? <Unknown />}
          {fact.source !== undefined && <span className={styles.source}>{fact.source}</span>}
        </dd>
      </div>
    ))}
  </dl>
);
