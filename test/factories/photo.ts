/** A JPEG as a parser of segments sees one: sizes, EXIF and a scan of so many bits a pixel. It shows nothing. */
export const makeJpeg = ({
  width = 1280,
  height = 960,
  orientation = 1,
  note = '',
  bitsAPixel = 1,
}: {
  width?: number;
  height?: number;
  orientation?: number;
  note?: string;
  bitsAPixel?: number;
} = {}): Buffer => {
  const segment = (marker: number, body: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  };
  const directory = Buffer.from([0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
  const exif = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\b', 'latin1'), directory, Buffer.from(note)]);
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...(orientation === 1 && note === '' ? [] : [segment(0xe1, exif)]),
    ...(note === '' ? [] : [segment(0xfe, Buffer.from(note))]),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.alloc(Math.floor((width * height * bitsAPixel) / 8), 0x55),
    Buffer.from([0xff, 0xd9]),
  ]);
};
