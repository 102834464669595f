import { encode } from 'uqr';

const QUIET = 4;

/** A QR code as SVG text, black on white with its quiet zone. */
export const qrSvg = (text: string): string => {
  const { data } = encode(text, { ecc: 'M', border: 0 });
  const side = data.length + 2 * QUIET;
  const dark = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><rect width="${side}" height="${side}" fill="#fff"/><path d="${dark.join('')}" fill="#000"/></svg>`;
};
