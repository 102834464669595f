import { dateInZone, formatDate, type LocalDate, type Zone } from '#kernel/local-date.ts';
import { formatReceiptCode } from '#kernel/receipt-code.ts';
import { FaultSummary, Field, type ShownFault } from './Fields.tsx';
import { type Frame, pathOf, type Say, sayIn } from './frame.ts';
import { Layout } from './Layout.tsx';
import { NewsWays, type ShownWay } from './NewsWays.tsx';
import { nextSentence, type ShownView, stageWords, whereSentence } from './status-words.ts';

export type ShownOutcome = { programme: string; sentence: string; reasons: readonly string[] };
export type ShownObjectable = { programme: string | null; until: LocalDate; isOpen: boolean };
export type StatusProps = {
  frame: Frame;
  slug: string;
  zone: Zone;
  view: ShownView;
  outcomes: readonly ShownOutcome[];
  objectables: readonly ShownObjectable[];
  desk: string;
  /** What was told after this is new to her; undefined: the page was never opened. */
  newSince: Date | undefined;
  ways: readonly ShownWay[];
  notice: string | null;
  faults: readonly ShownFault[];
  typed: string;
};
type Part = { props: StatusProps; say: Say };

const dayIn = ({ props }: Part, date: LocalDate, weekday = true) =>
  formatDate(date, { weekday, language: props.frame.language });

const MARKS = { selesai: '✓', sekarang: '➜', nanti: '○' } as const;

const Steps = (part: Part) => {
  const { view } = part.props;
  const { say } = part;
  const isOver = view.next === null;
  const words = {
    selesai: say('selesai', 'done'),
    sekarang: say('sedang berjalan', 'under way'),
    nanti: isOver ? say('tidak dijalani', 'not taken') : say('belum', 'to come'),
  };
  return (
    <section aria-labelledby="perjalanan">
      <h2 id="perjalanan">{say('Perjalanan pengajuan', 'The way of your request')}</h2>
      <ol className="steps">
        {view.steps.map((step) => (
          <li
            key={step.id}
            className={step.standing}
            {...(step.standing === 'sekarang' ? { 'aria-current': 'step' as const } : {})}
          >
            <span className="mark" aria-hidden="true">
              {MARKS[step.standing]}
            </span>
            <span>
              <strong>{stageWords(step.id, say)}</strong>
              <br />
              {step.on ? `${dayIn(part, step.on, false)}, ` : ''}
              {words[step.standing]}
              {step.standing === 'sekarang' && view.next
                ? `, ${say('paling lambat', 'by')} ${dayIn(part, view.next.by, false)}`
                : ''}
            </span>
          </li>
        ))}
      </ol>
      {!isOver && (
        <p>
          {say('Semua tahap selesai paling lambat', 'All steps are done by')} {dayIn(part, view.promisedOn)}.
        </p>
      )}
    </section>
  );
};

/** What the officer asked for, with a place to answer. */
const Asked = ({ props, say }: Part) => (
  <section className="card" aria-labelledby="perlu">
    <h2 id="perlu">{say('Yang perlu Anda lakukan', 'What you need to do')}</h2>
    <p className="asked" lang="id">
      {props.view.asked ?? say('Sampaikan kelengkapan yang diminta petugas.', 'Give what the officer asked for.')}
    </p>
    <form method="post" action={pathOf(props, 'status', 'lengkapi')}>
      <input type="hidden" name="versi" value={props.view.version} />
      <Field
        name="kelengkapan"
        kind="lines"
        label={say('Jawaban atau keterangan Anda', 'Your answer or statement')}
        hint={say(
          'Surat atau foto dibawa ke kantor desa/kelurahan; tulis di sini bila sudah diserahkan.',
          'Papers or photos go to the desa/kelurahan office; say here when you have handed them in.',
        )}
        value={props.typed}
        faults={props.faults}
        most={1000}
      />
      <button type="submit">{say('Kirim kelengkapan', 'Send')}</button>
    </form>
  </section>
);

