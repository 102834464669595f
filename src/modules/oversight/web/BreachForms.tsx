import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { type Moment, MomentFields } from './MomentFields.tsx';
import { texts } from './privacy-words.ts';
import { RecordDialog } from './RecordDialog.tsx';

const NOW: Moment = { day: '', time: '' };

/** Records an incident: when it was found, what happened, which data, how many people. */
export const BreachForm = ({ onClose }: { onClose: () => void }) => {
  const t = useText(texts);
  const [found, setFound] = useState(NOW);
  const [typed, setTyped] = useState({ what: '', fields: '', people: '' });
  const record = useAct('POST /api/breach', { stale: ['/api/breach'], onDone: onClose });
  return (
    <RecordDialog
      title={t.addBreach}
      onClose={onClose}
      act={record}
      onSave={() => {
        const people = typed.people.trim() === '' ? null : Number(typed.people.replace(/[.\s]/g, ''));
        record.act({ body: { found, what: typed.what, fields: typed.fields, people } });
      }}
    >
      <MomentFields label={t.found} value={found} onChange={setFound} />
      <Textarea
        label={t.what}
        autosize
        minRows={3}
        value={typed.what}
        onChange={(event) => setTyped({ ...typed, what: event.currentTarget.value })}
      />
      <TextInput
        label={t.fields}
        value={typed.fields}
        onChange={(event) => setTyped({ ...typed, fields: event.currentTarget.value })}
      />
      <TextInput
        label={t.people}
        inputMode="numeric"
        value={typed.people}
        onChange={(event) => setTyped({ ...typed, people: event.currentTarget.value })}
      />
    </RecordDialog>
  );
};

type StepProps = {
  breach: { id: string; what: string; version: number };
  step: 'contained' | 'subjects_told' | 'authority_told';
  onClose: () => void;
};
/** Records one step of handling, with when and how. */
export const StepForm = ({ breach, step, onClose }: StepProps) => {
  const t = useText(texts);
  const [when, setWhen] = useState(NOW);
  const [how, setHow] = useState('');
  const record = useAct('POST /api/breach/:id/step', { stale: ['/api/breach'], onDone: onClose });
  return (
    <RecordDialog
      title={t.recordStep[step]}
      onClose={onClose}
      act={record}
      onSave={() => {
        record.act({ params: { id: breach.id }, body: { step, when, how, version: breach.version } });
      }}
    >
      <p>{breach.what}</p>
      <MomentFields label={t[step]} value={when} onChange={setWhen} />
      <Textarea
        label={t.how}
        autosize
        minRows={3}
        value={how}
        onChange={(event) => setHow(event.currentTarget.value)}
      />
    </RecordDialog>
  );
};
