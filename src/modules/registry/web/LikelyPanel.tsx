import { type Likely, LikelyList } from '#web/ui/LikelyList.tsx';
import { useText } from '#web/ui/language.tsx';
import { Section } from '#web/ui/Section.tsx';

const texts = {
  id: {
    title: 'Mungkin sudah tercatat',
    wait: 'Isi nama dan tanggal lahir atau NIK; yang mungkin sama muncul di sini.',
  },
  en: {
    title: 'Perhaps on record already',
    wait: 'Fill in the name and the date of birth or NIK; who may be the same appears here.',
  },
};

/** Who may be the person being registered. Of anybody out of sight there is one neutral line at most. */
export const LikelyPanel = ({ likely }: { likely: Likely | undefined }) => {
  const t = useText(texts);
  return (
    <Section title={t.title}>
      <div role="status" className="stack">
        {likely === undefined ? <p className="muted">{t.wait}</p> : <LikelyList likely={likely} />}
      </div>
    </Section>
  );
};
