import { useState } from 'react';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText, InstantText } from '#web/ui/DateText.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Unknown } from '#web/ui/Unknown.tsx';
import { FIELDS, type Sheet, SOURCES, wordOf } from './words.ts';

const texts = {
  id: {
    title: 'Riwayat',
    list: 'Daftar riwayat',
    show: (n: number) => `Tampilkan riwayat (${n})`,
    hide: 'Sembunyikan riwayat',
    at: 'Dicatat',
    field: 'Isian',
    value: 'Nilai',
    source: 'Sumber',
    on: 'Keadaan per',
    by: 'Oleh',
    force: 'Berlaku',
    yes: 'berlaku',
    no: 'sudah diganti',
    system: 'sistem',
  },
  en: {
    title: 'History',
    list: 'List of the history',
    show: (n: number) => `Show the history (${n})`,
    hide: 'Hide the history',
    at: 'Recorded',
    field: 'Field',
    value: 'Value',
    source: 'Source',
    on: 'State of',
    by: 'By',
    force: 'In force',
    yes: 'in force',
    no: 'replaced',
    system: 'system',
  },
};

/** Every value ever recorded: who, from where, when; what holds now and what was replaced. */
export const HistorySection = ({ history }: { history: Sheet['history'] }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={t.title}
      actions={
        <button type="button" className="link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t.hide : t.show(history.length)}
        </button>
      }
    >
      {isOpen && (
        <DataTable
          caption={t.list}
          isCompact
          rows={history}
          rowKey={(row) => `${row.setId} ${row.field}`}
          columns={[
            { key: 'at', header: t.at, cell: (row) => <InstantText at={row.recordedAt} /> },
            { key: 'field', header: t.field, cell: (row) => wordOf(FIELDS, row.field, language) },
            {
              key: 'value',
              header: t.value,
              cell: (row) =>
                row.field === 'terdaftar' ? '' : (row.value ?? <Unknown why={row.unknown ?? undefined} />),
            },
            { key: 'source', header: t.source, cell: (row) => wordOf(SOURCES, row.source, language) },
            { key: 'on', header: t.on, cell: (row) => <DateText date={row.observedOn} /> },
            { key: 'by', header: t.by, cell: (row) => [row.by ?? t.system, row.reason].filter(Boolean).join(': ') },
            { key: 'force', header: t.force, cell: (row) => (row.inForce ? t.yes : t.no) },
          ]}
        />
      )}
    </Section>
  );
};
