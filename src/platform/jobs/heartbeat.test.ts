import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { startHeartbeat } from './heartbeat.ts';

const silent = () => {};

test('beats at once when asked to, and otherwise first after the interval', async () => {
  const [now, later] = [vi.fn(async () => {}), vi.fn(async () => {})];
  const hearts = [
    startHeartbeat(now, silent, { everyMs: 3_600_000, atStart: true }),
    startHeartbeat(later, silent, { everyMs: 3_600_000 }),
  ];
  for (const heart of hearts) await heart.stop();
  expect(now).toHaveBeenCalledTimes(1);
  expect(later).not.toHaveBeenCalled();
});

test('one beat at a time, a failure is reported, and the next comes all the same', async () => {
  const failures: unknown[] = [];
  let [atOnce, most, done] = [0, 0, 0];
  const heart = startHeartbeat(
    async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await sleep(3);
      atOnce -= 1;
      done += 1;
      if (done === 1) throw new Error('first');
    },
    (error) => failures.push(error),
    { everyMs: 1, atStart: true },
  );
  await vi.waitFor(() => expect(done).toBeGreaterThan(2));
  await heart.stop();
  expect(most).toBe(1);
  expect(failures).toEqual([new Error('first')]);
});

test('the last beat of one that is stopped is waited for', async () => {
  const last = vi.fn(() => sleep(5));
  await startHeartbeat(last, silent, { everyMs: 3_600_000, atStop: true }).stop();
  expect(last).toHaveBeenCalledTimes(1);
});
