import type { LocalDate } from '#kernel/local-date.ts';
import type { Draft, Kind, Relation, Submission } from '#modules/intake/index.ts';
import type { ListGround, Objection } from '#modules/objection/index.ts';
import type { Matter } from './matters.ts';

/** What a citizen may ask for here. An objection has a door of its own and is not among the answers. */
export const ASKED_KINDS = ['baru', 'perubahan', 'reaktivasi_pbi', 'pengaduan'] as const satisfies readonly Kind[];
export type PortalKind = (typeof ASKED_KINDS)[number] | 'sanggah';
export const PORTAL_RELATIONS = ['diri_sendiri', 'keluarga', 'tetangga', 'lain'] as const satisfies readonly Relation[];
export type PortalRelation = (typeof PORTAL_RELATIONS)[number];

const ALL_QUESTIONS = [
  'untuk',
  'perihal',
  'nama',
  'lahir',
  'nomor',
  'kecamatan',
  'desa',
  'alamat',
  'sedesa',
  'dasar',
  'tentang',
  'kontak',
  'alasan',
] as const;
export type QuestionId = (typeof ALL_QUESTIONS)[number];

const PROPOSING: readonly QuestionId[] = [
  'untuk',
  'perihal',
  'nama',
  'lahir',
  'nomor',
  'kecamatan',
  'desa',
  'alamat',
  'kontak',
  'alasan',
];
/** An objection asks nothing of the listed family that only the family knows. */
const OBJECTING: readonly QuestionId[] = ['nama', 'kecamatan', 'desa', 'alamat', 'sedesa', 'dasar', 'alasan', 'kontak'];

/** A complaint is about a matter, not about a person, and may come without a name. */
const COMPLAINING: readonly QuestionId[] = ['tentang', 'kecamatan', 'desa', 'alasan', 'kontak'];

/** The questions of what is being filled in, in their order. */
export const questionsOf = (answers: Answers): readonly QuestionId[] => {
  if (answers.complains) return COMPLAINING;
  return answers.kind === 'sanggah' ? OBJECTING : PROPOSING;
};

/** Everything typed so far. A question that was passed with nothing stands in `passed` only: unknown is an answer too. */
export type Answers = {
  passed: QuestionId[];
  relation?: PortalRelation;
  kind?: PortalKind;
  name?: string;
  sex?: 'L' | 'P';
  birthOn?: LocalDate;
  /** Said when she does not know her birth date: she is 17 or older. */
  adult?: boolean;
  nik?: string;
  nomorKk?: string;
  kecamatanId?: number;
  desaId?: number;
  rtAreaId?: number;
  address?: string;
  /** Whoever objects says that she lives in the desa of the listed family. */
  sameDesa?: boolean;
  ground?: ListGround;
  /** A complaint from its own door: what it is about, and whether it comes without a name. */
  complains?: boolean;
  matter?: Matter;
  isNameless?: boolean;
  reporterName?: string;
  phone?: string;
  reason?: string;
};

export const NO_ANSWERS: Answers = { passed: [] };
/** What an objection begins with: it is always about somebody else. */
export const OBJECTION_ANSWERS: Answers = { passed: [], relation: 'lain', kind: 'sanggah' };

/** What a complaint begins with. */
export const COMPLAINT_ANSWERS: Answers = { passed: [], relation: 'lain', kind: 'pengaduan', complains: true };
/** Questions whose answers stay for another person of the same house or group: where, and who asks. */
const SHARED: readonly QuestionId[] = ['untuk', 'perihal', 'kecamatan', 'desa', 'alamat', 'kontak'];
/** What stays of a proposal that was sent, for a day, so that the next of a group need not type it again: no name, no number, no reason. */
export const groupAnswers = (answers: Answers): Answers => {
  if (answers.complains || answers.kind === 'sanggah') return NO_ANSWERS;
  const { kind, kecamatanId, desaId, rtAreaId, address, phone } = answers;
  const isSelf = answers.relation === 'diri_sendiri';
  const reporterName = isSelf ? answers.name : answers.reporterName;
  return {
    passed: answers.passed.filter((question) => SHARED.includes(question)),
    relation: isSelf ? 'keluarga' : (answers.relation ?? 'lain'),
    ...(kind ? { kind } : {}),
    ...(kecamatanId ? { kecamatanId } : {}),
    ...(desaId ? { desaId } : {}),
    ...(rtAreaId ? { rtAreaId } : {}),
    ...(address ? { address } : {}),
    ...(reporterName ? { reporterName } : {}),
    ...(phone ? { phone } : {}),
  };
};

