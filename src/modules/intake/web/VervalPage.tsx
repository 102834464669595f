import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { dateInZone, type LocalDate } from '#kernel/local-date.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FormErrors } from '#web/ui/FormErrors.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { useSession } from '#web/ui/session.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { VERVAL_RESULTS, type VervalResult } from '../domain/verval.ts';
import type { Usulan } from './UsulanDetail.tsx';
import { STALE } from './use-desk-acts.ts';
import { useWords } from './use-words.ts';
import styles from './VervalPage.module.css';

const texts = {
  id: {
    title: 'Verval',
    source: (name: string) =>
      `Sembilan kriteria ${name}. Tidak tahu dan menolak dicatat apa adanya; bukan berarti tidak.`,
    visitedOn: 'Tanggal kunjungan',
    result: 'Hasil kunjungan',
    respondent: 'Siapa yang ditemui',
    notes: 'Catatan (patokan rumah, keadaan)',
    questions: 'Pertanyaan',
    progress: (n: number, all: number) => `${n} dari ${all} terjawab`,
    answers: { ya: 'ya', tidak: 'tidak', tidak_tahu: 'tidak tahu', menolak: 'menolak' },
    save: 'Simpan hasil kunjungan',
    needResult: 'Pilih hasil kunjungan.',
    needDate: 'Isi tanggal kunjungan.',
    needAnswer: (no: number, label: string) => `Pertanyaan ${no} (${label}) belum diisi.`,
    wrongStage: 'Usulan ini tidak sedang menunggu kunjungan.',
  },
  en: {
    title: 'Field check',
    source: (name: string) =>
      `Nine criteria, ${name}. Not knowing and declining are kept as they are; they do not mean no.`,
    visitedOn: 'Date of the visit',
    result: 'Result of the visit',
    respondent: 'Who was met',
    notes: 'Notes (landmark, condition)',
    questions: 'Questions',
    progress: (n: number, all: number) => `${n} of ${all} answered`,
    answers: { ya: 'yes', tidak: 'no', tidak_tahu: 'does not know', menolak: 'declines' },
    save: 'Save the visit',
    needResult: 'Choose the result of the visit.',
    needDate: 'Fill in the date of the visit.',
    needAnswer: (no: number, label: string) => `Question ${no} (${label}) is not answered.`,
    wrongStage: 'This proposal is not waiting for a visit.',
  },
};
const ANSWERS = ['ya', 'tidak', 'tidak_tahu', 'menolak'] as const;
type Answer = (typeof ANSWERS)[number];
const RESULTS = Object.keys(VERVAL_RESULTS) as VervalResult[];
const route = getRouteApi('/usulan/$id/verval');

const useVisit = (usulan: Usulan) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { agency } = useSession();
  const navigate = useNavigate();
  const form = useGet('/api/intake/verval-form');
  const [visitedOn, setVisitedOn] = useState<LocalDate | ''>(() => dateInZone(new Date(), agency.zone));
  const [result, setResult] = useState<VervalResult | ''>('');
  const [respondent, setRespondent] = useState('');
  const [notes, setNotes] = useState('');
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const [isTried, setTried] = useState(false);
  const save = useAct('POST /api/usulan/:id/verval', {
    stale: STALE,
    onDone: () => void navigate({ to: '/usulan', search: { stage: 'verval' } }),
  });
  const questions = form.data?.questions ?? [];
  const isAsked = result === 'terkonfirmasi';
  const faults = [
    ...(visitedOn === '' ? [{ field: 'visitedOn', sentence: t.needDate }] : []),
    ...(result === '' ? [{ field: 'result', sentence: t.needResult }] : []),
    ...(isAsked
      ? questions
          .filter((question) => answers[question.field] === undefined)
          .map((question) => ({ field: question.field, sentence: t.needAnswer(question.no, question.label[language]) }))
      : []),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (faults.length > 0 || result === '' || visitedOn === '') return;
    save.act({
      params: { id: usulan.id },
      body: { version: usulan.version, visitedOn, result, respondent, notes, answers: isAsked ? { ...answers } : {} },
    });
  };
  return {
    form,
    questions,
    isAsked,
    faults: isTried ? faults : [],
    submit,
    save,
    answers,
    setAnswers,
    visitedOn,
    setVisitedOn,
    result,
    setResult,
    respondent,
    setRespondent,
    notes,
    setNotes,
  };
};

const Form = ({ usulan, refresh }: { usulan: Usulan; refresh: () => void }) => {
  const t = useText(texts);
  const say = useWords();
  const { language } = useLanguage();
  const visit = useVisit(usulan);
  return (
    <form className={`stack ${styles.form}`} onSubmit={visit.submit} noValidate>
      <FormErrors faults={visit.faults} />
      <ErrorNotice error={visit.save.error} onNewer={refresh} />
      <ErrorNotice error={visit.form.error} onRetry={() => void visit.form.refetch()} />
      <DateField label={t.visitedOn} name="visitedOn" value={visit.visitedOn} onChange={visit.setVisitedOn} />
      <Radio.Group
        label={t.result}
        name="result"
        value={visit.result}
        onChange={(value) => visit.setResult(value as VervalResult)}
      >
        <div className={styles.choices}>
          {RESULTS.map((one) => (
            <Radio key={one} value={one} label={say(VERVAL_RESULTS[one])} />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={t.respondent}
        maxLength={120}
        value={visit.respondent}
        onChange={(event) => visit.setRespondent(event.currentTarget.value)}
      />
      {visit.isAsked && (
        <Section title={t.questions} note={t.progress(Object.keys(visit.answers).length, visit.questions.length)}>
          {visit.questions.map((question) => (
            <Radio.Group
              key={question.field}
              name={question.field}
              label={`${question.no}. ${question.text[language]}`}
              value={visit.answers[question.field] ?? ''}
              error={visit.faults.find((fault) => fault.field === question.field)?.sentence}
              onChange={(value) => visit.setAnswers((before) => ({ ...before, [question.field]: value as Answer }))}
            >
              <div className={styles.choices}>
                {ANSWERS.map((answer) => (
                  <Radio key={answer} value={answer} label={t.answers[answer]} />
                ))}
              </div>
            </Radio.Group>
          ))}
        </Section>
      )}
      <Textarea
        label={t.notes}
        rows={3}
        maxLength={1000}
        value={visit.notes}
        onChange={(event) => visit.setNotes(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="filled" disabled={visit.save.isPending}>
          {t.save}
        </Button>
      </div>
    </form>
  );
};

/** The field check at the desk: result, who was met, and the nine criteria, with "tidak tahu" and "menolak" beside the answers. */
export const Page = () => {
  const t = useText(texts);
  const { id } = route.useParams();
  const usulan = useGet('/api/usulan/:id', { params: { id } });
  const form = useGet('/api/intake/verval-form');
  const note = form.data && t.source(form.data.source);
  return (
    <>
      <PageTitle note={note}>{usulan.data ? `${t.title}: ${usulan.data.name}` : t.title}</PageTitle>
      <ErrorNotice error={usulan.error} onRetry={() => void usulan.refetch()} />
      {usulan.isPending && <Waiting />}
      {usulan.data && !usulan.data.mayVisit && <p>{t.wrongStage}</p>}
      {usulan.data?.mayVisit && <Form usulan={usulan.data} refresh={() => void usulan.refetch()} />}
    </>
  );
};
