import { addDays, formatDate, formatMonth } from '#kernel/local-date.ts';
import { newReceiptCode } from '#kernel/receipt-code.ts';
import { refuse } from '#kernel/refusal.ts';
import { issueLetterNumber } from '#modules/deliberation/index.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import { ANSWER_WORDS, answerOf, letterParts } from '../domain/words.ts';
import { findHolder, findNewestPeriod, findRank } from '../sql/holders.ts';
import { findKind, type LetterKind } from '../sql/kinds.ts';
import { changeRequest, type LetterRequest } from '../sql/requests.ts';
import { recordMove, takeRequest } from './move-request.ts';
import type { Signer } from './sign.ts';

/** Where letters are checked, and how they are signed. */
export type Press = { url: string; signer: Signer };
export type Version = { id: string; version: number };

const monthOf = (period: string): string => (/^\d{4}-\d{2}$/.test(period) ? formatMonth(period) : period);

/** The answer at this moment, for kinds that answer: what the centre last said of the family, and of which period. */
const answerFor = async (ctx: Context, kind: LetterKind, familyId: string | null): Promise<Record<string, string>> => {
  if (!kind.answers) return {};
  const rank = await findRank(ctx, familyId);
  const period = rank?.period ?? (await findNewestPeriod(ctx));
  return { jawaban: ANSWER_WORDS[answerOf(rank)], periode: period ? monthOf(period) : 'yang terakhir' };
};

const issue = async (ctx: Context, press: Press, request: LetterRequest, kind: LetterKind) => {
  const holder =
    (await findHolder(ctx, request.personId)) ??
    refuse('orang.tidak_ada', 404, `${request.holder} tidak ditemukan lagi di register. Periksa lembar warganya.`);
  if (holder.life === 'terbukti')
    refuse(
      'surat.meninggal',
      409,
      `${request.holder} tercatat meninggal sejak surat ini diminta; suratnya tidak diterbitkan.`,
    );
  const { letterId, number } = await issueLetterNumber(ctx, {
    class: kind.class,
    subject: kind.name,
    ref: { kind: 'letter_request', id: request.id },
  });
  const code = newReceiptCode();
  const validUntil = kind.validDays === null ? null : addDays(ctx.today, kind.validDays);
  const address = [holder.address, holder.areaLabel].filter(Boolean).join(', ');
  const values = { ...request.fields, ...(await answerFor(ctx, kind, holder.familyId)) };
  const check = `${press.url}/layanan/${ctx.actor.agency.replaceAll('_', '-')}/surat/${code}`;
  const content = {
    heading: kind.title,
    number,
    parts: letterParts(kind.body, { ...holder, address }, values, kind.showsNik),
    valid: validUntil ? `Surat ini berlaku sampai ${formatDate(validUntil)}.` : '',
    ...(await press.signer(ctx, check)),
  };
  await changeRequest(ctx, request.id, {
    ...{ state: 'terbit', note: null, decided_by: ctx.actor.accountId, decided_at: ctx.now },
    ...{ letter_id: letterId, code, content: toJson(content), valid_until: validUntil },
  });
  await recordMove(ctx, request, 'letter_request.approved', { number, kind: kind.code, validUntil });
  return { id: request.id, number };
};

/** Approves one letter, or several that are alike: of one kind whose risk is low. All of them or none. */
export const approveLetters = async (ctx: Context, press: Press, wanted: readonly Version[]) => {
  const requests: LetterRequest[] = [];
  // In one order, so that two approvers of the same rows wait for each other instead of blocking each other.
  for (const { id, version } of wanted.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    requests.push(await takeRequest(ctx, id, version, 'approve'));
  const [first] = requests;
  if (!first) return refuse('surat.tanpa_pilihan', 422, 'Pilih dulu surat yang disetujui.');
  if (requests.length > 1 && (!first.lowRisk || requests.some((one) => one.kindCode !== first.kindCode)))
    refuse(
      'surat.tidak_serupa',
      409,
      'Persetujuan sekaligus hanya untuk surat satu jenis yang risikonya rendah. Buka surat lain satu per satu.',
    );
  const kind =
    (await findKind(ctx, first.kindCode)) ?? refuse('surat.jenis_tidak_ada', 404, 'Jenis surat ini tidak ada.');
  const issued: { id: string; number: string }[] = [];
  for (const request of requests) issued.push(await issue(ctx, press, request, kind));
  return issued;
};
