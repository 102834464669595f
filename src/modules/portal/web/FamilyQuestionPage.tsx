import { dateInZone, formatDate, type LocalDate, type Zone } from '#kernel/local-date.ts';
import { formatReceiptCode } from '#kernel/receipt-code.ts';
import { FaultSummary, Field, type ShownFault } from './Fields.tsx';
import { type Frame, pathOf, sayIn } from './frame.ts';
import { Layout } from './Layout.tsx';

type Props = {
  frame: Frame;
  slug: string;
  zone: Zone;
  question: {
    receiptNumber: string;
    question: string;
    askedAt: Date;
    dueOn: LocalDate;
    answer: string | null;
    answeredAt: Date | null;
    outcome: string | null;
  };
  faults: readonly ShownFault[];
  typed: string;
};

/** What a family was asked at a periodic look at its data, and its answer. It knows of nobody else. */
export const FamilyQuestionPage = ({ frame, slug, zone, question, faults, typed }: Props) => {
  const say = sayIn(frame.language);
  const day = (date: LocalDate) => formatDate(date, { weekday: true, language: frame.language });
  return (
    <Layout frame={frame} title={say('Pemeriksaan data berkala', 'Periodic look at data')}>
      <FaultSummary faults={faults} say={say} />
      <p className="count">
        {say('Nomor surat pemeriksaan', 'Number of the paper')}{' '}
        <strong className="digits">{formatReceiptCode(question.receiptNumber)}</strong>
      </p>
      <h1>{say('Pemeriksaan data berkala keluarga Anda', 'A periodic look at your family’s data')}</h1>
      {question.outcome && (
        <p className="note done" lang="id">
          {question.outcome}
        </p>
      )}
      <section className="card" aria-labelledby="tanya">
        <h2 id="tanya">{say('Yang kami tanyakan', 'What we ask')}</h2>
        <p className="asked" lang="id">
          {question.question}
        </p>
        {question.answer ? (
          <>
            <h3>
              {say('Jawaban Anda', 'Your answer')}
              {question.answeredAt ? `, ${day(dateInZone(question.answeredAt, zone))}` : ''}
            </h3>
            <p className="lines">{question.answer}</p>
            {!question.outcome && (
              <p className="note calm">
                {say(
                  'Terima kasih. Petugas memeriksa, lalu hasilnya tampil di halaman ini. Anda tidak perlu melakukan apa-apa.',
                  'Thank you. An officer looks into it, then the outcome stands here. You need not do anything.',
                )}
              </p>
            )}
          </>
        ) : (
          !question.outcome && (
            <form method="post" action={pathOf({ slug }, 'status', 'jawab')}>
              <p>
                {say(
                  `Jawab sebaiknya paling lambat ${day(question.dueOn)}, di sini atau di kantor desa/kelurahan. Tidak menjawab tidak menghentikan bantuan.`,
                  `Please answer by ${day(question.dueOn)}, here or at the office. Not answering stops no aid.`,
                )}
              </p>
              <Field
                name="jawaban"
                kind="lines"
                label={say('Jawaban Anda', 'Your answer')}
                hint={say('Jangan tulis NIK atau penyakit di sini.', 'Do not write NIK or illnesses here.')}
                value={typed}
                faults={faults}
                most={1500}
              />
              <button type="submit">{say('Kirim jawaban', 'Send')}</button>
            </form>
          )
        )}
      </section>
      <form method="post" action={pathOf({ slug }, 'status', 'keluar')} className="screen-only">
        <button type="submit" className="second">
          {say('Tutup di perangkat ini', 'Close on this device')}
        </button>
      </form>
    </Layout>
  );
};
