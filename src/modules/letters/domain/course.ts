import { refuse } from '#kernel/refusal.ts';

export const STATES = {
  diajukan: ['Menunggu diperiksa', 'Waiting for the back office'],
  dikembalikan: ['Perlu dilengkapi', 'To be completed'],
  menunggu_setuju: ['Menunggu persetujuan', 'Waiting for approval'],
  terbit: ['Terbit', 'Issued'],
  ditolak: ['Tidak dapat dibuat', 'Not issued'],
  batal: ['Dibatalkan', 'Voided'],
} as const satisfies Record<string, readonly [id: string, en: string]>;
export type LetterState = keyof typeof STATES;

export type LetterAct = 'check' | 'return' | 'complete' | 'approve' | 'refuse' | 'void';
const COURSE: Readonly<Record<LetterAct, { from: readonly LetterState[]; to: LetterState }>> = {
  check: { from: ['diajukan'], to: 'menunggu_setuju' },
  return: { from: ['diajukan', 'menunggu_setuju'], to: 'dikembalikan' },
  complete: { from: ['dikembalikan'], to: 'diajukan' },
  approve: { from: ['menunggu_setuju'], to: 'terbit' },
  refuse: { from: ['diajukan', 'menunggu_setuju'], to: 'ditolak' },
  void: { from: ['terbit'], to: 'batal' },
};

/** The state after an act, or a refusal that says where the request stands. */
export const stateAfter = (state: LetterState, act: LetterAct): LetterState => {
  const { from, to } = COURSE[act];
  if (!from.includes(state))
    refuse(
      'surat.langkah',
      409,
      `Permintaan surat ini sekarang "${STATES[state][0].toLowerCase()}"; langkah itu tidak berlaku lagi. Muat ulang halamannya.`,
    );
  return to;
};

type Standing = { requestedBy: string; checkedBy: string | null; approverRole: string };

/** Three pairs of eyes: who asked does not check, and who asked or checked does not approve; and only the position the kind names approves. */
export const requireOther = (standing: Standing, act: LetterAct, actor: { accountId: string; role: string }): void => {
  if (act === 'check' && standing.requestedBy === actor.accountId)
    refuse('surat.orang_sama', 403, 'Anda sendiri yang mengajukan surat ini; pemeriksaannya oleh petugas lain.');
  if (act !== 'approve') return;
  if (standing.requestedBy === actor.accountId || standing.checkedBy === actor.accountId)
    refuse(
      'surat.orang_sama',
      403,
      'Anda sudah mengajukan atau memeriksa surat ini; persetujuannya oleh pejabat lain.',
    );
  if (standing.approverRole !== actor.role)
    refuse('surat.bukan_pejabatnya', 403, 'Jenis surat ini disetujui pejabat lain; lihat di Jenis surat.');
};
