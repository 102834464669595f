import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, localDate, rupiahDigits, typed, uuid, version } from '#platform/http/shapes.ts';

const verdict = z.enum(['ya', 'tidak', 'belum']);
const place = z.enum(['masuk', 'ditahan', 'cadangan', 'tidak']);
const rowKind = z.enum(['syarat', 'pengecualian', 'prioritas'], { error: 'Pilih jenis baris.' });
const bidang = z.enum(['sekretariat', 'rehabilitasi', 'pemberdayaan', 'linjamsos', 'bencana'], {
  error: 'Pilih bidang.',
});
const count = z.number().int().min(0).max(10_000_000);
const amount = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, { error: 'Isi jumlah rupiah di atas nol dengan angka bulat, tanpa titik dan tanpa sen.' });

const ruleRow = z.object({
  kind: rowKind,
  expr: typed(2000, 'ungkapan aturan'),
  reason: z.string().trim().max(500).default(''),
  basis: z.string().trim().max(300).default(''),
  poorerReason: z
    .object({
      code: z.enum(['usaha_produktif', 'sudah_dibantu', 'sasaran_menengah', 'lainnya']),
      article: z.string().max(300),
    })
    .optional(),
});

const rankBy = z.discriminatedUnion('by', [
  z.object({ by: z.literal('desil'), unknownAfter: z.number().int().min(0).max(10).optional() }),
  z.object({ by: z.literal('kriteria') }),
  z.object({ by: z.literal('skor_lokal') }),
  z.object({ by: z.literal('urutan') }),
]);
const tie = z.enum([
  'lansia_sendiri',
  'disabilitas',
  'balita',
  'umur_tertua',
  'kriteria',
  'menunggu',
  'anggota_terbanyak',
]);

const terms = z.object({
  juknis: z.string().trim().max(20_000).default(''),
  targetUnit: z.enum(['orang', 'keluarga'], { error: 'Pilih satuan sasaran.' }),
  rules: z.array(ruleRow).max(60),
  unknownPolicy: z.enum(['kecualikan_dengan_tugas', 'nilai_sembilan_kriteria'], {
    error: 'Pilih apa yang berlaku bila desil belum diketahui.',
  }),
  criteriaLeast: z.number().int().min(1).max(9).nullable(),
  rankBy,
  tieOrder: z.array(tie).max(7),
  benefit: amount,
  period: typed(60, 'periode'),
  maxCount: count.nullable(),
  ceiling: amount.nullable(),
  payee: z.enum(['kepala', 'anggota']),
  payeeRule: z.string().trim().max(500).nullable(),
  holdUntil: localDate.nullable(),
  decreeBy: z.enum(['kepala_daerah', 'kepala_dinas'], { error: 'Pilih siapa yang menandatangani SK.' }),
  parafChain: z.array(z.string().max(60)).max(8),
  quota: z.array(z.object({ areaId: z.number().int(), quota: count })).max(5000),
});

const problem = z.object({
  level: z.enum(['error', 'warning']),
  row: z.number().nullable(),
  field: z.string().nullable(),
  message: z.string(),
  needsReason: z.boolean(),
});

const familyLine = z.object({
  familyId: uuid,
  name: z.string(),
  maskedNik: z.string().nullable(),
  areaLabel: z.string(),
  place,
  verdict,
  rank: z.number().nullable(),
  reserveNo: z.number().nullable(),
  position: z.string(),
  why: z.string(),
  heldUntil: localDate.nullable(),
});
const missingLine = familyLine.extend({ missing: z.array(z.string()) });

const counts = z.object({
  keluarga: z.number(),
  ya: z.number(),
  tidak: z.number(),
  belum: z.number(),
  masuk: z.number(),
  ditahan: z.number(),
  cadangan: z.number(),
  menungguKuota: z.number(),
  tanpaDesil: z.number(),
});
const runState = z.enum(['simulasi', 'rancangan', 'berlaku', 'usang']);

