import { isIPv6 } from 'node:net';

/** What is counted: of whom, for how long, and how many. Many households share one address (mobile networks), so addresses get room. */
export const LIMITS = {
  /** Wrong PINs of one receipt number, known or not, in a calendar day of the agency: as many as the intake allows. */
  receipt: { seconds: 86_400, most: 10 },
  /** Wrong receipt numbers, PINs and resume codes from one address. */
  address: { seconds: 3_600, most: 60 },
  /** Proposals begun from one address. */
  begin: { seconds: 3_600, most: 60 },
  /** Proposals sent from one address. */
  send: { seconds: 3_600, most: 40 },
  /** Codes of letters that do not exist, from one address. */
  letter: { seconds: 3_600, most: 60 },
} as const;
export type Limit = keyof typeof LIMITS;

/** Whose tries are counted together: one IPv4 address, or the /64 that one IPv6 customer has. */
export const addressOf = (ip: string): string => {
  if (!isIPv6(ip)) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped) return mapped[1] as string;
  const [head = '', tail] = ip.split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const gap = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...gap, ...right]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
};

/** The beginning of the span in which an instant falls. */
export const spanStart = (now: Date, seconds: number): Date =>
  new Date(Math.floor(now.getTime() / 1000 / seconds) * seconds * 1000);
