import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { Section } from '#web/ui/Section.tsx';
import { GUIDE } from './guide.ts';

const texts = {
  id: {
    title: 'Panduan',
    note: 'Apa yang dikerjakan tiap peran, langkah demi langkah. Bahasa dapat diganti di kanan atas.',
  },
  en: { title: 'Guide', note: 'What each role does, step by step. The language is changed at the top right.' },
};

/** The user guide, by role. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  return (
    <>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      {GUIDE.map((chapter) => (
        <Section key={chapter.role.id} title={chapter.role[language]}>
          <ol style={{ maxWidth: '68ch', paddingLeft: 20 }}>
            {chapter.steps.map((one) => (
              <li key={one.id} style={{ marginBottom: 8 }}>
                {one[language]}
              </li>
            ))}
          </ol>
        </Section>
      ))}
    </>
  );
};
