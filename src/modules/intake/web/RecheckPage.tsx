import { Button, Radio, Textarea } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useMemo, useState } from 'react';
import type { Answers } from '#engines/form/answers.ts';
import { fillForm, startAnswers } from '#engines/form/fill.ts';
import { openForm } from '#engines/form/outline.ts';
import { dateInZone } from '#kernel/local-date.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DateText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FormAsk } from '#web/ui/FormAsk.tsx';
import { FormErrors } from '#web/ui/FormErrors.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { useSession } from '#web/ui/session.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { VERVAL_RESULTS, type VervalResult } from '../domain/verval.ts';
import { useWords } from './use-words.ts';
import styles from './VervalPage.module.css';

const texts = {
  id: {
    title: 'Uji petik',
    blind: 'Jawaban pertama tidak ditampilkan sebelum uji petik ini disimpan.',
    visited: 'Dikunjungi',
    by: 'oleh',
    result: 'Hasil kunjungan ulang',
    questions: 'Pertanyaan',
    notes: 'Catatan',
    save: 'Simpan uji petik',
    needResult: 'Pilih hasil kunjungan.',
    own: 'Kunjungan Anda sendiri harus diuji petik oleh orang lain.',
    done: 'Kunjungan ini sudah diuji petik.',
  },
  en: {
    title: 'Second look',
    blind: 'The first answers are not shown before this second look is kept.',
    visited: 'Visited',
    by: 'by',
    result: 'Result of the second visit',
    questions: 'Questions',
    notes: 'Notes',
    save: 'Keep the second look',
    needResult: 'Choose the result of the visit.',
    own: 'Your own visit must be looked at by somebody else.',
    done: 'This visit was looked at already.',
  },
};
type Recheck = ReplyOf<'GET /api/recheck/:id'>;
const RESULTS = Object.keys(VERVAL_RESULTS) as VervalResult[];
const route = getRouteApi('/uji-petik/$id');

const useSecondLook = (recheck: Recheck) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { agency } = useSession();
  const navigate = useNavigate();
  const today = dateInZone(new Date(), agency.zone);
  const form = useMemo(() => openForm(recheck.definition), [recheck.definition]);
  const [answers, setAnswers] = useState<Answers>(() => startAnswers(form, today));
  const [result, setResult] = useState<VervalResult | ''>('');
  const [notes, setNotes] = useState('');
  const [isTried, setTried] = useState(false);
  const filled = useMemo(() => fillForm(form, answers, today), [form, answers, today]);
  const save = useAct('POST /api/recheck/:id/result', {
    stale: ['/api/recheck'],
    onDone: () => void navigate({ to: '/uji-petik' }),
  });
  const isAsked = result === 'terkonfirmasi';
  const labelOf = (path: string) => filled.items.find((item) => item.path === path)?.label[language] || path;
  const faults = [
    ...(result === '' ? [{ field: 'result', sentence: t.needResult }] : []),
    ...(isAsked ? filled.faults : []).map((fault) => ({
      field: fault.path,
      sentence: `${labelOf(fault.path)}: ${fault.sentence[language] || fault.sentence.id}`,
    })),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (faults.length > 0 || result === '') return;
    const body = { version: recheck.version, result, notes, answers: isAsked ? answers : {} };
    save.act({ params: { id: recheck.id }, body });
  };
  return {
    ...{ form, today, answers, setAnswers, filled, result, setResult, notes, setNotes },
    ...{ isAsked, isTried, faults: isTried ? faults : [], submit, save },
  };
};

const Form = ({ recheck }: { recheck: Recheck }) => {
  const t = useText(texts);
  const say = useWords();
  const look = useSecondLook(recheck);
  return (
    <form className={`stack ${styles.form}`} onSubmit={look.submit} noValidate>
      <FormErrors faults={look.faults} />
      <ErrorNotice error={look.save.error} />
      <Radio.Group
        label={t.result}
        name="result"
        value={look.result}
        onChange={(value) => look.setResult(value as VervalResult)}
      >
        <div className={styles.choices}>
          {RESULTS.map((one) => (
            <Radio key={one} value={one} label={say(VERVAL_RESULTS[one])} />
          ))}
        </div>
      </Radio.Group>
      {look.isAsked && (
        <Section title={t.questions}>
          <FormAsk
            form={look.form}
            filled={look.filled}
            answers={look.answers}
            onChange={look.setAnswers}
            today={look.today}
            showsFaults={look.isTried}
          />
        </Section>
      )}
      <Textarea
        label={t.notes}
        rows={3}
        maxLength={1000}
        value={look.notes}
        onChange={(event) => look.setNotes(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="filled" disabled={look.save.isPending}>
          {t.save}
        </Button>
      </div>
    </form>
  );
};

/** One drawn visit, asked again with the same version of the form. */
export const Page = () => {
  const t = useText(texts);
  const { id } = route.useParams();
  const recheck = useGet('/api/recheck/:id', { params: { id } });
  const found = recheck.data;
  return (
    <>
      <PageTitle note={t.blind}>{found ? `${t.title}: ${found.receiptNumber}` : t.title}</PageTitle>
      <ErrorNotice error={recheck.error} onRetry={() => void recheck.refetch()} />
      {recheck.isPending && <Waiting />}
      {found && (
        <p>
          {found.place}. {t.visited} <DateText date={found.visitedOn} /> {t.by} {found.visitor}. {found.title}.
        </p>
      )}
      {found?.isOwn && <p>{t.own}</p>}
      {found?.isDone && <p>{t.done}</p>}
      {found && !found.isOwn && !found.isDone && <Form recheck={found} />}
    </>
  );
};
