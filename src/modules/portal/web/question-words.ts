import type { ListGround } from '#modules/objection/index.ts';
import { ASKED_KINDS, type PortalKind, type PortalRelation, type QuestionId } from '../domain/answers.ts';
import { GROUND_CODES, GROUNDS } from '../domain/grounds.ts';
import { MATTER_CODES, MATTERS, type Matter } from '../domain/matters.ts';
import type { Choice } from './Fields.tsx';
import type { Say } from './frame.ts';

type Words = readonly [id: string, en: string];

/** The heading of each question: asked of oneself, and (when it differs) of another. */
export const TITLES: Readonly<Record<QuestionId, readonly [self: Words, other?: Words]>> = {
  untuk: [['Untuk siapa pengajuan ini?', 'Whom is this request for?']],
  perihal: [['Apa yang Anda minta?', 'What are you asking for?']],
  nama: [
    ['Siapa nama Anda?', 'What is your name?'],
    ['Siapa nama orang itu?', 'What is that person’s name?'],
  ],
  lahir: [
    ['Kapan Anda lahir?', 'When were you born?'],
    ['Kapan orang itu lahir?', 'When was that person born?'],
  ],
  nomor: [
    ['NIK dan Nomor KK Anda', 'Your NIK and KK number'],
    ['NIK dan Nomor KK orang itu', 'That person’s NIK and KK number'],
  ],
  kecamatan: [
    ['Di kecamatan mana Anda tinggal?', 'In which kecamatan do you live?'],
    ['Di kecamatan mana orang itu tinggal?', 'In which kecamatan does that person live?'],
  ],
  desa: [['Di desa atau kelurahan mana?', 'In which desa or kelurahan?']],
  alamat: [
    ['Di mana rumah Anda?', 'Where is your house?'],
    ['Di mana rumah orang itu?', 'Where is that person’s house?'],
  ],
  sedesa: [['Apakah Anda tinggal di desa atau kelurahan yang sama?', 'Do you live in the same desa or kelurahan?']],
  dasar: [['Apa yang tidak sesuai?', 'What does not fit?']],
  tentang: [['Tentang apa pengaduan ini?', 'What is this complaint about?']],
  kontak: [
    ['Bagaimana petugas menghubungi Anda?', 'How can officers reach you?'],
    ['Siapa Anda?', 'Who are you?'],
  ],
  alasan: [
    ['Bagaimana keadaan Anda?', 'How are things with you?'],
    ['Bagaimana keadaan orang itu?', 'How are things with that person?'],
  ],
};

/** The same questions when somebody objects: they are about the listed family. */
export const OBJECTION_TITLES: Readonly<Partial<Record<QuestionId, Words>>> = {
  nama: ['Siapa nama kepala keluarga yang tercatat?', 'Who is the head of the listed family?'],
  kecamatan: ['Di kecamatan mana keluarga itu tercatat?', 'In which kecamatan is the family listed?'],
  alamat: ['Di mana alamatnya?', 'What is the address?'],
  kontak: ['Siapa Anda?', 'Who are you?'],
  alasan: ['Apa yang Anda ketahui?', 'What do you know?'],
};

/** When somebody complains. */
export const COMPLAINT_TITLES: Readonly<Partial<Record<QuestionId, Words>>> = {
  kecamatan: ['Di kecamatan mana hal ini terjadi?', 'In which kecamatan did it happen?'],
  alasan: ['Apa yang terjadi?', 'What happened?'],
  kontak: ['Siapa Anda? (boleh tanpa nama)', 'Who are you? (a name is not needed)'],
};

const RELATIONS: Readonly<Record<PortalRelation, Words>> = {
  diri_sendiri: ['Diri saya sendiri', 'Myself'],
  keluarga: ['Anggota keluarga saya', 'A member of my family'],
  tetangga: ['Tetangga saya', 'A neighbour'],
  lain: ['Orang lain', 'Somebody else'],
};

const KINDS: Readonly<Record<PortalKind, readonly [label: Words, hint: Words]>> = {
  baru: [
    ['Diusulkan untuk bantuan', 'To be proposed for aid'],
    ['Belum pernah didata, atau belum mendapat bantuan', 'Never surveyed, or without aid so far'],
  ],
  perubahan: [
    ['Data diperbarui', 'Data to be renewed'],
    ['Keadaan berubah, pindah, atau data keliru', 'Things changed, moved, or data is wrong'],
  ],
  reaktivasi_pbi: [
    ['BPJS dari pemerintah (PBI) aktif kembali', 'State-paid BPJS (PBI) active again'],
    ['Tidak aktif padahal sedang perlu berobat', 'It is off while treatment is needed'],
  ],
  pengaduan: [
    ['Penjelasan', 'An explanation'],
    ['Bertanya atau mengadu, misalnya mengapa bantuan berhenti', 'A question or complaint, such as why aid stopped'],
  ],
  sanggah: [
    ['Sanggahan', 'An objection'],
    ['Data keluarga lain di desa yang sama tidak sesuai', 'What is listed of another family of the same desa is wrong'],
  ],
};

export const relationLabel = (relation: PortalRelation, say: Say): string => say(...RELATIONS[relation]);
export const kindLabel = (kind: PortalKind, say: Say): string => say(...KINDS[kind][0]);

export const relationChoices = (say: Say): Choice[] =>
  (Object.keys(RELATIONS) as PortalRelation[]).map((value) => ({ value, label: relationLabel(value, say) }));
export const matterLabel = (matter: Matter, say: Say): string => {
  const [id, en] = MATTERS[matter];
  return say(id, en);
};
export const matterChoices = (say: Say): Choice[] =>
  MATTER_CODES.map((value) => ({ value, label: matterLabel(value, say) }));
export const groundLabel = (ground: ListGround, say: Say): string => say(...GROUNDS[ground]);
export const groundChoices = (say: Say): Choice[] =>
  GROUND_CODES.map((value) => ({ value, label: groundLabel(value, say) }));
export const kindChoices = (say: Say): Choice[] =>
  ASKED_KINDS.map((value) => ({
    value,
    label: kindLabel(value, say),
    hint: say(...KINDS[value][1]),
  }));
