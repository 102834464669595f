import { refuse } from '#kernel/refusal.ts';

/** Refuses (`versi.berubah`, 409) when the row is newer than the one the officer looked at; `newer` is what the page compares with. */
export const requireVersion = (
  actual: number,
  seen: number,
  newer: Record<string, unknown>,
  by = 'Orang lain',
): void => {
  if (actual === seen) return;
  refuse(
    'versi.berubah',
    409,
    `${by} mengubah ini setelah Anda membukanya. Bandingkan, lalu pilih. Isian Anda tidak hilang.`,
    { newer },
  );
};
