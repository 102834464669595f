import { formatNik } from '#kernel/nik.ts';
import { AppLink } from '#web/ui/AppLink.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DateText } from '#web/ui/DateText.tsx';
import { useText } from '#web/ui/language.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import styles from './sheet.module.css';
import { shortPlace } from './words.ts';

export type Likely = ReplyOf<'POST /api/person/likely'>;

const texts = {
  id: {
    title: 'Mungkin sudah tercatat',
    wait: 'Isi nama dan tanggal lahir atau NIK; yang mungkin sama muncul di sini.',
    none: 'Tidak ada yang mirip di wilayah tugas Anda.',
    open: 'Buka lembarnya',
    noNik: 'belum ada NIK',
  },
  en: {
    title: 'Perhaps on record already',
    wait: 'Fill in the name and the date of birth or NIK; who may be the same appears here.',
    none: 'Nobody alike in your area.',
    open: 'Open the sheet',
    noNik: 'no NIK yet',
  },
};

/** Who may be the person being registered. Of anybody out of sight there is one neutral line at most. */
export const LikelyPanel = ({ likely }: { likely: Likely | undefined }) => {
  const t = useText(texts);
  return (
    <Section title={t.title}>
      <div role="status" className="stack">
        {likely === undefined && <p className="muted">{t.wait}</p>}
        {likely?.elsewhere != null && (
          <p>
            <StatusBadge kind="info">{likely.elsewhere}</StatusBadge>
          </p>
        )}
        {likely !== undefined && likely.items.length === 0 && likely.elsewhere === null && (
          <p className="muted">{t.none}</p>
        )}
        {likely !== undefined && likely.items.length > 0 && (
          <ul className={styles.likely}>
            {likely.items.map(({ person, sentence }) => (
              <li key={person.id}>
                <strong>{person.name}</strong>{' '}
                <span className="number">{person.maskedNik ? formatNik(person.maskedNik) : t.noNik}</span>
                <div className="muted">
                  <DateText date={person.birthOn} /> · {shortPlace(person.areaLabel)}
                </div>
                <p>{sentence}</p>
                <AppLink href={`/orang/${person.id}`}>{t.open}</AppLink>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
};
