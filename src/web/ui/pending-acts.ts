/** An act that waits: nothing is sent until its time has come. */
export type PendingAct = {
  id: number;
  /** What was done, for the bar: "Usulan Siti Aminah disetujui." */
  text: string;
  /** Sends it; `leaving` is true when the page goes away and the request must outlive it. */
  send: (how: { leaving: boolean }) => Promise<unknown>;
  /** The reader took it back. */
  undone?: (() => void) | undefined;
  /** The server refused it after all. */
  refused?: ((error: unknown) => void) | undefined;
};

export type PendingState = {
  pending: readonly PendingAct[];
  failures: readonly { id: number; text: string; error: unknown }[];
};

export const UNDO_SECONDS = 10;

type Timers = { start: (run: () => void, ms: number) => unknown; stop: (timer: unknown) => void };
const browserTimers: Timers = {
  start: (run, ms) => setTimeout(run, ms),
  stop: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

/**
 * Acts held back for ten seconds, each with its own time. Undo takes back the latest one before anything is sent;
 * flush sends everything now (sign-out, another assignment, the page goes away). A refusal stays until it is dismissed.
 */
export const makePendingActs = (timers: Timers = browserTimers) => {
  let state: PendingState = { pending: [], failures: [] };
  const waiting = new Map<number, unknown>();
  const listeners = new Set<() => void>();
  let lastId = 0;
  const set = (next: PendingState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const drop = (id: number): PendingAct | undefined => {
    const act = state.pending.find((one) => one.id === id);
    if (!act) return undefined;
    timers.stop(waiting.get(id));
    waiting.delete(id);
    set({ ...state, pending: state.pending.filter((one) => one.id !== id) });
    return act;
  };
  const sendNow = async (id: number, leaving: boolean): Promise<void> => {
    const act = drop(id);
    if (!act) return;
    await act.send({ leaving }).catch((error: unknown) => {
      set({ ...state, failures: [...state.failures, { id, text: act.text, error }] });
      act.refused?.(error);
    });
  };
  return {
    read: (): PendingState => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    later: (act: Omit<PendingAct, 'id'>): void => {
      lastId += 1;
      const id = lastId;
      waiting.set(
        id,
        timers.start(() => void sendNow(id, false), UNDO_SECONDS * 1000),
      );
      set({ ...state, pending: [...state.pending, { ...act, id }] });
    },
    undo: (): void => {
      const latest = state.pending.at(-1);
      if (latest) drop(latest.id)?.undone?.();
    },
    flush: async ({ leaving = false }: { leaving?: boolean } = {}): Promise<void> => {
      await Promise.all(state.pending.map(({ id }) => sendNow(id, leaving)));
    },
    dismiss: (id: number): void => set({ ...state, failures: state.failures.filter((one) => one.id !== id) }),
  };
};
