import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';

type Flag = ReplyOf<'GET /api/exclude'>['items'][number];
const texts = {
  id: {
    ask: (name: string) => `Minta tanda ${name} dicabut`,
    asked: 'Apa yang diminta, dengan bukti apa',
    askedHint: 'Misalnya: anggota yang ASN sudah pindah KK sejak 2023, KK baru terlampir.',
    ticket: 'Nomor tiket SIKS-NG (bila ada)',
    askDone: 'Catat permintaan',
    answerTitle: (name: string) => `Jawaban pusat untuk ${name}`,
    outcome: 'Jawaban',
    outcomes: { dicabut: 'Tanda dicabut', tetap: 'Tanda tetap' },
    answer: 'Keterangan jawaban',
    on: 'Tanggal jawaban',
    answerDone: 'Catat jawaban',
    short: 'Tulis lebih lengkap.',
    day: 'Isi tanggalnya.',
  },
  en: {
    ask: (name: string) => `Ask to lift the flag of ${name}`,
    asked: 'What is asked, with which evidence',
    askedHint: 'For example: the member in civil service left this KK in 2023, new KK attached.',
    ticket: 'SIKS-NG ticket (if any)',
    askDone: 'Record the request',
    answerTitle: (name: string) => `The centre’s answer for ${name}`,
    outcome: 'Answer',
    outcomes: { dicabut: 'Flag lifted', tetap: 'Flag stays' },
    answer: 'What it says',
    on: 'Day of the answer',
    answerDone: 'Record the answer',
    short: 'Write a little more.',
    day: 'Give the day.',
  },
};
const STALE = ['/api/exclude', '/api/perubahan/baris', '/api/home'] as const;
type Props = { flag: Flag; onClose: () => void };

const AskDialog = ({ flag, onClose }: Props) => {
  const t = useText(texts);
  const [asked, setAsked] = useState('');
  const [ticket, setTicket] = useState('');
  const [isTried, setTried] = useState(false);
  const ask = useAct('POST /api/exclude/:id/permintaan', { stale: STALE, onDone: onClose });
  const isShort = asked.trim().length < 10;
  const confirm = () => {
    setTried(true);
    const given = ticket.trim() === '' ? {} : { ticket };
    if (!isShort) ask.act({ params: { id: flag.id }, body: { version: flag.version, asked, ...given } });
  };
  return (
    <ConfirmDialog
      title={t.ask(flag.name)}
      confirm={t.askDone}
      onConfirm={confirm}
      onClose={onClose}
      isPending={ask.isPending}
      error={ask.error}
    >
      <div className="stack">
        <p>{flag.reason}</p>
        <Textarea
          label={t.asked}
          description={t.askedHint}
          value={asked}
          onChange={(event) => setAsked(event.currentTarget.value)}
          error={isTried && isShort ? t.short : undefined}
          autosize
          minRows={3}
        />
        <TextInput label={t.ticket} value={ticket} onChange={(event) => setTicket(event.currentTarget.value)} />
      </div>
    </ConfirmDialog>
  );
};

const AnswerLifting = ({ flag, onClose }: Props) => {
  const t = useText(texts);
  const [state, setState] = useState<'dicabut' | 'tetap'>('dicabut');
  const [answer, setAnswer] = useState('');
  const [on, setOn] = useState('');
  const [isTried, setTried] = useState(false);
  const save = useAct('POST /api/exclude/:id/jawaban', { stale: STALE, onDone: onClose });
  const isShort = answer.trim().length < 5;
  const confirm = () => {
    setTried(true);
    if (!isShort && on !== '')
      save.act({ params: { id: flag.id }, body: { version: flag.version, state, answer, on } });
  };
  return (
    <ConfirmDialog
      title={t.answerTitle(flag.name)}
      confirm={t.answerDone}
      onConfirm={confirm}
      onClose={onClose}
      isPending={save.isPending}
      error={save.error}
    >
      <div className="stack">
        <p>{flag.asked}</p>
        <NativeSelect
          label={t.outcome}
          value={state}
          onChange={(event) => setState(event.currentTarget.value as 'dicabut' | 'tetap')}
          data={(['dicabut', 'tetap'] as const).map((value) => ({ value, label: t.outcomes[value] }))}
        />
        <Textarea
          label={t.answer}
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
          error={isTried && isShort ? t.short : undefined}
          autosize
          minRows={2}
        />
        <TextInput
          label={t.on}
          type="date"
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
          error={isTried && on === '' ? t.day : undefined}
        />
      </div>
    </ConfirmDialog>
  );
};

/** The next step to have a flag lifted: the request, then the centre's answer. */
export const LiftingDialog = (props: Props) =>
  props.flag.state === 'terbuka' ? <AskDialog {...props} /> : <AnswerLifting {...props} />;
