import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { addMonths, formatDate, formatMonth } from '#kernel/local-date.ts';
import { AppLink } from '#web/ui/AppLink.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FilterChips } from '#web/ui/FilterChips.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';
import { MEETING_KINDS } from '../domain/words.ts';
import { PrepareMeetingDialog } from './PrepareMeetingDialog.tsx';
import { StandingFigure } from './StandingFigure.tsx';
import { useSay } from './use-say.ts';

const texts = {
  id: {
    title: 'Musdes dan muskel',
    before: 'Bulan sebelumnya',
    after: 'Bulan berikutnya',
    lastDay: (day: string) => `Batas musyawarah bulan ini ${day}.`,
    prepare: 'Siapkan musyawarah',
    meetings: 'Musyawarah bulan ini',
    meetingsTable: 'Daftar musyawarah',
    desaTable: 'Keadaan setiap desa dan kelurahan',
    desa: 'Desa dan kelurahan',
    desaNote: (done: number, all: number, late: number) =>
      `${done} dari ${all} sudah bermusyawarah, ${late} terlambat.`,
    kind: 'Jenis',
    on: 'Tanggal',
    place: 'Desa/kelurahan',
    decided: 'Diputus',
    state: 'Keadaan',
    number: 'Nomor berita acara',
    scan: 'Hasil pindai',
    waiting: 'Menunggu',
    overdue: 'Lewat tenggat',
    held: 'Musyawarah terakhir',
    none: 'belum ada bulan ini',
    noMeetings: 'Belum ada musyawarah pada bulan ini.',
    states: { disiapkan: 'Disiapkan', selesai: 'Selesai' },
    scans: { belum: 'Belum diunggah', diterima: 'Ada', diminta_lagi: 'Diminta lagi' },
    standings: { sudah: 'Sudah', terlambat: 'Terlambat', menunggu: 'Belum', tidak_ada: 'Tidak ada usulan' },
    filter: 'Tampilkan',
    remind: (n: number) => `Ingatkan ${n} yang terlambat`,
    reminded: (n: number) =>
      n > 0 ? `${n} operator diingatkan lewat tugas.` : 'Semuanya sudah diingatkan; tugasnya masih terbuka.',
    rules: 'Syarat musyawarah',
    all: 'Semua',
    csv: 'musyawarah-desa',
  },
  en: {
    title: 'Village deliberation',
    before: 'Month before',
    after: 'Month after',
    lastDay: (day: string) => `Last day for this month’s deliberation: ${day}.`,
    prepare: 'Prepare a meeting',
    meetings: 'Meetings of this month',
    meetingsTable: 'List of meetings',
    desaTable: 'Standing of each desa and kelurahan',
    desa: 'Desa and kelurahan',
    desaNote: (done: number, all: number, late: number) => `${done} of ${all} have deliberated, ${late} are late.`,
    kind: 'Kind',
    on: 'Date',
    place: 'Desa/kelurahan',
    decided: 'Decided',
    state: 'State',
    number: 'Number of the berita acara',
    scan: 'Scan',
    waiting: 'Waiting',
    overdue: 'Overdue',
    held: 'Last meeting',
    none: 'none this month',
    noMeetings: 'No meeting in this month yet.',
    states: { disiapkan: 'Prepared', selesai: 'Finished' },
    scans: { belum: 'Not uploaded', diterima: 'There', diminta_lagi: 'Asked for again' },
    standings: { sudah: 'Held', terlambat: 'Late', menunggu: 'Not yet', tidak_ada: 'No proposals' },
    filter: 'Show',
    remind: (n: number) => `Remind the ${n} that are late`,
    reminded: (n: number) =>
      n > 0 ? `${n} operators reminded by a task.` : 'All are reminded already; the tasks are open.',
    rules: 'What a meeting needs',
    all: 'All',
    csv: 'deliberation-by-desa',
  },
};

type Overview = ReplyOf<'GET /api/musyawarah'>;
type Desa = Overview['desa'][number];
const STANDING_KIND = { sudah: 'selesai', terlambat: 'tindakan', menunggu: 'menunggu', tidak_ada: 'netral' } as const;
const SCAN_KIND = { belum: 'menunggu', diterima: 'selesai', diminta_lagi: 'tindakan' } as const;
const shortArea = (label: string): string => label.split(',')[0] ?? label;

const route = getRouteApi('/musyawarah');

const Meetings = ({ overview }: { overview: Overview }) => {
  const t = useText(texts);
  const say = useSay();
  return (
    <Section title={t.meetings}>
      <DataTable
        caption={t.meetingsTable}
        rows={overview.items}
        rowKey={(row) => row.id}
        href={(row) => `/musyawarah/${row.id}`}
        empty={t.noMeetings}
        columns={[
          { key: 'area', header: t.place, cell: (row) => shortArea(row.areaLabel) },
          { key: 'on', header: t.on, cell: (row) => <DateText date={row.onDate} weekday /> },
          { key: 'kind', header: t.kind, cell: (row) => say(MEETING_KINDS[row.kind]) },
          { key: 'decided', header: t.decided, isNumber: true, cell: (row) => `${row.decided}/${row.rows}` },
          {
            key: 'state',
            header: t.state,
            cell: (row) => (
              <StatusBadge kind={row.state === 'selesai' ? 'selesai' : 'menunggu'}>{t.states[row.state]}</StatusBadge>
            ),
          },
          { key: 'number', header: t.number, cell: (row) => row.number ?? '' },
          {
            key: 'scan',
            header: t.scan,
            cell: (row) =>
              row.state === 'selesai' ? (
                <StatusBadge kind={SCAN_KIND[row.scanState]}>{t.scans[row.scanState]}</StatusBadge>
              ) : (
                ''
              ),
          },
        ]}
      />
    </Section>
  );
};

