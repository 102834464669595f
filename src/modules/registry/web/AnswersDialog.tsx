import { Button, Radio, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Given } from '#web/ui/contracts.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { type FieldFault, FormErrors } from '#web/ui/FormErrors.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { type Answer, NINE_CRITERIA } from '../domain/nine-criteria.ts';
import styles from './sheet.module.css';
import type { FamilySheet } from './words.ts';

const texts = {
  id: {
    title: 'Perbaiki jawaban sembilan kriteria',
    note: 'Isi hanya yang berubah. Jawaban lama tetap ada di riwayat.',
    answers: { ya: 'Ya', tidak: 'Tidak', tidak_tahu: 'Tidak tahu', menolak: 'Menolak menjawab' },
    on: 'Diamati pada tanggal',
    reason: 'Dasar perbaikan (siapa yang melihat, dokumen apa)',
    save: 'Simpan jawaban',
    noReason: 'Isi dasar perbaikannya.',
    noDate: 'Isi tanggal pengamatannya.',
    noAnswer: 'Pilih sedikitnya satu jawaban.',
    cancel: 'Jangan dulu',
  },
  en: {
    title: 'Correct the answers to the nine criteria',
    note: 'Fill in only what has changed. Earlier answers stay in the history.',
    answers: { ya: 'Yes', tidak: 'No', tidak_tahu: 'Does not know', menolak: 'Declined to answer' },
    on: 'Observed on',
    reason: 'Basis of the correction (who saw it, which paper)',
    save: 'Save the answers',
    noReason: 'Write the basis of the correction.',
    noDate: 'Fill in the day of observation.',
    noAnswer: 'Choose at least one answer.',
    cancel: 'Not now',
  },
};
type Answers = Given<'POST /api/family/:id/nine-criteria'>['body']['answers'];

/** New answers at the desk: a new observation, never an overwriting. Not knowing and declining are answers like the others. */
export const AnswersDialog = ({
  familyId,
  facts,
  onClose,
}: {
  familyId: string;
  facts: readonly FamilySheet['facts'][number][];
  onClose: () => void;
}) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [answers, setAnswers] = useState<Partial<Record<string, Answer>>>({});
  const [on, setOn] = useState<LocalDate | ''>('');
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<FieldFault[]>([]);
  const save = useAct('POST /api/family/:id/nine-criteria', { stale: ['/api/person', '/api/family'], onDone: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = [
      ...(Object.keys(answers).length === 0 ? [{ field: NINE_CRITERIA.questions[0].field, sentence: t.noAnswer }] : []),
      ...(on === '' ? [{ field: 'observedOn', sentence: t.noDate }] : []),
      ...(reason.trim().length < 3 ? [{ field: 'reason', sentence: t.noReason }] : []),
    ];
    setFaults(found);
    if (found.length === 0 && on !== '')
      save.act({
        params: { id: familyId },
        body: { observedOn: on, reason: reason.trim(), answers: answers as Answers },
      });
  };
  const now = (field: string) => facts.find((fact) => fact.field === field)?.value ?? undefined;
  return (
    <Dialog title={t.title} onClose={onClose} width={720}>
      <form className="stack" onSubmit={submit} noValidate>
        <p className="muted">{t.note}</p>
        <FormErrors faults={faults} />
        <ErrorNotice error={save.error} />
        {NINE_CRITERIA.questions.map((question) => (
          <Radio.Group
            key={question.field}
            id={question.field}
            label={`${question.no}. ${question.text[language]}`}
            description={now(question.field) === undefined ? undefined : `${now(question.field)}`}
            value={answers[question.field] ?? ''}
            onChange={(value) => setAnswers({ ...answers, [question.field]: value as Answer })}
          >
            <div className={styles.question}>
              {NINE_CRITERIA.answers.map((answer) => (
                <Radio key={answer} value={answer} label={t.answers[answer]} />
              ))}
            </div>
          </Radio.Group>
        ))}
        <DateField label={t.on} name="observedOn" value={on} onChange={setOn} />
        <TextInput
          label={t.reason}
          id="reason"
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={save.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
