import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import { useText } from './language.tsx';
import styles from './Timeline.module.css';

export type TimelineStep = {
  key: string;
  title: string;
  /** DateText or InstantText; who. */
  when?: ReactNode;
  note?: ReactNode;
  state: 'done' | 'now' | 'ahead';
};

/** What happened, what is on now, what comes: a plain list, readable without its marks. */
export const Timeline = ({ steps }: { steps: readonly TimelineStep[] }) => {
  const t = useText({
    id: { done: 'selesai', now: 'sekarang', ahead: 'berikutnya' },
    en: { done: 'done', now: 'now', ahead: 'to come' },
  });
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step.key} className={styles[step.state]} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className={styles.mark}>{step.state === 'done' && <Icon name="check" size={10} />}</span>
          <div>
            <strong>{step.title}</strong> <span className="spoken">({t[step.state]})</span>
            {step.when !== undefined && <div className="muted">{step.when}</div>}
            {step.note !== undefined && <div>{step.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
};
