import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, typed, uuid } from '#platform/http/shapes.ts';

const bidang = z.enum(['rehabilitasi', 'pemberdayaan', 'linjamsos', 'bencana']);
const level = z
  .number()
  .int()
  .min(1, { error: 'Tingkat kerahasiaan kasus 1, 2, atau 3.' })
  .max(3, { error: 'Tingkat kerahasiaan kasus 1, 2, atau 3.' });
const role = z.enum(['korban', 'pelaku', 'keluarga', 'klien']);
const card = z.object({
  id: uuid,
  alias: z.string(),
  level: z.number(),
  bidang: z.string(),
  state: z.string(),
  openedAt: instant,
  version: z.number(),
});
const caseId = z.object({ caseId: uuid });

export const listCases = contract({
  method: 'GET',
  url: '/api/case',
  summary: 'Cases of one’s own team, by alias',
  may: 'case.open',
  reply: z.object({ items: z.array(card) }),
});
export const openCase = contract({
  method: 'POST',
  url: '/api/case',
  summary: 'Open a case; the opener is its first team member',
  may: 'case.open',
  body: z.object({ alias: typed(60, 'nama samaran'), level, bidang, reason: typed(500, 'alasan membuka kasus', 10) }),
  reply: caseId,
});
export const getCase = contract({
  method: 'GET',
  url: '/api/case/:id',
  summary: 'One case: people, team, who opened it. The reading is logged',
  may: 'case.open',
  params: idParams,
  reply: card.extend({
    people: z.array(z.object({ personId: uuid, shown: z.string(), role, protection: z.number() })),
    team: z.array(
      z.object({
        accessId: uuid,
        name: z.string(),
        kind: z.enum(['tim', 'darurat']),
        reason: z.string(),
        grantedAt: instant,
        until: instant.nullable(),
        revokedAt: instant.nullable(),
      }),
    ),
    readings: z.array(z.object({ name: z.string(), at: instant, purpose: z.string() })),
    notes: z.array(z.object({ id: uuid, text: z.string(), by: z.string(), at: instant })),
  }),
});
export const addCasePerson = contract({
  method: 'POST',
  url: '/api/case/:id/person',
  summary: 'Put a person under the protection of a case',
  may: 'case.open',
  params: idParams,
  body: z.object({ personId: uuid, role, alias: typed(60, 'nama samaran') }),
  reply: z.object({ protection: z.number() }),
});
export const addCaseNote = contract({
  method: 'POST',
  url: '/api/case/:id/note',
  summary: 'Write a note, encrypted with the case’s key',
  may: 'case.open',
  params: idParams,
  body: z.object({ text: typed(10_000, 'catatan') }),
  reply: z.object({ noteId: uuid }),
});
export const grantCaseAccess = contract({
  method: 'POST',
  url: '/api/case/:id/access',
  summary: 'Take a colleague into the team',
  may: 'case.open',
  params: idParams,
  body: z.object({ username: typed(80, 'nama masuk'), reason: typed(500, 'alasan', 10) }),
  reply: z.object({ accessId: uuid }),
});
export const revokeCaseAccess = contract({
  method: 'DELETE',
  url: '/api/case/:id/access/:accessId',
  summary: 'End somebody’s access',
  may: 'case.open',
  params: z.object({ id: uuid, accessId: uuid }),
  reply: z.object({ revoked: z.literal(true) }),
});
export const breakGlass = contract({
  method: 'POST',
  url: '/api/case/emergency-access',
  summary: 'Open a case outside one’s team in an emergency: reason, term, log, and the team is told',
  may: 'case.break_glass',
  body: z.object({
    alias: typed(60, 'nama samaran kasus'),
    reason: typed(1000, 'alasan darurat', 20),
    hours: z.number().int().min(1).max(24).default(4),
  }),
  reply: caseId,
});
