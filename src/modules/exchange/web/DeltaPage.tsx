import { NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { formatMonth } from '#kernel/local-date.ts';
import { AppLink } from '#web/ui/AppLink.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { useMay } from '#web/ui/session.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { DeltaLines } from './DeltaLines.tsx';
import { DeltaPlaces } from './DeltaPlaces.tsx';
import type { Delta } from './delta-words.ts';

const route = getRouteApi('/perubahan');
const texts = {
  id: {
    title: 'Perubahan dari pusat',
    note: 'Apa yang berubah dalam berkas pusat dibanding berkas sebelumnya. Desil hanya dari pusat; tidak ada orang yang dihapus.',
    month: 'Bulan',
    files: 'Berkas bulan ini',
    first: 'berkas pertama jenis ini, belum ada pembanding',
    against: (month: string) => `dibandingkan dengan ${month}`,
    nothing: 'Belum ada pembanding',
    none: 'Belum ada berkas pusat untuk bulan ini. Perubahan muncul sesudah berkas kedua dari jenis yang sama masuk.',
    exclude: 'Tanda exclude dan cara mencabutnya',
    same: 'Tidak ada yang berubah bagi orang yang boleh Anda lihat.',
  },
  en: {
    title: 'Changes from the centre',
    note: 'What changed in the centre’s files against the file before. Desil is the centre’s alone; nobody is deleted.',
    month: 'Month',
    files: 'Files of this month',
    first: 'the first file of its kind, nothing to compare with',
    against: (month: string) => `compared with ${month}`,
    nothing: 'Nothing to compare yet',
    none: 'No file of the centre for this month yet. Changes appear once a second file of the same kind is in.',
    exclude: 'Exclude flags and how to lift them',
    same: 'Nothing changed for the people you may see.',
  },
};

const Files = ({ delta }: { delta: Delta }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const against = ({ kind, previousPeriod }: Delta['runs'][number]): string => {
    if (kind !== 'siks23') return '';
    return `, ${previousPeriod === null ? t.first : t.against(formatMonth(previousPeriod, language))}`;
  };
  return (
    <Section title={t.files}>
      <ul>
        {delta.runs.map((run) => (
          <li key={run.importId}>
            {run.kindName[language]}: {run.name}
            {against(run)}
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** The month's answer to the first question: who is new, gone, moved, lost aid or was flagged, desa by desa. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { bulan } = route.useSearch();
  const navigate = route.useNavigate();
  const mayReadPeople = useMay('person.read');
  const [areaId, setArea] = useState<number>();
  const shown = useGet('/api/perubahan', { query: { period: bulan }, keep: true });
  const delta = shown.data;
  const choose = (period: string) => void navigate({ to: '/perubahan', search: { bulan: period } });
  return (
    <div className="stack" style={{ gap: 16 }}>
      <PageTitle
        note={
          <>
            {t.note} {mayReadPeople && <AppLink href="/exclude">{t.exclude}</AppLink>}
          </>
        }
      >
        {delta ? `${t.title}, ${formatMonth(delta.period, language)}` : t.title}
      </PageTitle>
      <ErrorNotice error={shown.error} onRetry={() => void shown.refetch()} />
      {shown.isPending && <Waiting />}
      {delta && delta.periods.length > 1 && (
        <NativeSelect
          label={t.month}
          value={delta.period}
          onChange={(event) => choose(event.currentTarget.value)}
          data={delta.periods.map((period) => ({ value: period, label: formatMonth(period, language) }))}
          style={{ maxWidth: 240 }}
        />
      )}
      {delta && delta.runs.length === 0 && <EmptyState title={t.nothing}>{t.none}</EmptyState>}
      {delta && delta.runs.length > 0 && <Files delta={delta} />}
      {delta && delta.runs.length > 0 && delta.places.length === 0 && <p>{t.same}</p>}
      {delta && delta.places.length > 0 && (
        <>
          <DeltaPlaces delta={delta} />
          {mayReadPeople && <DeltaLines key={delta.period} delta={delta} areaId={areaId} onArea={setArea} />}
        </>
      )}
    </div>
  );
};
