import { expect, test } from 'vitest';
import { isChangedEnough } from './scan-scope.ts';

const now = { modelId: null, changed: 50, persons: 1_000 };

test('after a look only those who changed are looked at again', () => {
  expect(isChangedEnough({ modelId: null }, now)).toBe(true);
  expect(isChangedEnough({ modelId: null }, { ...now, changed: 0 })).toBe(true);
});

test('everybody is looked at the first time, under another model, after a change to areas, and when a tenth changed', () => {
  expect(isChangedEnough(undefined, now)).toBe(false);
  expect(isChangedEnough({ modelId: null }, { ...now, modelId: 'm2' })).toBe(false);
  expect(isChangedEnough({ modelId: null }, { ...now, changed: undefined })).toBe(false);
  expect(isChangedEnough({ modelId: null }, { ...now, changed: 101 })).toBe(false);
  expect(isChangedEnough({ modelId: null }, { modelId: null, changed: 20_001, persons: 1_000_000 })).toBe(false);
});
