import { formatNik } from '#kernel/nik.ts';
import { AppLink } from '#web/ui/AppLink.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText, InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useList } from '#web/ui/queries.ts';
import type { QualityCount } from '../domain/quality.ts';
import { FINDINGS, wordOf } from './words.ts';

type Finding = ReplyOf<'GET /api/quality/finding'>['items'][number];

const texts = {
  id: {
    back: 'Kembali ke semua desa',
    name: 'Nama',
    nik: 'NIK',
    birth: 'Lahir',
    kind: 'Temuan',
    detail: 'Keterangan',
    since: 'Ditemukan',
    unseen: 'di luar wilayah tugas Anda',
    noNik: 'belum ada NIK',
    now: 'dihitung hari ini',
  },
  en: {
    back: 'Back to all desa',
    name: 'Name',
    nik: 'NIK',
    birth: 'Born',
    kind: 'Finding',
    detail: 'Detail',
    since: 'Found',
    unseen: 'outside your area',
    noNik: 'no NIK yet',
    now: 'counted today',
  },
};

type Props = { desaId: number; desaLabel: string; count: QualityCount; title: string };

/** The people and families behind one count; a row opens where it is mended. */
export const FindingList = ({ desaId, desaLabel, count, title }: Props) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const findings = useList('/api/quality/finding', { query: { count, desaId } });
  const hrefOf = (row: Finding) =>
    row.person === null || row.familyId !== null ? `/keluarga/${row.familyId}` : `/orang/${row.person.id}`;
  return (
    <>
      <PageTitle note={desaLabel} actions={<AppLink href={`/mutu-data?temuan=${count}`}>{t.back}</AppLink>}>
        {title}
      </PageTitle>
      <ErrorNotice error={findings.error} onRetry={() => void findings.refetch()} />
      <DataTable
        caption={title}
        rows={findings.rows}
        rowKey={(row) => row.id}
        isLoading={findings.isPending}
        more={findings.more}
        href={hrefOf}
        columns={[
          { key: 'name', header: t.name, cell: (row) => row.person?.name ?? t.unseen },
          {
            key: 'nik',
            header: t.nik,
            isNumber: true,
            cell: (row) => (row.person?.maskedNik ? formatNik(row.person.maskedNik) : t.noNik),
          },
          { key: 'birth', header: t.birth, cell: (row) => <DateText date={row.person?.birthOn} /> },
          { key: 'kind', header: t.kind, cell: (row) => wordOf(FINDINGS, row.kind, language) },
          { key: 'detail', header: t.detail, cell: (row) => row.detail },
          {
            key: 'since',
            header: t.since,
            cell: (row) => (row.openedAt === null ? t.now : <InstantText at={row.openedAt} />),
          },
        ]}
      />
    </>
  );
};
