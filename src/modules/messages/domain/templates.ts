import { refuse } from '#kernel/refusal.ts';
import { holdsNumber } from './without-numbers.ts';

type Words = readonly [id: string, en: string];
/** A placeholder: what stands there in the end, and an example for the preview. */
type Place = { what: Words; example: string };
type Kind = {
  name: Words;
  /** Whoever reads it. What leaves for a citizen may be read by others too, so it tells nothing but that there is news. */
  reader: 'warga' | 'petugas' | 'luar';
  places: Readonly<Record<string, Place>>;
  needs: readonly string[];
  most: number;
  subject: string;
  body: string;
};

const OFFICE: Place = { what: ['nama Dinas Sosial', 'name of the agency'], example: 'Dinas Sosial Kabupaten Contoh' };
const NUMBER: Place = { what: ['nomor tanda terima', 'receipt number'], example: 'BCDF-GHJK-LM' };
const ADDRESS: Place = {
  what: ['alamat halaman status', 'address of the status page'],
  example: 'https://dinsos.contoh.go.id/layanan/contoh/status',
};

/** Every kind of message with the words that come with Rukun. The administrator may change the words, never the placeholders. */
export const TEMPLATES = {
  'warga.surel': {
    name: ['Surel kepada warga: ada kabar', 'Mail to a citizen: there is news'],
    reader: 'warga',
    places: { nomor: NUMBER, alamat: ADDRESS, dinas: OFFICE },
    needs: ['nomor', 'alamat'],
    most: 1500,
    subject: 'Kabar untuk nomor {nomor}',
    body: 'Ada kabar baru untuk nomor {nomor}.\n\nBuka {alamat}, lalu masukkan nomor itu dan PIN di kertas tanda terima. Kami tidak pernah menanyakan PIN lewat pesan atau telepon.\n\nBila pesan ini bukan untuk Anda, abaikan saja.\n\n{dinas}',
  },
  'warga.singkat': {
    name: ['WhatsApp/SMS kepada warga: ada kabar', 'WhatsApp/SMS to a citizen: there is news'],
    reader: 'warga',
    places: { nomor: NUMBER, alamat: ADDRESS, dinas: OFFICE },
    needs: ['nomor', 'alamat'],
    most: 300,
    subject: 'Kabar untuk nomor {nomor}',
    body: '{dinas}: ada kabar untuk nomor {nomor}. Buka {alamat} dengan nomor dan PIN di kertas tanda terima. Kami tidak pernah menanyakan PIN.',
  },
  'petugas.tenggat': {
    name: ['Kotak petugas: tenggat', 'Officer’s box: deadline'],
    reader: 'petugas',
    places: {
      judul: { what: ['hal yang harus dilihat', 'what to look at'], example: 'Sanggahan hari ke-10' },
      isi: {
        what: ['keterangannya', 'its explanation'],
        example: 'Sanggahan nomor BCDFGHJKLM belum selesai. Tenggat Rabu, 22 Juli 2026.',
      },
    },
    needs: ['judul', 'isi'],
    most: 1000,
    subject: '{judul}',
    body: '{isi}',
  },
  'petugas.surel_gagal': {
    name: ['Kotak admin: pesan tidak terkirim', 'Administrator’s box: message not sent'],
    reader: 'petugas',
    places: {
      hal: { what: ['judul pesan', 'subject of the message'], example: 'Kabar untuk nomor BCDF-GHJK-LM' },
      sebab: { what: ['jawaban server surel', 'answer of the mail server'], example: '550 mailbox unavailable' },
    },
    needs: ['hal'],
    most: 1000,
    subject: 'Pesan tidak terkirim: {hal}',
    body: 'Server surel menjawab: {sebab}. Buka Pesan keluar untuk mengirim ulang atau membatalkannya.',
  },
  'laporan.harian': {
    name: ['Surel laporan harian dan akar jejak audit', 'Mail of the daily report and the audit’s root'],
    reader: 'luar',
    places: {
      tanggal: { what: ['hari laporan', 'day of the report'], example: 'Rabu, 15 Juli 2026' },
      blok: { what: ['nomor blok segel', 'number of the sealed block'], example: '4821' },
      akar: { what: ['akar jejak audit hari itu', 'the day’s root of the audit'], example: 'a3f0…(64 huruf)' },
      perintah: { what: ['perintah pemeriksaan', 'the command that checks it'], example: 'bin/rukun audit verify …' },
      dinas: OFFICE,
    },
    needs: ['blok', 'akar', 'tanggal'],
    most: 2000,
    subject: 'Laporan harian {tanggal}',
    body: 'Laporan harian {dinas}, {tanggal}, terlampir.\n\nAkar jejak audit hari ini:\nblok {blok}\n{akar}\n\nSimpan surel ini di luar Dinas Sosial. Dengan akar ini setiap perubahan atau pemotongan jejak audit sesudahnya dapat dibuktikan:\n{perintah}',
  },
} as const satisfies Record<string, Kind>;

