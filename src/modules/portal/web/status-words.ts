import { formatDate, type Language, type LocalDate } from '#kernel/local-date.ts';
import type { Say } from './frame.ts';

/** The receipt as pages show it. */
export type ShownView = {
  receiptNumber: string;
  kind: string;
  kindName: string;
  state: string;
  submittedOn: LocalDate;
  promisedOn: LocalDate;
  next: { what: string; by: LocalDate } | null;
  steps: readonly { id: string; label: string; standing: 'selesai' | 'sekarang' | 'nanti'; on: LocalDate | null }[];
  asked: string | null;
  mayComplete: boolean;
  mayWithdraw: boolean;
  messages: readonly { at: Date; text: string }[];
  version: number;
};

type Words = readonly [id: string, en: string];
const STAGES: Readonly<Record<string, readonly [stage: Words, holder: Words]>> = {
  diajukan: [
    ['Diajukan', 'Received'],
    ['Anda', 'you'],
  ],
  periksa: [
    ['Pemeriksaan berkas', 'Check of papers'],
    ['petugas kantor desa/kelurahan', 'the desa/kelurahan office'],
  ],
  verval: [
    ['Kunjungan ke rumah', 'Visit at home'],
    ['petugas lapangan', 'a field officer'],
  ],
  musyawarah: [
    ['Musyawarah desa/kelurahan', 'Village deliberation'],
    ['peserta musyawarah', 'the village deliberation'],
  ],
  verifikasi: [
    ['Keputusan Dinas Sosial', 'Decision of the agency'],
    ['petugas Dinas Sosial', 'the agency’s officers'],
  ],
};

/** A step in the citizen's words; one we have no words for keeps its own name. */
export const stageWords = (id: string, say: Say): string => {
  const words = STAGES[id];
  return words ? say(...words[0]) : id;
};
/** Who has it at that step, as a role. */
export const holderWords = (id: string, say: Say): string => {
  const words = STAGES[id];
  return words ? say(...words[1]) : say('petugas', 'an officer');
};

const OVER: Readonly<Record<string, Words>> = {
  disetujui: ['Pengajuan ini disetujui Dinas Sosial.', 'The agency has approved this request.'],
  ditolak: ['Pengajuan ini belum dapat disetujui.', 'This request could not be approved.'],
  ditarik: ['Pengajuan ini sudah ditarik.', 'This request was withdrawn.'],
};

/** Words in the middle of a sentence; names inside them keep their capitals. */
const inSentence = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** One sentence: where it is and who has it. */
export const whereSentence = (view: ShownView, say: Say): string => {
  const now = view.steps.find((step) => step.standing === 'sekarang');
  if (view.state === 'menunggu_pelengkapan')
    return say('Kami menunggu kelengkapan dari Anda.', 'We are waiting for something from you.');
  if (now)
    return say(
      `Pengajuan ini ada pada ${holderWords(now.id, say)}: ${inSentence(stageWords(now.id, say))}.`,
      `This request is with ${holderWords(now.id, say)}: ${inSentence(stageWords(now.id, say))}.`,
    );
  const over = OVER[view.state];
  return over ? say(...over) : view.state;
};

/** The next step with its date. */
export const nextSentence = (view: ShownView, language: Language, say: Say): string | null => {
  if (!view.next) return null;
  const by = formatDate(view.next.by, { weekday: true, language });
  const now = view.steps.findIndex((step) => step.standing === 'sekarang');
  const stage = view.steps[now];
  if (view.state === 'menunggu_pelengkapan' || !stage)
    return say(`Sampaikan sebaiknya sebelum ${by}.`, `Please send it before ${by}.`);
  const following = view.steps[now + 1];
  const then = following
    ? say(
        ` Sesudah itu: ${inSentence(stageWords(following.id, say))}.`,
        ` After that: ${inSentence(stageWords(following.id, say))}.`,
      )
    : '';
  return say(`Selesai paling lambat ${by}.`, `Done by ${by}.`) + then;
};
