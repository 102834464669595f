import { Button } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { ApiError } from '#web/ui/api-error.ts';
import { DropMenu } from '#web/ui/DropMenu.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { CorrectionDialog } from './CorrectionDialog.tsx';
import { DeathDialog } from './DeathDialog.tsx';
import { FactSection } from './FactSection.tsx';
import { FamilySection } from './FamilySection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { IdentitySection } from './IdentitySection.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { MatterSections } from './MatterSections.tsx';
import { NumberDialog } from './NumberDialog.tsx';
import { PpksDialog } from './PpksDialog.tsx';
import { ReasonGate } from './ReasonGate.tsx';
import styles from './sheet.module.css';
import { FINDINGS, LIFE, type Sheet, shortPlace, wordOf } from './words.ts';

const texts = {
  id: {
    title: 'Lembar warga',
    correct: 'Perbaiki data',
    more: 'Tindakan lain',
    addNumber: 'Tambah NIK atau nomor lain',
    ppks: 'Catat asesmen PPKS',
    leave: 'Catat keluar dari keluarga',
    death: 'Laporkan meninggal',
    proof: 'Catat bukti kematian',
    alive: 'Cabut laporan kematian',
    findings: 'Perlu diperbaiki',
    tasks: 'Tugas terbuka',
    until: (date: string) => `sampai ${date}`,
    merged: 'Catatan yang Anda buka sudah digabung ke lembar ini: orangnya sama.',
  },
  en: {
    title: 'Resident’s sheet',
    correct: 'Correct',
    more: 'Other acts',
    addNumber: 'Add a NIK or another number',
    ppks: 'Record a PPKS assessment',
    leave: 'Record leaving the family',
    death: 'Report a death',
    proof: 'Record the proof of death',
    alive: 'Take back the report of death',
    findings: 'To be mended',
    tasks: 'Open tasks',
    until: (date: string) => `by ${date}`,
    merged: 'The record you opened was merged into this sheet: it is the same person.',
  },
};

type Act = 'correct' | 'number' | 'ppks' | 'leave' | 'death' | 'proof' | 'alive';

const Acts = ({ sheet, onAct }: { sheet: Sheet; onAct: (act: Act) => void }) => {
  const t = useText(texts);
  if (!sheet.may.correct) return null;
  const lifeActs: { key: Act; label: string }[] =
    sheet.life === 'hidup'
      ? [{ key: 'death', label: t.death }]
      : sheet.life === 'dilaporkan_meninggal'
        ? [
            { key: 'proof', label: t.proof },
            { key: 'alive', label: t.alive },
          ]
        : [{ key: 'alive', label: t.alive }];
  const acts = [
    { key: 'number' as const, label: t.addNumber },
    { key: 'ppks' as const, label: t.ppks },
    ...(sheet.family?.membership === 'sah' ? [{ key: 'leave' as const, label: t.leave }] : []),
    ...lifeActs,
  ];
  return (
    <>
      <DropMenu
        className={styles.more}
        button={
          <>
            {t.more} <Icon name="down" />
          </>
        }
        blocks={[{ key: 'acts', acts: acts.map(({ key, label }) => ({ key, label, run: () => onAct(key) })) }]}
      />
      <Button variant="filled" onClick={() => onAct('correct')}>
        {t.correct}
      </Button>
    </>
  );
};

const Notices = ({ sheet }: { sheet: Sheet }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const life = LIFE[sheet.life];
  if (sheet.life === 'hidup' && sheet.findings.length === 0 && sheet.tasks.length === 0) return null;
  return (
    <ul className={styles.notices}>
      {sheet.life !== 'hidup' && (
        <li>
          <StatusBadge kind={life.kind}>{life[language]}</StatusBadge>
        </li>
      )}
      {sheet.findings.map((finding) => (
        <li key={finding.kind}>
          <StatusBadge kind="tindakan">{t.findings}</StatusBadge> {wordOf(FINDINGS, finding.kind, language)}
        </li>
      ))}
      {sheet.tasks.map((task) => (
        <li key={task.id}>
          <StatusBadge kind="menunggu">{t.tasks}</StatusBadge> {task.title}
          {task.dueOn !== null && (
            <span className="muted"> ({t.until(task.dueOn.split('-').reverse().join('-'))})</span>
          )}
        </li>
      ))}
    </ul>
  );
};

const Dialogs = ({ act, sheet, onClose }: { act: Act | null; sheet: Sheet; onClose: () => void }): ReactNode => {
  if (act === 'correct') return <CorrectionDialog sheet={sheet} onClose={onClose} />;
  if (act === 'number') return <NumberDialog sheet={sheet} onClose={onClose} />;
  if (act === 'ppks') return <PpksDialog sheet={sheet} onClose={onClose} />;
  if (act === 'leave') return <LeaveDialog sheet={sheet} onClose={onClose} />;
  if (act !== null) return <DeathDialog act={act} sheet={sheet} onClose={onClose} />;
  return null;
};

const SheetView = ({ sheet, isFromMerged }: { sheet: Sheet; isFromMerged: boolean }) => {
  const t = useText(texts);
  const [act, setAct] = useState<Act | null>(null);
  return (
    <>
      <PageTitle note={shortPlace(sheet.areaLabel)} actions={<Acts sheet={sheet} onAct={setAct} />}>
        {sheet.name}
      </PageTitle>
      {isFromMerged && <p className={styles.merged}>{t.merged}</p>}
      <Notices sheet={sheet} />
      <div className={styles.columns}>
        <div className="stack">
          <IdentitySection sheet={sheet} />
          <FamilySection sheet={sheet} />
        </div>
        <div className="stack">
          <MatterSections sheet={sheet} />
        </div>
      </div>
      <FactSection facts={sheet.facts} familyId={sheet.family?.id ?? null} mayAnswer={sheet.may.correct} />
      <HistorySection history={sheet.history} />
      <Dialogs act={act} sheet={sheet} onClose={() => setAct(null)} />
    </>
  );
};

/** Goes on to the record that stands for a merged one. */
const useFollowMerge = (error: unknown) => {
  const navigate = useNavigate();
  const into = error instanceof ApiError && error.code === 'orang.digabung' ? error.details['into'] : undefined;
  useEffect(() => {
    if (typeof into === 'string')
      void navigate({
        to: '/orang/$id',
        params: { id: into },
        search: { gabungan: 'ya', tugas: undefined },
        replace: true,
      });
  }, [into, navigate]);
};

/** Everything all divisions do for one citizen, at the reader's level. `?tugas=usulan:…` names the task the reader comes from. */
export const Page = () => {
  const t = useText(texts);
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { tugas, gabungan } = useSearch({ strict: false }) as { tugas?: string; gabungan?: string };
  const sheet = useGet('/api/person/:id', { params: { id }, query: { purpose: tugas } });
  useFollowMerge(sheet.error);
  const needsReason = sheet.error instanceof ApiError && sheet.error.code === 'alasan.perlu';
  if (needsReason) return <ReasonGate personId={id} onGiven={() => void sheet.refetch()} />;
  if (sheet.data) return <SheetView key={id} sheet={sheet.data} isFromMerged={gabungan !== undefined} />;
  return (
    <>
      <PageTitle>{t.title}</PageTitle>
      <ErrorNotice error={sheet.error} onRetry={() => void sheet.refetch()} />
      {sheet.isPending && <Waiting />}
    </>
  );
};
