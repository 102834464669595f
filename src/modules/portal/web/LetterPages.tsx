import { dateInZone, formatDate, type LocalDate, type Zone } from '#kernel/local-date.ts';
import { formatReceiptCode } from '#kernel/receipt-code.ts';
import { type Frame, pathOf, type Say, sayIn } from './frame.ts';
import { Layout } from './Layout.tsx';

type Shown = { number: string; on: LocalDate; holder: string; standing: 'berlaku' | 'lewat' | 'batal' };

const STANDINGS: Readonly<Record<Shown['standing'], readonly [id: string, en: string]>> = {
  berlaku: ['Surat ini asli dan berlaku.', 'This letter is genuine and valid.'],
  lewat: ['Surat ini asli, tetapi masa berlakunya sudah lewat.', 'This letter is genuine; its validity is over.'],
  batal: ['Surat ini sudah dibatalkan. Jangan dipakai.', 'This letter was voided. Do not use it.'],
};

/** Whether a letter is genuine: number, date, masked name, standing, and nothing else. */
export const LetterPage = ({ frame, letter }: { frame: Frame; letter: Shown | null }) => {
  const say = sayIn(frame.language);
  const title = say('Pemeriksaan surat', 'Checking a letter');
  if (!letter)
    return (
      <Layout frame={frame} title={title}>
        <h1>{say('Surat tidak ditemukan', 'No such letter')}</h1>
        <p>
          {say(
            'Tidak ada surat Dinas Sosial ini dengan kode tersebut. Pindai lagi kode QR-nya, atau tanyakan ke Dinas Sosial dengan membawa suratnya.',
            'This agency has no letter with that code. Scan the QR code again, or ask the agency with the letter in hand.',
          )}
        </p>
      </Layout>
    );
  return (
    <Layout frame={frame} title={title}>
      <h1>{title}</h1>
      <p className={`note ${letter.standing === 'berlaku' ? 'done' : 'calm'}`}>{say(...STANDINGS[letter.standing])}</p>
      <dl>
        <dt>{say('Nomor surat', 'Number')}</dt>
        <dd>{letter.number}</dd>
        <dt>{say('Tanggal', 'Date')}</dt>
        <dd>{formatDate(letter.on, { language: frame.language })}</dd>
        <dt>{say('Nama (disamarkan)', 'Name (masked)')}</dt>
        <dd>{letter.holder}</dd>
      </dl>
      <p>
        {say(
          'Cocokkan nomor, tanggal, dan nama dengan surat yang Anda pegang.',
          'Compare number, date and name with the letter in your hand.',
        )}
      </p>
    </Layout>
  );
};

type Own = {
  receiptNumber: string;
  kind: string;
  state: 'diajukan' | 'dikembalikan' | 'menunggu_setuju' | 'terbit' | 'ditolak' | 'batal';
  note: string | null;
  requestedAt: Date;
  decidedAt: Date | null;
  code: string | null;
};

const whereOf = (state: Own['state'], say: Say): string =>
  ({
    diajukan: say('Surat sedang diperiksa petugas.', 'The letter is with the back office.'),
    dikembalikan: say('Ada yang perlu Anda lengkapi.', 'Something has to be completed.'),
    menunggu_setuju: say('Surat menunggu persetujuan pejabat.', 'The letter waits for approval.'),
    terbit: say('Surat sudah terbit.', 'The letter is issued.'),
    ditolak: say('Surat ini belum dapat dibuat.', 'The letter could not be issued.'),
    batal: say('Surat ini sudah dibatalkan.', 'The letter was voided.'),
  })[state];

/** The course of a letter for whoever asked for it. */
export const OwnLetterPage = ({
  frame,
  slug,
  zone,
  letter,
}: {
  frame: Frame;
  slug: string;
  zone: Zone;
  letter: Own;
}) => {
  const say = sayIn(frame.language);
  const day = (at: Date) => formatDate(dateInZone(at, zone), { weekday: true, language: frame.language });
  return (
    <Layout frame={frame} title={say('Status surat', 'Status of your letter')}>
      <p className="count">
        {say('Nomor tanda terima', 'Receipt number')}{' '}
        <strong className="digits">{formatReceiptCode(letter.receiptNumber)}</strong>
      </p>
      <h1>{whereOf(letter.state, say)}</h1>
      <p>
        <span lang="id">{letter.kind}</span>. {say('Diminta', 'Asked for on')} {day(letter.requestedAt)}
        {letter.decidedAt ? `; ${say('selesai', 'done on')} ${day(letter.decidedAt)}` : ''}.
      </p>
      {letter.note && (
        <p className="note calm" lang="id">
          {letter.note}
        </p>
      )}
      {letter.state === 'terbit' && (
        <p>
          {say(
            'Ambil cetakannya di Dinas Sosial atau di kantor desa/kelurahan Anda dengan membawa nomor ini.',
            'Have it printed at the agency or at your desa/kelurahan office; bring this number.',
          )}{' '}
          {letter.code && (
            <a href={pathOf({ slug }, 'surat', letter.code)}>{say('Periksa keaslian surat', 'Check the letter')}</a>
          )}
        </p>
      )}
      <form method="post" action={pathOf({ slug }, 'status', 'keluar')} className="screen-only">
        <button type="submit" className="second">
          {say('Tutup di perangkat ini', 'Close on this device')}
        </button>
      </form>
    </Layout>
  );
};
