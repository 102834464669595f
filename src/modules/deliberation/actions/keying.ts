import { formatInstant } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { tellCitizen } from '#modules/intake/index.ts';
import type { Context } from '#platform/db/context.ts';
import { keyedSentence, readTicket } from '../domain/centre.ts';
import { SIKS_COLUMNS, siksCells } from '../domain/siks-sheet.ts';
import { requireVersion } from '../domain/stale.ts';
import { listSiksMembers, logSheetOpened } from '../sql/siks-rows.ts';
import {
  findSubmission,
  isTicketUsed,
  listSubmissions,
  lockSubmission,
  type SubmissionLine,
  saveTicket,
} from '../sql/submissions.ts';

const notHere = (): never =>
  refuse('pengetikan.tidak_ada', 404, 'Tidak ada yang perlu diketik untuk usulan ini di wilayah Anda.');

/** One family as one keys it: members with their 23 fields in the order of SIKS-NG. Opening it shows full numbers, so it is logged. */
export const openKeyingSheet = async (ctx: Context, usulanId: string) => {
  const submission = (await findSubmission(ctx, usulanId)) ?? notHere();
  const members = await listSiksMembers(ctx, [usulanId]);
  const personIds = members.flatMap((member) => (member.personId ? [member.personId] : []));
  await logSheetOpened(ctx, usulanId, personIds, 'pengetikan_siks');
  await ctx.record({
    event: 'centre.sheet_opened',
    subjectKind: 'usulan',
    subjectId: usulanId,
    after: { members: members.length },
  });
  return {
    submission,
    columns: [...SIKS_COLUMNS],
    members: members.map((member) => ({ name: member.name, isSubject: member.isSubject, cells: siksCells(member) })),
  };
};

const isTicketViolation = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'centre_submission_ticket';
const ticketTaken = (ticket: string): never =>
  refuse(
    'pengetikan.tiket_dipakai',
    409,
    `Tiket ${ticket} sudah dicatat untuk usulan lain. Periksa nomor tiket di layar SIKS-NG.`,
    { fields: { ticket: 'Tiket sudah dipakai.' } },
  );

const requireUnkeyed = (ctx: Context, submission: SubmissionLine, ticket: string) => {
  if (submission.result)
    refuse('pengetikan.sudah_dijawab', 409, 'Pusat sudah menjawab usulan ini; tiketnya tidak dapat diubah lagi.');
  if (submission.keyedAt && submission.ticket !== ticket)
    refuse(
      'pengetikan.sudah_diketik',
      409,
      `${submission.keyedByName ?? 'Rekan Anda'} sudah mengetik keluarga ini pada ${formatInstant(submission.keyedAt, ctx.actor.zone)} dengan tiket ${submission.ticket}. Lanjutkan keluarga berikutnya, atau ubah tiketnya bila salah.`,
      {
        ticket: submission.ticket,
        version: submission.version,
      },
    );
};

/**
 * Ticks a family as keyed, with SIKS-NG's ticket. Two at once: the second is told who keyed it. `correct` changes a ticket that was
 * mistyped, as long as the centre has not answered.
 * @returns the next family to key, if any
 */
export const recordTicket = async (
  ctx: Context,
  usulanId: string,
  version: number,
  wanted: { ticket: string; correct: boolean },
) => {
  const ticket = readTicket(wanted.ticket);
  const submission = (await lockSubmission(ctx, usulanId)) ?? notHere();
  if (wanted.correct) {
    requireVersion(submission.version, version, { version: submission.version, ticket: submission.ticket });
    if (submission.result) requireUnkeyed(ctx, submission, ticket);
  } else requireUnkeyed(ctx, submission, ticket);
  if (await isTicketUsed(ctx, ticket, usulanId)) ticketTaken(ticket);
  await saveTicket(ctx, usulanId, ticket).catch((error: unknown) =>
    isTicketViolation(error) ? ticketTaken(ticket) : Promise.reject(error),
  );
  await ctx.record({
    event: 'centre.keyed',
    subjectKind: 'usulan',
    subjectId: usulanId,
    before: { ticket: submission.ticket },
    after: { ticket },
  });
  if (submission.keyedAt === null)
    await tellCitizen(ctx, usulanId, { event: 'centre.keyed', citizenText: keyedSentence(ctx.today) });
  const { items } = await listSubmissions(ctx, 'ketik', { limit: 1 });
  return { ticket, nextUsulanId: items[0]?.usulanId ?? null };
};
