import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, localDate, typed, uuid, version } from '#platform/http/shapes.ts';
import { ATTENDEE_ROLES, keysOf, MEETING_KINDS, VERDICTS, VERVAL_RESULTS } from '../domain/words.ts';

const meetingKind = z.enum(keysOf(MEETING_KINDS));
const verdict = z.enum(keysOf(VERDICTS));
const vervalResult = z.enum(keysOf(VERVAL_RESULTS));
const attendeeRole = z.enum(keysOf(ATTENDEE_ROLES));
const scanState = z.enum(['belum', 'diterima', 'diminta_lagi']);
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'Isi bulan sebagai tahun-bulan, misalnya 2026-07.' });
const heldOn = z.iso.date({ error: 'Isi tanggal pelaksanaan.' });
const done = z.object({ ok: z.literal(true) });

const attendee = z.object({
  no: z.number().int().min(1).max(400),
  name: typed(120, 'nama peserta'),
  role: attendeeRole,
});
const conflict = z.object({
  attendeeNo: z.number().int().min(1),
  relation: typed(120, 'hubungan dengan keluarga'),
  leftRoom: z.boolean(),
});

export const listMeetings = contract({
  method: 'GET',
  url: '/api/musyawarah',
  summary:
    'Meetings of a month in the actor’s scope, and where each desa stands: what waits, who held theirs, who is late',
  may: 'usulan.read',
  query: z.object({ month: month.optional() }),
  reply: z.object({
    month,
    lastDay: localDate.nullable(),
    items: z.array(
      z.object({
        id: uuid,
        kind: meetingKind,
        onDate: localDate,
        areaId: z.number(),
        areaLabel: z.string(),
        state: z.enum(['disiapkan', 'selesai']),
        number: z.string().nullable(),
        scanState,
        rows: z.number(),
        decided: z.number(),
        version,
      }),
    ),
    desa: z.array(
      z.object({
        areaId: z.number(),
        label: z.string(),
        waiting: z.number(),
        overdue: z.number(),
        heldOn: localDate.nullable(),
        meetingId: uuid.nullable(),
        openId: uuid.nullable(),
        scanState: scanState.nullable(),
        standing: z.enum(['sudah', 'terlambat', 'menunggu', 'tidak_ada']),
      }),
    ),
  }),
});

const rules = z.object({
  minimum: z
    .number({ error: 'Isi jumlah paling sedikit yang hadir.' })
    .int({ error: 'Isi angka bulat.' })
    .min(2, { error: 'Paling sedikit 2 orang.' })
    .max(100, { error: 'Paling banyak 100 orang.' }),
  roles: z.object({ musdes: z.array(attendeeRole).max(20), muskel: z.array(attendeeRole).max(20) }),
});

export const readMeetingRules = contract({
  method: 'GET',
  url: '/api/musyawarah-syarat',
  summary: 'The least number present and the roles the agency asks of a meeting',
  may: 'report.read',
  reply: rules,
});

export const changeMeetingRules = contract({
  method: 'PUT',
  url: '/api/musyawarah-syarat',
  summary: 'Set what a meeting needs; finished meetings keep what they were held against',
  may: 'stage.configure',
  body: rules,
  reply: done,
});

export const remindLate = contract({
  method: 'POST',
  url: '/api/musyawarah-pengingat',
  summary: 'Remind the operators of desa that are late this month, by a task each; all of them when no desa is named',
  may: 'usulan.decide',
  body: z.object({ areaIds: z.array(z.number().int()).max(300).optional() }),
  reply: z.object({ reminded: z.number() }),
});

export const prepareMeeting = contract({
  method: 'POST',
  url: '/api/musyawarah',
  summary: 'Prepare a meeting (or SPTJM) with its agenda; everything that waits in the desa when no rows are named',
  may: 'musyawarah.run',
  body: z.object({
    kind: meetingKind,
    areaId: z.number().int(),
    onDate: heldOn,
    place: typed(200, 'tempat musyawarah'),
    leader: typed(120, 'nama pimpinan musyawarah'),
    usulanIds: z.array(uuid).max(500).optional(),
  }),
  reply: z.object({ id: uuid }),
});

