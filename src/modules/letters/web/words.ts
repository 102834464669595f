import type { ReplyOf } from '#web/ui/contracts.ts';
import type { StatusKind } from '#web/ui/theme.ts';

export type LetterRow = ReplyOf<'GET /api/letter-request'>['items'][number];
export type LetterState = LetterRow['state'];
export type Kind = ReplyOf<'GET /api/letter-kind'>['items'][number];

export const STATE_KINDS: Readonly<Record<LetterState, StatusKind>> = {
  diajukan: 'menunggu',
  dikembalikan: 'tindakan',
  menunggu_setuju: 'menunggu',
  terbit: 'selesai',
  ditolak: 'netral',
  batal: 'netral',
};

export const APPROVERS = {
  id: { kabid: 'Kepala bidang', sekretaris: 'Sekretaris', kepala_dinas: 'Kepala Dinas' },
  en: { kabid: 'Head of division', sekretaris: 'Secretary', kepala_dinas: 'Head of the agency' },
} as const;
