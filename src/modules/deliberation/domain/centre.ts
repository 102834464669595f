import { formatDate, type LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { CentreResult } from './words.ts';

/** What the citizen reads when the list with her data was ratified. Pengesahan gives nobody aid and nobody a desil. */
export const ratifiedSentence = (onDate: LocalDate | null): string =>
  `Data pengajuan ini termasuk dalam daftar yang disahkan${onDate ? ` pada ${formatDate(onDate, { weekday: true })}` : ''} untuk dikirim ke pemerintah pusat. Pengesahan belum berarti menerima bantuan, dan tidak mengubah desil.`;

export const keyedSentence = (today: LocalDate): string =>
  `Data pengajuan ini sudah diketik ke sistem pemerintah pusat (SIKS-NG) pada ${formatDate(today, { weekday: true })}. Kami memberi kabar di sini begitu pusat menjawab. Anda tidak perlu melakukan apa-apa.`;

const ANSWERS: Readonly<Record<CentreResult, string>> = {
  padan:
    'data Anda cocok dengan data kependudukan. Pusat masih memproses langkah berikutnya; Anda tidak perlu melakukan apa-apa.',
  tidak_padan:
    'data Anda belum cocok dengan data kependudukan. Datang ke kantor desa/kelurahan dengan KTP dan KK supaya datanya diperbaiki.',
  ditetapkan:
    'data Anda sudah ditetapkan dalam data pusat. Bantuan nasional diputus pemerintah pusat menurut programnya masing-masing.',
  ditolak: 'pengajuan ini belum diterima pusat.',
  tetap: 'tidak ada perubahan pada data Anda.',
};

/** What the citizen reads of the centre's answer; the centre's own reason stands as it was given, without numbers of identity. */
export const resultSentence = (result: CentreResult, reason: string | null, today: LocalDate): string => {
  const given = reason ? ` Alasan dari pusat: ${reason.replace(/\d{12,}/g, '••••').replace(/[.\s]+$/, '')}.` : '';
  const next =
    result === 'ditolak'
      ? ' Jika keadaan keluarga berbeda dari alasan itu, bawa buktinya ke kantor desa/kelurahan; pembaruan data selalu dapat diajukan.'
      : '';
  return `Jawaban pemerintah pusat, kami terima ${formatDate(today, { weekday: true })}: ${ANSWERS[result]}${given}${next}`;
};

/** A ticket as SIKS-NG prints it, without blanks around it, in capitals. Refuses an empty or impossible one. */
export const readTicket = (typed: string): string => {
  const ticket = typed.trim().replace(/\s+/g, ' ').toUpperCase();
  if (!/^[A-Z0-9][A-Z0-9./ _-]{2,39}$/.test(ticket))
    refuse(
      'pengetikan.tiket',
      422,
      'Isi nomor tiket SIKS-NG seperti tertulis di layarnya (3 sampai 40 huruf dan angka).',
      {
        fields: { ticket: 'Nomor tiket tidak terbaca.' },
      },
    );
  if (/^\d{16}$/.test(ticket))
    refuse(
      'pengetikan.tiket_nik',
      422,
      'Yang tertulis 16 angka seperti NIK atau nomor KK. Isi nomor tiket dari SIKS-NG.',
      {
        fields: { ticket: 'Ini bukan nomor tiket.' },
      },
    );
  return ticket;
};

/** A refusal by the centre needs its reason; the citizen is told why. */
export const requireResult = (result: CentreResult, reason: string): string | null => {
  const text = reason.trim();
  if (result === 'ditolak' && text.length < 5)
    refuse('pengetikan.alasan_pusat', 422, 'Tulis alasan yang diberikan pusat; warga membaca alasan itu.', {
      fields: { reason: 'Tulis alasan pusat.' },
    });
  return text === '' ? null : text;
};
