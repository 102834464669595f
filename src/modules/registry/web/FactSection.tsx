import { Button } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Unknown } from '#web/ui/Unknown.tsx';
import { AnswersDialog } from './AnswersDialog.tsx';
import { type FamilySheet, SOURCES, wordOf } from './words.ts';

const texts = {
  id: {
    title: 'Keadaan keluarga (sembilan kriteria)',
    note: 'Kepmensos 262/HUK/2022. Belum diketahui bukan berarti tidak.',
    table: 'Jawaban tiap kriteria',
    field: 'Kriteria',
    value: 'Jawaban',
    source: 'Sumber',
    on: 'Diamati',
    stale: 'Berlaku sampai',
    last: (value: string) => `terakhir: ${value}`,
    answer: 'Perbaiki jawaban',
    never: 'belum pernah',
    always: 'tidak berbatas',
    none: 'Belum masuk keluarga, jadi belum ada jawaban.',
    ya: 'ya',
    tidak: 'tidak',
  },
  en: {
    title: 'State of the family (nine criteria)',
    note: 'Kepmensos 262/HUK/2022. Not known does not mean no.',
    table: 'Answers by criterion',
    field: 'Criterion',
    value: 'Answer',
    source: 'Source',
    on: 'Observed',
    stale: 'Holds until',
    last: (value: string) => `last: ${value}`,
    answer: 'Correct answers',
    never: 'never',
    always: 'no limit',
    none: 'In no family yet, so there are no answers.',
    ya: 'yes',
    tidak: 'no',
  },
};

type Fact = FamilySheet['facts'][number];

/** What is known, from whom, how old, and why something is not known. */
export const FactSection = ({
  facts,
  familyId,
  mayAnswer,
}: {
  facts: readonly Fact[];
  familyId: string | null;
  mayAnswer: boolean;
}) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [isAnswering, setAnswering] = useState(false);
  const word = (value: string) => (value === 'ya' || value === 'tidak' ? t[value] : value);
  return (
    <Section
      title={t.title}
      note={t.note}
      actions={
        mayAnswer && familyId !== null ? <Button onClick={() => setAnswering(true)}>{t.answer}</Button> : undefined
      }
    >
      <DataTable
        caption={t.table}
        isCompact
        rows={facts}
        rowKey={(row) => `${row.subject} ${row.field}`}
        empty={t.none}
        columns={[
          { key: 'field', header: t.field, cell: (row) => row.label[language] },
          {
            key: 'value',
            header: t.value,
            cell: (row) =>
              row.value !== null ? (
                word(row.value)
              ) : (
                <>
                  <Unknown why={row.unknown ?? undefined} />
                  {row.last !== null && <span className="muted"> {t.last(word(row.last))}</span>}
                </>
              ),
          },
          {
            key: 'source',
            header: t.source,
            cell: (row) => (row.source === null ? '' : wordOf(SOURCES, row.source, language)),
          },
          {
            key: 'on',
            header: t.on,
            cell: (row) => (row.observedOn === null ? t.never : <DateText date={row.observedOn} />),
          },
          {
            key: 'stale',
            header: t.stale,
            cell: (row) =>
              row.observedOn === null ? '' : row.staleOn === null ? t.always : <DateText date={row.staleOn} />,
          },
        ]}
      />
      {isAnswering && familyId !== null && (
        <AnswersDialog familyId={familyId} facts={facts} onClose={() => setAnswering(false)} />
      )}
    </Section>
  );
};
