import { formatDate, type LocalDate } from '#kernel/local-date.ts';
import type { Kind, Track } from './kinds.ts';
import { findReason } from './reasons.ts';
import { STAGE_SENTENCES, type Stage } from './stages.ts';
import type { ActType } from './state-machine.ts';

const day = (date: LocalDate | null): string =>
  date === null ? 'tanggal yang akan diberitahukan' : formatDate(date, { weekday: true });
const clause = (act: Exclude<ActType, 'complete'>, code: string | null): string =>
  (code === null ? undefined : findReason(act, code)?.citizen) ??
  'ada hal yang perlu ditanyakan di kantor desa/kelurahan';

/** What the sentence is made from. `dueOn` null: not known yet (a preview on screen). */
export type Told = {
  kind?: Kind;
  act: ActType | 'submit';
  /** The stage where it now stands, or null when it is over. */
  stage: Stage | null;
  fromStage: Stage | null;
  dueOn: LocalDate | null;
  today: LocalDate;
  reasonCode: string | null;
  asked: string | null;
  tracks: readonly Track[];
  /** What answers a complaint: written for the citizen, so she reads it as it stands. */
  answer?: string;
};

const where = ({ stage, dueOn }: Told): string =>
  stage === null ? '' : ` ${STAGE_SENTENCES[stage].now}, paling lambat ${day(dueOn)}.`;

const approved = ({ today, tracks }: Told): string => {
  const ways = [
    tracks.includes('pusat') ? ' Datanya dikirim ke pemerintah pusat, yang memutus bantuan nasional.' : '',
    tracks.includes('daerah') ? ' Usulan ini ikut dinilai pada program daerah; kami memberi kabar hasilnya.' : '',
  ];
  return `Dinas Sosial menyetujui usulan ini pada ${day(today)}.${ways.join('')}`;
};

/** What came of an objection, for whoever objected: nothing of the family's own facts. */
const found = ({ today, reasonCode }: Told, act: 'approve' | 'refuse'): string =>
  `Sanggahan ini selesai diperiksa pada ${day(today)}: ${clause(act, reasonCode)}. Surat hasilnya dapat diminta di kantor desa/kelurahan dengan nomor ini.`;

/**
 * The sentence the citizen reads after a step. It never holds a name, a number of identity or the officer's own text, except the
 * request for what is missing, which is written for her.
 */
export const citizenSentence = (told: Told): string => {
  switch (told.act) {
    case 'submit':
      return `Pengajuan diterima pada ${day(told.today)}.${where(told)}`;
    case 'accept':
      return `Tahap ${told.fromStage ? STAGE_SENTENCES[told.fromStage].name : ''} selesai: ${clause('accept', told.reasonCode)}.${where(told)}`;
    case 'ask':
      return `Kami perlu dari Anda: ${told.asked ?? ''} Sampaikan melalui halaman ini, Ketua RT, atau kantor desa/kelurahan, sebaiknya sebelum ${day(told.dueOn)}. Pengajuan Anda tetap tersimpan.`;
    case 'complete':
      return `Kelengkapan diterima pada ${day(told.today)}.${where(told)}`;
    case 'return':
      return `Pengajuan diperiksa sekali lagi: ${clause('return', told.reasonCode)}.${where(told)} Anda tidak perlu melakukan apa-apa.`;
    case 'postpone':
      return `Belum selesai: ${clause('postpone', told.reasonCode)}.${where(told)}`;
    case 'refuse':
      if (told.kind === 'sanggah') return found(told, 'refuse');
      return `Usulan ini belum dapat disetujui: ${clause('refuse', told.reasonCode)}. Jika keadaannya lain, bawa bukti ke kantor desa/kelurahan; usulan baru selalu dapat diajukan.`;
    case 'approve':
      if (told.kind === 'pengaduan')
        return `Pengaduan ini dijawab pada ${day(told.today)}: ${told.answer ?? '…'} Jika belum menjawab, sampaikan lagi di kantor desa/kelurahan dengan nomor ini.`;
      return told.kind === 'sanggah' ? found(told, 'approve') : approved(told);
    case 'withdraw':
      return `Pengajuan ini ditarik pada ${day(told.today)}, ${clause('withdraw', told.reasonCode)}. Pengajuan baru selalu dapat dibuat.`;
  }
};
