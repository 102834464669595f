import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  flagsOf,
  isOutsideDesa,
  isTakenElsewhere,
  kilometresBetween,
  MOST_VISITS_AN_HOUR,
  outcomeOf,
  verivaliCodes,
} from './visit.ts';

const HERE = { lat: -2.21, lng: 113.91 };
const near = Array.from({ length: 8 }, (_, at) => ({ lat: HERE.lat + at * 0.001, lng: HERE.lng - at * 0.001 }));
const QUIET = { place: HERE, earlier: near, photos: [], lastHour: 1 };

test('results have the codes of Regsosek and verivali', () => {
  expect(outcomeOf('terkonfirmasi', true)).toBe(1);
  expect(outcomeOf('terkonfirmasi', false)).toBe(2);
  expect(outcomeOf('tidak_ditemukan', false)).toBe(3);
  expect(outcomeOf('menolak', false)).toBe(4);
  expect(outcomeOf('pindah', false)).toBe(5);
  expect(outcomeOf('meninggal', false)).toBeNull();
  expect(verivaliCodes('terkonfirmasi')).toEqual({ household: 1, person: 1 });
  expect(verivaliCodes('meninggal')).toEqual({ household: 2, person: 4 });
  expect(verivaliCodes('pindah')).toEqual({ household: 2, person: 2 });
});

test('distance is that of the globe, the same both ways', () => {
  expect(kilometresBetween({ lat: 0, lng: 0 }, { lat: 1, lng: 0 })).toBeCloseTo(111.19, 1);
  const point = fc.record({
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lng: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(point, point, (a, b) => {
      expect(kilometresBetween(a, b)).toBeCloseTo(kilometresBetween(b, a), 6);
      expect(kilometresBetween(a, a)).toBe(0);
    }),
  );
});

test('a place far from the desa is flagged, within the device’s accuracy and with few earlier visits it is not', () => {
  const far = { lat: HERE.lat + 0.1, lng: HERE.lng };
  expect(isOutsideDesa(far, near)).toBe(true);
  expect(isOutsideDesa({ ...far, accuracy: 20_000 }, near)).toBe(false);
  expect(isOutsideDesa(far, near.slice(0, 4))).toBe(false);
  expect(isOutsideDesa(HERE, near)).toBe(false);
});

test('flags name what is odd, and nothing else', () => {
  expect(flagsOf(QUIET)).toEqual([]);
  expect(isTakenElsewhere(HERE, { ...HERE, lat: HERE.lat + 0.01 })).toBe(true);
  expect(flagsOf({ ...QUIET, photos: [{ lat: HERE.lat + 0.01, lng: HERE.lng, accuracy: 30 }] })).toEqual([
    'foto_di_tempat_lain',
  ]);
  expect(flagsOf({ ...QUIET, lastHour: MOST_VISITS_AN_HOUR + 1 })).toEqual(['terlalu_sering']);
  expect(flagsOf({ ...QUIET, place: null, lastHour: 100, photos: [HERE] })).toEqual(['terlalu_sering']);
});
