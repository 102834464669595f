import { ERROR_MODEL, type ErrorCode, type ErrorKind } from './error-model.ts';
import type { Random } from './random.ts';

export type RecordKind = 'original' | 'duplicate';

const GROUPS: readonly (readonly ErrorCode[])[] = [
  ...Map.groupBy(Object.keys(ERROR_MODEL) as ErrorCode[], (code) => ERROR_MODEL[code].group).values(),
];

/** The mistakes of one record: at most one of each group, and only those that `applies` to the person. */
export const drawErrors = (
  random: Random,
  record: RecordKind,
  applies: (code: ErrorCode) => boolean,
): Set<ErrorCode> => {
  const drawn = new Set<ErrorCode>();
  for (const group of GROUPS) {
    let at = random.next();
    for (const code of group) {
      const probability = (ERROR_MODEL[code] as ErrorKind)[record];
      if (probability === 0 || !applies(code)) continue;
      at -= probability;
      if (at >= 0) continue;
      drawn.add(code);
      break;
    }
  }
  return drawn;
};
