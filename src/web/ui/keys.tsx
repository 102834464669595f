import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { recall, remember } from './memory.ts';

/** A key of the page in view: `key` as the browser names it (`a`, `j`, `Enter`, `?`); `label` for the help and for KeyHint. */
export type PageKey = { key: string; label: string; run: () => void; isOff?: boolean };

type KeysState = {
  /** Single-letter keys work; the reader may switch them off (WCAG 2.1.4). */
  isOn: boolean;
  setOn: (on: boolean) => void;
  /** What works now, for the help. */
  listKeys: () => PageKey[];
  register: (keys: { current: readonly PageKey[] }) => () => void;
};
const KeysContext = createContext<KeysState>({
  isOn: false,
  setOn: () => {},
  listKeys: () => [],
  register: () => () => {},
});

type Target = { tagName?: string; isContentEditable?: boolean; type?: string } | null;
const TYPED_INTO = new Set(['INPUT', 'TEXTAREA', 'SELECT']);
const NOT_TYPED = new Set(['checkbox', 'radio', 'button', 'submit']);

/** True when a key pressed here is part of typing: letters must not act then. */
export const isTyping = (target: Target): boolean => {
  if (target === null) return false;
  if (target.isContentEditable === true) return true;
  return TYPED_INTO.has(target.tagName ?? '') && !NOT_TYPED.has(target.type ?? '');
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'defaultPrevented'> & { target: unknown };

/** The act a pressed key stands for among `keys`, or undefined: none with a modifier, while typing, or while a dialog is open. */
export const matchKey = (keys: readonly PageKey[], event: Pressed, isDialogOpen: boolean): PageKey | undefined => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isDialogOpen) return undefined;
  if (isTyping(event.target as Target)) return undefined;
  return keys.find((one) => one.key.toLowerCase() === event.key.toLowerCase() && one.isOff !== true);
};

export const KeysProvider = ({ children }: { children: ReactNode }) => {
  const [isOn, setOn] = useState(() => recall('keys') !== 'off');
  const sets = useRef<Set<{ current: readonly PageKey[] }>>(new Set());
  const listKeys = useCallback(() => [...sets.current].flatMap((set) => [...set.current]), []);
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      const isDialogOpen = document.querySelector('[role="dialog"]') !== null;
      // The page mounted last comes first: a detail's keys win over its list's.
      const found = matchKey(listKeys().reverse(), event, isDialogOpen);
      if (found === undefined) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isOn, listKeys]);
  const state = useMemo(
    () => ({
      isOn,
      listKeys,
      setOn: (on: boolean) => {
        remember('keys', on ? 'on' : 'off');
        setOn(on);
      },
      register: (keys: { current: readonly PageKey[] }) => {
        sets.current.add(keys);
        return () => void sets.current.delete(keys);
      },
    }),
    [isOn, listKeys],
  );
  return <KeysContext value={state}>{children}</KeysContext>;
};

export const useKeySettings = (): KeysState => useContext(KeysContext);

/** Keys of a page while it is in view; they stand in the `?` help by themselves. */
export const useKeys = (keys: readonly PageKey[]): void => {
  const { register } = useContext(KeysContext);
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => register(latest), [register]);
};
