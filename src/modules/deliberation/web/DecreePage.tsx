import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink } from '#web/ui/AppLink.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DateText, InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useForget, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';
import { Timeline, type TimelineStep } from '#web/ui/Timeline.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { DecreeDialogs, type DecreeStep } from './DecreeDialogs.tsx';
import { DECREE_BADGE, decreeTexts } from './DecreesPage.tsx';

const texts = {
  id: {
    kind: 'Jenis',
    prepared: 'Disiapkan',
    number: 'Nomor',
    signed: 'Ditandatangani oleh',
    recorded: 'Dicatat',
    force: 'Berlaku sejak',
    ended: 'Dicabut atau dibatalkan',
    hash: 'Sidik isi (SHA-256)',
    about: 'Isi',
    contents: 'Lihat daftarnya',
    steps: 'Jalan dokumen',
    drafted: 'Rancangan, isi dikunci',
    paraf: (position: string) => `Paraf ${position}`,
    signing: 'Nomor, tanggal, dan tanda tangan',
    inForce: 'Berlaku',
    kinds: { definitif: '', plt: 'Plt. ', plh: 'Plh. ' },
    scan: 'Hasil pindai dokumen',
    drop: 'Unggah hasil pindai dokumen yang ditandatangani',
    hint: 'PDF, JPG, atau PNG, paling besar 20 MB, sebelum diberlakukan.',
    acts: { paraf: 'Beri paraf', tanda: 'Catat tanda tangan', berlaku: 'Berlakukan', akhiri: 'Batalkan atau cabut' },
    atBatch: 'Pengesahan dicatat di halaman daftarnya.',
  },
  en: {
    kind: 'Kind',
    prepared: 'Drafted',
    number: 'Number',
    signed: 'Signed by',
    recorded: 'Recorded',
    force: 'In force since',
    ended: 'Revoked or called off',
    hash: 'Fingerprint (SHA-256)',
    about: 'Content',
    contents: 'See the list',
    steps: 'Way of the document',
    drafted: 'Draft, content locked',
    paraf: (position: string) => `Initials of ${position}`,
    signing: 'Number, date and signature',
    inForce: 'In force',
    kinds: { definitif: '', plt: 'Plt. ', plh: 'Plh. ' },
    scan: 'Scan of the document',
    drop: 'Upload the scan of the signed document',
    hint: 'PDF, JPG or PNG, at most 20 MB, before it is put in force.',
    acts: {
      paraf: 'Give initials',
      tanda: 'Record the signature',
      berlaku: 'Put in force',
      akhiri: 'Call off or revoke',
    },
    atBatch: 'The ratification is recorded on the page of its batch.',
  },
};

export type Decree = ReplyOf<'GET /api/sk/:id'>;
/** Where one reads what a decree decrees, by what it refers to. */
const CONTENT_PAGES: Readonly<Record<string, string>> = { batch: '/pengesahan', selection_run: '/program/daftar' };
const route = getRouteApi('/sk/$id');

const useSteps = (decree: Decree): TimelineStep[] => {
  const t = useText(texts);
  const waiting = decree.paraf.findIndex((step) => step.given === null);
  const isEnded = decree.state === 'dicabut';
  const isSigned = decree.number !== null;
  return [
    {
      key: 'drafted',
      title: t.drafted,
      when: <InstantText at={decree.createdAt} />,
      note: decree.preparedByName,
      state: 'done',
    },
    ...decree.paraf.map(
      (step, at): TimelineStep => ({
        key: `paraf-${step.position}`,
        title: t.paraf(step.position),
        ...(step.given
          ? { when: <InstantText at={step.given.at} />, note: `${t.kinds[step.given.kind]}${step.given.holder}` }
          : {}),
        state: step.given ? 'done' : at === waiting && !isEnded ? 'now' : 'ahead',
      }),
    ),
    {
      key: 'sign',
      title: t.signing,
      ...(isSigned
        ? { when: <DateText date={decree.onDate} weekday />, note: `${decree.number ?? ''}, ${decree.signatory ?? ''}` }
        : {}),
      state: isSigned ? 'done' : waiting < 0 && !isEnded ? 'now' : 'ahead',
    },
    {
      key: 'force',
      title: t.inForce,
      ...(decree.inForceAt ? { when: <InstantText at={decree.inForceAt} /> } : {}),
      state: decree.inForceAt ? 'done' : decree.state === 'ditandatangani' ? 'now' : 'ahead',
    },
  ];
};

