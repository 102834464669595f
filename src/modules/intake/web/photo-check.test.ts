import { expect, test } from 'vitest';
import { measure } from './photo-check.ts';

const picture = (width: number, height: number, value: (x: number, y: number) => number) => {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rgba.set([value(x, y), value(x, y), value(x, y), 255], (y * width + x) * 4);
  return measure(rgba, width, height);
};

test('print is sharp, the same print out of focus is not, a covered lens is dark', () => {
  const print = picture(64, 64, (x) => (x % 4 < 2 ? 20 : 230));
  const unfocused = picture(64, 64, (x) => 125 + 60 * Math.sin((x / 64) * Math.PI));
  const covered = picture(64, 64, () => 12);
  expect(print.sharpness).toBeGreaterThan(1000);
  expect(unfocused.sharpness).toBeLessThan(60);
  expect(covered.brightness).toBeLessThan(40);
});
