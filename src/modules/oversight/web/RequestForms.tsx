import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { type Moment, MomentFields } from './MomentFields.tsx';
import { texts } from './privacy-words.ts';
import { RecordDialog } from './RecordDialog.tsx';

const KINDS = ['lihat', 'perbaiki', 'hapus', 'keberatan', 'salinan'] as const;
const CHANNELS = ['loket', 'surat', 'portal', 'telepon'] as const;
const CAPACITIES = ['sendiri', 'wali', 'kuasa'] as const;
const ANSWERS = ['dipenuhi', 'sebagian', 'ditolak'] as const;
const NOW: Moment = { day: '', time: '' };

type ChoiceProps<T extends string> = {
  label: string;
  value: T;
  options: readonly T[];
  words: Readonly<Record<T, string>>;
  onChange: (value: T) => void;
};
const Choice = <T extends string>({ label, value, options, words, onChange }: ChoiceProps<T>) => (
  <NativeSelect
    label={label}
    value={value}
    data={options.map((one) => ({ value: one, label: words[one] }))}
    onChange={(event) => onChange(options.find((one) => one === event.currentTarget.value) ?? value)}
  />
);

/** Takes in what a citizen asks. */
export const RequestForm = ({ onClose }: { onClose: () => void }) => {
  const t = useText(texts);
  const [asked, setAsked] = useState(NOW);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('lihat');
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>('loket');
  const [capacity, setCapacity] = useState<(typeof CAPACITIES)[number]>('sendiri');
  const [typed, setTyped] = useState({ asker: '', proof: '', wish: '' });
  const record = useAct('POST /api/subject-request', { stale: ['/api/subject-request'], onDone: onClose });
  return (
    <RecordDialog
      title={t.addRequest}
      onClose={onClose}
      act={record}
      onSave={() => {
        record.act({ body: { asked, kind, channel, capacity, ...typed } });
      }}
    >
      <MomentFields label={t.asked} value={asked} onChange={setAsked} />
      <Choice label={t.kind} value={kind} options={KINDS} words={t.kinds} onChange={setKind} />
      <Choice label={t.channel} value={channel} options={CHANNELS} words={t.channels} onChange={setChannel} />
      <TextInput
        label={t.asker}
        value={typed.asker}
        onChange={(event) => setTyped({ ...typed, asker: event.currentTarget.value })}
      />
      <Choice label={t.capacity} value={capacity} options={CAPACITIES} words={t.capacities} onChange={setCapacity} />
      <TextInput
        label={t.proof}
        value={typed.proof}
        onChange={(event) => setTyped({ ...typed, proof: event.currentTarget.value })}
      />
      <Textarea
        label={t.wish}
        autosize
        minRows={3}
        value={typed.wish}
        onChange={(event) => setTyped({ ...typed, wish: event.currentTarget.value })}
      />
    </RecordDialog>
  );
};

/** Answers a request, once. */
export const AnswerForm = ({
  request,
  onClose,
}: {
  request: { id: string; wish: string; version: number };
  onClose: () => void;
}) => {
  const t = useText(texts);
  const [kind, setKind] = useState<(typeof ANSWERS)[number]>('dipenuhi');
  const [typed, setTyped] = useState({ text: '', legalBasis: '' });
  const answer = useAct('POST /api/subject-request/:id/answer', { stale: ['/api/subject-request'], onDone: onClose });
  return (
    <RecordDialog
      title={t.answer}
      onClose={onClose}
      act={answer}
      onSave={() => {
        answer.act({
          params: { id: request.id },
          body: { kind, text: typed.text, legalBasis: typed.legalBasis.trim() || null, version: request.version },
        });
      }}
    >
      <p>{request.wish}</p>
      <Choice label={t.result} value={kind} options={ANSWERS} words={t.answers} onChange={setKind} />
      <Textarea
        label={t.text}
        autosize
        minRows={3}
        value={typed.text}
        onChange={(event) => setTyped({ ...typed, text: event.currentTarget.value })}
      />
      <TextInput
        label={t.legalBasis}
        value={typed.legalBasis}
        onChange={(event) => setTyped({ ...typed, legalBasis: event.currentTarget.value })}
      />
    </RecordDialog>
  );
};