export const getMeeting = contract({
  method: 'GET',
  url: '/api/musyawarah/:id',
  summary: 'One meeting: details, attendance, agenda with the field check beside each row',
  may: 'usulan.read',
  params: idParams,
  reply: z.object({
    id: uuid,
    kind: meetingKind,
    onDate: localDate,
    areaId: z.number(),
    areaLabel: z.string(),
    place: z.string(),
    leader: z.string(),
    notes: z.string(),
    state: z.enum(['disiapkan', 'selesai']),
    number: z.string().nullable(),
    baHash: z.string().nullable(),
    quorumNote: z.string(),
    scanState,
    scanNote: z.string(),
    hasScan: z.boolean(),
    finishedAt: instant.nullable(),
    finishedByName: z.string().nullable(),
    version,
    missing: z.array(attendeeRole),
    /** The least number present that was asked; null for an SPTJM. */
    minimum: z.number().nullable(),
    lacking: z.number(),
    attendees: z.array(attendee),
    rows: z.array(
      z.object({
        usulanId: uuid,
        no: z.number(),
        name: z.string(),
        nik: z.string(),
        address: z.string(),
        rtLabel: z.string(),
        kindName: z.string(),
        receiptNumber: z.string(),
        reason: z.string(),
        verval: z.object({ result: vervalResult, on: localDate, notes: z.string() }).nullable(),
        verdict: verdict.nullable(),
        verdictReason: z.string(),
        reasonCode: z.string().nullable(),
        againstVerval: z.boolean(),
        conflicts: z.array(conflict),
        isHere: z.boolean(),
        version,
      }),
    ),
  }),
});

export const changeMeeting = contract({
  method: 'PUT',
  url: '/api/musyawarah/:id',
  summary: 'Change date, place, leader or notes',
  may: 'musyawarah.run',
  params: idParams,
  body: z.object({
    version,
    onDate: heldOn,
    place: typed(200, 'tempat musyawarah'),
    leader: typed(120, 'nama pimpinan musyawarah'),
    notes: z.string().trim().max(4000, { error: 'Catatan paling panjang 4000 huruf.' }),
  }),
  reply: done,
});

export const listMeetingCandidates = contract({
  method: 'GET',
  url: '/api/musyawarah/:id/candidates',
  summary: 'What waits for deliberation in the desa of this meeting',
  may: 'musyawarah.run',
  params: idParams,
  reply: z.object({
    items: z.array(
      z.object({
        usulanId: uuid,
        name: z.string(),
        kindName: z.string(),
        rtLabel: z.string(),
        dueOn: localDate,
        onAgenda: z.boolean(),
      }),
    ),
  }),
});

export const changeAgenda = contract({
  method: 'PUT',
  url: '/api/musyawarah/:id/agenda',
  summary: 'Set the rows of the agenda; rows that stay keep number and decision',
  may: 'musyawarah.run',
  params: idParams,
  body: z.object({ version, usulanIds: z.array(uuid).max(500) }),
  reply: done,
});

export const recordAttendance = contract({
  method: 'PUT',
  url: '/api/musyawarah/:id/attendance',
  summary: 'Write the attendance list; answers which expected roles are missing',
  may: 'musyawarah.run',
  params: idParams,
  body: z.object({ version, people: z.array(attendee).max(400) }),
  reply: z.object({ missing: z.array(attendeeRole) }),
});

export const decideRow = contract({
  method: 'POST',
  url: '/api/musyawarah/:id/rows/:usulanId/verdict',
  summary: 'Decide one row, with reason and conflicts of interest',
  may: 'musyawarah.run',
  params: z.object({ id: uuid, usulanId: uuid }),
  body: z.object({
    version,
    verdict,
    reasonCode: z.string().max(40).optional(),
    reason: z.string().trim().max(600, { error: 'Alasan paling panjang 600 huruf.' }).default(''),
    conflicts: z.array(conflict).max(20).default([]),
  }),
  reply: z.object({ againstVerval: z.boolean(), version }),
});

export const finishMeeting = contract({
  method: 'POST',
  url: '/api/musyawarah/:id/completion',
  summary: 'Finish: verdicts reach their usulan, the berita acara gets number and hash',
  may: 'musyawarah.run',
  params: idParams,
  body: z.object({ version, quorumNote: z.string().trim().max(600).default('') }),
  reply: z.object({ number: z.string(), baHash: z.string(), counts: z.record(z.string(), z.number()) }),
});

export const getBeritaAcara = contract({
  method: 'GET',
  url: '/api/musyawarah/:id/berita-acara',
  summary: 'Berita acara with attendance list and BNBA annex (PDF); a draft until the meeting is finished',
  may: 'usulan.read',
  params: idParams,
  reply: z.unknown(),
});

export const putScan = contract({
  method: 'PUT',
  url: '/api/musyawarah/:id/scan',
  summary: 'Scan of the signed paper (raw body: PDF, JPG or PNG)',
  may: 'musyawarah.run',
  params: idParams,
  reply: done,
});

export const getScan = contract({
  method: 'GET',
  url: '/api/musyawarah/:id/scan',
  summary: 'The scan of the signed paper',
  may: 'usulan.read',
  params: idParams,
  reply: z.unknown(),
});

export const askScanAgain = contract({
  method: 'POST',
  url: '/api/musyawarah/:id/scan-request',
  summary: 'Ask for the scan again; no usulan moves',
  may: 'usulan.decide',
  params: idParams,
  body: z.object({ version, note: typed(300, 'apa yang kurang pada hasil pindai') }),
  reply: done,
});
