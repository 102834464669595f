import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct, useForget } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';
import type { Meeting } from './MeetingPage.tsx';

const texts = {
  id: {
    title: 'Berkas',
    ba: 'Berita acara, daftar hadir, dan BNBA (PDF)',
    draft: 'Lihat rancangan berita acara (PDF)',
    scan: 'Hasil pindai yang ditandatangani',
    drop: 'Unggah hasil pindai berita acara',
    hint: 'PDF, JPG, atau PNG, semua halaman dalam satu berkas, paling besar 20 MB.',
    scans: {
      belum: 'Hasil pindai belum diunggah',
      diterima: 'Hasil pindai ada',
      diminta_lagi: 'Hasil pindai diminta lagi',
    },
    again: 'Minta hasil pindai lagi',
    why: 'Apa yang kurang (usulan tidak ikut dikembalikan)',
    wait: 'Mengirim…',
  },
  en: {
    title: 'Papers',
    ba: 'Berita acara, attendance list and BNBA (PDF)',
    draft: 'See the draft of the berita acara (PDF)',
    scan: 'Scan of the signed paper',
    drop: 'Upload the scan of the berita acara',
    hint: 'PDF, JPG or PNG, all pages in one file, at most 20 MB.',
    scans: { belum: 'Scan not uploaded yet', diterima: 'Scan is there', diminta_lagi: 'Scan asked for again' },
    again: 'Ask for the scan again',
    why: 'What is missing (no proposal goes back)',
    wait: 'Sending…',
  },
};
const SCAN_KIND = { belum: 'menunggu', diterima: 'selesai', diminta_lagi: 'tindakan' } as const;

const AskAgain = ({ meeting }: { meeting: Meeting }) => {
  const t = useText(texts);
  const [note, setNote] = useState('');
  const ask = useAct('POST /api/musyawarah/:id/scan-request', {
    stale: ['/api/musyawarah'],
    onDone: () => setNote(''),
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        ask.act({ params: { id: meeting.id }, body: { version: meeting.version, note } });
      }}
    >
      <ErrorNotice error={ask.error} />
      <Textarea
        label={t.why}
        rows={2}
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" disabled={ask.isPending}>
        {ask.isPending ? t.wait : t.again}
      </Button>
    </form>
  );
};

/** The berita acara and the scan of the signed paper. */
export const MeetingPapers = ({ meeting }: { meeting: Meeting }) => {
  const t = useText(texts);
  const forget = useForget();
  const mayRun = useMay('musyawarah.run');
  const mayAsk = useMay('usulan.decide');
  const isDone = meeting.state === 'selesai';
  return (
    <Section title={t.title}>
      <div className="row">
        <a href={`/api/musyawarah/${meeting.id}/berita-acara`} target="_blank" rel="noreferrer">
          <Icon name="download" /> {isDone ? t.ba : t.draft}
        </a>
        {meeting.hasScan && (
          <a href={`/api/musyawarah/${meeting.id}/scan`} target="_blank" rel="noreferrer">
            <Icon name="download" /> {t.scan}
          </a>
        )}
        {isDone && <StatusBadge kind={SCAN_KIND[meeting.scanState]}>{t.scans[meeting.scanState]}</StatusBadge>}
        {meeting.scanNote !== '' && <span>{meeting.scanNote}</span>}
      </div>
      {isDone && mayRun && (
        <FileDrop
          label={t.drop}
          hint={t.hint}
          accept={['.pdf', '.jpg', '.jpeg', '.png']}
          mostBytes={20_000_000}
          urlOf={() => `/api/musyawarah/${meeting.id}/scan`}
          onDone={() => void forget(['/api/musyawarah', '/api/home'])}
        />
      )}
      {isDone && mayAsk && meeting.hasScan && <AskAgain meeting={meeting} />}
    </Section>
  );
};
