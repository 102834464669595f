import type { ReactNode } from 'react';

const PATHS = {
  check: <path d="M3 8.5 6.5 12 13 4.5" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.5 1.5" />
    </>
  ),
  alert: (
    <>
      <path d="M8 2 14.5 13.5h-13Z" />
      <path d="M8 6.5v3M8 11.4v.2" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.2v4M8 4.8v.2" />
    </>
  ),
  ring: <circle cx="8" cy="8" r="5" />,
  menu: <path d="M2 4h12M2 8h12M2 12h12" />,
  bell: (
    <>
      <path d="M3.5 11.5h9l-1.2-1.8V6.8a3.3 3.3 0 0 0-6.6 0v2.9Z" />
      <path d="M6.7 13.4a1.4 1.4 0 0 0 2.6 0" />
    </>
  ),
  close: <path d="m3.5 3.5 9 9m0-9-9 9" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.5 3.5" />
    </>
  ),
  down: <path d="m4 6 4 4 4-4" />,
  left: <path d="M10 3.5 5.5 8l4.5 4.5" />,
  right: <path d="M6 3.5 10.5 8 6 12.5" />,
  download: <path d="M8 2v8m-3.5-3L8 10.5 11.5 7M2.5 13.5h11" />,
  upload: <path d="M8 11V2.5m-3.5 3L8 2l3.5 3.5M2.5 13.5h11" />,
  eye: (
    <>
      <path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8Z" />
      <circle cx="8" cy="8" r="1.8" />
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="5" r="2.7" />
      <path d="M2.8 14c.4-3 2.4-4.6 5.2-4.6s4.8 1.6 5.2 4.6" />
    </>
  ),
  keyboard: (
    <>
      <rect x="1.5" y="4" width="13" height="8.5" rx="1" />
      <path d="M4 6.8h.2M6.6 6.8h.2M9.2 6.8h.2M11.8 6.8h.2M5 9.8h6" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof PATHS;

/** A line icon of 16 px in the colour of the text. It is decoration: the word stands beside it. */
export const Icon = ({ name, size = 16 }: { name: IconName; size?: number }) => (
  <svg
    aria-hidden="true"
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
    style={{ flex: 'none' }}
  >
    {PATHS[name]}
  </svg>
);
