import { formatDate, type LocalDate } from '#kernel/local-date.ts';
import type { About, Finding } from './grounds.ts';

/** Who a letter goes to. The family's letter knows nothing of an objection; the objector's nothing of the family. */
export type LetterSide = 'penyanggah' | 'keluarga';

type Told = {
  side: LetterSide;
  about: About;
  number: string;
  on: LocalDate;
  /** Name of the reader, or her alias; the objector's is read at clearance 2 only and else stays a blank to fill in by hand. */
  reader: string;
  place: string;
  receiptNumber: string;
  submittedOn: LocalDate;
  visitedOn: LocalDate | null;
  question: { askedOn: LocalDate; answeredOn: LocalDate | null } | null;
  finding: Finding;
  /** The clause of the coded reason, as citizens read it. */
  clause: string;
  objectUntil: LocalDate;
  signer: { role: string; name: string };
};

const day = (date: LocalDate) => formatDate(date, { weekday: true });

const looked = ({ visitedOn }: Told): string =>
  visitedOn ? `Petugas memeriksa ulang keadaan di lapangan pada ${day(visitedOn)}.` : '';

const toObjector = (told: Told): string[] => [
  told.about === 'daftar'
    ? `Sanggahan Saudara bernomor ${told.receiptNumber}, yang kami terima pada ${day(told.submittedOn)}, tentang data satu keluarga di ${told.place}, sudah selesai diperiksa.`
    : `Keberatan Saudara bernomor ${told.receiptNumber}, yang kami terima pada ${day(told.submittedOn)}, tentang hasil mengenai Saudara sendiri, sudah selesai diperiksa.`,
  [told.about === 'daftar' ? 'Keluarga yang bersangkutan sudah diberi kesempatan menjawab.' : '', looked(told)]
    .filter(Boolean)
    .join(' '),
  `Hasilnya: ${told.clause}.`,
  told.about === 'daftar'
    ? 'Data keluarga itu sendiri tidak kami sampaikan kepada pihak lain. Nama Saudara tidak kami beritahukan kepada keluarga itu maupun Ketua RT.'
    : 'Perubahan data, bila ada, dicatat dengan sumber dan tanggalnya. Desil dihitung BPS dan dapat turun, naik, atau tetap.',
];

const toFamily = (told: Told): string[] => [
  `Pemeriksaan data berkala keluarga Saudara di ${told.place} sudah selesai.`,
  [
    told.question?.answeredOn
      ? `Jawaban Saudara kami terima pada ${day(told.question.answeredOn)}.`
      : told.question
        ? `Kami bertanya pada ${day(told.question.askedOn)} dan belum menerima jawaban; hal itu tidak merugikan Saudara.`
        : '',
    looked(told),
  ]
    .filter(Boolean)
    .join(' '),
  `Hasilnya: ${told.clause}.`,
  'Surat ini tidak menghentikan dan tidak memberi bantuan. Bila suatu hari ada keputusan tentang bantuan, Saudara menerima surat tersendiri dengan alasannya.',
];

/** What `result.typ` prints, in plain Indonesian. */
export const letterContent = (told: Told) => ({
  number: told.number,
  facts: [
    ['Kepada', told.reader],
    ['Tanggal', formatDate(told.on)],
    ['Hal', told.side === 'penyanggah' ? 'Hasil pemeriksaan sanggahan' : 'Hasil pemeriksaan data berkala'],
  ],
  paragraphs: [
    ...(told.side === 'penyanggah' ? toObjector(told) : toFamily(told)),
    `Jika menurut Saudara ada yang keliru, sampaikan keberatan dengan buktinya di kantor desa/kelurahan atau Dinas Sosial paling lambat ${day(told.objectUntil)}.`,
  ].filter(Boolean),
  signatures: [{ role: told.signer.role, name: told.signer.name, place: formatDate(told.on) }],
});

/** The sentence the family reads with its number and PIN. */
export const familyOutcome = (on: LocalDate, clause: string): string =>
  `Pemeriksaan data berkala selesai pada ${day(on)}: ${clause}. Bantuan yang sedang berjalan tidak berubah karena pemeriksaan ini.`;