const runSummary = z.object({
  id: uuid,
  programmeId: uuid,
  programme: z.string(),
  versionNo: z.number(),
  state: runState,
  counts,
  ceiling: rupiahDigits,
  amount: rupiahDigits,
  benefit: rupiahDigits,
  needsSecond: z.boolean(),
  secondBy: z.string().nullable(),
  secondAt: instant.nullable(),
  snapshotHash: z.string(),
  resultHash: z.string(),
  closedReason: z.string().nullable(),
  createdBy: z.string(),
  createdById: uuid,
  createdAt: instant,
  decreeId: uuid.nullable(),
  version: z.number(),
});

const decision = z.object({
  id: uuid,
  familyId: uuid,
  name: z.string(),
  kind: z.enum(['jangan_tahan', 'keluarkan', 'tambahkan']),
  code: z.string(),
  reason: z.string(),
  by: z.string(),
  byId: uuid,
  at: instant,
  second: z.string().nullable(),
});

export const listProgrammes = contract({
  method: 'GET',
  url: '/api/programme',
  summary: 'Local programmes with their money and newest list',
  may: 'programme.read',
  reply: z.object({
    items: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        bidang: z.string(),
        state: z.enum(['aktif', 'ditutup']),
        period: z.string(),
        benefit: rupiahDigits,
        fundSource: z.string().nullable(),
        pagu: rupiahDigits.nullable(),
        tersisa: rupiahDigits.nullable(),
        list: z
          .object({ id: uuid, state: runState, masuk: z.number(), ditahan: z.number(), cadangan: z.number() })
          .nullable(),
      }),
    ),
  }),
});

export const createProgramme = contract({
  method: 'POST',
  url: '/api/programme',
  summary: 'Start a programme with its first terms',
  may: 'programme.prepare',
  body: z.object({ name: typed(160, 'nama program', 3), bidang, budgetLineId: uuid.nullable(), terms }),
  reply: z.object({ id: uuid }),
});

export const getProgramme = contract({
  method: 'GET',
  url: '/api/programme/:id',
  summary: 'A programme: its newest terms, what rules may ask, decisions about families, lists',
  may: 'programme.read',
  params: idParams,
  reply: z.object({
    id: uuid,
    name: z.string(),
    bidang: z.string(),
    mayChange: z.boolean(),
    budgetLineId: uuid.nullable(),
    versionId: uuid,
    versionNo: z.number(),
    version: z.number(),
    frozen: z.boolean(),
    from: localDate,
    terms,
    problems: z.array(problem),
    phrases: z.array(z.string()),
    line: z
      .object({
        id: uuid,
        name: z.string(),
        fundSource: z.string(),
        year: z.number(),
        pagu: rupiahDigits,
        tersisa: rupiahDigits,
        gates: z.array(z.object({ act: z.string(), closed: z.string().nullable() })),
      })
      .nullable(),
    moratoria: z.array(
      z.object({ areaLabel: z.string(), from: localDate, to: localDate, document: z.string(), exceptions: z.string() }),
    ),
    columns: z.array(
      z.object({
        scope: z.enum(['family', 'member']),
        name: z.string(),
        label: z.string(),
        type: z.enum(['integer', 'boolean', 'enum']),
        unit: z.string().nullable(),
        values: z.array(z.string()),
        confidential: z.boolean(),
      }),
    ),
    areas: z.array(z.object({ id: z.number(), kode: z.string(), label: z.string(), kind: z.string() })),
    decisions: z.array(decision),
    runs: z.array(runSummary),
    secondPersonAbove: rupiahDigits,
  }),
});

export const saveTerms = contract({
  method: 'PUT',
  url: '/api/programme/:id/terms',
  summary: 'Save changed terms; terms a list was prepared with stay, the change is the next version',
  may: 'programme.prepare',
  params: idParams,
  body: z.object({
    name: typed(160, 'nama program', 3),
    budgetLineId: uuid.nullable(),
    terms,
    versionId: uuid,
    version,
  }),
  reply: z.object({ versionId: uuid, no: z.number() }),
});

const desaRow = z.object({
  areaId: z.number(),
  kode: z.string(),
  label: z.string(),
  ya: z.number(),
  belum: z.number(),
  masuk: z.number(),
  ditahan: z.number(),
  cadangan: z.number(),
  quota: z.number().nullable(),
  rupiah: rupiahDigits,
});
const share = z.object({ families: z.number(), rupiah: rupiahDigits });

