import { Button, Checkbox, Radio, Textarea, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { DateField } from '#web/ui/DateField.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FormAsk } from '#web/ui/FormAsk.tsx';
import { FormErrors } from '#web/ui/FormErrors.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { VERVAL_RESULTS, type VervalResult } from '../domain/verval.ts';
import type { Usulan } from './UsulanDetail.tsx';
import { useVisit, type VisitForm } from './use-visit.ts';
import { useWords } from './use-words.ts';
import styles from './VervalPage.module.css';

const texts = {
  id: {
    title: 'Verval',
    source: (name: string, no: number) =>
      `${name}, versi ${no}. Tidak tahu dan menolak dicatat apa adanya; bukan berarti tidak.`,
    broken: 'Wawancara terhenti: simpan yang sudah terjawab saja (tidak lengkap)',
    keep: 'Simpan dulu, kirim nanti',
    kept: 'Isian disimpan; belum dikirim.',
    draft: 'Isian Anda yang belum dikirim dimuat kembali, disimpan',
    visitedOn: 'Tanggal kunjungan',
    result: 'Hasil kunjungan',
    respondent: 'Siapa yang ditemui',
    notes: 'Catatan (patokan rumah, keadaan)',
    questions: 'Pertanyaan',
    progress: (n: number, all: number) => `${n} dari ${all} terjawab`,
    save: 'Simpan hasil kunjungan',
    needResult: 'Pilih hasil kunjungan.',
    needDate: 'Isi tanggal kunjungan.',
    wrongStage: 'Usulan ini tidak sedang menunggu kunjungan.',
  },
  en: {
    title: 'Field check',
    source: (name: string, no: number) =>
      `${name}, version ${no}. Not knowing and declining are kept as they are; they do not mean no.`,
    broken: 'The interview broke off: keep only what was answered (incomplete)',
    keep: 'Keep now, send later',
    kept: 'Kept; not sent yet.',
    draft: 'Your unsent answers are loaded again, kept',
    visitedOn: 'Date of the visit',
    result: 'Result of the visit',
    respondent: 'Who was met',
    notes: 'Notes (landmark, condition)',
    questions: 'Questions',
    progress: (n: number, all: number) => `${n} of ${all} answered`,
    save: 'Save the visit',
    needResult: 'Choose the result of the visit.',
    needDate: 'Fill in the date of the visit.',
    wrongStage: 'This proposal is not waiting for a visit.',
  },
};
const RESULTS = Object.keys(VERVAL_RESULTS) as VervalResult[];
const route = getRouteApi('/usulan/$id/verval');

const Questions = ({ visit }: { visit: ReturnType<typeof useVisit> }) => {
  const t = useText(texts);
  const answered = visit.questions.filter((item) => item.value !== '').length;
  return (
    <Section title={t.questions} note={t.progress(answered, visit.questions.length)}>
      <FormAsk
        form={visit.form}
        filled={visit.filled}
        answers={visit.answers}
        onChange={visit.setAnswers}
        today={visit.today}
        showsFaults={visit.isTried}
      />
      <Checkbox
        label={t.broken}
        checked={visit.isBroken}
        onChange={(event) => visit.setBroken(event.currentTarget.checked)}
      />
    </Section>
  );
};

type FormProps = { usulan: Usulan; asked: VisitForm; refresh: () => void };
const Form = ({ usulan, asked, refresh }: FormProps) => {
  const t = useText(texts);
  const say = useWords();
  const visit = useVisit(usulan, asked, t);
  return (
    <form className={`stack ${styles.form}`} onSubmit={visit.submit} noValidate>
      <FormErrors faults={visit.faults} />
      <ErrorNotice error={visit.save.error} onNewer={refresh} />
      <ErrorNotice error={visit.keep.error} />
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
      {visit.isAsked && <Questions visit={visit} />}
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
        <Button disabled={visit.keep.isPending} onClick={visit.doKeep}>
          {t.keep}
        </Button>
        <span role="status">{visit.keep.isSuccess ? t.kept : ''}</span>
      </div>
    </form>
  );
};

/** The field check at the desk: result, who was met, and the questions of the agency's form; what is filled in can be kept and sent later. */
export const Page = () => {
  const t = useText(texts);
  const { id } = route.useParams();
  const usulan = useGet('/api/usulan/:id', { params: { id } });
  const asked = useGet('/api/usulan/:id/visit', { params: { id } });
  return (
    <>
      <PageTitle note={asked.data && t.source(asked.data.title, asked.data.no)}>
        {usulan.data ? `${t.title}: ${usulan.data.name}` : t.title}
      </PageTitle>
      <ErrorNotice error={usulan.error ?? asked.error} onRetry={() => void usulan.refetch()} />
      {(usulan.isPending || asked.isPending) && <Waiting />}
      {usulan.data && !usulan.data.mayVisit && <p>{t.wrongStage}</p>}
      {asked.data?.draft && usulan.data?.mayVisit && (
        <p>
          {t.draft} <InstantText at={asked.data.draft.savedAt} />.
        </p>
      )}
      {usulan.data?.mayVisit && asked.data && (
        <Form
          key={`${asked.data.formId} ${asked.data.no}`}
          usulan={usulan.data}
          asked={asked.data}
          refresh={() => void usulan.refetch()}
        />
      )}
    </>
  );
};