const Standings = ({ overview, isThisMonth }: { overview: Overview; isThisMonth: boolean }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [shown, setShown] = useState<Desa['standing'] | 'semua'>('semua');
  const mayRemind = useMay('usulan.decide');
  const remind = useAct('POST /api/musyawarah-pengingat', { stale: ['/api/home'] });
  const count = (standing: Desa['standing']) => overview.desa.filter((one) => one.standing === standing).length;
  const chips = [
    { key: 'semua' as const, label: t.all, count: overview.desa.length },
    ...(['terlambat', 'menunggu', 'sudah', 'tidak_ada'] as const).map((key) => ({
      key,
      label: t.standings[key],
      count: count(key),
    })),
  ];
  const link = (id: string | null, text: string) => (id ? <AppLink href={`/musyawarah/${id}`}>{text}</AppLink> : text);
  return (
    <Section
      title={t.desa}
      note={
        overview.desa.length > 1
          ? undefined
          : t.desaNote(count('sudah'), overview.desa.length - count('tidak_ada'), count('terlambat'))
      }
    >
      {overview.desa.length > 1 && <StandingFigure desa={overview.desa} />}
      <ErrorNotice error={remind.error} />
      {mayRemind && isThisMonth && count('terlambat') > 0 && (
        <div className="row screen-only">
          <Button disabled={remind.isPending} onClick={() => remind.act({ body: {} })}>
            {t.remind(count('terlambat'))}
          </Button>
          <span role="status">{remind.data ? t.reminded(remind.data.reminded) : ''}</span>
        </div>
      )}
      <FilterChips label={t.filter} chips={chips} value={shown} onChange={setShown} />
      <DataTable
        caption={t.desaTable}
        rows={overview.desa.filter((one) => shown === 'semua' || one.standing === shown)}
        rowKey={(row) => String(row.areaId)}
        csv={{ name: t.csv }}
        columns={[
          { key: 'area', header: t.place, cell: (row) => row.label },
          { key: 'waiting', header: t.waiting, isNumber: true, cell: (row) => row.waiting },
          { key: 'overdue', header: t.overdue, isNumber: true, cell: (row) => row.overdue },
          {
            key: 'held',
            header: t.held,
            cell: (row) =>
              row.heldOn
                ? link(row.meetingId, formatDate(row.heldOn, { language }))
                : link(row.openId, row.openId ? t.states.disiapkan : t.none),
            text: (row) => row.heldOn ?? '',
          },
          {
            key: 'standing',
            header: t.state,
            cell: (row) => <StatusBadge kind={STANDING_KIND[row.standing]}>{t.standings[row.standing]}</StatusBadge>,
            text: (row) => t.standings[row.standing],
          },
        ]}
      />
    </Section>
  );
};

/** Meetings of a month, and which desa have held theirs. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { bulan } = route.useSearch();
  const navigate = route.useNavigate();
  const [isPreparing, setPreparing] = useState(false);
  const mayRun = useMay('musyawarah.run');
  const overview = useGet('/api/musyawarah', { query: { month: bulan }, keep: true });
  const month = overview.data?.month;
  const go = (by: number) =>
    month && void navigate({ to: '/musyawarah', search: { bulan: addMonths(`${month}-01`, by).slice(0, 7) } });
  const lastDay = overview.data?.lastDay;
  return (
    <div className="stack" style={{ gap: 16 }}>
      <PageTitle
        note={
          <>
            {lastDay && `${t.lastDay(formatDate(lastDay, { weekday: true, language }))} `}
            <AppLink href="/musyawarah/syarat">{t.rules}</AppLink>
          </>
        }
        actions={
          mayRun ? (
            <Button variant="filled" onClick={() => setPreparing(true)}>
              {t.prepare}
            </Button>
          ) : undefined
        }
      >
        {month ? `${t.title}, ${formatMonth(month, language)}` : t.title}
      </PageTitle>
      <div className="row screen-only">
        <Button leftSection={<Icon name="left" />} onClick={() => go(-1)}>
          {t.before}
        </Button>
        <Button rightSection={<Icon name="right" />} onClick={() => go(1)}>
          {t.after}
        </Button>
      </div>
      <ErrorNotice error={overview.error} onRetry={() => void overview.refetch()} />
      {overview.data && <Meetings overview={overview.data} />}
      {overview.data && <Standings overview={overview.data} isThisMonth={bulan === undefined} />}
      {isPreparing && overview.data && (
        <PrepareMeetingDialog desa={overview.data.desa} onClose={() => setPreparing(false)} />
      )}
    </div>
  );
};
