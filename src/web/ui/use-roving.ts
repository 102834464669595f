import { useRef, useState } from 'react';
import { useKeys } from './keys.tsx';
import { useText } from './language.tsx';

/** The place to go from `at` among `count` rows; stays at the ends. */
export const step = (at: number, by: 1 | -1, count: number): number => Math.max(0, Math.min(count - 1, at + by));

/**
 * Roving focus over the rows of a list: one Tab stop, J and K (or the arrows inside the list) move. Give `rowProps(i)` to the link or button
 * of row i and `listProps` to the element around the rows.
 */
export const useRoving = (count: number, { isOn = true, current = -1 }: { isOn?: boolean; current?: number } = {}) => {
  const t = useText({
    id: { next: 'Baris berikutnya', previous: 'Baris sebelumnya' },
    en: { next: 'Next row', previous: 'Previous row' },
  });
  const [at, setAt] = useState(0);
  const rows = useRef<Map<number, HTMLElement>>(new Map());
  const active = Math.min(current >= 0 ? current : at, Math.max(count - 1, 0));
  const focused = () => [...rows.current].find(([, element]) => element === document.activeElement)?.[0];
  const move = (by: 1 | -1) => {
    const from = focused();
    // The first press goes to the row in view, not past it.
    const to = from === undefined && current < 0 ? active : step(from ?? active, by, count);
    setAt(to);
    rows.current.get(to)?.focus();
  };
  useKeys(
    isOn && count > 0
      ? [
          { key: 'j', label: t.next, run: () => move(1) },
          { key: 'k', label: t.previous, run: () => move(-1) },
        ]
      : [],
  );
  return {
    rowProps: (i: number) => ({
      tabIndex: i === active ? 0 : -1,
      onFocus: () => setAt(i),
      ref: (element: HTMLElement | null) => {
        if (element) rows.current.set(i, element);
        else rows.current.delete(i);
      },
    }),
    listProps: {
      onKeyDown: (event: { key: string; preventDefault: () => void }) => {
        if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || focused() === undefined) return;
        event.preventDefault();
        move(event.key === 'ArrowDown' ? 1 : -1);
      },
    },
  };
};
