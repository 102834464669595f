import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import styles from './DropMenu.module.css';
import { Icon } from './icons.tsx';

export type MenuAct = { key: string; label: string; run: () => void; isCurrent?: boolean };
/** Acts under a heading; without `title` just a block with a line above it. */
export type MenuBlock = { key: string; title?: string; acts: readonly MenuAct[] };

type Props = { className?: string | undefined; button: ReactNode; blocks: readonly MenuBlock[] };

/** Closes on Esc, which gives the focus back, and on a press or focus elsewhere. */
const useClosing = (isOpen: boolean, close: () => void) => {
  const place = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const outside = (event: Event) => !place.current?.contains(event.target as Node) && close();
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      close();
      opener.current?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', press);
    };
  }, [isOpen, close]);
  return { place, opener };
};

const Block = ({ block, run }: { block: MenuBlock; run: (act: MenuAct) => void }) => (
  <div className={styles.block}>
    {block.title !== undefined && <p className={styles.title}>{block.title}</p>}
    <ul>
      {block.acts.map((act) => (
        <li key={act.key}>
          <button
            type="button"
            className="ring-inside"
            aria-current={act.isCurrent === true ? 'true' : undefined}
            onClick={() => run(act)}
          >
            <span className={styles.mark}>{act.isCurrent === true && <Icon name="check" />}</span>
            {act.label}
          </button>
        </li>
      ))}
    </ul>
  </div>
);

/** A button that opens a short list of acts below it: a plain disclosure, Tab walks through it. */
export const DropMenu = ({ className, button, blocks }: Props) => {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const { place, opener } = useClosing(isOpen, close);
  const run = (act: MenuAct) => {
    close();
    opener.current?.focus();
    act.run();
  };
  return (
    <div ref={place} className={`${styles.place} screen-only`}>
      <button
        ref={opener}
        type="button"
        className={className}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      <div id={id} className={styles.panel} hidden={!isOpen}>
        {blocks
          .filter(({ acts }) => acts.length > 0)
          .map((block) => (
            <Block key={block.key} block={block} run={run} />
          ))}
      </div>
    </div>
  );
};
