import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { AppLink } from '#web/ui/AppLink.tsx';
import { type Column, DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FilterChips } from '#web/ui/FilterChips.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useList } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';
import { AnswerDialog } from './AnswerDialog.tsx';
import { ANSWER_WORDS, type Delta, type DeltaKind, type DeltaLine, KIND_WORDS, KINDS_SHOWN } from './delta-words.ts';

const texts = {
  id: {
    title: 'Orang dan keluarganya',
    note: 'Bantuan yang berhenti perlu ditelusuri satu per satu: datanya salah, ditandai exclude, atau memang selesai.',
    kinds: 'Jenis perubahan',
    area: 'Desa/kelurahan',
    all: 'Semua',
    name: 'Nama',
    programme: 'Program',
    change: 'Perubahan',
    why: 'Sebab menurut pusat',
    silent: 'tidak disebutkan',
    follow: 'Tindak lanjut',
    open: 'Belum ditelusuri',
    act: 'Catat tindak lanjut',
    again: 'Ubah',
    empty: 'Tidak ada.',
    nameless: '(tanpa nama)',
    had: (names: string) => `menurut berkas sebelumnya menerima ${names}`,
    words: { ya: 'menerima', tidak: 'tidak menerima' } as Record<string, string>,
    from: (was: string, becomes: string) => `${was} → ${becomes}`,
  },
  en: {
    title: 'The people and families',
    note: 'Aid that stopped is to be traced one by one: wrong facts, an exclude flag, or rightly over.',
    kinds: 'Kinds of change',
    area: 'Desa/kelurahan',
    all: 'All',
    name: 'Name',
    programme: 'Programme',
    change: 'Change',
    why: 'Why, by the centre',
    silent: 'not said',
    follow: 'Follow-up',
    open: 'Not looked into',
    act: 'Record a follow-up',
    again: 'Change',
    empty: 'None.',
    nameless: '(without name)',
    had: (names: string) => `received ${names} by the file before`,
    words: { ya: 'received', tidak: 'not received' } as Record<string, string>,
    from: (was: string, becomes: string) => `${was} → ${becomes}`,
  },
};

type Props = { delta: Delta; areaId: number | undefined; onArea: (areaId: number | undefined) => void };

const useColumns = (kind: DeltaKind): Column<DeltaLine>[] => {
  const t = useText(texts);
  const { language } = useLanguage();
  const word = (value: string): string => t.words[value] ?? value;
  const changeOf = ({ was, becomes }: DeltaLine): string => {
    if (kind === 'hilang') return was === null ? '' : t.had(was);
    return was === null || becomes === null ? '' : t.from(word(was), word(becomes));
  };
  const href = (line: DeltaLine) => (line.personId ? `/orang/${line.personId}` : `/keluarga/${line.familyId}`);
  const follow: Column<DeltaLine> = {
    key: 'follow',
    header: t.follow,
    cell: (line) =>
      line.answer === null ? (
        <StatusBadge kind="tindakan">{t.open}</StatusBadge>
      ) : (
        <>
          {ANSWER_WORDS[line.answer][language]}: {line.note} ({line.answeredBy})
        </>
      ),
  };
  return [
    { key: 'name', header: t.name, cell: (line) => <AppLink href={href(line)}>{line.name || t.nameless}</AppLink> },
    { key: 'area', header: t.area, cell: (line) => line.area.split(', ').slice(0, 2).join(', ') },
    ...(kind === 'bantuan_hilang' || kind === 'bantuan_baru' || kind === 'exclude'
      ? [{ key: 'programme', header: t.programme, cell: (line: DeltaLine) => line.programme ?? '' }]
      : []),
    ...(kind === 'baru' || kind === 'exclude' ? [] : [{ key: 'change', header: t.change, cell: changeOf }]),
    { key: 'why', header: t.why, cell: (line) => line.reason ?? t.silent },
    ...(kind === 'bantuan_hilang' ? [follow] : []),
  ];
};

/** One kind of change, person by person; an aid that stopped is acted on here. */
export const DeltaLines = ({ delta, areaId, onArea }: Props) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const mayAct = useMay('centre.key');
  const inArea = delta.places.filter((place) => areaId === undefined || place.areaId === areaId);
  const count = (kind: DeltaKind) => inArea.reduce((sum, place) => sum + place[kind], 0);
  const [kind, setKind] = useState<DeltaKind>(KINDS_SHOWN.find((one) => count(one) > 0) ?? 'bantuan_hilang');
  const [acting, setActing] = useState<DeltaLine>();
  const query = { period: delta.period, kind, ...(areaId === undefined ? {} : { areaId }) };
  const list = useList('/api/perubahan/baris', { query });
  const columns = useColumns(kind);
  const csv = `/api/perubahan/berkas?period=${delta.period}&kind=${kind}${areaId === undefined ? '' : `&areaId=${areaId}`}`;
  return (
    <Section title={t.title} note={t.note}>
      <FilterChips
        label={t.kinds}
        chips={KINDS_SHOWN.map((key) => ({ key, label: KIND_WORDS[key][language], count: count(key) }))}
        value={kind}
        onChange={setKind}
      />
      <NativeSelect
        label={t.area}
        value={areaId === undefined ? '' : String(areaId)}
        onChange={({ currentTarget: { value } }) => onArea(value === '' ? undefined : Number(value))}
        data={[
          { value: '', label: t.all },
          ...delta.places.map((place) => ({ value: String(place.areaId), label: place.label })),
        ]}
        style={{ maxWidth: 420 }}
      />
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      <DataTable
        caption={KIND_WORDS[kind][language]}
        rows={list.rows}
        rowKey={(line) => line.id}
        columns={columns}
        isLoading={list.isPending}
        more={list.more}
        csv={{ href: csv }}
        empty={t.empty}
        {...(kind === 'bantuan_hilang' && mayAct
          ? {
              actions: (line: DeltaLine) => (
                <Button size="compact-sm" onClick={() => setActing(line)}>
                  {line.answer === null ? t.act : t.again}
                </Button>
              ),
            }
          : {})}
      />
      {acting && <AnswerDialog line={acting} onClose={() => setActing(undefined)} />}
    </Section>
  );
};
