import { NativeSelect } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate } from '#kernel/local-date.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet, useList } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';

const texts = {
  id: {
    title: 'Daftar verifikasi',
    note: 'Keluarga yang belum dapat dinilai karena ada data yang belum diketahui, dan apa yang perlu ditanyakan. Belum diketahui bukan berarti tidak memenuhi syarat.',
    programme: 'Program',
    desa: 'Desa/kelurahan',
    all: (n: number) => `Semua (${n.toLocaleString('id-ID')} keluarga)`,
    one: (label: string, n: number) => `${label} (${n.toLocaleString('id-ID')})`,
    families: 'Keluarga yang perlu ditanyai',
    name: 'Nama',
    ask: 'Yang ditanyakan',
    place: 'Tempat',
    notYet: 'belum dinilai',
    held: (date: string) => `ditahan sampai ${date}`,
    csv: 'Berkas CSV',
    xlsx: 'Berkas Excel untuk petugas lapangan',
    none: 'Tidak ada: syarat semua keluarga sudah diketahui.',
    empty: 'Belum ada program daerah.',
    uncounted: (names: string) => `Belum dapat dihitung karena ketentuannya perlu diperbaiki: ${names}.`,
  },
  en: {
    title: 'Families to verify',
    note: 'Families that cannot be judged yet because a fact is unknown, and what to ask for. Unknown does not mean not eligible.',
    programme: 'Programme',
    desa: 'Desa/kelurahan',
    all: (n: number) => `All (${n.toLocaleString('id-ID')} families)`,
    one: (label: string, n: number) => `${label} (${n.toLocaleString('id-ID')})`,
    families: 'Families to ask',
    name: 'Name',
    ask: 'Ask for',
    place: 'Place',
    notYet: 'not judged yet',
    held: (date: string) => `held until ${date}`,
    csv: 'CSV file',
    xlsx: 'Excel file for field officers',
    none: 'None: the eligibility of every family is known.',
    empty: 'No local programme yet.',
    uncounted: (names: string) => `Not counted, the terms have to be mended: ${names}.`,
  },
};
type Programme = ReplyOf<'GET /api/programme/verification'>['programmes'][number];

const shortLabel = (label: string): string => label.split(',').slice(0, 2).join(',');

const ToAsk = ({ programme }: { programme: Programme }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [area, setArea] = useState('');
  const chosen = programme.desa.some((row) => String(row.areaId) === area) ? area : '';
  const areaQuery = chosen === '' ? {} : { areaId: Number(chosen) };
  const list = useList('/api/programme/:id/verification', { params: { id: programme.id }, query: areaQuery });
  const placeText = (row: (typeof list.rows)[number]): string =>
    row.heldUntil === null ? t.notYet : t.held(formatDate(row.heldUntil, { language }));
  const fileOf = (format: string) =>
    `/api/programme/${programme.id}/verification/file?format=${format}${chosen === '' ? '' : `&areaId=${chosen}`}`;
  if (programme.families === 0) return <p>{t.none}</p>;
  return (
    <Section
      title={t.families}
      actions={
        <>
          <a href={fileOf('xlsx')} download>
            {t.xlsx}
          </a>
          <a href={fileOf('csv')} download>
            {t.csv}
          </a>
        </>
      }
    >
      <NativeSelect
        label={t.desa}
        value={chosen}
        onChange={(event) => setArea(event.currentTarget.value)}
        data={[
          { value: '', label: t.all(programme.families) },
          ...programme.desa.map((row) => ({
            value: String(row.areaId),
            label: t.one(shortLabel(row.label), row.families),
          })),
        ]}
      />
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      <DataTable
        caption={`${t.families}: ${programme.name}`}
        rows={list.rows}
        rowKey={(row) => row.familyId}
        href={(row) => `/program/keluarga/${row.familyId}`}
        more={list.more}
        isLoading={list.isPending}
        columns={[
          { key: 'name', header: t.name, cell: (row) => row.name, width: 160 },
          { key: 'area', header: t.desa, cell: (row) => shortLabel(row.areaLabel), width: 200 },
          { key: 'ask', header: t.ask, cell: (row) => row.missing.join('; '), width: 260 },
          { key: 'place', header: t.place, cell: (row) => placeText(row) },
        ]}
      />
    </Section>
  );
};

/** Families whose eligibility is unknown, by programme and desa, with the facts to ask for. */
export const Page = () => {
  const t = useText(texts);
  const { program } = useSearch({ from: '/program/verifikasi' });
  const [picked, setPicked] = useState(program ?? '');
  const get = useGet('/api/programme/verification');
  const found = get.data;
  const programme = found?.programmes.find((p) => p.id === picked) ?? found?.programmes[0];
  return (
    <>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <ErrorNotice error={get.error} onRetry={() => void get.refetch()} />
      {get.isPending && <Waiting />}
      {found && !programme && <p>{t.empty}</p>}
      {found && programme && (
        <>
          <NativeSelect
            label={t.programme}
            value={programme.id}
            onChange={(event) => setPicked(event.currentTarget.value)}
            data={found.programmes.map((p) => ({ value: p.id, label: t.one(p.name, p.families) }))}
          />
          <ToAsk key={programme.id} programme={programme} />
          {found.uncounted.length > 0 && <p>{t.uncounted(found.uncounted.join(', '))}</p>}
        </>
      )}
    </>
  );
};
