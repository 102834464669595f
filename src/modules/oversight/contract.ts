import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, localDate, typed, uuid, version } from '#platform/http/shapes.ts';

const paging = {
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
const trace = z.object({
  seq: z.string(),
  at: instant,
  username: z.string(),
  position: z.string().nullable(),
  role: z.string().nullable(),
  event: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  areaName: z.string().nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  purpose: z.string().nullable(),
  block: z.string().nullable(),
});

export const listAudit = contract({
  method: 'GET',
  url: '/api/audit',
  summary: 'The audit trail, newest first; values of protected subjects are not in it',
  may: 'audit.read',
  query: z.object({
    event: z.string().trim().max(60).default(''),
    username: z.string().trim().max(80).default(''),
    subject: z.string().trim().max(80).default(''),
    from: localDate.optional(),
    until: localDate.optional(),
    ...paging,
  }),
  reply: z.object({ items: z.array(trace), next: z.string().nullable() }),
});
export const listReadings = contract({
  method: 'GET',
  url: '/api/access-log',
  summary: 'Who opened which full record, and why',
  may: 'audit.read',
  query: z.object({
    username: z.string().trim().max(80).default(''),
    subject: z.string().trim().max(80).default(''),
    ...paging,
  }),
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        at: instant,
        username: z.string(),
        name: z.string(),
        subjectKind: z.string(),
        subjectId: z.string(),
        purpose: z.string(),
        text: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
});
export const getSeal = contract({
  method: 'GET',
  url: '/api/audit/seal',
  summary: 'The last sealed block: its root is what the daily report prints',
  may: 'audit.read',
  reply: z.object({ block: z.string(), root: z.string(), sealedAt: instant.nullable(), waiting: z.number() }),
});

const clock = z.enum(['selesai', 'berjalan', 'lewat', 'selesai_lewat']);
/** A day and the clock on the wall of the agency, "14.30" or "14:30". */
const moment = z.object({
  day: localDate,
  time: z.string().regex(/^([01]?\d|2[0-3])[.:][0-5]\d$/, { error: 'Isi jam seperti 14.30.' }),
});
const requestKind = z.enum(['lihat', 'perbaiki', 'hapus', 'keberatan', 'salinan']);
const channel = z.enum(['loket', 'surat', 'portal', 'telepon']);
const capacity = z.enum(['sendiri', 'wali', 'kuasa']);

export const listSubjectRequests = contract({
  method: 'GET',
  url: '/api/subject-request',
  summary: 'Citizens’ requests about their own data (UU 27/2022), the open ones first',
  may: 'privacy.manage',
  reply: z.object({
    items: z.array(
      z.object({
        id: uuid,
        askedAt: instant,
        dueAt: instant,
        clock,
        kind: requestKind,
        channel,
        asker: z.string(),
        capacity,
        proof: z.string(),
        wish: z.string(),
        personId: uuid.nullable(),
        answerKind: z.enum(['dipenuhi', 'sebagian', 'ditolak']).nullable(),
        answer: z.string().nullable(),
        legalBasis: z.string().nullable(),
        answeredAt: instant.nullable(),
        answeredBy: z.string().nullable(),
        version,
      }),
    ),
  }),
});
export const recordSubjectRequest = contract({
  method: 'POST',
  url: '/api/subject-request',
  summary: 'Take in a citizen’s request about her own data',
  may: 'privacy.manage',
  body: z.object({
    asked: moment,
    kind: requestKind,
    channel,
    asker: typed(160, 'nama pemohon'),
    capacity,
    proof: typed(160, 'bukti diri yang dilihat'),
    wish: typed(1000, 'isi permintaan'),
    personId: uuid.nullable().default(null),
  }),
  reply: z.object({ requestId: uuid }),
});
export const answerSubjectRequest = contract({
  method: 'POST',
  url: '/api/subject-request/:id/answer',
  summary: 'Answer a request; a refusal names its legal basis',
  may: 'privacy.manage',
  params: idParams,
  body: z.object({
    kind: z.enum(['dipenuhi', 'sebagian', 'ditolak']),
    text: typed(2000, 'jawaban'),
    legalBasis: z.string().trim().max(200).nullable().default(null),
    version,
  }),
  reply: z.object({ answered: z.literal(true) }),
});

export const listBreaches = contract({
  method: 'GET',
  url: '/api/breach',
  summary: 'Incidents of personal data with their two clocks',
  may: 'privacy.manage',
  reply: z.object({
    items: z.array(
      z.object({
        id: uuid,
        foundAt: instant,
        dueAt: instant,
        what: z.string(),
        fields: z.string(),
        people: z.number().nullable(),
        recordedBy: z.string(),
        containedAt: instant.nullable(),
        containedHow: z.string().nullable(),
        subjectsToldAt: instant.nullable(),
        subjectsToldHow: z.string().nullable(),
        subjectsClock: clock,
        authorityToldAt: instant.nullable(),
        authorityToldHow: z.string().nullable(),
        authorityClock: clock,
        version,
      }),
    ),
  }),
});
export const recordBreach = contract({
  method: 'POST',
  url: '/api/breach',
  summary: 'Record an incident of personal data',
  may: 'privacy.manage',
  body: z.object({
    found: moment,
    what: typed(2000, 'apa yang terjadi'),
    fields: typed(300, 'jenis data'),
    people: z.number().int().min(0).nullable().default(null),
  }),
  reply: z.object({ breachId: uuid }),
});
export const recordBreachStep = contract({
  method: 'POST',
  url: '/api/breach/:id/step',
  summary: 'Record that an incident was contained, or told to the people concerned or to the authority',
  may: 'privacy.manage',
  params: idParams,
  body: z.object({
    step: z.enum(['contained', 'subjects_told', 'authority_told']),
    when: moment,
    how: typed(1000, 'cara dan isinya'),
    version,
  }),
  reply: z.object({ version }),
});
