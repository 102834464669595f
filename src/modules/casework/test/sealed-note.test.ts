import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openNote, sealNote } from '../domain/sealed-note.ts';

const secret = Buffer.alloc(32, 7);

test('a note comes back as it was written, and only for its own case', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 500 }), fc.uuid(), fc.uuid(), (text, own, other) => {
      const sealed = sealNote(secret, own, text);
      expect(openNote(secret, own, sealed)).toBe(text);
      if (own !== other) expect(() => openNote(secret, other, sealed)).toThrow();
    }),
    { numRuns: 50 },
  );
});

test('a changed note is refused, and the text does not stand in it', () => {
  const sealed = sealNote(secret, 'a', 'tinggal di rumah aman');
  expect(sealed.toString('latin1')).not.toContain('rumah aman');
  sealed[20] = sealed[20]! ^ 1;
  expect(() => openNote(secret, 'a', sealed)).toThrow();
});
