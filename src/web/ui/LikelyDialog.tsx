import { ConfirmDialog } from './ConfirmDialog.tsx';
import { type Likely, LikelyList } from './LikelyList.tsx';
import { useText } from './language.tsx';

const texts = {
  id: {
    title: 'Mungkin sudah tercatat',
    note: 'Bandingkan dulu dengan yang di bawah ini. Bila salah satunya orang yang sama, buka lembarnya dan perbaiki di sana.',
    confirm: 'Bukan orang yang sama, daftarkan',
  },
  en: {
    title: 'Perhaps on record already',
    note: 'Compare with those below first. When one of them is the same person, open her sheet and correct it there.',
    confirm: 'Not the same person, register',
  },
};

type Props = { likely: Likely; isPending: boolean; error: unknown; onConfirm: () => void; onClose: () => void };

/** Asks before somebody is registered who may be on record already. */
export const LikelyDialog = ({ likely, ...rest }: Props) => {
  const t = useText(texts);
  return (
    <ConfirmDialog title={t.title} confirm={t.confirm} {...rest}>
      <div className="stack">
        <p>{t.note}</p>
        <LikelyList likely={likely} />
      </div>
    </ConfirmDialog>
  );
};

/** Whether there is anybody to compare with before saving. */
export const hasLikely = (likely: Likely | undefined): likely is Likely =>
  likely !== undefined && (likely.items.length > 0 || likely.elsewhere !== null);
