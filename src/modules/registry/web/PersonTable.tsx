import type { ReactNode } from 'react';
import { formatNik } from '#kernel/nik.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { LIFE, SHDK, shortPlace, wordOf } from './words.ts';

export type FoundPerson = ReplyOf<'GET /api/person'>['items'][number];

const texts = {
  id: {
    name: 'Nama',
    nik: 'NIK',
    birth: 'Lahir',
    family: 'Keluarga',
    area: 'Tempat tinggal',
    open: 'Yang sedang berjalan',
    none: 'tidak ada',
    noNik: 'belum ada NIK',
    noFamily: 'belum masuk keluarga',
    hidden: 'dilindungi',
    usulan: (n: number) => `${n} usulan`,
    aid: (n: number) => `${n} bantuan belum diterima`,
    tasks: (n: number) => `${n} tugas`,
  },
  en: {
    name: 'Name',
    nik: 'NIK',
    birth: 'Born',
    family: 'Family',
    area: 'Lives in',
    open: 'Open matters',
    none: 'none',
    noNik: 'no NIK yet',
    noFamily: 'in no family yet',
    hidden: 'protected',
    usulan: (n: number) => `${n} proposals`,
    aid: (n: number) => `${n} aid to be handed over`,
    tasks: (n: number) => `${n} tasks`,
  },
};

/** People found, as the search and the lists show them: number masked, family, place, what is open. */
export const PersonTable = ({
  caption,
  people,
  empty,
}: {
  caption: string;
  people: readonly FoundPerson[];
  empty?: ReactNode;
}) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const openOf = ({ open }: FoundPerson) =>
    [open.usulan && t.usulan(open.usulan), open.aid && t.aid(open.aid), open.tasks && t.tasks(open.tasks)]
      .filter(Boolean)
      .join(', ') || t.none;
  return (
    <DataTable
      caption={caption}
      rows={people}
      rowKey={(row) => row.id}
      href={(row) => `/orang/${row.id}`}
      empty={empty}
      columns={[
        {
          key: 'name',
          header: t.name,
          cell: (row) => (row.isAlias ? `${row.name} (${t.hidden})` : row.name),
        },
        {
          key: 'nik',
          header: t.nik,
          isNumber: true,
          cell: (row) => (row.maskedNik ? formatNik(row.maskedNik) : t.noNik),
        },
        {
          key: 'birth',
          header: t.birth,
          cell: (row) => (row.birthOn ? <DateText date={row.birthOn} /> : null),
        },
        {
          key: 'family',
          header: t.family,
          cell: (row) =>
            row.familyId === null
              ? t.noFamily
              : [
                  row.shdk === null ? null : wordOf(SHDK, row.shdk, language),
                  row.maskedKk && `KK\u00a0…\u2060${row.maskedKk.slice(-4)}`,
                ]
                  .filter(Boolean)
                  .join(' · '),
        },
        { key: 'area', header: t.area, cell: (row) => shortPlace(row.areaLabel) },
        {
          key: 'open',
          header: t.open,
          cell: (row) =>
            row.life === 'hidup' ? (
              openOf(row)
            ) : (
              <StatusBadge kind={LIFE[row.life].kind}>{LIFE[row.life][language]}</StatusBadge>
            ),
        },
      ]}
    />
  );
};
