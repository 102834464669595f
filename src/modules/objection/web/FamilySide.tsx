import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formatReceiptCode } from '#kernel/receipt-code.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DateText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { useSession } from '#web/ui/session.tsx';
import { ANSWER_WAYS, LIST_GROUNDS, type ListGround } from '../domain/grounds.ts';
import { type Objection, STALE, useSay } from './words.ts';

const texts = {
  id: {
    title: 'Keluarga yang bersangkutan',
    note: 'Keluarga hanya diberi tahu tentang pemeriksaan data berkala: tanpa nama penyanggah, tulisan, foto, atau tanggalnya.',
    will: 'Yang akan ditanyakan',
    ask: 'Tanyakan kepada keluarga',
    question: 'Ditanyakan',
    asked: 'Pada',
    due: 'Dijawab paling lambat',
    answer: 'Jawaban keluarga',
    none: 'belum ada',
    pin: 'Buat PIN baru untuk suratnya',
    write: 'Catat jawaban',
    how: 'Cara menjawab',
    save: 'Simpan jawaban',
    short: 'Tulis jawaban dengan satu atau dua kalimat.',
    print: 'Cetak surat',
    once: 'PIN hanya tampil sekali. Cetak sebelum menutup halaman ini.',
  },
  en: {
    title: 'The family concerned',
    note: 'The family is only told of a periodic look at its data: no objector, no words, no photo, no day.',
    will: 'What will be asked',
    ask: 'Ask the family',
    question: 'Asked',
    asked: 'On',
    due: 'Answer by',
    answer: 'The family’s answer',
    none: 'none yet',
    pin: 'Make a new PIN for its paper',
    write: 'Write down the answer',
    how: 'How it came',
    save: 'Save the answer',
    short: 'Write the answer in one or two sentences.',
    print: 'Print the paper',
    once: 'The PIN is shown once. Print before you leave this page.',
  },
};
type Asked = ReplyOf<'POST /api/objection/:id/question'>;

/** The paper an officer brings to the family, always in Indonesian. It tells of nobody who objected. */
const Paper = ({ asked, name }: { asked: Asked; name: string }) => {
  const t = useText(texts);
  const { agency } = useSession();
  return (
    <div className="stack">
      <div className="paper">
        <p>
          <strong>{agency.name}</strong>
          {agency.isDemo && ' · DATA CONTOH'}
        </p>
        <h3>Pemeriksaan data berkala</h3>
        <p>Kepada keluarga {name}</p>
        <p>{asked.question}</p>
        <p>
          Jawab paling lambat <DateText date={asked.dueOn} weekday />: di <strong>{window.location.host}</strong> pilih{' '}
          <em>Lihat status pengajuan</em> dengan nomor dan PIN ini, atau kepada petugas di kantor desa/kelurahan. Tidak
          menjawab tidak menghentikan bantuan.
        </p>
        <p>
          Nomor <strong className="number">{formatReceiptCode(asked.receiptNumber)}</strong>, PIN{' '}
          <strong className="number">{asked.pin}</strong>
        </p>
      </div>
      <div className="row screen-only">
        <Button variant="filled" onClick={() => window.print()}>
          {t.print}
        </Button>
        <span className="muted">{t.once}</span>
      </div>
    </div>
  );
};

const WriteAnswer = ({ id }: { id: string }) => {
  const t = useText(texts);
  const say = useSay();
  const [text, setText] = useState('');
  const [how, setHow] = useState<'lisan' | 'tertulis'>('lisan');
  const [isTried, setTried] = useState(false);
  const record = useAct('POST /api/objection/:id/answer', { stale: STALE });
  const isShort = text.trim().length < 5;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isShort) record.act({ params: { id }, body: { text: text.trim(), how } });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorNotice error={record.error} />
      <Textarea
        label={t.write}
        rows={3}
        maxLength={1500}
        value={text}
        error={isTried && isShort ? t.short : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <NativeSelect
        label={t.how}
        value={how}
        data={(['lisan', 'tertulis'] as const).map((value) => ({ value, label: say(ANSWER_WAYS[value]) }))}
        onChange={(event) => setHow(event.currentTarget.value as 'lisan' | 'tertulis')}
      />
      <div className="row">
        <Button type="submit" disabled={record.isPending}>
          {t.save}
        </Button>
      </div>
    </form>
  );
};

/** What the family is asked and what it answered; the paper with number and PIN appears once. */
export const FamilySide = ({ objection }: { objection: Objection }) => {
  const t = useText(texts);
  const say = useSay();
  const ask = useAct('POST /api/objection/:id/question', { stale: STALE });
  const renew = useAct('POST /api/objection/:id/question/pin', { stale: STALE });
  const { question, id } = objection;
  const paper = renew.data ?? ask.data;
  const isOpen = objection.mayAsk && objection.stage !== null;
  return (
    <Section title={t.title} note={t.note}>
      <ErrorNotice error={ask.error ?? renew.error} />
      {question ? (
        <FactList
          facts={[
            { label: t.question, value: question.question },
            { label: t.asked, value: <DateText date={question.askedOn} weekday /> },
            { label: t.due, value: <DateText date={question.dueOn} weekday /> },
            {
              label: t.answer,
              value: question.answer ?? t.none,
              source:
                question.answeredOn && question.answeredHow ? (
                  <>
                    {say(ANSWER_WAYS[question.answeredHow])}, <DateText date={question.answeredOn} />
                  </>
                ) : undefined,
            },
          ]}
        />
      ) : (
        <p>
          <strong>{t.will}:</strong> {LIST_GROUNDS[objection.ground as ListGround]?.question}
        </p>
      )}
      {paper && <Paper asked={paper} name={objection.name} />}
      {isOpen && !question && (
        <div className="row">
          <Button variant="filled" disabled={ask.isPending} onClick={() => ask.act({ params: { id } })}>
            {t.ask}
          </Button>
        </div>
      )}
      {isOpen && question && !question.answer && (
        <>
          <WriteAnswer id={id} />
          <div className="row">
            <Button disabled={renew.isPending} onClick={() => renew.act({ params: { id } })}>
              {t.pin}
            </Button>
          </div>
        </>
      )}
    </Section>
  );
};
