/** How far a run was at an instant (milliseconds since 1970). */
export type Sample = { at: number; done: number };

const WINDOW_MS = 30_000;

/** Adds a sample and forgets those older than half a minute; a count that fell begins anew. */
export const addSample = (samples: readonly Sample[], sample: Sample): Sample[] => {
  const last = samples.at(-1);
  if (last && sample.done < last.done) return [sample];
  return [...samples.filter((one) => sample.at - one.at <= WINDOW_MS), sample];
};

/** Rows a second over the last half minute, and whole seconds that remain; undefined until there are three seconds to judge by. */
export const paceOf = (
  samples: readonly Sample[],
  total: number,
): { perSecond: number; secondsLeft: number } | undefined => {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.at - first.at < 3_000 || last.done <= first.done) return undefined;
  const perSecond = ((last.done - first.done) * 1000) / (last.at - first.at);
  return { perSecond, secondsLeft: Math.max(0, Math.ceil((total - last.done) / perSecond)) };
};
