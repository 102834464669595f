import { expect, test } from 'vitest';
import { makeJpeg } from '../../../test/factories/photo.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { requirePhoto } from './photo.ts';

const codeOf = (bytes: Uint8Array): string => {
  try {
    requirePhoto(bytes);
    return 'taken';
  } catch (error) {
    return isRefusal(error) ? error.code : 'broke';
  }
};
const GPS = 'GPS -0.9999 SERIAL 12345';

test('what the camera wrote goes, how the photo is turned stays', () => {
  const upsideDown = requirePhoto(makeJpeg({ orientation: 3, note: GPS }));
  const text = Buffer.from(upsideDown.bytes).toString('latin1');
  expect(text).not.toContain('SERIAL');
  expect(text).toContain('Exif');
  expect(upsideDown.doubts).toEqual(['diputar']);
  // Read again, it is still turned, and nothing is left to drop.
  const again = requirePhoto(upsideDown.bytes);
  expect(again.doubts).toEqual(['diputar']);
  expect(Buffer.from(again.bytes).equals(Buffer.from(upsideDown.bytes))).toBe(true);
  const sideways = requirePhoto(makeJpeg({ orientation: 6, width: 1200, height: 900 }));
  expect([sideways.width, sideways.height]).toEqual([900, 1200]);
  const upright = requirePhoto(makeJpeg({ note: GPS }));
  expect(Buffer.from(upright.bytes).toString('latin1')).not.toMatch(/Exif|SERIAL/);
});

test('dark or blurred, small, cut off, no photo at all', () => {
  expect(requirePhoto(makeJpeg({ bitsAPixel: 0.05 })).doubts).toEqual(['gelap_atau_buram']);
  expect(requirePhoto(makeJpeg({ width: 500, height: 700 })).doubts).toEqual(['kecil']);
  expect(codeOf(makeJpeg({ width: 200, height: 900 }))).toBe('foto.ukuran');
  expect(codeOf(makeJpeg().subarray(0, 60))).toBe('foto.rusak');
  expect(codeOf(Buffer.from('%PDF-1.7'))).toBe('foto.jenis_salah');
  expect(codeOf(Buffer.from('<html>foto.jpg</html>'))).toBe('foto.jenis_salah');
  expect(codeOf(Buffer.alloc(12_000_001, 0xff))).toBe('foto.terlalu_besar');
});

test('whatever bytes follow a JPEG head, it is taken or refused and never breaks', () => {
  for (let length = 0; length < 64; length += 1)
    for (const fill of [0x00, 0xff, 0xc0, 0xda, 0xe1])
      expect(codeOf(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), Buffer.alloc(length, fill)]))).not.toBe(
        'broke',
      );
});
