import { expect, test, vi } from 'vitest';
import { makePendingActs, UNDO_SECONDS } from './pending-acts.ts';

/** Time that moves only when told. */
const makeTimers = () => {
  let now = 0;
  let waiting: { at: number; run: () => void }[] = [];
  return {
    timers: {
      start: (run: () => void, ms: number) => {
        const timer = { at: now + ms, run };
        waiting.push(timer);
        return timer;
      },
      stop: (timer: unknown) => {
        waiting = waiting.filter((one) => one !== timer);
      },
    },
    pass: async (ms: number) => {
      now += ms;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { run } of due) run();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
};

test('nothing is sent before its time, then once', async () => {
  const { timers, pass } = makeTimers();
  const acts = makePendingActs(timers);
  const send = vi.fn(async () => {});
  acts.later({ text: 'Disetujui.', send });
  await pass(UNDO_SECONDS * 1000 - 1);
  expect(send).not.toHaveBeenCalled();
  await pass(1);
  expect(send).toHaveBeenCalledExactlyOnceWith({ leaving: false });
  expect(acts.read().pending).toEqual([]);
  await acts.flush();
  expect(send).toHaveBeenCalledOnce();
});

test('undo takes back the latest one and leaves the others their own time', async () => {
  const { timers, pass } = makeTimers();
  const acts = makePendingActs(timers);
  const [first, second, undone] = [vi.fn(async () => {}), vi.fn(async () => {}), vi.fn()];
  acts.later({ text: 'satu', send: first });
  await pass(4000);
  acts.later({ text: 'dua', send: second, undone });
  acts.undo();
  expect(undone).toHaveBeenCalledOnce();
  await pass(60_000);
  expect(first).toHaveBeenCalledOnce();
  expect(second).not.toHaveBeenCalled();
});

test('leaving sends what is left at once and says so', async () => {
  const { timers } = makeTimers();
  const acts = makePendingActs(timers);
  const sends = [vi.fn(async () => {}), vi.fn(async () => {})];
  for (const send of sends) acts.later({ text: 'x', send });
  await acts.flush({ leaving: true });
  for (const send of sends) expect(send).toHaveBeenCalledExactlyOnceWith({ leaving: true });
});

test('a refusal stays until it is dismissed, and puts the row back', async () => {
  const { timers } = makeTimers();
  const acts = makePendingActs(timers);
  const refused = vi.fn();
  const error = new Error('no');
  const seen = vi.fn();
  acts.subscribe(seen);
  acts.later({ text: 'Ditolak.', send: () => Promise.reject(error), refused });
  await acts.flush();
  expect(refused).toHaveBeenCalledWith(error);
  const [failure] = acts.read().failures;
  expect(failure).toMatchObject({ text: 'Ditolak.', error });
  acts.dismiss(failure?.id ?? -1);
  expect(acts.read()).toEqual({ pending: [], failures: [] });
  expect(seen).toHaveBeenCalledTimes(4);
});
