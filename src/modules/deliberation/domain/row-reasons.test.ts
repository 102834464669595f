import { expect, test } from 'vitest';
import { findReason } from '#modules/intake/index.ts';
import { ROW_REASONS } from './row-reasons.ts';

test('every reason a meeting may give is one that intake knows', () => {
  for (const code of Object.keys(ROW_REASONS.ditolak)) expect(findReason('refuse', code), code).toBeDefined();
  for (const code of Object.keys(ROW_REASONS.ditunda)) expect(findReason('postpone', code), code).toBeDefined();
});
