import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './icons.tsx';
import { useText } from './language.tsx';
import { PageTitle } from './PageTitle.tsx';
import styles from './QueueLayout.module.css';
import { useNarrow } from './use-media.ts';

type Props = {
  title: string;
  /** Counts, in one line: "38 menunggu, 3 lewat tenggat". */
  note?: ReactNode;
  /** FilterChips or fields above the list. */
  filters?: ReactNode;
  /** QueueList. */
  list: ReactNode;
  /** What is open; undefined: nothing is. */
  detail?: ReactNode | undefined;
  /** Photos and papers, to the right of the detail. */
  evidence?: ReactNode | undefined;
  /** Buttons that stay at the foot of the detail; the primary one last. */
  actions?: ReactNode | undefined;
  /** Closes the detail: on a narrow screen it takes the list's place. */
  onBack: () => void;
  /** Said in the detail's place while nothing is open. */
  hint: string;
};

/** Tells the bar of delayed acts how high the foot is, so that it stands above these buttons and not over them. */
const useFoot = (isThere: boolean) => {
  const foot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = foot.current;
    if (!element || !isThere) return;
    const { style } = document.documentElement;
    const watch = new ResizeObserver(() => style.setProperty('--foot', `${element.offsetHeight}px`));
    watch.observe(element);
    return () => {
      watch.disconnect();
      style.removeProperty('--foot');
    };
  }, [isThere]);
  return foot;
};

const texts = {
  id: { back: 'Kembali ke daftar', detail: 'Rincian', evidence: 'Bukti' },
  en: { back: 'Back to the list', detail: 'Detail', evidence: 'Evidence' },
};

/** List, detail, evidence: each scrolls for itself, the acts stay in reach. On a narrow screen one at a time. */
export const QueueLayout = (props: Props) => {
  const { title, note, filters, list, detail } = props;
  const isNarrow = useNarrow();
  const isOpen = detail !== undefined;
  return (
    <div className={styles.queue}>
      {(!isNarrow || !isOpen) && (
        <div className={styles.list}>
          <div className={styles.head}>
            <PageTitle note={note}>{title}</PageTitle>
            {filters}
          </div>
          {list}
        </div>
      )}
      {(!isNarrow || isOpen) && <Detail {...props} isNarrow={isNarrow} />}
    </div>
  );
};

const Detail = ({ title, detail, evidence, actions, onBack, hint, isNarrow }: Props & { isNarrow: boolean }) => {
  const t = useText(texts);
  const isOpen = detail !== undefined;
  const foot = useFoot(isOpen && actions !== undefined);
  return (
    <section className={styles.detail} aria-label={t.detail}>
      {isNarrow && (
        <div className={styles.back}>
          <div className="spoken">
            <PageTitle>{title}</PageTitle>
          </div>
          <Button leftSection={<Icon name="left" />} onClick={onBack}>
            {t.back}
          </Button>
        </div>
      )}
      {isOpen ? (
        <div className={styles.panes}>
          <div className={`${styles.pane} stack`}>{detail}</div>
          {evidence !== undefined && (
            <section className={`${styles.evidence} stack`} aria-label={t.evidence}>
              {evidence}
            </section>
          )}
        </div>
      ) : (
        <p className={`${styles.hint} muted`}>{hint}</p>
      )}
      {isOpen && actions !== undefined && (
        <div ref={foot} className={`${styles.actions} screen-only`}>
          {actions}
        </div>
      )}
    </section>
  );
};
