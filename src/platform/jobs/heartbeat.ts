/** Work that comes back. `stop` takes no further beat and waits for the one that runs. */
export type Heartbeat = { stop: () => Promise<void> };

type Rhythm = {
  everyMs: number;
  /** Also at once, before the first interval is over. */
  atStart?: boolean;
  /** Once more when it is stopped. */
  atStop?: boolean;
};

/**
 * Does `work` again and again until stopped, one beat after the other, never two at once. A failure is reported and tried again at the next
 * beat.
 */
export const startHeartbeat = (
  work: () => Promise<unknown>,
  onError: (error: unknown) => void,
  { everyMs, atStart = false, atStop = false }: Rhythm,
): Heartbeat => {
  let running: Promise<unknown> = Promise.resolve();
  const beat = () => {
    running = running.then(work).catch(onError);
  };
  if (atStart) beat();
  const timer = setInterval(beat, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      if (atStop) beat();
      await running;
    },
  };
};