export const simulateProgramme = contract({
  method: 'POST',
  url: '/api/programme/:id/simulation',
  summary: 'What a list would be under these terms, and what changes against the terms before; writes nothing',
  may: 'programme.read',
  params: idParams,
  body: z.object({ terms, before: terms.nullable().default(null), fresh: z.boolean().default(false) }),
  reply: z.object({
    snapshot: z.object({
      id: z.string(),
      at: instant,
      families: z.number(),
      members: z.number(),
      withoutMembers: z.number(),
    }),
    problems: z.array(problem),
    phrases: z.array(z.string()),
    outcome: z
      .object({
        counts,
        money: z.object({
          pagu: rupiahDigits,
          tersisa: rupiahDigits,
          ceiling: rupiahDigits,
          spent: rupiahDigits,
          wanted: rupiahDigits,
        }),
        closedBy: z.enum(['pagu', 'jumlah']).nullable(),
        order: z.string(),
        ties: z.string(),
        warnings: z.array(z.string()),
        above: z.array(familyLine),
        below: z.array(familyLine),
        held: z.array(missingLine),
        open: z.array(missingLine),
        openCount: z.number(),
        reserve: z.array(familyLine),
        changes: z.object({
          cameInCount: z.number(),
          wentOutCount: z.number(),
          cameIn: z.array(familyLine),
          wentOut: z.array(familyLine),
        }),
        desa: z.array(desaRow),
        unmet: z.object({ eligible: share, unknown: share }),
        missingFacts: z.array(z.object({ fact: z.string(), families: z.number() })),
      })
      .nullable(),
  }),
});

export const prepareList = contract({
  method: 'POST',
  url: '/api/programme/:id/list',
  summary: 'Prepare the list: freeze inputs and result with their hashes and reserve the pagu',
  may: 'programme.prepare',
  params: idParams,
  reply: z.object({ runId: uuid }),
});

export const getList = contract({
  method: 'GET',
  url: '/api/programme/list/:id',
  summary: 'A prepared list: money, hashes, decree, per desa',
  may: 'programme.read',
  params: idParams,
  reply: z.object({
    run: runSummary,
    terms,
    phrases: z.array(z.string()),
    decree: z
      .object({
        id: uuid,
        state: z.enum(['rancangan', 'paraf', 'ditandatangani', 'berlaku', 'dicabut']),
        number: z.string().nullable(),
        onDate: localDate.nullable(),
        signatory: z.string().nullable(),
        version: z.number(),
        waitingFor: z.string().nullable(),
      })
      .nullable(),
    line: z.object({ id: uuid, name: z.string(), fundSource: z.string(), year: z.number() }).nullable(),
    gate: z.string().nullable(),
    mayConfirm: z.boolean(),
    order: z.string(),
    ties: z.string(),
    desa: z.array(desaRow.omit({ quota: true })),
    replacement: z.string().nullable(),
  }),
});

const rowQuery = z.object({
  place: z.enum(['masuk', 'ditahan', 'cadangan', 'tidak', 'verifikasi']).optional(),
  areaId: z.coerce.number().int().optional(),
});

export const listRows = contract({
  method: 'GET',
  url: '/api/programme/list/:id/row',
  summary: 'Families of a prepared list by rank, with the reason where they stand',
  may: 'programme.read',
  params: idParams,
  query: rowQuery.extend({
    after: z.string().max(80).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ items: z.array(familyLine), next: z.string().nullable() }),
});

export const exportRows = contract({
  method: 'GET',
  url: '/api/programme/list/:id/rows.csv',
  summary: 'The list by name and address with masked NIK, as CSV',
  may: 'programme.read',
  params: idParams,
  query: rowQuery,
  reply: z.string(),
});

export const printDecreeDraft = contract({
  method: 'GET',
  url: '/api/programme/list/:id/sk.pdf',
  summary: 'The draft of the decree with its annex (names, masked NIK)',
  may: 'programme.read',
  params: idParams,
  reply: z.string(),
});

