import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { typed, uuid } from '#platform/http/shapes.ts';

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
