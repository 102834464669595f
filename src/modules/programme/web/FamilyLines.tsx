import type { ReactNode } from 'react';
import { formatDate } from '#kernel/local-date.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { type Column, DataTable } from '#web/ui/DataTable.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { PLACES } from './programme-words.ts';

export type FamilyLine = ReplyOf<'GET /api/programme/list/:id/row'>['items'][number] & { missing?: string[] };

const texts = {
  id: {
    rank: 'Urutan',
    name: 'Nama',
    nik: 'NIK',
    area: 'Wilayah',
    place: 'Tempat',
    position: 'Kedudukan',
    why: 'Alasan',
    reserve: (n: number) => `cadangan ${n}`,
    until: (date: string) => `Ditahan sampai ${date}.`,
    ask: (facts: string) => `Tanyakan: ${facts}.`,
    none: '-',
  },
  en: {
    rank: 'Rank',
    name: 'Name',
    nik: 'NIK',
    area: 'Area',
    place: 'Place',
    position: 'Standing',
    why: 'Reason',
    reserve: (n: number) => `reserve ${n}`,
    until: (date: string) => `Held until ${date}.`,
    ask: (facts: string) => `Ask for: ${facts}.`,
    none: '-',
  },
};

/** The desa alone: the rest of the label would only repeat the agency's own area. */
const nearest = (label: string): string => label.split(', ')[0] ?? label;

type Props = {
  caption: string;
  rows: readonly FamilyLine[];
  csv?: { href: string } | { name: string };
  more?: { has: boolean; isLoading: boolean; load: () => void };
  isLoading?: boolean;
  empty?: string;
  actions?: (row: FamilyLine) => ReactNode;
};

/** Families of a list with where they stand and why; a row opens the family's page. */
export const FamilyLines = ({ caption, rows, ...rest }: Props) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const placeText = (row: FamilyLine): string => {
    if (row.reserveNo !== null) return t.reserve(row.reserveNo);
    return PLACES[row.place][language];
  };
  const whyText = (row: FamilyLine): string =>
    [
      row.heldUntil === null ? '' : t.until(formatDate(row.heldUntil, { language })),
      row.why,
      row.missing && row.missing.length > 0 ? t.ask(row.missing.join(', ')) : '',
    ]
      .filter(Boolean)
      .join(' ');
  const columns: Column<FamilyLine>[] = [
    { key: 'name', header: t.name, cell: (row) => row.name, width: 120 },
    { key: 'rank', header: t.rank, isNumber: true, cell: (row) => row.rank ?? t.none, text: (row) => row.rank ?? '' },
    {
      key: 'place',
      header: t.place,
      cell: (row) => <StatusBadge kind={PLACES[row.place].kind}>{placeText(row)}</StatusBadge>,
      text: placeText,
    },
    ...(rows.some((row) => row.position !== '-')
      ? [{ key: 'position', header: t.position, cell: (row: FamilyLine) => row.position }]
      : []),
    { key: 'area', header: t.area, cell: (row) => nearest(row.areaLabel), text: (row) => row.areaLabel, width: 140 },
    ...(rows.some((row) => whyText(row) !== '') ? [{ key: 'why', header: t.why, cell: whyText, width: 180 }] : []),
  ];
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.familyId}
      href={(row) => `/program/keluarga/${row.familyId}`}
      columns={columns}
      isCompact
      {...rest}
    />
  );
};
