import type { UnknownReason } from '#kernel/fact.ts';
import { useText } from './language.tsx';

const texts = {
  id: {
    unknown: 'belum diketahui',
    why: {
      tidak_tahu: 'yang bersangkutan tidak tahu',
      menolak: 'menolak menjawab',
      belum_ditanya: 'belum ditanya',
      usang: 'jawaban sudah lama',
    },
  },
  en: {
    unknown: 'not known yet',
    why: {
      tidak_tahu: 'the person does not know',
      menolak: 'declined to answer',
      belum_ditanya: 'not asked yet',
      usang: 'the answer is too old',
    },
  },
};

/** Stands where a value is not known, which is not the same as no and not the same as an empty list. */
export const Unknown = ({ why }: { why?: UnknownReason | undefined }) => {
  const t = useText(texts);
  return <span className="muted">{why === undefined ? t.unknown : `${t.unknown} (${t.why[why]})`}</span>;
};
