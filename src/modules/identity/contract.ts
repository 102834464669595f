import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, localDate, typed, uuid, version } from '#platform/http/shapes.ts';

const assignment = z.object({
  id: z.string(),
  role: z.string(),
  roleName: z.object({ id: z.string(), en: z.string() }),
  areaName: z.string(),
  bidang: z.string().nullable(),
  clearance: z.number(),
});
const session = z.union([
  z.object({ signedIn: z.literal(false), needsCode: z.boolean() }),
  z.object({
    signedIn: z.literal(true),
    name: z.string(),
    username: z.string(),
    position: z.string().nullable(),
    agency: z.object({ slug: z.string(), name: z.string(), isDemo: z.boolean(), zone: z.enum(['WIB', 'WITA', 'WIT']) }),
    assignment: assignment.nullable(),
    assignments: z.array(assignment),
    capabilities: z.array(z.string()),
    twoFactor: z.object({ enabled: z.boolean(), required: z.boolean() }),
    language: z.enum(['id', 'en']),
  }),
]);
const password = z.string().min(1, { error: 'Isi kata sandi.' }).max(200);
const code = z
  .string()
  .trim()
  .regex(/^\d{6}$/, { error: 'Kode terdiri dari 6 angka.' });

export const getSession = contract({
  method: 'GET',
  url: '/api/session',
  summary: 'Who is signed in, under which assignment',
  reply: session,
});
export const signIn = contract({
  method: 'POST',
  url: '/api/session',
  summary: 'Sign in with name and password',
  body: z.object({ username: typed(80, 'nama masuk'), password }),
  reply: session,
});
export const giveCode = contract({
  method: 'POST',
  url: '/api/session/code',
  summary: 'Give the code of the second factor',
  body: z.object({ code }),
  reply: session,
});
export const chooseAssignment = contract({
  method: 'POST',
  url: '/api/session/assignment',
  summary: 'Act under another of one’s assignments',
  body: z.object({ assignmentId: uuid }),
  reply: session,
});
export const signOut = contract({
  method: 'DELETE',
  url: '/api/session',
  summary: 'Sign out',
  reply: z.object({ signedIn: z.literal(false), needsCode: z.boolean() }),
});
export const startSecondFactor = contract({
  method: 'POST',
  url: '/api/session/two-factor',
  summary: 'Begin to enrol a second factor',
  body: z.object({ password }),
  reply: z.object({ uri: z.string(), secret: z.string(), backupCodes: z.array(z.string()) }),
});
export const confirmSecondFactor = contract({
  method: 'POST',
  url: '/api/session/two-factor/confirmation',
  summary: 'Prove the second factor',
  body: z.object({ code }),
  reply: session,
});
export const listDemoAccounts = contract({
  method: 'GET',
  url: '/api/session/demo-accounts',
  summary: 'Names to try in a demo installation; empty elsewhere',
  reply: z.object({
    accounts: z.array(z.object({ username: z.string(), name: z.string(), does: z.string(), agency: z.string() })),
    password: z.string().nullable(),
  }),
});

const both = z.object({ id: z.string(), en: z.string() });
const bidang = z.enum(['sekretariat', 'rehabilitasi', 'pemberdayaan', 'linjamsos', 'bencana']);
const newAssignment = z.object({
  role: z.string().min(1, { error: 'Pilih peran.' }),
  areaId: z.number().int({ error: 'Pilih wilayah tugas.' }),
  bidang: bidang.nullable().default(null),
  clearance: z.number().int().min(0).max(3).default(0),
  from: localDate,
  until: localDate.nullable().default(null),
  basis: typed(200, 'dasar penugasan (nomor SK)'),
});
const shownAssignment = z.object({
  id: uuid,
  role: z.string(),
  roleName: both,
  areaId: z.number(),
  areaName: z.string(),
  bidang: z.string().nullable(),
  clearance: z.number(),
  from: localDate,
  until: localDate.nullable(),
  basis: z.string(),
});
const account = z.object({
  locks: z.array(
    z.object({
      kind: z.enum(['sandi', 'kode']),
      tries: z.number(),
      until: instant,
      addresses: z.array(z.string()),
    }),
  ),
  id: uuid,
  username: z.string(),
  name: z.string(),
  kind: z.enum(['staf', 'rt', 'psm', 'mitra', 'sistem']),
  expiresOn: localDate.nullable(),
  closedAt: instant.nullable(),
  version,
  assignments: z.array(shownAssignment),
});

