import { formatDate } from '#kernel/local-date.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { PaperLine } from './JuknisField.tsx';

const texts = {
  id: {
    title: 'Versi ketentuan dan juknis',
    version: 'Versi',
    from: 'Sejak',
    sameDay: 'diganti pada hari yang sama',
    used: 'Dipakai',
    yes: 'sudah menyiapkan daftar, tidak berubah lagi',
    no: 'belum dipakai',
    juknis: 'Juknis',
    none: 'tanpa berkas',
    rules: 'Sidik aturan',
  },
  en: {
    title: 'Versions of the terms and the juknis',
    version: 'Version',
    from: 'Since',
    sameDay: 'replaced on the same day',
    used: 'Used',
    yes: 'a list was prepared with it, it stays as it is',
    no: 'not used yet',
    juknis: 'Juknis',
    none: 'no file',
    rules: 'Hash of the rules',
  },
};

/** Every version of a programme's terms with its juknis: what an older decree rested on stays to be read. */
export const VersionHistory = ({ programmeId }: { programmeId: string }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const found = useGet('/api/programme/:id/version', { params: { id: programmeId } });
  return (
    <Section title={t.title}>
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      <DataTable
        caption={t.title}
        rows={found.data?.items ?? []}
        rowKey={(row) => String(row.no)}
        isLoading={found.isPending}
        isCompact
        columns={[
          { key: 'no', header: t.version, isNumber: true, cell: (row) => row.no },
          {
            key: 'from',
            header: t.from,
            cell: (row) => (row.from === null ? t.sameDay : formatDate(row.from, { language })),
          },
          { key: 'used', header: t.used, cell: (row) => (row.frozenAt === null ? t.no : t.yes), width: 160 },
          {
            key: 'juknis',
            header: t.juknis,
            cell: (row) =>
              row.juknis === null ? (
                t.none
              ) : (
                <PaperLine paper={row.juknis} href={`/api/programme/${programmeId}/juknis/${row.juknis.id}`} />
              ),
            text: (row) => row.juknis?.name ?? t.none,
            width: 220,
          },
          {
            key: 'rules',
            header: t.rules,
            cell: (row) => <code>{row.rulesHash.slice(0, 12)}</code>,
            text: (row) => row.rulesHash,
          },
        ]}
      />
    </Section>
  );
};
