import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDate, formatMonth } from '#kernel/local-date.ts';
import { AppLink } from '#web/ui/AppLink.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { type Column, DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FilterChips } from '#web/ui/FilterChips.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useList } from '#web/ui/queries.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';
import { FLAG_WORDS, type FlagState } from './delta-words.ts';
import { LiftingDialog } from './LiftingDialog.tsx';

type Flag = ReplyOf<'GET /api/exclude'>['items'][number];
const texts = {
  id: {
    title: 'Tanda exclude',
    note: 'Pusat menandai orang ini sehingga bantuannya tertahan. Caranya: periksa keterangannya di desa, perbaiki KK atau data yang keliru, ajukan pencabutan lewat SIKS-NG dengan buktinya, catat permintaannya di sini, lalu catat jawaban pusat.',
    back: 'Perubahan dari pusat',
    filter: 'Keadaan',
    all: 'Semua',
    name: 'Nama',
    area: 'Tempat',
    programme: 'Program',
    reason: 'Keterangan pusat',
    seen: (from: string, last: string) => (from === last ? from : `${from}, terakhir ${last}`),
    month: 'Tercantum',
    state: 'Keadaan',
    asked: 'Diminta',
    ticket: (no: string) => `tiket ${no}`,
    act: { terbuka: 'Catat permintaan', diminta: 'Catat jawaban' } as Partial<Record<FlagState, string>>,
    empty: 'Tidak ada tanda exclude. Daftarnya masuk lewat Impor berkas, jenis "Daftar exclude pusat".',
  },
  en: {
    title: 'Exclude flags',
    note: 'The centre flags these people, so their aid is held. The way out: check the reason in the desa, mend the KK or the wrong facts, ask for the lifting through SIKS-NG with evidence, record the request here, then the centre’s answer.',
    back: 'Changes from the centre',
    filter: 'State',
    all: 'All',
    name: 'Name',
    area: 'Place',
    programme: 'Programme',
    reason: 'The centre’s reason',
    seen: (from: string, last: string) => (from === last ? from : `${from}, last ${last}`),
    month: 'Listed',
    state: 'State',
    asked: 'Asked',
    ticket: (no: string) => `ticket ${no}`,
    act: { terbuka: 'Record the request', diminta: 'Record the answer' } as Partial<Record<FlagState, string>>,
    empty: 'No exclude flags. Their list comes in through Import of files, kind "The centre’s exclude list".',
  },
};

const useColumns = (): Column<Flag>[] => {
  const t = useText(texts);
  const { language } = useLanguage();
  const askedOf = (flag: Flag): string =>
    [flag.asked, flag.askedBy, flag.ticket && t.ticket(flag.ticket)].filter(Boolean).join('; ');
  const answerOf = (flag: Flag): string =>
    flag.answer === null ? '' : `${formatDate(flag.answeredOn ?? '', { language })}: ${flag.answer}`;
  return [
    {
      key: 'name',
      header: t.name,
      cell: (flag) => <AppLink href={`/orang/${flag.personId}`}>{flag.name}</AppLink>,
      text: (flag) => flag.name,
    },
    { key: 'area', header: t.area, cell: (flag) => flag.area.split(', ').slice(0, 2).join(', ') },
    { key: 'programme', header: t.programme, cell: (flag) => flag.programme },
    { key: 'reason', header: t.reason, cell: (flag) => flag.reason },
    {
      key: 'month',
      header: t.month,
      cell: (flag) => t.seen(formatMonth(flag.period, language), formatMonth(flag.seenPeriod, language)),
    },
    {
      key: 'state',
      header: t.state,
      cell: (flag) => (
        <>
          <StatusBadge kind={FLAG_WORDS[flag.state].kind}>{FLAG_WORDS[flag.state][language]}</StatusBadge>{' '}
          {answerOf(flag)}
        </>
      ),
      text: (flag) => `${FLAG_WORDS[flag.state][language]} ${answerOf(flag)}`.trim(),
    },
    { key: 'asked', header: t.asked, cell: askedOf },
  ];
};

/** The centre's flags, what was asked to have each lifted, and where that stands. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const mayAct = useMay('centre.key');
  const [state, setState] = useState<FlagState | 'semua'>('semua');
  const [acting, setActing] = useState<Flag>();
  const list = useList('/api/exclude', { query: state === 'semua' ? {} : { state } });
  const counts = list.first?.counts;
  const states = Object.keys(FLAG_WORDS) as FlagState[];
  return (
    <div className="stack" style={{ gap: 16 }}>
      <PageTitle
        note={
          <>
            {t.note} <AppLink href="/perubahan">{t.back}</AppLink>
          </>
        }
      >
        {t.title}
      </PageTitle>
      <FilterChips
        label={t.filter}
        chips={[
          { key: 'semua' as const, label: t.all, count: states.reduce((sum, one) => sum + (counts?.[one] ?? 0), 0) },
          ...states.map((key) => ({ key, label: FLAG_WORDS[key][language], count: counts?.[key] })),
        ]}
        value={state}
        onChange={setState}
      />
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      <DataTable
        caption={t.title}
        rows={list.rows}
        rowKey={(flag) => flag.id}
        columns={useColumns()}
        isLoading={list.isPending}
        more={list.more}
        csv={{ name: 'tanda-exclude' }}
        empty={t.empty}
        actions={(flag) =>
          mayAct && t.act[flag.state] ? (
            <Button size="compact-sm" onClick={() => setActing(flag)}>
              {t.act[flag.state]}
            </Button>
          ) : null
        }
      />
      {acting && <LiftingDialog flag={acting} onClose={() => setActing(undefined)} />}
    </div>
  );
};
