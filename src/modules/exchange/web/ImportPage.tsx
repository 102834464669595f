import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { formatMonth } from '#kernel/local-date.ts';
import { AppLink } from '#web/ui/AppLink.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { ProgressLine } from '#web/ui/ProgressLine.tsx';
import { useForget, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { Timeline, type TimelineStep } from '#web/ui/Timeline.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { ImportActs } from './ImportActs.tsx';
import { MappingForm } from './MappingForm.tsx';
import { ReportSection } from './ReportSection.tsx';
import { ReviewSection } from './ReviewSection.tsx';
import { RowsSection } from './RowsSection.tsx';
import { isAtWork, type Shown, STATE_TEXTS } from './state-words.ts';

const texts = {
  id: {
    all: 'Semua impor',
    by: 'diunggah',
    steps: ['Unggah', 'Pastikan kolom', 'Periksa', 'Tinjau', 'Masukkan', 'Laporan'],
    stages: 'Tahap',
    working: {
      dipetakan: 'Menunggu giliran dibaca',
      membaca: 'Membaca baris',
      diperiksa: 'Membandingkan antarbaris dan dengan berkas sebelumnya',
      memasukkan: 'Memasukkan ke register',
      membatalkan: 'Mengembalikan yang dibuat impor ini',
    } as Record<string, string>,
    unit: 'baris',
    leave: 'Anda boleh meninggalkan halaman ini; pekerjaan berlanjut di server, juga bila server dihidupkan ulang.',
    failed: 'Impor ini tidak dapat dilanjutkan',
  },
  en: {
    all: 'All imports',
    by: 'uploaded by',
    steps: ['Upload', 'Confirm columns', 'Check', 'Review', 'Let in', 'Report'],
    stages: 'Stages',
    working: {
      dipetakan: 'Waiting to be read',
      membaca: 'Reading rows',
      diperiksa: 'Comparing rows with each other and with the file before',
      memasukkan: 'Going into the register',
      membatalkan: 'Taking back what this import made',
    } as Record<string, string>,
    unit: 'rows',
    leave: 'You may leave this page; the work goes on at the server, also when it is started anew.',
    failed: 'This import cannot go on',
  },
};

/** The step a state stands at, from 0. */
const STEP_OF: Readonly<Record<Shown['state'], number>> = {
  diunggah: 1,
  dipetakan: 2,
  membaca: 2,
  diperiksa: 2,
  siap: 3,
  memasukkan: 4,
  selesai: 5,
  membatalkan: 5,
  dibatalkan: 5,
  gagal: 2,
};

const steps = (names: readonly string[], at: number): TimelineStep[] =>
  names.map((title, i) => ({ key: title, title, state: i < at ? 'done' : i === at ? 'now' : 'ahead' }));

/** The import, read every second while a job is at work on it; other pages learn when it comes to rest. */
const useImport = (id: string) => {
  const [isWatched, setWatched] = useState(true);
  const forget = useForget();
  const shown = useGet('/api/import/:id', { params: { id }, keep: true, ...(isWatched ? { every: 1000 } : {}) });
  const state = shown.data?.state;
  useEffect(() => {
    if (state === undefined) return;
    setWatched(isAtWork(state));
    if (!isAtWork(state)) void forget(['/api/home', `/api/import/${id}/rows`]);
    // Only a change of state is news to other pages.
  }, [state, id]);
  return shown;
};

const Working = ({ file }: { file: Shown }) => {
  const t = useText(texts);
  return (
    <Section title={t.working[file.state] ?? ''} note={t.leave}>
      <ProgressLine label={t.working[file.state] ?? ''} done={file.rowsDone} total={file.rowsTotal} unit={t.unit} />
      {file.failure !== null && <p role="status">{file.failure}</p>}
    </Section>
  );
};

const Stages = ({ file, again }: { file: Shown; again: () => void }) => {
  const t = useText(texts);
  if (isAtWork(file.state)) return <Working file={file} />;
  return (
    <>
      {file.state === 'gagal' && (
        <Section title={t.failed}>
          <p role="alert">{file.failure}</p>
        </Section>
      )}
      {file.state === 'diunggah' && (
        <>
          <ImportActs file={file} onNewer={again} />
          <MappingForm key={`${file.version}`} file={file} onNewer={again} />
        </>
      )}
      {file.check && <ReviewSection file={file} check={file.check} />}
      {(file.state === 'selesai' || file.state === 'dibatalkan') && <ReportSection file={file} />}
      {file.check && file.state !== 'dibatalkan' && <RowsSection file={file} check={file.check} />}
      {file.state !== 'diunggah' && <ImportActs file={file} onNewer={again} />}
    </>
  );
};

/** One import: where it stands, what it needs, what came of it. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { id } = useParams({ strict: false }) as { id: string };
  const shown = useImport(id);
  const file = shown.data;
  return (
    <>
      <ErrorNotice error={shown.error} onRetry={() => void shown.refetch()} />
      {shown.isPending && <Waiting />}
      {file && (
        <>
          <PageTitle
            note={
              <>
                {file.kindName[language]}, {formatMonth(file.period, language)}, {t.by} {file.uploadedBy},{' '}
                <InstantText at={file.uploadedAt} /> · <AppLink href="/impor">{t.all}</AppLink>
              </>
            }
            actions={<StatusBadge kind={STATE_TEXTS[file.state].kind}>{STATE_TEXTS[file.state][language]}</StatusBadge>}
          >
            {file.name}
          </PageTitle>
          <details>
            <summary>{t.stages}</summary>
            <Timeline steps={steps(t.steps, STEP_OF[file.state])} />
          </details>
          <Stages file={file} again={() => void shown.refetch()} />
        </>
      )}
    </>
  );
};