export const listRoles = contract({
  method: 'GET',
  url: '/api/role',
  summary: 'Who may do what, generated from the code',
  reply: z.object({
    roles: z.array(
      z.object({
        id: z.string(),
        name: both,
        needs: z.enum(['wilayah', 'dinas', 'semua']),
        mostClearance: z.number(),
        capabilities: z.array(z.string()),
      }),
    ),
    capabilities: z.array(z.object({ id: z.string(), name: both })),
  }),
});
export const listAccounts = contract({
  method: 'GET',
  url: '/api/account',
  summary: 'Accounts with their assignments',
  may: 'account.manage',
  query: z.object({ q: z.string().trim().max(80).default('') }),
  reply: z.object({ items: z.array(account) }),
});
export const createAccount = contract({
  method: 'POST',
  url: '/api/account',
  summary: 'Make an account with its first assignment; the password is shown once',
  may: 'account.manage',
  body: z.object({
    username: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z][a-z0-9.]{1,79}$/, { error: 'Nama masuk: huruf kecil, angka, dan titik; mulai dengan huruf.' }),
    name: typed(120, 'nama'),
    kind: z.enum(['staf', 'rt', 'psm', 'mitra']),
    expiresOn: localDate.nullable().default(null),
    assignment: newAssignment,
  }),
  reply: z.object({ accountId: uuid, password: z.string() }),
});
export const addAssignment = contract({
  method: 'POST',
  url: '/api/account/:id/assignment',
  summary: 'Give an account another assignment',
  may: 'account.manage',
  params: idParams,
  body: newAssignment,
  reply: z.object({ assignmentId: uuid }),
});
export const endAssignment = contract({
  method: 'DELETE',
  url: '/api/account/:id/assignment/:assignmentId',
  summary: 'End an assignment today',
  may: 'account.manage',
  params: z.object({ id: uuid, assignmentId: uuid }),
  reply: z.object({ ended: z.literal(true) }),
});
export const closeAccount = contract({
  method: 'POST',
  url: '/api/account/:id/closure',
  summary: 'Close an account and end its sessions',
  may: 'account.manage',
  params: idParams,
  body: z.object({ reason: typed(300, 'alasan'), version }),
  reply: z.object({ sessionsEnded: z.number() }),
});
export const resetPassword = contract({
  method: 'POST',
  url: '/api/account/:id/password',
  summary: 'A new password, shown once; the second factor is enrolled again',
  may: 'account.manage',
  params: idParams,
  body: z.object({ reason: typed(300, 'alasan') }),
  reply: z.object({ password: z.string() }),
});

export const releaseLock = contract({
  method: 'POST',
  url: '/api/account/:id/lock-release',
  summary: 'Open a name that wrong passwords or codes have closed, with a reason',
  may: 'account.manage',
  params: idParams,
  body: z.object({ reason: typed(300, 'alasan') }),
  reply: z.object({ tries: z.number() }),
});

const holder = z.object({
  id: uuid,
  staffName: z.string(),
  kind: z.enum(['definitif', 'plt', 'plh']),
  from: localDate,
  until: localDate.nullable(),
  sk: z.string(),
});
export const listPositions = contract({
  method: 'GET',
  url: '/api/position',
  summary: 'Positions and who holds them today (definitive, Plt, Plh)',
  reply: z.object({
    items: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        bidang: z.string().nullable(),
        level: z.string(),
        signs: z.boolean(),
        holders: z.array(holder),
      }),
    ),
  }),
});
export const createPosition = contract({
  method: 'POST',
  url: '/api/position',
  summary: 'Add a position',
  may: 'account.manage',
  body: z.object({
    name: typed(160, 'nama jabatan'),
    bidang: bidang.nullable().default(null),
    level: z.enum(['kepala', 'sekretaris', 'kabid', 'kasi', 'pelaksana', 'lurah_kades', 'kepala_daerah', 'mitra']),
    signs: z.boolean().default(false),
  }),
  reply: z.object({ positionId: uuid }),
});
export const appointHolder = contract({
  method: 'POST',
  url: '/api/position/:id/holder',
  summary: 'Appoint a holder from a date; the former one ends the day before when asked',
  may: 'account.manage',
  params: idParams,
  body: z.object({
    staffName: typed(160, 'nama pemangku'),
    kind: z.enum(['definitif', 'plt', 'plh']),
    from: localDate,
    until: localDate.nullable().default(null),
    sk: typed(200, 'nomor SK'),
    endFormer: z.boolean().default(false),
  }),
  reply: z.object({ holderId: uuid }),
});

export const listOwnSessions = contract({
  method: 'GET',
  url: '/api/session/mine',
  summary: 'Where one is signed in',
  reply: z.object({
    items: z.array(
      z.object({
        id: uuid,
        began: instant,
        seen: instant,
        clientIp: z.string().nullable(),
        agent: z.string().nullable(),
      }),
    ),
  }),
});
export const endOwnSession = contract({
  method: 'DELETE',
  url: '/api/session/mine/:id',
  summary: 'End one of one’s sessions',
  params: idParams,
  reply: z.object({ ended: z.literal(true) }),
});
