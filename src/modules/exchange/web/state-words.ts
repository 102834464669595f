import type { ReplyOf } from '#web/ui/contracts.ts';
import type { StatusKind } from '#web/ui/theme.ts';

export type Shown = ReplyOf<'GET /api/import/:id'>;
export type State = Shown['state'];

/** What each state is called, and how it is marked. `tindakan` waits for a person. */
export const STATE_TEXTS: Readonly<Record<State, { id: string; en: string; kind: StatusKind }>> = {
  diunggah: { id: 'Pastikan kolomnya', en: 'Confirm its columns', kind: 'tindakan' },
  dipetakan: { id: 'Menunggu giliran', en: 'Waiting its turn', kind: 'menunggu' },
  membaca: { id: 'Sedang dibaca', en: 'Being read', kind: 'menunggu' },
  diperiksa: { id: 'Sedang diperiksa', en: 'Being checked', kind: 'menunggu' },
  siap: { id: 'Tinjau, lalu masukkan', en: 'Review, then let it in', kind: 'tindakan' },
  memasukkan: { id: 'Sedang dimasukkan', en: 'Going in', kind: 'menunggu' },
  selesai: { id: 'Sudah masuk', en: 'In the register', kind: 'selesai' },
  membatalkan: { id: 'Sedang dibatalkan', en: 'Being taken back', kind: 'menunggu' },
  dibatalkan: { id: 'Dibatalkan', en: 'Taken back', kind: 'netral' },
  gagal: { id: 'Tidak dapat dilanjutkan', en: 'Cannot go on', kind: 'tindakan' },
};

const AT_WORK: readonly State[] = ['dipetakan', 'membaca', 'diperiksa', 'memasukkan', 'membatalkan'];
export const isAtWork = (state: State): boolean => AT_WORK.includes(state);
