import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { openNote } from '../domain/sealed-note.ts';
import {
  type CaseRow,
  findCaseRow,
  listCaseNotes,
  listCasePeople,
  listCaseReadings,
  listCaseTeam,
  logCaseReading,
} from '../sql/cases.ts';

/** The case when the actor is in its team; everyone else, whatever the rank, gets the answer of a case that does not exist. */
export const getCase = async (ctx: Context, id: string): Promise<CaseRow> =>
  (await findCaseRow(ctx, id)) ??
  refuse('kasus.tidak_ada', 404, 'Kasus tidak ditemukan. Kasus hanya terlihat oleh timnya.');

/** The whole sheet of a case. Being in the team is the reason; the reading is logged all the same. */
export const readCase = async (ctx: Context, id: string, secret: Buffer) => {
  const row = await getCase(ctx, id);
  await logCaseReading(ctx, id, 'tim kasus', row.level);
  await ctx.record({ event: 'case.read', subjectKind: 'case', subjectId: id, level: row.level });
  const notes = await listCaseNotes(ctx, id);
  return {
    id: row.id,
    alias: row.alias,
    level: row.level,
    bidang: row.bidang,
    state: row.state,
    openedAt: row.opened_at,
    version: row.version,
    people: await listCasePeople(ctx, id),
    team: await listCaseTeam(ctx, id),
    readings: await listCaseReadings(ctx, id),
    notes: notes.map(({ sealed, ...note }) => ({ ...note, text: openNote(secret, id, sealed) })),
  };
};
