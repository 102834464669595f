import { expect, test } from 'vitest';
import { isRefusal, Refusal, refuse } from './refusal.ts';

const caught = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (thrown) {
    return thrown;
  }
};

test('refuse throws a Refusal with code, status, sentence and details', () => {
  const thrown = caught(() => refuse('usulan.tutup', 409, 'Usulan ini sudah ditutup.', { version: 3 }));
  expect(thrown).toBeInstanceOf(Refusal);
  expect(thrown).toMatchObject({
    code: 'usulan.tutup',
    status: 409,
    message: 'Usulan ini sudah ditutup.',
    details: { version: 3 },
  });
});

test('details are an empty record when none are given', () => {
  expect(caught(() => refuse('x', 400, 'Tidak bisa.'))).toMatchObject({ details: {} });
});

test('a bug is not a refusal', () => {
  expect(isRefusal(new TypeError('x is undefined'))).toBe(false);
  expect(isRefusal('no')).toBe(false);
  expect(isRefusal(new Refusal('x', 400, 'Tidak bisa.'))).toBe(true);
});
