import { useCallback, useSyncExternalStore } from 'react';

const useMedia = (text: string): boolean => {
  const subscribe = useCallback(
    (changed: () => void) => {
      const query = window.matchMedia(text);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    [text],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(text).matches,
    () => false,
  );
};

/** True below 900 px, where the navigation hides behind its button; 1366 px at 200 % zoom is narrow too. */
export const useNarrow = (): boolean => useMedia('(max-width: 899.9px)');

/** True on a phone, where tables stand as one block a row. */
export const usePhone = (): boolean => useMedia('(max-width: 479.9px)');
