import { uuid7 } from '#kernel/uuid7.ts';
import { sendCall } from '#web/ui/api.ts';
import { useForget } from '#web/ui/queries.ts';
import { useUndo } from '#web/ui/UndoBar.tsx';

/** URL prefixes that a decision makes stale. */
export const STALE = [
  '/api/duplicate',
  '/api/person-merge',
  '/api/merge-booking',
  '/api/home',
  '/api/person',
  '/api/family',
] as const;

export type Decision = {
  id: string;
  act: 'difference' | 'question' | 'merge' | 'booking';
  body: Record<string, unknown>;
  /** For the bar: what was said, of whom. */
  text: string;
};

/**
 * Says a decision ten seconds late: the pair leaves the list at once (`hide`), nothing is sent until the time is over, and it comes back
 * (`show`) when the reader takes it back or the server refuses.
 */
export const useDecisions = (hide: (id: string) => void, show: (id: string) => void) => {
  const undo = useUndo();
  const forget = useForget();
  return ({ id, act, body, text }: Decision): void => {
    const key = uuid7();
    hide(id);
    undo.later({
      text,
      send: async ({ leaving }) => {
        await sendCall(`POST /api/duplicate/:id/${act}`, { params: { id }, body }, { key, keepalive: leaving });
        if (leaving) return;
        await forget(STALE);
        show(id);
      },
      undone: () => show(id),
      refused: () => {
        show(id);
        void forget(STALE);
      },
    });
  };
};
