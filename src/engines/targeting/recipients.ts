import { NO, type Ternary, UNKNOWN, YES } from '#engines/aturan/index.ts';
import { isAdmitted, OUTCOME } from './outcome.ts';
import type { Selection } from './select.ts';

/** Whether an outcome counts as receiving the programme: yes, no, or not decided (held, or could still enter). */
export const receives = (outcome: number): Ternary =>
  isAdmitted(outcome) ? YES : outcome === OUTCOME.held || outcome === OUTCOME.open ? UNKNOWN : NO;

/** The same for every family, as later programmes read it. */
export const recipientTruth = ({ selection }: { selection: Selection }): Uint8Array => selection.outcome.map(receives);
