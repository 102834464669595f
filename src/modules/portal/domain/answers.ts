import type { LocalDate } from '#kernel/local-date.ts';
import type { Draft, Kind, Relation, Submission } from '#modules/intake/index.ts';

/** What a citizen may ask for here. */
export const PORTAL_KINDS = ['baru', 'perubahan', 'reaktivasi_pbi', 'pengaduan'] as const satisfies readonly Kind[];
export type PortalKind = (typeof PORTAL_KINDS)[number];
export const PORTAL_RELATIONS = ['diri_sendiri', 'keluarga', 'tetangga', 'lain'] as const satisfies readonly Relation[];
export type PortalRelation = (typeof PORTAL_RELATIONS)[number];

export const QUESTIONS = [
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
] as const;
export type QuestionId = (typeof QUESTIONS)[number];

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
  reporterName?: string;
  phone?: string;
  reason?: string;
};

export const NO_ANSWERS: Answers = { passed: [] };

export const isQuestion = (text: string): text is QuestionId => (QUESTIONS as readonly string[]).includes(text);

/** The next question without an answer, or undefined when everything can be checked and sent. */
export const nextQuestion = (answers: Answers): QuestionId | undefined =>
  QUESTIONS.find((question) => !answers.passed.includes(question));

/** Where a question stands: 1 to 10. */
export const questionNumber = (question: QuestionId): number => QUESTIONS.indexOf(question) + 1;
export const previousQuestion = (question: QuestionId): QuestionId | undefined =>
  QUESTIONS[QUESTIONS.indexOf(question) - 1];

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

/** The proposal that complete answers make. */
export const toSubmission = (answers: Answers, id: string, skipRt: boolean): Submission => {
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