export const confirmList = contract({
  method: 'POST',
  url: '/api/programme/list/:id/confirmation',
  summary: 'A second person confirms a list above the agency’s limit; its decree is drafted',
  may: 'decree.paraf',
  params: idParams,
  body: z.object({ version }),
  reply: z.object({ id: uuid }),
});

export const cancelList = contract({
  method: 'POST',
  url: '/api/programme/list/:id/cancellation',
  summary: 'Call off a prepared list before its decree is signed; its pagu is free again',
  may: 'programme.prepare',
  params: idParams,
  body: z.object({ version, reason: typed(500, 'alasan pembatalan') }),
  reply: z.object({ id: uuid }),
});

const hashes = z.object({ snapshotHash: z.string(), resultHash: z.string() });
export const verifyList = contract({
  method: 'GET',
  url: '/api/programme/list/:id/verification',
  summary: 'Compute a list once more from its frozen inputs and compare the hashes',
  may: 'programme.read',
  params: idParams,
  reply: z.object({ same: z.boolean(), recorded: hashes, computed: hashes }),
});

export const recheckList = contract({
  method: 'GET',
  url: '/api/programme/list/:id/recheck',
  summary: 'The same terms on the register of today: who would come in and go out',
  may: 'programme.read',
  params: idParams,
  reply: z.object({
    snapshot: z.object({ id: z.string(), at: instant }),
    cameInCount: z.number(),
    wentOutCount: z.number(),
    goneCount: z.number(),
    cameIn: z.array(familyLine),
    wentOut: z.array(familyLine),
  }),
});

export const decideFamily = contract({
  method: 'POST',
  url: '/api/programme/:id/decision',
  summary: 'Decide about one family: do not hold, take out, add (with a second person); survives every re-run',
  may: 'programme.prepare',
  params: idParams,
  body: z.object({
    familyId: uuid,
    kind: z.enum(['jangan_tahan', 'keluarkan', 'tambahkan']),
    code: z.enum(
      ['pindah', 'meninggal', 'menolak', 'mampu', 'sudah_dibantu', 'darurat', 'perintah_pengadilan', 'lainnya'],
      {
        error: 'Pilih kode alasan.',
      },
    ),
    reason: typed(500, 'alasan', 10),
  }),
  reply: z.object({ id: uuid }),
});

const decisionParams = z.object({ id: uuid, decisionId: uuid });
export const confirmDecision = contract({
  method: 'POST',
  url: '/api/programme/:id/decision/:decisionId/confirmation',
  summary: 'A second person confirms a manual addition',
  may: 'decree.paraf',
  params: decisionParams,
  reply: z.object({ id: uuid }),
});
export const withdrawDecision = contract({
  method: 'DELETE',
  url: '/api/programme/:id/decision/:decisionId',
  summary: 'Withdraw a decision about a family',
  may: 'programme.prepare',
  params: decisionParams,
  reply: z.object({ id: uuid }),
});

export const getFamilyInProgrammes = contract({
  method: 'GET',
  url: '/api/programme/family/:id',
  summary:
    'One family in every programme: verdict, each row with the value found, rank, cut, what would change it (logged)',
  may: 'person.read',
  params: idParams,
  reply: z.object({
    family: z.object({ id: uuid, name: z.string(), maskedNik: z.string().nullable(), areaLabel: z.string() }),
    programmes: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        now: familyLine
          .extend({
            rows: z.array(
              z.object({
                no: z.number(),
                kind: rowKind,
                passes: verdict,
                text: z.string(),
                found: z.string(),
                reason: z.string(),
                basis: z.string(),
              }),
            ),
            cut: z.object({ rank: z.number().nullable(), position: z.string() }).optional(),
            changes: z.array(z.string()),
            missing: z.array(z.string()),
          })
          .nullable(),
        list: z
          .object({
            runId: uuid,
            state: runState,
            place,
            rank: z.number().nullable(),
            reserveNo: z.number().nullable(),
            heldUntil: localDate.nullable(),
          })
          .nullable(),
        decisions: z.array(z.object({ familyId: uuid, kind: z.string(), reason: z.string() })),
      }),
    ),
  }),
});
