import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './DropMenu.module.css';
import { Icon } from './icons.tsx';

export type MenuAct = { key: string; label: string; run: () => void; isCurrent?: boolean };
/** Acts under a heading; without `title` just a block with a line above it. */
export type MenuBlock = { key: string; title?: string; acts: readonly MenuAct[] };

type Props = { className?: string | undefined; button: ReactNode; blocks: readonly MenuBlock[] };

/**
 * A button that opens a short list of acts below it. A plain disclosure: Tab walks through it, Esc closes it and gives the
 * focus back, a press elsewhere closes it.
 */
export const DropMenu = ({ className, button, blocks }: Props) => {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const outside = (event: Event) => !place.current?.contains(event.target as Node) && setOpen(false);
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
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
  }, [isOpen]);
  const run = (act: MenuAct) => {
    setOpen(false);
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
            <div key={block.key} className={styles.block}>
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
          ))}
      </div>
    </div>
  );
};
