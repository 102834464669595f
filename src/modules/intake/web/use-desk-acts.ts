import { uuid7 } from '#kernel/uuid7.ts';
import { sendCall } from '#web/ui/api.ts';
import { useForget } from '#web/ui/queries.ts';
import { useUndo } from '#web/ui/UndoBar.tsx';
import type { ActType } from '../domain/state-machine.ts';

const PLACES: Readonly<Record<ActType, string>> = {
  accept: 'acceptance',
  ask: 'request',
  complete: 'completion',
  return: 'return',
  postpone: 'postponement',
  refuse: 'refusal',
  approve: 'approval',
  withdraw: 'withdrawal',
};
/** URL prefixes that an act on a usulan makes stale. */
export const STALE = ['/api/usulan', '/api/home', '/api/intake', '/api/rt'] as const;

export type DeskStep = { id: string; type: ActType; body: Record<string, unknown>; text: string };

/**
 * Takes a step from the queue, ten seconds late: the row leaves the list at once (`hide`), nothing is sent until the time is over, and it
 * comes back (`show`) when the reader takes it back or the server refuses.
 */
export const useDeskActs = (hide: (id: string) => void, show: (id: string) => void) => {
  const undo = useUndo();
  const forget = useForget();
  return ({ id, type, body, text }: DeskStep): void => {
    const key = uuid7();
    hide(id);
    undo.later({
      text,
      send: async ({ leaving }) => {
        await sendCall(`POST /api/usulan/:id/${PLACES[type]}`, { params: { id }, body }, { key, keepalive: leaving });
        if (!leaving) {
          await forget(STALE);
          show(id);
        }
      },
      undone: () => show(id),
      refused: () => {
        show(id);
        void forget(STALE);
      },
    });
  };
};
