import { expect, test } from 'vitest';
import { stepOf } from './booking.ts';

test('a booked merge waits while barred, and is made the day after the bar has ended', () => {
  expect(stepOf(null, '2026-07-15', true)).toEqual({ do: 'wait', freeSince: null });
  expect(stepOf(null, '2026-07-16', false)).toEqual({ do: 'wait', freeSince: '2026-07-16' });
  expect(stepOf('2026-07-16', '2026-07-16', false)).toEqual({ do: 'wait', freeSince: '2026-07-16' });
  expect(stepOf('2026-07-16', '2026-07-17', false)).toEqual({ do: 'merge' });
  // A new decree came between: it starts anew.
  expect(stepOf('2026-07-16', '2026-07-17', true)).toEqual({ do: 'wait', freeSince: null });
});
