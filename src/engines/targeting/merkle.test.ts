import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildMerkleTree, proveLine, saltFor, verifyLine } from './merkle.ts';

const SECRET = 'rahasia-uji-yang-cukup-panjang-0001';
const listOf = (lines: readonly string[]) =>
  lines.map((line, i) => ({ salt: saltFor(SECRET, 'sk-1', String(i)), line }));

test('every line of a list proves itself, and no other line or salt does', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 40 }), fc.nat(), fc.string(), (lines, pick, other) => {
      const list = listOf(lines);
      const tree = buildMerkleTree(list);
      const index = pick % lines.length;
      const proof = proveLine(tree, index);
      expect(verifyLine(tree.root, list[index]!.salt, lines[index]!, proof)).toBe(true);
      if (other !== lines[index]) expect(verifyLine(tree.root, list[index]!.salt, other, proof)).toBe(false);
      expect(verifyLine(tree.root, saltFor(SECRET, 'sk-2', String(index)), lines[index]!, proof)).toBe(false);
      expect(buildMerkleTree(list).root).toBe(tree.root);
    }),
    { numRuns: 200 },
  );
});

test('the leaf is SHA-256 of salt and line, as anybody can recompute', () => {
  const tree = buildMerkleTree([{ salt: '00'.repeat(16), line: 'abc' }]);
  expect(tree.root).toBe('277e7ff6d232b9763f4a66e8d05d210da32dac9c6dbce1026ad4cc98acb5fefe');
  expect(verifyLine(tree.root, '00'.repeat(16), 'abc', [])).toBe(true);
});

test('malformed proofs are false, not an exception; an empty list and a short secret are refused', () => {
  const tree = buildMerkleTree(listOf(['a', 'b', 'c']));
  expect(verifyLine('xyz', '00', 'a', [])).toBe(false);
  expect(verifyLine(tree.root, '0'.repeat(32), 'a', [{ hash: 'zz', left: true }])).toBe(false);
  expect(() => buildMerkleTree([])).toThrow(RangeError);
  expect(() => proveLine(tree, 3)).toThrow(RangeError);
  expect(() => saltFor('pendek', 'sk', 'k')).toThrow(RangeError);
});
