import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { dateInZone } from '#kernel/local-date.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useText } from '#web/ui/language.tsx';
import { useSession } from '#web/ui/session.tsx';
import { needsTrack, TRACKS, type Track } from '../domain/kinds.ts';
import { reasonsFor } from '../domain/reasons.ts';
import { citizenSentence } from '../domain/sentences.ts';
import styles from './ApproveDialog.module.css';
import type { Usulan } from './UsulanDetail.tsx';
import { useWords } from './use-words.ts';

const texts = {
  id: {
    title: 'Setujui usulan',
    tracks: 'Jalur',
    note: {
      pusat: 'Masuk daftar pengesahan bulan ini, lalu diketik ke SIKS-NG. Pusat yang memutus bantuan nasional.',
      daerah: 'Ikut dinilai pada program daerah menurut juknisnya.',
    },
    reason: 'Alasan',
    text: 'Keterangan untuk berkas',
    choose: 'Pilih paling sedikit satu jalur.',
    write: 'Tulis keterangannya.',
    reads: 'Warga akan membaca',
    confirm: 'Setujui',
    unopened: (parts: string) => `Belum Anda buka: ${parts}. Yang Anda buka dicatat bersama putusan.`,
    parts: { verval: 'jawaban verval', berkas: 'foto dan berkas' },
    unmet: (n: number) => `${n} dari 9 jawaban verval belum diketahui. Belum diketahui bukan berarti tidak.`,
  },
  en: {
    title: 'Approve the proposal',
    tracks: 'Tracks',
    note: {
      pusat: 'Goes into this month’s ratification batch, then keyed into SIKS-NG. The centre decides on national aid.',
      daerah: 'Judged in local programmes by their own rules.',
    },
    reason: 'Reason',
    text: 'Explanation for the file',
    choose: 'Choose at least one track.',
    write: 'Write the explanation.',
    reads: 'The citizen will read',
    confirm: 'Approve',
    unopened: (parts: string) => `Not opened by you yet: ${parts}. What you opened is kept with the decision.`,
    parts: { verval: 'answers of the field check', berkas: 'photos and papers' },
    unmet: (n: number) => `${n} of 9 answers are not known. Not known does not mean no.`,
  },
};
const ALL: readonly Track[] = ['pusat', 'daerah'];

const unopenedParts = (usulan: Usulan): ('verval' | 'berkas')[] => [
  ...(usulan.visits.some((visit) => visit.answers.length > 0) && !usulan.opened.includes('verval')
    ? (['verval'] as const)
    : []),
  ...(usulan.files.length > 0 && !usulan.opened.includes('berkas') ? (['berkas'] as const) : []),
];

/** The agency's yes: one or both tracks, a coded reason, what has not been looked at, and what the citizen will read. */
export const ApproveDialog = ({
  usulan,
  onTake,
  onClose,
}: {
  usulan: Usulan;
  onTake: (body: Record<string, unknown>) => void;
  onClose: () => void;
}) => {
  const t = useText(texts);
  const say = useWords();
  const { agency } = useSession();
  const [tracks, setTracks] = useState<readonly Track[]>([]);
  const [code, setCode] = useState('memenuhi');
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const isTrackMissing = tracks.length === 0 && needsTrack(usulan.kind);
  const isTextMissing = code === 'lain' && text.trim().length < 5;
  const unopened = unopenedParts(usulan);
  const unknown = usulan.visits[0]?.answers.filter((line) => line.unknown !== null).length ?? 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isTrackMissing && !isTextMissing) onTake({ tracks, reasonCode: code, text: text.trim() });
  };
  const preview = citizenSentence({
    act: 'approve',
    stage: null,
    fromStage: 'verifikasi',
    dueOn: null,
    today: dateInZone(new Date(), agency.zone),
    reasonCode: code,
    asked: null,
    tracks,
  });
  return (
    <Dialog title={t.title} onClose={onClose} width={560}>
      <form className="stack" onSubmit={submit} noValidate>
        {unopened.length > 0 && <p>{t.unopened(unopened.map((part) => t.parts[part]).join(', '))}</p>}
        {unknown > 0 && <p>{t.unmet(unknown)}</p>}
        <Checkbox.Group
          label={t.tracks}
          error={isTried && isTrackMissing ? t.choose : undefined}
          value={[...tracks]}
          onChange={(values) => setTracks(ALL.filter((track) => values.includes(track)))}
        >
          <div className={styles.tracks}>
            {ALL.map((track) => (
              <Checkbox key={track} value={track} label={say(TRACKS[track])} description={t.note[track]} />
            ))}
          </div>
        </Checkbox.Group>
        <NativeSelect
          label={t.reason}
          value={code}
          data={reasonsFor('approve', usulan.kind).map(([value, reason]) => ({ value, label: say(reason.words) }))}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Textarea
          label={t.text}
          rows={2}
          maxLength={1000}
          value={text}
          error={isTried && isTextMissing ? t.write : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={styles.preview}>
          <h3>{t.reads}</h3>
          <p aria-live="polite">{preview}</p>
        </div>
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button type="submit" variant="filled">
            {t.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
