import type { ReactNode } from 'react';
import { useText } from './language.tsx';
import styles from './OldNewTable.module.css';
import { ScrollRegion } from './ScrollRegion.tsx';
import { Unknown } from './Unknown.tsx';

export type Change = {
  key: string;
  label: string;
  old: ReactNode;
  now: ReactNode;
  /** What shows it: a photo, a paper, who was asked. */
  evidence?: ReactNode;
  /** Source and age of the new value. */
  source?: ReactNode;
  /** False: shown for context only. */
  isChanged: boolean;
};

const texts = {
  id: { field: 'Isian', old: 'Data lama', now: 'Data baru', evidence: 'Bukti', changed: 'berubah', same: 'tetap' },
  en: { field: 'Field', old: 'Old', now: 'New', evidence: 'Evidence', changed: 'changed', same: 'unchanged' },
};

/** What changes: old, new, evidence, on one line each. A changed value is bold and says so; nothing hangs on colour. */
export const OldNewTable = ({ caption, changes }: { caption: string; changes: readonly Change[] }) => {
  const t = useText(texts);
  return (
    <ScrollRegion className={styles.region} label={caption}>
      <table className={styles.table}>
        <caption className="spoken">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.old}</th>
            <th scope="col">{t.now}</th>
            <th scope="col">{t.evidence}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.key} className={change.isChanged ? styles.changed : undefined}>
              <th scope="row">{change.label}</th>
              <td className={styles.old}>{change.old ?? <Unknown />}</td>
              <td className={styles.now}>
                {change.isChanged && <span aria-hidden="true">→ </span>}
                {change.now ?? <Unknown />}
                <span className="spoken"> ({change.isChanged ? t.changed : t.same})</span>
              </td>
              <td>
                {change.evidence}
                {change.source !== undefined && <div className={styles.source}>{change.source}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
};
