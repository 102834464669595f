import { type KeyboardEvent, useState } from 'react';

/** The place among `count` choices after a key; from the last on to the first and back. Undefined for other keys. */
export const choiceAfter = (key: string, at: number, count: number): number | undefined => {
  const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  return by === 0 ? undefined : (at + by + count) % Math.max(count, 1);
};

/**
 * A field with a list of choices below it: the arrows walk, Enter takes, Esc closes the list and only then what is around it.
 */
export const useChoices = (count: number, onChoose: (at: number) => void) => {
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const active = Math.min(at, Math.max(count - 1, 0));
  const choose = (chosen: number) => {
    setOpen(false);
    onChoose(chosen);
  };
  const press = (event: KeyboardEvent) => {
    const next = choiceAfter(event.key, active, count);
    if (next !== undefined) {
      event.preventDefault();
      setOpen(true);
      setAt(next);
    } else if (event.key === 'Enter' && isOpen && count > 0) {
      event.preventDefault();
      choose(active);
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  const typed = () => {
    setOpen(true);
    setAt(0);
  };
  return { isOpen, setOpen, active, choose, press, typed };
};

/** What the field says about its list to those who hear it. */
export const comboboxProps = (id: string, active: number, isShown: boolean) => ({
  role: 'combobox',
  'aria-expanded': isShown,
  'aria-controls': `${id}-list`,
  'aria-autocomplete': 'list' as const,
  'aria-activedescendant': isShown ? `${id}-${active}` : undefined,
  autoComplete: 'off',
  spellCheck: false,
});
