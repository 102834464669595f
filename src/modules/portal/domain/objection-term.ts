import type { LocalDate } from '#kernel/local-date.ts';
import type { ReceiptView } from '#modules/intake/index.ts';

/** The day a proposal was turned down, or undefined when it was not. */
export const refusedOn = (view: Pick<ReceiptView, 'state' | 'steps'>): LocalDate | undefined =>
  view.state === 'ditolak' ? (view.steps.findLast((step) => step.standing === 'selesai')?.on ?? undefined) : undefined;