const Outcomes = (part: Part) => {
  const { props, say } = part;
  const own = props.objectables.find((candidate) => candidate.programme === null);
  if (props.outcomes.length === 0 && !own) return null;
  return (
    <section aria-labelledby="hasil">
      <h2 id="hasil">{say('Hasil', 'Outcome')}</h2>
      {own && <Objection part={part} objectable={own} />}
      {props.outcomes.map((outcome) => {
        const objectable = props.objectables.find((candidate) => candidate.programme === outcome.programme);
        return (
          <div key={outcome.programme} className="card">
            <h3>{outcome.programme}</h3>
            <p lang="id">{outcome.sentence}</p>
            {outcome.reasons.length > 0 && (
              <ul lang="id">
                {outcome.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            )}
            {objectable && <Objection part={part} objectable={objectable} />}
          </div>
        );
      })}
    </section>
  );
};

const Objection = ({ part, objectable }: { part: Part; objectable: ShownObjectable }) => {
  const { props, say } = part;
  const until = dayIn(part, objectable.until);
  if (!objectable.isOpen)
    return (
      <p>
        {say(
          `Waktu menyampaikan keberatan berakhir ${until}. Pengajuan baru selalu dapat dibuat.`,
          `The time to object ended on ${until}. A new request can always be made.`,
        )}
      </p>
    );
  const query = objectable.programme ? `?program=${encodeURIComponent(objectable.programme)}` : '';
  return (
    <>
      <p>
        {say(
          `Jika menurut Anda keliru, sampaikan keberatan paling lambat ${until}.`,
          `If you think this is wrong, object by ${until}.`,
        )}
      </p>
      <p className="screen-only">
        <a className="button second" href={`${pathOf(props, 'status', 'keberatan')}${query}`}>
          {say('Sampaikan keberatan', 'Object')}
        </a>
      </p>
    </>
  );
};

/** On the first visit nothing is marked: everything would be. */
const isNew = (at: Date, newSince: Date | undefined) => newSince !== undefined && at > newSince;

const Messages = (part: Part) => {
  const { props, say } = part;
  const { messages } = props.view;
  if (messages.length === 0) return null;
  return (
    <section aria-labelledby="kabar">
      <h2 id="kabar">{say('Kabar sejauh ini', 'What we told you so far')}</h2>
      <ol className="messages" lang="id">
        {messages.toReversed().map((message) => (
          <li key={`${message.at.toISOString()} ${message.text}`}>
            <strong>{formatDate(dateInZone(message.at, props.zone))}</strong>
            {isNew(message.at, props.newSince) && <span className="new"> {say('baru', 'new')}</span>}
            <br />
            {message.text}
          </li>
        ))}
      </ol>
    </section>
  );
};

const Leave = ({ props, say }: Part) => (
  <section className="screen-only" aria-labelledby="lain">
    <h2 id="lain">{say('Lainnya', 'Other')}</h2>
    <p>
      {say(
        'Halaman ini dapat dicetak atau difoto untuk disimpan.',
        'You can print or photograph this page to keep it.',
      )}
    </p>
    {props.view.mayWithdraw && (
      <p>
        <a href={pathOf(props, 'status', 'foto')}>{say('Tambah foto', 'Add a photo')}</a>
      </p>
    )}
    {props.view.mayWithdraw && (
      <p>
        <a href={pathOf(props, 'status', 'tarik')}>{say('Tarik pengajuan ini', 'Withdraw this request')}</a>
      </p>
    )}
    <form method="post" action={pathOf(props, 'status', 'keluar')}>
      <button type="submit" className="second">
        {say('Tutup di perangkat ini', 'Close on this device')}
      </button>
    </form>
  </section>
);

/** The one page a citizen comes back for. Never a desil, never a NIK, no name. */
export const StatusPage = (props: StatusProps) => {
  const { frame, view } = props;
  const say = sayIn(frame.language);
  const part = { props, say };
  const next = nextSentence(view, frame.language, say);
  return (
    <Layout frame={frame} title={say('Status pengajuan', 'Status of your request')}>
      <FaultSummary faults={props.faults} say={say} />
      {props.notice && (
        <p className="note done" role="status">
          {props.notice}
        </p>
      )}
      <p className="count">
        {say('Nomor tanda terima', 'Receipt number')}{' '}
        <strong className="digits">{formatReceiptCode(view.receiptNumber)}</strong>
      </p>
      <h1>{whereSentence(view, say)}</h1>
      {next && <p>{next}</p>}
      {view.mayComplete ? (
        <Asked {...part} />
      ) : (
        view.next && (
          <p className="note calm">{say('Anda tidak perlu melakukan apa-apa.', 'You need not do anything.')}</p>
        )
      )}
      <Outcomes {...part} />
      <Steps {...part} />
      <Messages {...part} />
      {props.view.next !== null && (
        <NewsWays slug={props.slug} ways={props.ways} say={say} faults={props.faults} typed={props.typed} />
      )}
      <section aria-labelledby="meja">
        <h2 id="meja">{say('Bertanya langsung', 'Asking in person')}</h2>
        <p>
          {say(
            `Kantor ${props.desk}, pada hari dan jam kerja. Bawa nomor tanda terima ini.`,
            `The office of ${props.desk}, on working days. Bring this receipt number.`,
          )}
        </p>
      </section>
      <Leave {...part} />
    </Layout>
  );
};
