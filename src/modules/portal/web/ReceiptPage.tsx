import { formatDate, type LocalDate } from '#kernel/local-date.ts';
import { formatReceiptCode } from '#kernel/receipt-code.ts';
import { type Frame, pathOf, sayIn } from './frame.ts';
import { Layout } from './Layout.tsx';
import { holderWords, type ShownView, stageWords } from './status-words.ts';

type Props = {
  frame: Frame;
  slug: string;
  number: string;
  pin: string;
  view: ShownView;
  promisedOn: LocalDate;
  isGroup: boolean;
};

/** The receipt: number and PIN in large type, what happens next and by when. It prints on one sheet. */
export const ReceiptPage = ({ frame, slug, number, pin, view, promisedOn, isGroup }: Props) => {
  const say = sayIn(frame.language);
  const day = (date: LocalDate) => formatDate(date, { weekday: true, language: frame.language });
  const now = view.steps.find((step) => step.standing === 'sekarang');
  return (
    <Layout frame={frame} title={say('Tanda terima', 'Receipt')}>
      <div className="receipt">
        <h1>{say('Pengajuan diterima', 'Your request has been received')}</h1>
        <p>
          {frame.agency?.name}, {day(view.submittedOn)}
        </p>
        <dl>
          <dt>{say('Nomor tanda terima', 'Receipt number')}</dt>
          <dd className="number">{formatReceiptCode(number)}</dd>
          <dt>PIN</dt>
          <dd className="number">{`${pin.slice(0, 3)} ${pin.slice(3)}`}</dd>
        </dl>
      </div>
      <p className="note needs">
        <strong>
          {say('Catat, foto, atau cetak kedua nomor ini.', 'Write down, photograph or print both numbers.')}
        </strong>{' '}
        {say(
          'Keduanya diperlukan untuk melihat status. PIN tampil di sini sampai besok saja. Jika hilang, kantor desa/kelurahan membuat PIN baru.',
          'Both are needed to see the status. The PIN is shown here until tomorrow only. If it is lost, the desa/kelurahan office makes a new one.',
        )}
      </p>
      <h2>{say('Apa yang terjadi selanjutnya', 'What happens next')}</h2>
      <ol>
        {view.next && now && (
          <li>
            {say(
              `${stageWords(now.id, say)} oleh ${holderWords(now.id, say)}, paling lambat ${day(view.next.by)}.`,
              `${stageWords(now.id, say)} by ${holderWords(now.id, say)}, by ${day(view.next.by)}.`,
            )}
          </li>
        )}
        <li>
          {say(
            'Jika ada yang kurang, permintaannya tertulis di halaman status.',
            'If something is missing, the status page says what.',
          )}
        </li>
        <li>
          {say(
            `Seluruh pemeriksaan selesai paling lambat ${day(promisedOn)}.`,
            `Everything is looked into by ${day(promisedOn)}.`,
          )}
        </li>
      </ol>
      <p>{say('Anda tidak perlu melakukan apa-apa sekarang.', 'You need not do anything now.')}</p>
      <p className="screen-only">
        <a className="button" href={pathOf({ slug }, 'status')}>
          {say('Lihat status pengajuan', 'See the status')}
        </a>
      </p>
      {isGroup && (
        <form method="post" action={pathOf({ slug }, 'usul', 'lagi')} className="screen-only">
          <button type="submit" className="second">
            {say('Ajukan satu orang lagi dari rumah atau kelompok ini', 'Ask for one more of this house or group')}
          </button>
        </form>
      )}
      <form method="post" action={pathOf({ slug }, 'status', 'keluar')} className="screen-only">
        <button type="submit" className="second">
          {say('Tutup di perangkat ini', 'Close on this device')}
        </button>
      </form>
    </Layout>
  );
};