const Facts = ({ decree }: { decree: Decree }) => {
  const t = useText(texts);
  const words = useText(decreeTexts);
  return (
    <FactList
      facts={[
        { label: t.kind, value: words.kinds[decree.kind] },
        ...(decree.number
          ? [{ label: t.number, value: decree.number, source: <DateText date={decree.onDate} weekday /> }]
          : []),
        ...(decree.signatory
          ? [
              {
                label: t.signed,
                value: `${decree.signedKind ? t.kinds[decree.signedKind] : ''}${decree.signedPosition ?? ''}: ${decree.signatory}`,
              },
            ]
          : []),
        ...(decree.recordedAt
          ? [
              {
                label: t.recorded,
                value: <InstantText at={decree.recordedAt} />,
                source: decree.recordedByName ?? undefined,
              },
            ]
          : []),
        ...(decree.inForceAt ? [{ label: t.force, value: <InstantText at={decree.inForceAt} /> }] : []),
        ...(decree.endedAt
          ? [{ label: t.ended, value: decree.endedReason, source: <InstantText at={decree.endedAt} /> }]
          : []),
        { label: t.hash, value: <span style={{ overflowWrap: 'anywhere' }}>{decree.contentHash}</span> },
        ...(decree.refId && decree.refKind !== null && decree.refKind in CONTENT_PAGES
          ? [
              {
                label: t.about,
                value: <AppLink href={`${CONTENT_PAGES[decree.refKind]}/${decree.refId}`}>{t.contents}</AppLink>,
              },
            ]
          : []),
        ...(decree.hasScan ? [{ label: t.scan, value: <a href={`/api/sk/${decree.id}/scan`}>{t.scan}</a> }] : []),
      ]}
    />
  );
};

/** One decree, and the next step of who may take it. */
const Sheet = ({ decree }: { decree: Decree }) => {
  const t = useText(texts);
  const words = useText(decreeTexts);
  const [step, setStep] = useState<DecreeStep>();
  const mayRecord = useMay('decree.record');
  const forget = useForget();
  const steps = useSteps(decree);
  return (
    <div className="stack" style={{ gap: 16 }}>
      <PageTitle note={<StatusBadge kind={DECREE_BADGE[decree.state]}>{words.states[decree.state]}</StatusBadge>}>
        {decree.title}
      </PageTitle>
      <Facts decree={decree} />
      <Section title={t.steps}>
        <Timeline steps={steps} />
        {decree.refKind === 'batch' && decree.state === 'paraf' && <p className="muted">{t.atBatch}</p>}
      </Section>
      {decree.state === 'ditandatangani' && mayRecord && (
        <FileDrop
          label={t.drop}
          hint={t.hint}
          accept={['.pdf', '.jpg', '.jpeg', '.png']}
          mostBytes={20_000_000}
          urlOf={() => `/api/sk/${decree.id}/scan`}
          onDone={() => void forget(['/api/sk'])}
        />
      )}
      <div className="row screen-only" style={{ justifyContent: 'flex-end' }}>
        {decree.can.end && <Button onClick={() => setStep('akhiri')}>{t.acts.akhiri}</Button>}
        {decree.can.paraf && (
          <Button variant="filled" onClick={() => setStep('paraf')}>
            {t.acts.paraf}
          </Button>
        )}
        {decree.can.sign && (
          <Button variant="filled" onClick={() => setStep('tanda')}>
            {t.acts.tanda}
          </Button>
        )}
        {decree.can.putInForce && (
          <Button variant="filled" onClick={() => setStep('berlaku')}>
            {t.acts.berlaku}
          </Button>
        )}
      </div>
      {step && <DecreeDialogs decree={decree} step={step} onClose={() => setStep(undefined)} />}
    </div>
  );
};

/** One decree: its content's fingerprint, its chain of initials, its signature. */
export const Page = () => {
  const { id } = route.useParams();
  const reply = useGet('/api/sk/:id', { params: { id } });
  if (reply.data) return <Sheet decree={reply.data} />;
  return (
    <>
      <ErrorNotice error={reply.error} onRetry={() => void reply.refetch()} />
      {reply.isPending && <Waiting />}
    </>
  );
};
