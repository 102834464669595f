import { useSyncExternalStore } from 'react';

const narrow = () => window.matchMedia('(max-width: 899.9px)');

/** True below 900 px, where the navigation hides behind its button; 1366 px at 200 % zoom is narrow too. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const query = narrow();
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => narrow().matches,
  );
