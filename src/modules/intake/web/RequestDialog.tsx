import { Button, Radio, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { dateInZone } from '#kernel/local-date.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useText } from '#web/ui/language.tsx';
import { useSession } from '#web/ui/session.tsx';
import { reasonsFor } from '../domain/reasons.ts';
import { citizenSentence } from '../domain/sentences.ts';
import { STAGES, type Stage } from '../domain/stages.ts';
import styles from './ApproveDialog.module.css';
import type { Usulan } from './UsulanDetail.tsx';
import { useWords } from './use-words.ts';

const texts = {
  id: {
    title: 'Minta perbaikan',
    whom: 'Kepada',
    citizen: 'Pengusul atau warga',
    stage: (name: string) => `Kembali ke ${name}`,
    reason: 'Alasan',
    choose: 'Pilih alasannya.',
    missing: 'Apa yang perlu dilengkapi (warga membaca kalimat ini)',
    text: 'Keterangan untuk petugas',
    write: 'Tulis apa yang perlu diperbaiki, paling sedikit lima huruf.',
    reads: 'Warga akan membaca',
    confirm: 'Kirim permintaan',
  },
  en: {
    title: 'Ask for more',
    whom: 'From',
    citizen: 'The proposer or citizen',
    stage: (name: string) => `Back to ${name}`,
    reason: 'Reason',
    choose: 'Choose the reason.',
    missing: 'What is missing (the citizen reads this sentence)',
    text: 'Explanation for the desk',
    write: 'Write what has to be mended, at least five letters.',
    reads: 'The citizen will read',
    confirm: 'Send the request',
  },
};
type Target = 'pengusul' | Stage;
type Props = {
  usulan: Usulan;
  onTake: (type: 'ask' | 'return', body: Record<string, unknown>) => void;
  onClose: () => void;
};

const earlier = (usulan: Usulan): Stage[] => {
  const now = usulan.stages.findIndex((stage) => stage.isNow);
  return now < 0 || !usulan.acts.includes('return') ? [] : usulan.stages.slice(0, now).map((stage) => stage.stage);
};

/** A request to mend: from the citizen (it waits for her), or from the desk of an earlier stage. */
export const RequestDialog = ({ usulan, onTake, onClose }: Props) => {
  const t = useText(texts);
  const say = useWords();
  const { agency } = useSession();
  const [target, setTarget] = useState<Target>('pengusul');
  const [code, setCode] = useState('');
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const act = target === 'pengusul' ? 'ask' : 'return';
  const reasons = reasonsFor(act, usulan.kind);
  const isShort = text.trim().length < 5;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (code === '' || isShort) return;
    if (target === 'pengusul') onTake('ask', { reasonCode: code, missing: text.trim() });
    else onTake('return', { reasonCode: code, toStage: target, text: text.trim() });
  };
  const preview = citizenSentence({
    act,
    stage: target === 'pengusul' ? usulan.stage : target,
    fromStage: usulan.stage,
    dueOn: null,
    today: dateInZone(new Date(), agency.zone),
    reasonCode: code,
    asked: text.trim(),
    tracks: [],
  });
  return (
    <Dialog title={t.title} onClose={onClose} width={560}>
      <form className="stack" onSubmit={submit} noValidate>
        <Radio.Group
          label={t.whom}
          value={target}
          onChange={(value) => {
            setTarget(value as Target);
            setCode('');
          }}
        >
          <div className={styles.tracks}>
            <Radio value="pengusul" label={t.citizen} />
            {earlier(usulan).map((stage) => (
              <Radio key={stage} value={stage} label={t.stage(say(STAGES[stage]))} />
            ))}
          </div>
        </Radio.Group>
        <Radio.Group
          label={t.reason}
          value={code}
          error={isTried && code === '' ? t.choose : undefined}
          onChange={setCode}
        >
          <div className={styles.tracks}>
            {reasons.map(([value, reason]) => (
              <Radio key={value} value={value} label={say(reason.words)} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={act === 'ask' ? t.missing : t.text}
          rows={3}
          maxLength={600}
          value={text}
          error={isTried && isShort ? t.write : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {code !== '' && (
          <div className={styles.preview}>
            <h3>{t.reads}</h3>
            <p aria-live="polite">{preview}</p>
          </div>
        )}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button type="submit" variant="filled">
            {t.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