export type TemplateCode = keyof typeof TEMPLATES;
export type TemplateText = { subject: string; body: string };

export const TEMPLATE_CODES = Object.keys(TEMPLATES) as TemplateCode[];
export const kindOf = (code: TemplateCode): Kind => TEMPLATES[code];
export const isTemplateCode = (code: string): code is TemplateCode => code in TEMPLATES;

/** Puts values in the places of a text; a place without a value stays as it is written (it is filled later). */
export const fillTemplate = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

export const examplesOf = (code: TemplateCode): Record<string, string> =>
  Object.fromEntries(Object.entries(kindOf(code).places).map(([name, place]) => [name, place.example]));

/** Words that would tell a stranger with the phone in hand that somebody is registered or poor. */
const TELLING =
  /\b(bantuan|bansos|miskin|desil|dtsen|dtks|pkh|pbi|sembako|blt|penerima|terdaftar|tercatat|kemiskinan|prasejahtera|usulan|sanggah\w*)\b/i;

const named = (names: readonly string[]) => names.map((name) => `{${name}}`).join(', ');

const faultOf = (kind: Kind, field: 'subject' | 'body', text: string): string | undefined => {
  const where = field === 'subject' ? 'judul' : 'isi';
  if (text.trim() === '') return `Isi ${where} pesan.`;
  const unknown = [...text.matchAll(/\{([^{}]*)\}/g)]
    .map(([, name]) => name ?? '')
    .find((name) => !(name in kind.places));
  if (unknown !== undefined)
    return `Tanda {${unknown}} di ${where} tidak dikenal. Yang dapat dipakai di pesan ini: ${named(Object.keys(kind.places))}.`;
  if (/[{}]/.test(text.replaceAll(/\{\w+\}/g, '')))
    return `Ada kurung kurawal yang tidak berpasangan di ${where}. Tulis tanda isian seperti ${named(Object.keys(kind.places).slice(0, 1))}.`;
  if (holdsNumber(text))
    return `Ada nomor 16 angka di ${where}. Pesan tidak boleh memuat NIK atau nomor KK; hapus nomornya.`;
  const telling = kind.reader === 'warga' ? TELLING.exec(text)?.[0] : undefined;
  if (telling)
    return `Kata "${telling}" tidak boleh ada di pesan ini: pesan dapat terbaca orang lain. Tulis hanya bahwa ada kabar; isinya dibaca warga di halaman status.`;
  return undefined;
};

/** Refuses words that cannot be used, with one sentence a field: unknown or broken placeholders, numbers, telling words, length. */
export const requireTemplate = (code: TemplateCode, text: TemplateText): void => {
  const kind = kindOf(code);
  const fields: Record<string, string> = {};
  for (const field of ['subject', 'body'] as const) {
    const fault = faultOf(kind, field, text[field]);
    if (fault) fields[field] = fault;
  }
  const missing = kind.needs.find((name) => !`${text.subject} ${text.body}`.includes(`{${name}}`));
  if (missing && !fields['body'])
    fields['body'] = `Tanda {${missing}} harus ada: tanpa itu pembaca tidak tahu ${kind.places[missing]?.what[0]}.`;
  if (/\n/.test(text.subject)) fields['subject'] ??= 'Judul ditulis dalam satu baris.';
  if (text.subject.length > 150) fields['subject'] ??= 'Judul paling panjang 150 huruf.';
  if (text.body.length > kind.most) fields['body'] ??= `Isi pesan ini paling panjang ${kind.most} huruf.`;
  const [first] = Object.values(fields);
  if (first) refuse('pesan.templat', 422, first, { fields });
};
