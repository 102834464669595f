import { encode } from 'uqr';

const QUIET = 4;

/** Dark squares as one path, each run of a row a rectangle of height 1. */
const pathOf = (rows: readonly (readonly boolean[])[]): string =>
  rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : []))).join('');

/** A QR code of `text`, with its quiet zone, black on white also in print; `label` says what scanning it does. */
export const QrCode = ({ text, label, size = 200 }: { text: string; label: string; size?: number }) => {
  const { data } = encode(text, { ecc: 'M', border: 0 });
  const side = data.length + 2 * QUIET;
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={pathOf(data)} fill="#000" />
    </svg>
  );
};
