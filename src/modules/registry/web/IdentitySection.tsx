import { useState } from 'react';
import { DateText } from '#web/ui/DateText.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { RevealableNumber } from '#web/ui/RevealableNumber.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { RulingDialog } from './RulingDialog.tsx';
import styles from './sheet.module.css';
import { NO_NIK, NUMBER_KINDS, NUMBER_STATES, PRECISION, SEX, type Sheet, SOURCES, wordOf } from './words.ts';

const texts = {
  id: {
    title: 'Identitas',
    numbers: 'Nomor',
    noNik: 'Belum ada NIK',
    settle: 'Putuskan',
    sex: 'Jenis kelamin',
    birth: 'Lahir',
    place: 'Tempat lahir',
    mother: 'Nama ibu kandung',
    motherYes: 'tercatat; dipakai untuk mencocokkan, tidak ditampilkan',
    job: 'Pekerjaan',
    phone: 'Telepon',
    others: 'Pernah ditulis',
    source: 'Sumber pertama',
    age: (n: number) => `${n} tahun`,
    code: (n: number) => `kode ${n}`,
  },
  en: {
    title: 'Identity',
    numbers: 'Numbers',
    noNik: 'No NIK yet',
    settle: 'Decide',
    sex: 'Sex',
    birth: 'Born',
    place: 'Place of birth',
    mother: 'Mother’s name',
    motherYes: 'on record; used for matching, never shown',
    job: 'Occupation',
    phone: 'Telephone',
    others: 'Also written',
    source: 'First source',
    age: (n: number) => `${n} years`,
    code: (n: number) => `code ${n}`,
  },
};

const Numbers = ({ sheet }: { sheet: Sheet }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [settling, setSettling] = useState<string | null>(null);
  return (
    <>
      <ul className={styles.numbers} aria-label={t.numbers}>
        {sheet.noNik && !sheet.numbers.some(({ kind, state }) => kind === 'nik' && state !== 'salah') && (
          <li>
            <StatusBadge kind="menunggu">{t.noNik}</StatusBadge> {wordOf(NO_NIK, sheet.noNik.code, language)}
          </li>
        )}
        {sheet.numbers.map((number) => {
          const state = NUMBER_STATES[number.state];
          const label = wordOf(NUMBER_KINDS, number.kind, language);
          return (
            <li key={number.id}>
              <div className="row">
                <strong>{label}</strong>
                <RevealableNumber numberId={number.id} masked={number.masked} label={`${label} ${sheet.name}`} />
                <StatusBadge kind={state?.kind ?? 'netral'}>{state?.[language] ?? number.state}</StatusBadge>
                {sheet.may.settle && (number.state === 'klaim' || number.state === 'tercatat') && (
                  <button type="button" className="link-button screen-only" onClick={() => setSettling(number.id)}>
                    {t.settle}
                    <span className="spoken"> {label}</span>
                  </button>
                )}
              </div>
              {number.problems.map((problem) => (
                <div key={problem} className="muted">
                  {problem}
                </div>
              ))}
            </li>
          );
        })}
      </ul>
      {settling !== null && <RulingDialog sheet={sheet} numberId={settling} onClose={() => setSettling(null)} />}
    </>
  );
};

/** Who she is: numbers with their claims and doubts, birth, work, telephone, other spellings. */
export const IdentitySection = ({ sheet }: { sheet: Sheet }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { birth, occupation } = sheet;
  return (
    <Section title={t.title}>
      <Numbers sheet={sheet} />
      <FactList
        facts={[
          { label: t.sex, value: sheet.sex === null ? null : SEX[sheet.sex][language] },
          {
            label: t.birth,
            value: birth && (
              <>
                <DateText date={birth.on} />, {t.age(birth.age)}
              </>
            ),
            source: birth && birth.precision !== 'hari' ? wordOf(PRECISION, birth.precision, language) : undefined,
          },
          { label: t.place, value: sheet.birthPlace },
          { label: t.mother, value: sheet.hasMotherName ? t.motherYes : null },
          { label: t.job, value: occupation.text ?? (occupation.code === null ? null : t.code(occupation.code)) },
          { label: t.phone, value: sheet.phone },
          ...(sheet.otherNames.length > 0
            ? [{ label: t.others, value: [...new Set(sheet.otherNames.map(({ name }) => name))].join(', ') }]
            : []),
          {
            label: t.source,
            value: (
              <>
                {wordOf(SOURCES, sheet.source, language)}, <DateText date={sheet.observedOn} />
              </>
            ),
          },
        ]}
      />
    </Section>
  );
};
