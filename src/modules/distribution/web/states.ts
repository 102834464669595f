import { useText } from '#web/ui/language.tsx';
import type { StatusKind } from '#web/ui/theme.ts';

type State = 'menunggu' | 'sebagian' | 'terpenuhi' | 'ditahan' | 'batal';

const words = {
  id: {
    menunggu: 'Belum diterima',
    sebagian: 'Diterima sebagian',
    terpenuhi: 'Sudah diterima',
    ditahan: 'Ditahan',
    batal: 'Dibatalkan',
  },
  en: {
    menunggu: 'Not received',
    sebagian: 'Received in part',
    terpenuhi: 'Received',
    ditahan: 'Held',
    batal: 'Cancelled',
  },
};

/** The words of an entitlement's state. */
export const useStateWords = () => useText(words);

export const stateKind = (state: State): StatusKind =>
  state === 'terpenuhi' ? 'selesai' : state === 'ditahan' ? 'tindakan' : state === 'batal' ? 'netral' : 'menunggu';
