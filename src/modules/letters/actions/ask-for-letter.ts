import { ageOn } from '#kernel/local-date.ts';
import { newPin, newReceiptCode } from '#kernel/receipt-code.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { hashPin } from '#modules/intake/index.ts';
import type { Context } from '#platform/db/context.ts';
import { requireComplete } from '../domain/words.ts';
import { findHolder, type HolderRow } from '../sql/holders.ts';
import { findKind, type LetterKind } from '../sql/kinds.ts';
import { addRequest } from '../sql/requests.ts';

export type Asking = {
  kind: string;
  personId: string;
  applicant: string;
  fields: Record<string, string>;
  papers: readonly string[];
};

const ADULT = 17;

const getKind = async (ctx: Context, code: string): Promise<LetterKind> => {
  const kind = await findKind(ctx, code);
  return kind?.active
    ? kind
    : refuse('surat.jenis_tidak_ada', 404, 'Jenis surat ini tidak ada atau sedang tidak dipakai. Pilih jenis lain.');
};

const getHolder = async (ctx: Context, { personId, applicant }: Asking): Promise<HolderRow> => {
  const holder =
    (await findHolder(ctx, personId)) ??
    refuse('orang.tidak_ada', 404, 'Orang ini tidak ada di wilayah Anda. Cari lagi namanya.');
  if (holder.protection >= 2)
    refuse('surat.dilindungi', 403, 'Surat untuk orang ini dibuat bersama pekerja sosialnya, tidak lewat meja ini.');
  if (holder.life === 'terbukti')
    refuse('surat.meninggal', 409, 'Orang ini tercatat meninggal. Periksa lembar warganya sebelum membuat surat.');
  if (holder.birthOn && ageOn(holder.birthOn, ctx.today) < ADULT && applicant.trim() === '')
    refuse('surat.wali', 422, 'Surat untuk anak di bawah 17 tahun diminta orang tua atau wali. Isi nama pemohonnya.', {
      fields: { applicant: 'Isi nama orang tua atau wali yang meminta.' },
    });
  return holder;
};

/**
 * The front office takes a request: the person found first, the fields of its kind, the papers seen. The citizen gets a number and a PIN.
 * Refuses a second open request of that kind for the same person.
 */
export const askForLetter = async (ctx: Context, asking: Asking) => {
  const kind = await getKind(ctx, asking.kind);
  const holder = await getHolder(ctx, asking);
  const fields = Object.fromEntries(kind.fields.map(({ name }) => [name, asking.fields[name]?.trim() ?? '']));
  const papers = kind.papers.map(({ code }) => code).filter((code) => asking.papers.includes(code));
  requireComplete(kind, { fields, papers });
  const [id, receiptNumber, pin] = [uuid7(), newReceiptCode(), newPin()];
  const isAdded = await addRequest(ctx, {
    ...{ id, receiptNumber, pinHash: await hashPin(pin), kindCode: kind.code, personId: holder.id },
    ...{ areaId: holder.areaId, protection: holder.protection, holder: holder.name },
    ...{ applicant: asking.applicant.trim(), fields, papers, fast: kind.fast, targetMinutes: kind.targetMinutes },
  });
  if (!isAdded)
    refuse(
      'surat.sudah_diminta',
      409,
      'Surat jenis ini untuk orang yang sama masih diproses. Lihat di antrean surat; permintaan kedua tidak dibuat.',
    );
  await ctx.record({
    event: 'letter_request.taken',
    subjectKind: 'letter_request',
    subjectId: id,
    areaId: holder.areaId,
    level: holder.protection,
    after: { kind: kind.code, papers },
  });
  return { id, receiptNumber, pin };
};
