import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, localDate, typed, uuid, version } from '#platform/http/shapes.ts';
import { DEATH_PROOFS } from '../actions/report-death.ts';
import { IDENTIFIER_KINDS, NO_NIK_REASONS } from '../domain/identifiers.ts';
import { birth, maybeTyped, sex, shdk, source, summary } from './shapes.ts';

export const searchPeopleContract = contract({
  method: 'GET',
  url: '/api/person',
  summary:
    'Find people in one’s area by name (misspelt too), NIK, KK, receipt number or address, with what is open for each',
  may: 'person.find',
  query: z.object({
    q: z.string().trim().max(120).default(''),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  reply: z.object({
    items: z.array(summary.extend({ open: z.object({ usulan: z.number(), aid: z.number(), tasks: z.number() }) })),
  }),
});

const occupationCode = z.number().int().min(1).max(89).nullish();
export const registerPersonContract = contract({
  method: 'POST',
  url: '/api/person',
  summary: 'Register a person with her family; doubtful numbers are kept as claims',
  may: 'person.register',
  body: z.object({
    name: typed(120, 'nama'),
    sex: sex.nullable().default(null),
    birth: birth.nullable().default(null),
    birthPlace: maybeTyped(80, 'Tempat lahir'),
    motherName: maybeTyped(120, 'Nama ibu'),
    occupationCode,
    occupation: maybeTyped(80, 'Pekerjaan'),
    phone: maybeTyped(30, 'Telepon'),
    nik: maybeTyped(40, 'NIK'),
    noNikReason: z.enum(NO_NIK_REASONS).nullish(),
    areaId: z.number({ error: 'Pilih tempat tinggalnya.' }).int(),
    family: z
      .object({
        familyId: uuid.optional(),
        nomorKk: maybeTyped(40, 'Nomor KK'),
        shdk: shdk.nullable(),
        address: maybeTyped(200, 'Alamat'),
      })
      .nullable()
      .default(null),
  }),
  reply: z.object({ personId: z.string(), familyId: z.string().nullable(), doubts: z.array(z.string()) }),
});

export const correctPersonContract = contract({
  method: 'POST',
  url: '/api/person/:id/correction',
  summary: 'Correct what a person is known by; the old value stays in the history with its source',
  may: 'person.register',
  params: idParams,
  body: z.object({
    version,
    reason: typed(300, 'alasan perbaikan', 3),
    source: source.default('petugas'),
    changes: z.object({
      nama: typed(120, 'nama').optional(),
      jenis_kelamin: sex.nullable().optional(),
      lahir: birth.nullable().optional(),
      tempat_lahir: maybeTyped(80, 'Tempat lahir'),
      nama_ibu: maybeTyped(120, 'Nama ibu'),
      pekerjaan: z
        .object({ code: z.number().int().min(1).max(89).nullable(), text: z.string().trim().max(80).nullable() })
        .nullable()
        .optional(),
      telepon: maybeTyped(30, 'Telepon'),
    }),
  }),
  reply: z.object({ version: z.number(), notInForce: z.array(z.string()) }),
});

export const reportDeathContract = contract({
  method: 'POST',
  url: '/api/person/:id/death-report',
  summary: 'Record that somebody reports this person’s death; a task asks for the proof within five office days',
  may: 'person.register',
  params: idParams,
  body: z.object({
    version,
    diedOn: localDate.nullable().default(null),
    reporter: typed(120, 'nama pelapor'),
    relation: typed(80, 'hubungan pelapor'),
  }),
  reply: z.object({ version: z.number(), dueOn: localDate }),
});

export const confirmDeathContract = contract({
  method: 'POST',
  url: '/api/person/:id/death-proof',
  summary: 'Record the proof of a death',
  may: 'person.register',
  params: idParams,
  body: z.object({
    version,
    diedOn: localDate,
    proof: z.enum(DEATH_PROOFS, { error: 'Pilih jenis buktinya.' }),
    number: typed(80, 'nomor bukti'),
  }),
  reply: z.object({ version: z.number() }),
});

export const withdrawDeathContract = contract({
  method: 'POST',
  url: '/api/person/:id/death-withdrawal',
  summary: 'Take back a false report of death in one act',
  may: 'person.register',
  params: idParams,
  body: z.object({ version, reason: typed(300, 'alasan', 3) }),
  reply: z.object({ version: z.number() }),
});

export const addNumberContract = contract({
  method: 'POST',
  url: '/api/person/:id/number',
  summary: 'Add a number (NIK, BPJS, KKS, …) to a person; doubtful or taken, it is kept as a claim',
  may: 'person.register',
  params: idParams,
  body: z.object({
    version,
    kind: z.enum(IDENTIFIER_KINDS),
    value: typed(40, 'nomor'),
    source: source.default('petugas'),
  }),
  reply: z.object({ version: z.number(), doubts: z.array(z.string()) }),
});

export const settleNumberContract = contract({
  method: 'POST',
  url: '/api/person/:id/number-ruling',
  summary: 'Decide a doubtful number: wrong, no longer used, or rightfully this person’s',
  may: 'quality.settle',
  params: idParams,
  body: z.object({
    version,
    numberId: uuid,
    verdict: z.enum(['salah', 'nonaktif', 'pemegang']),
    reason: typed(300, 'alasan', 3),
  }),
  reply: z.object({ version: z.number() }),
});

export const assessPpksContract = contract({
  method: 'POST',
  url: '/api/person/:id/ppks',
  summary: 'Record a dated PPKS assessment of a type the registry may hold',
  may: 'person.register',
  params: idParams,
  body: z.object({ code: z.string().max(10), since: localDate, basis: typed(200, 'dasar asesmen', 3) }),
  reply: z.object({ assessmentId: z.string(), doubts: z.array(z.string()) }),
});
