import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, spanStart } from '../domain/limits.ts';
import { keyedHash, openSeal, portalKeys, readSlip, sealText, writeSlip } from '../domain/sealed.ts';

const keys = portalKeys('a secret of forty characters, long enough');
const others = portalKeys('another secret of forty characters, also');
const now = new Date('2026-07-15T04:00:00Z');
const later = new Date(now.getTime() + 60_000);

test('a seal opens to the same text with its own key only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => openSeal(keys, sealText(keys, text)) === text.toWellFormed()),
  );
  expect(() => openSeal(others, sealText(keys, '587653'))).toThrow();
  const sealed = Buffer.from(sealText(keys, '587653'), 'base64url');
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  expect(() => openSeal(keys, sealed.toString('base64url'))).toThrow();
});

test('a slip is for one use, one agency, one subject, until its instant', () => {
  const slip = writeSlip(keys, 'tanda', 'tirta-rukun', 'abc', later);
  expect(readSlip(keys, 'tanda', 'tirta-rukun', slip, now)).toBe('abc');
  expect(readSlip(keys, 'tanda', 'tirta-rukun', slip, later)).toBeUndefined();
  expect(readSlip(keys, 'isian', 'tirta-rukun', slip, now)).toBeUndefined();
  expect(readSlip(keys, 'tanda', 'larasati', slip, now)).toBeUndefined();
  expect(readSlip(others, 'tanda', 'tirta-rukun', slip, now)).toBeUndefined();
  expect(readSlip(keys, 'tanda', 'tirta-rukun', undefined, now)).toBeUndefined();
  fc.assert(
    fc.property(fc.nat(slip.length - 1), fc.constantFrom('0', 'z', '~', ''), (at, letter) => {
      const changed = slip.slice(0, at) + letter + slip.slice(at + 1);
      return changed === slip || readSlip(keys, 'tanda', 'tirta-rukun', changed, now) === undefined;
    }),
  );
});

test('hashes differ by use and by key', () => {
  const hash = keyedHash(keys, 'receipt', 'X');
  expect(hash).toHaveLength(22);
  expect(new Set([hash, keyedHash(keys, 'address', 'X'), keyedHash(others, 'receipt', 'X')]).size).toBe(3);
});

test('one customer is one IPv4 address or one /64', () => {
  expect(addressOf('203.0.113.7')).toBe('203.0.113.7');
  expect(addressOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
  expect(addressOf('2001:db8:1:2::9')).toBe(addressOf('2001:0DB8:0001:0002:aaaa:bbbb:cccc:dddd'));
  expect(addressOf('2001:db8:1:2::9')).not.toBe(addressOf('2001:db8:1:3::9'));
  expect(addressOf('::1')).toBe('0:0:0:0');
});

test('spans begin at whole multiples', () => {
  expect(spanStart(now, 3600)).toEqual(now);
  expect(spanStart(new Date('2026-07-15T04:59:59Z'), 3600)).toEqual(now);
});