export const isQuestion = (text: string): text is QuestionId => (ALL_QUESTIONS as readonly string[]).includes(text);

/** The next question without an answer, or undefined when everything can be checked and sent. */
export const nextQuestion = (answers: Answers): QuestionId | undefined =>
  questionsOf(answers).find((question) => !answers.passed.includes(question));

/** Where a question stands, from 1; 0 when it is not asked here. */
export const questionNumber = (answers: Answers, question: QuestionId): number =>
  questionsOf(answers).indexOf(question) + 1;
export const previousQuestion = (answers: Answers, question: QuestionId): QuestionId | undefined =>
  questionsOf(answers)[questionsOf(answers).indexOf(question) - 1];

const given = <T>(value: T | undefined, question: QuestionId): T => {
  if (value === undefined) throw new Error(`the answer to ${question} is missing although it was passed`);
  return value;
};

const draftOf = (answers: Answers): Draft => ({
  name: given(answers.name, 'nama'),
  address: given(answers.address, 'alamat'),
  ...(answers.nik ? { nik: answers.nik } : {}),
  ...(answers.nomorKk ? { nomorKk: answers.nomorKk } : {}),
  ...(answers.birthOn ? { birthOn: answers.birthOn } : {}),
  ...(answers.sex ? { sex: answers.sex } : {}),
  ...(answers.rtAreaId ? { rtAreaId: answers.rtAreaId } : {}),
  ...(answers.phone ? { phone: answers.phone } : {}),
});

const toComplaint = (answers: Answers, id: string): Submission => ({
  id,
  kind: 'pengaduan',
  channel: 'portal',
  draft: { name: 'Pengaduan warga', address: 'Tidak disebut', ...(answers.phone ? { phone: answers.phone } : {}) },
  areaId: given(answers.desaId, 'desa'),
  reporterName: answers.reporterName ?? 'Tidak disebut',
  reporterPhone: answers.phone,
  relation: 'lain',
  consent: 'tidak_perlu',
  reason: given(answers.reason, 'alasan'),
  facts: { tentang: given(answers.matter, 'tentang') },
  isAnonymous: answers.isNameless === true,
  skipRt: true,
});

/** The proposal that complete answers make. */
export const toSubmission = (answers: Answers, id: string, skipRt: boolean): Submission => {
  if (answers.complains) return toComplaint(answers, id);
  const relation = given(answers.relation, 'untuk');
  const reporter = relation === 'diri_sendiri' ? answers.name : answers.reporterName;
  return {
    id,
    kind: given(answers.kind, 'perihal'),
    channel: 'portal',
    draft: draftOf(answers),
    areaId: given(answers.desaId, 'desa'),
    reporterName: given(reporter, 'kontak'),
    reporterPhone: answers.phone,
    relation,
    consent: 'daring',
    reason: given(answers.reason, 'alasan'),
    skipRt,
  };
};

/** The objection that complete answers make. The desa of whoever objects is the listed family's own, as she said. */
export const toObjection = (answers: Answers, id: string): Objection & { id: string } => {
  const desaId = given(answers.desaId, 'desa');
  const { kind: _kind, ...submission } = toSubmission(answers, id, true);
  return {
    ...submission,
    id,
    about: 'daftar',
    ground: given(answers.ground, 'dasar'),
    objectorDesaId: answers.sameDesa ? desaId : 0,
  };
};
