import type { CheckedLine, PublishedList } from '#modules/programme/index.ts';
import { FaultSummary, Field, type ShownFault } from './Fields.tsx';
import { type Frame, pathOf, type Say, sayIn } from './frame.ts';
import { Layout } from './Layout.tsx';

/** `on` is the day of the decree in the reader's words. */
type Shown = PublishedList & { on: string };
export type CheckedLineView = CheckedLine & { on: string };
type Props = {
  frame: Frame;
  slug: string;
  lists: readonly Shown[];
  typed: string;
  faults: readonly ShownFault[];
  checked: CheckedLineView | null;
};

const decreeText = (list: PublishedList, on: string, say: Say): string =>
  say(`SK nomor ${list.decreeNumber}, ${on}`, `decree number ${list.decreeNumber}, ${on}`);

const Hash = ({ text }: { text: string }) => <code style={{ overflowWrap: 'anywhere' }}>{text}</code>;

const Steps = ({ checked, say }: { checked: CheckedLineView; say: Say }) => (
  <details>
    <summary>{say('Untuk yang ingin menghitung sendiri', 'For those who wish to compute it themselves')}</summary>
    <p>
      {say(
        'SHA-256 atas garam (16 bita) lalu baris pada surat memberi sidik baris. Gabungkan berturut-turut dengan sidik berikut: SHA-256 atas bita 01, sidik kiri, sidik kanan. Hasil akhirnya sama dengan sidik daftar.',
        'SHA-256 over the salt (16 bytes) and then the line on the letter gives the hash of the line. Join it in turn with these hashes: SHA-256 over the byte 01, the left hash, the right hash. The last one equals the root of the list.',
      )}
    </p>
    <ol>
      {checked.steps.map((step) => (
        <li key={step.hash}>
          {step.left ? say('di kiri: ', 'on the left: ') : say('di kanan: ', 'on the right: ')}
          <Hash text={step.hash} />
        </li>
      ))}
    </ol>
    <p>
      {say('Sidik daftar: ', 'Root of the list: ')}
      <Hash text={checked.list.root} />
    </p>
  </details>
);

const Answer = ({ checked, say }: { checked: CheckedLineView; say: Say }) => {
  const { list, no, same, on } = checked;
  return (
    <section className="card" aria-labelledby="hasil" role="status">
      <h2 id="hasil">
        {same
          ? say('Cocok: baris Anda ada dalam daftar', 'It fits: your line is in the list')
          : say('Tidak cocok: baris ini berubah', 'It does not fit: this line was changed')}
      </h2>
      <p>
        <strong>{`${list.programme} (${list.period})`}</strong>, {decreeText(list, on, say)}.{' '}
        {say(`Baris nomor ${no} dari ${list.lines}.`, `Line ${no} of ${list.lines}.`)}
      </p>
      {same ? (
        <p>
          {say(
            'Isinya sama seperti saat daftar disidik, sebelum SK ditandatangani. Bandingkan nomor baris ini dengan yang tertulis pada surat.',
            'It is what it was when the list was sealed, before the decree was signed. Compare this number with the one on your letter.',
          )}
        </p>
      ) : (
        <p>
          {say(
            'Yang tersimpan sekarang bukan lagi yang disidik. Bawa surat ini ke Dinas Sosial atau Inspektorat dan minta penjelasan.',
            'What is stored now is not what was sealed. Take the letter to the agency or the Inspectorate and ask why.',
          )}
        </p>
      )}
      {list.revoked && <p>{say('SK daftar ini sudah dicabut.', 'The decree of this list was revoked.')}</p>}
      {same && <Steps checked={checked} say={say} />}
    </section>
  );
};

const PublishedCard = ({ list, say }: { list: Shown; say: Say }) => (
  <li>
    <p>
      <strong>{`${list.programme} (${list.period})`}</strong>
      <br />
      {decreeText(list, list.on, say)}
      {list.revoked && <strong>{say(' (dicabut)', ' (revoked)')}</strong>}
    </p>
    <p>
      {say(
        `${list.masuk} penerima, ${list.ditahan} tempat ditahan, ${list.cadangan} cadangan; ${list.lines} baris disidik.`,
        `${list.masuk} recipients, ${list.ditahan} held places, ${list.cadangan} in reserve; ${list.lines} lines sealed.`,
      )}
    </p>
    <p>
      {say('Sidik daftar: ', 'Root: ')}
      <Hash text={list.root} />
    </p>
  </li>
);

/** Every list in force with its root, and the check of one line by the code of a letter. Nobody's line is ever shown. */
export const ListsPage = ({ frame, slug, lists, typed, faults, checked }: Props) => {
  const say = sayIn(frame.language);
  const title = say('Daftar penerima yang berlaku', 'Lists of recipients in force');
  return (
    <Layout
      frame={frame}
      title={faults.length > 0 ? `${say('Perlu diperbaiki', 'To mend')}: ${title}` : title}
      back={pathOf({ slug })}
    >
      <FaultSummary faults={faults} say={say} />
      <h1>{title}</h1>
      {checked && <Answer checked={checked} say={say} />}
      <form method="post" action={pathOf({ slug }, 'daftar')}>
        <Field
          name="kode"
          kind="code"
          label={say('Kode pada surat Anda', 'Code on your letter')}
          hint={say(
            '11 huruf dan angka di bagian bawah surat pemberitahuan, misalnya 7KQF-M3XZ-PTC',
            '11 letters and digits at the foot of the letter, for example 7KQF-M3XZ-PTC',
          )}
          value={typed}
          faults={faults}
          most={40}
        />
        <button type="submit">{say('Periksa baris saya', 'Check my line')}</button>
      </form>
      <h2>{say('Semua daftar', 'All lists')}</h2>
      <p>
        {say(
          'Sidik adalah angka yang dihitung dari semua baris sebelum SK ditandatangani. Jika satu baris diubah sesudahnya, sidiknya tidak cocok lagi. Tidak ada nama pada halaman ini.',
          'The root is a number computed from all lines before the decree was signed. If a line is changed afterwards, it does not fit any more. No name stands on this page.',
        )}
      </p>
      {lists.length === 0 ? (
        <p>{say('Belum ada daftar yang berlaku.', 'No list is in force yet.')}</p>
      ) : (
        <ul>
          {lists.map((list) => (
            <PublishedCard key={list.runId} list={list} say={say} />
          ))}
        </ul>
      )}
    </Layout>
  );
};
