import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Place } from './compute.ts';
import { isSealed, lineText, sealLines, unpackProof } from './list-lines.ts';

const salt = (no: number): string => no.toString(16).padStart(32, '0');
const familyOf = (no: number, place: Place = 'masuk') => ({
  no,
  place,
  reserveNo: place === 'cadangan' ? no : null,
  name: `Warga ${no}`,
  maskedNik: '************0001',
  areaLabel: 'Karang Asri, Tirta Kencana',
  benefit: 1_500_000n,
});

test('a line says number, place, name, masked NIK, area and benefit, and a name cannot pretend to be another field', () => {
  expect(lineText({ ...familyOf(3, 'cadangan'), name: 'Sari;  masuk' })).toBe(
    '3; cadangan nomor 3; Sari masuk; ************0001; Karang Asri, Tirta Kencana; Rp1.500.000',
  );
});

test('every line of a list of any length goes with the root; changed in any way it does not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), (count, pick, at) => {
      const lines = Array.from({ length: count }, (_, i) => ({ salt: salt(i), line: lineText(familyOf(i + 1)) }));
      const { root, proofs } = sealLines(lines);
      const no = pick % count;
      const sealed = { ...lines[no]!, proof: proofs[no]!, place: 'masuk' as const, reserveNo: null };
      expect(isSealed(root, sealed)).toBe(true);
      const cut = at % sealed.line.length;
      const other = sealed.line[cut] === 'x' ? 'y' : 'x';
      const changed = `${sealed.line.slice(0, cut)}${other}${sealed.line.slice(cut + 1)}`;
      expect(isSealed(root, { ...sealed, line: changed })).toBe(false);
      expect(isSealed(root, { ...sealed, salt: salt(count + 1) })).toBe(false);
      expect(isSealed(root, { ...sealed, place: 'cadangan', reserveNo: 1 })).toBe(false);
      if (count > 1) expect(isSealed(root, { ...sealed, proof: Buffer.alloc(0) })).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test('a proof keeps its sides on the way through the database', () => {
  const { proofs } = sealLines([1, 2, 3, 4, 5].map((no) => ({ salt: salt(no), line: String(no) })));
  expect(proofs.map((proof) => unpackProof(proof).map((step) => step.left))).toEqual([
    [false, false, false],
    [true, false, false],
    [false, true, false],
    [true, true, false],
    [true],
  ]);
});
