import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, localDate, page, typed, uuid, version } from '#platform/http/shapes.ts';
import { usulanDetail } from './contract-detail.ts';
import { queueRow, words } from './contract-shapes.ts';
import { CHANNELS, CONSENTS, KINDS, keysOf, RELATIONS, STATES, TIE_RELATIONS, TRACKS } from './domain/kinds.ts';
import { STAGES } from './domain/stages.ts';
import { VERVAL_RESULTS } from './domain/verval.ts';

const kind = z.enum(keysOf(KINDS));
const stage = z.enum(keysOf(STAGES));
const track = z.enum(keysOf(TRACKS));
const tieRelation = z.enum(keysOf(TIE_RELATIONS), { error: 'Pilih hubungannya.' });
const areaId = z.number().int().positive({ error: 'Pilih desa/kelurahan atau RT.' });
const blank = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Paling panjang ${most} huruf.` })
    .optional();
export const advanced = z.object({
  usulanId: z.string(),
  state: z.enum(keysOf(STATES)),
  stage: stage.nullable(),
  tracks: z.array(track),
  dueOn: z.string(),
  version: z.number(),
});
const reasonCode = z.string().min(1, { error: 'Pilih alasannya.' }).max(60);
const text = z.string().trim().max(1000, { error: 'Keterangan paling panjang 1000 huruf.' }).default('');

export const submitUsulan = contract({
  method: 'POST',
  url: '/api/usulan',
  summary: 'Propose somebody: a person of the register or a draft; gives receipt number and PIN, once',
  may: 'usulan.propose',
  body: z.object({
    kind,
    channel: z.enum(keysOf(CHANNELS)),
    subjectPersonId: uuid.optional(),
    draft: z
      .object({
        name: typed(120, 'nama'),
        nik: blank(40),
        nomorKk: blank(40),
        birthOn: localDate.optional(),
        sex: z.enum(['L', 'P']).optional(),
        address: typed(300, 'alamat'),
        rtAreaId: areaId.optional(),
        phone: blank(30),
      })
      .optional(),
    areaId: areaId.optional(),
    reporterName: typed(120, 'nama pengusul'),
    relation: z.enum(keysOf(RELATIONS)),
    consent: z.enum(keysOf(CONSENTS), { error: 'Pilih bagaimana persetujuan warga diberikan.' }),
    reason: typed(1000, 'alasan mengusulkan', 5),
    facts: z.record(z.string().max(40), z.string().max(300)).default({}),
    witness: blank(120),
    isAnonymous: z.boolean().default(false),
    skipRt: z.boolean().default(false),
    tie: z.object({ official: typed(120, 'nama atau jabatan pejabat'), relation: tieRelation }).optional(),
  }),
  reply: z.object({ usulanId: z.string(), receiptNumber: z.string(), pin: z.string() }),
});

export const listUsulan = contract({
  method: 'GET',
  url: '/api/usulan',
  summary: 'A queue: usulan at a stage in the actor’s sight, the longest waiting citizen first',
  may: 'usulan.read',
  query: page.extend({
    stage: stage.optional(),
    state: z.enum(keysOf(STATES)).default('berjalan'),
    kind: kind.optional(),
    areaId: z.coerce.number().int().optional(),
    late: z.stringbool().default(false),
  }),
  reply: z.object({ items: z.array(queueRow), next: z.string().nullable(), total: z.number(), late: z.number() }),
});

export const readUsulan = contract({
  method: 'GET',
  url: '/api/usulan/:id',
  summary: 'One usulan: what changes, the evidence, what happened, what this actor may do',
  may: 'usulan.read',
  params: idParams,
  reply: usulanDetail,
});

export const linkSubject = contract({
  method: 'POST',
  url: '/api/usulan/:id/subject',
  summary: 'Link the usulan to a person of the register',
  may: 'usulan.link',
  params: idParams,
  body: z.object({ version, personId: uuid }),
  reply: z.object({ usulanId: z.string(), personId: z.string(), version: z.number(), doubts: z.array(z.string()) }),
});
export const createSubject = contract({
  method: 'POST',
  url: '/api/usulan/:id/new-subject',
  summary: 'Make a person of the draft when the search found nobody, and link the usulan to her',
  may: 'person.register',
  params: idParams,
  body: z.object({ version, shdk: z.number().int().min(1).max(11).nullable() }),
  reply: z.object({ usulanId: z.string(), personId: z.string(), version: z.number(), doubts: z.array(z.string()) }),
});

const act = <const U extends string, B extends z.ZodType>(url: U, summary: string, body: B) =>
  contract({
    method: 'POST',
    url: `/api/usulan/:id/${url}` as `/api/usulan/:id/${U}`,
    summary,
    params: idParams,
    body,
    reply: advanced,
  });
const reasoned = z.object({ version, reasonCode, text });

export const acceptUsulan = act('acceptance', 'This stage is done: on to the next', reasoned);
export const askUsulan = act(
  'request',
  'Ask for what is missing; the citizen reads it',
  reasoned.extend({ missing: typed(600, 'apa yang perlu dilengkapi', 5) }),
);
export const completeUsulan = act(
  'completion',
  'What was missing has come',
  z.object({ version, text: typed(1000, 'apa yang dilengkapi', 5) }),
);
export const returnUsulan = act('return', 'Back to an earlier stage', reasoned.extend({ toStage: stage }));
export const postponeUsulan = act('postponement', 'Stays at this stage for now', reasoned);
export const refuseUsulan = act('refusal', 'Refuse, with a coded reason and a text', reasoned);
export const approveUsulan = act(
  'approval',
  'Approve for one or both tracks',
  reasoned.extend({ tracks: z.array(track).max(2) }),
);
export const withdrawUsulan = act('withdrawal', 'Withdraw at the citizen’s or reporter’s wish', reasoned);
export const recordVerval = act(
  'verval',
  'Keep a visit: its result and the answers to the nine criteria',
  z.object({
    version,
    visitedOn: localDate,
    result: z.enum(keysOf(VERVAL_RESULTS), { error: 'Pilih hasil kunjungan.' }),
    respondent: z.string().trim().max(120).default(''),
    notes: z.string().trim().max(1000).default(''),
    answers: z.record(z.string(), z.enum(['ya', 'tidak', 'tidak_tahu', 'menolak'])).default({}),
  }),
);

export const changeFacts = contract({
  method: 'PUT',
  url: '/api/usulan/:id/facts',
  summary: 'Complete or mend what the kind asks for beside the person',
  may: 'usulan.read',
  params: idParams,
  body: z.object({ version, facts: z.record(z.string().max(40), z.string().max(300)) }),
  reply: z.object({ version: z.number() }),
});

export const holdUsulan = contract({
  method: 'POST',
  url: '/api/usulan/:id/hand',
  summary: 'Take a usulan in hand, let it go, or take it over with a reason; a mark, no lock',
  may: 'usulan.read',
  params: idParams,
  body: z.object({ hold: z.boolean(), reason: z.string().trim().max(200).default('') }),
  reply: z.object({ holder: z.string().nullable() }),
});

export const declareTie = contract({
  method: 'POST',
  url: '/api/usulan/:id/tie',
  summary: 'Record that an official has a tie to the people of a usulan; with one’s own the actor handles it no more',
  may: 'usulan.read',
  params: idParams,
  body: z.object({
    official: z.string().trim().max(120).default(''),
    relation: tieRelation,
    note: z.string().trim().max(300).default(''),
    isOwn: z.boolean(),
  }),
  reply: z.object({ declared: z.literal(true) }),
});

export const openEvidence = contract({
  method: 'POST',
  url: '/api/usulan/:id/opening',
  summary: 'The actor opened a part of the evidence; kept with the decision',
  may: 'usulan.read',
  params: idParams,
  body: z.object({ part: z.enum(['pengajuan', 'verval', 'berkas', 'register']) }),
  reply: z.object({ opened: z.array(z.string()) }),
});
export const addFile = contract({
  method: 'PUT',
  url: '/api/usulan/:id/file',
  summary: 'Add a photo or paper (PDF, JPG, PNG as the raw body)',
  params: idParams,
  query: z.object({
    kind: z.enum(['ktp', 'kk', 'rumah', 'listrik', 'surat', 'lain']),
    name: z.string().max(200).default('berkas'),
    lat: z.coerce.number().min(-90).max(90).optional(),
    lng: z.coerce.number().min(-180).max(180).optional(),
    accuracy: z.coerce.number().int().min(0).max(100_000).optional(),
  }),
  reply: z.object({ fileId: z.string(), doubts: z.array(z.string()) }),
});
export const openFile = contract({
  method: 'GET',
  url: '/api/usulan/:id/file/:fileId',
  summary: 'A photo or paper of the usulan; opening it is logged',
  may: 'usulan.read',
  params: idParams.extend({ fileId: uuid }),
  reply: z.unknown(),
});
export const renewPin = contract({
  method: 'POST',
  url: '/api/usulan/:id/pin',
  summary: 'A new PIN for a citizen who lost hers',
  params: idParams,
  body: z.object({}),
  reply: z.object({ receiptNumber: z.string(), pin: z.string() }),
});
export const askRt = contract({
  method: 'POST',
  url: '/api/usulan/:id/rt-question',
  summary: 'Ask the RT head whether she lives in his RT',
  may: 'usulan.check',
  params: idParams,
  body: z.object({}),
  reply: z.object({ asked: z.boolean() }),
});

export const readVervalForm = contract({
  method: 'GET',
  url: '/api/intake/verval-form',
  summary: 'The nine criteria as a form: questions, answers, source',
  may: 'usulan.verify_field',
  reply: z.object({
    form: z.string(),
    no: z.number(),
    source: z.string(),
    questions: z.array(z.object({ no: z.number(), field: z.string(), label: words, text: words })),
  }),
});

export const readMonth = contract({
  method: 'GET',
  url: '/api/intake/month',
  summary: 'The month of a desk: calendar marks, piles with counts',
  may: 'usulan.read',
  reply: z.object({
    today: z.string(),
    from: z.string(),
    to: z.string(),
    marks: z.array(z.object({ date: z.string(), label: words })),
    holidays: z.array(z.object({ date: z.string(), name: z.string() })),
    piles: z.array(z.object({ stage, running: z.number(), late: z.number(), waiting: z.number(), mine: z.boolean() })),
    decided: z.object({ disetujui: z.number(), ditolak: z.number(), ditarik: z.number() }),
  }),
});

export const listOwn = contract({
  method: 'GET',
  url: '/api/intake/own',
  summary: 'What the actor proposed, the latest step first',
  may: 'usulan.propose',
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        receiptNumber: z.string(),
        name: z.string(),
        kind,
        state: z.enum(keysOf(STATES)),
        stage: stage.nullable(),
        asked: z.string().nullable(),
        lastOn: z.string(),
        submittedOn: z.string(),
        dueOn: z.string(),
        lastSentence: z.string(),
        version: z.number(),
      }),
    ),
  }),
});
export const confirmPresence = contract({
  method: 'POST',
  url: '/api/rt/neighbour/:id/presence',
  summary: 'The RT head says that a neighbour still lives here',
  may: 'rt.read',
  params: idParams,
  reply: z.object({ confirmedOn: z.string() }),
});
export const readRt = contract({
  method: 'GET',
  url: '/api/rt',
  summary: 'The RT head’s page: questions to him, and his neighbours by name and address only',
  may: 'rt.read',
  reply: z.object({
    area: z.object({ id: z.number(), label: z.string() }),
    tasks: z.array(z.object({ id: z.string(), title: z.string(), detail: z.string(), dueOn: z.string().nullable() })),
    neighbours: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        address: z.string().nullable(),
        confirmedOn: z.string().nullable(),
      }),
    ),
  }),
});
export const answerRt = contract({
  method: 'POST',
  url: '/api/rt/task/:id/answer',
  summary: 'The RT head’s answer to a question',
  may: 'rt.read',
  params: idParams,
  body: z.object({ answer: z.enum(['ya', 'tidak', 'tidak_tahu']) }),
  reply: z.object({ answered: z.boolean() }),
});

export { chooseOrder, readStages, setMonthMarks } from './contract-stages.ts';
