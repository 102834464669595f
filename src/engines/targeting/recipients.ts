import { NO, UNKNOWN, YES } from '#engines/aturan/index.ts';
import { isAdmitted, OUTCOME } from './outcome.ts';
import type { Selection } from './select.ts';

/** Whether a family receives a programme, as later programmes read it: yes, no, or not decided (held, or could still enter). */
export const recipientTruth = ({ selection }: { selection: Selection }): Uint8Array => {
  const { outcome } = selection;
  const truth = new Uint8Array(outcome.length);
  for (let f = 0; f < truth.length; f++) {
    const o = outcome[f]!;
    truth[f] = isAdmitted(o) ? YES : o === OUTCOME.held || o === OUTCOME.open ? UNKNOWN : NO;
  }
  return truth;
};
