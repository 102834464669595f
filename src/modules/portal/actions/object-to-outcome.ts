import { formatReceiptCode } from '#kernel/receipt-code.ts';
import { refuse } from '#kernel/refusal.ts';
import { getUsulan, type Submission, type Usulan } from '#modules/intake/index.ts';
import type { Objection } from '#modules/objection/index.ts';
import type { Context } from '#platform/db/context.ts';
import type { PortalKeys } from '../domain/sealed.ts';
import { findDraftRow } from '../sql/drafts.ts';
import { beginDraft } from './keep-draft.ts';
import { readStatus } from './read-status.ts';
import { objectAndKeep } from './send-draft.ts';

const objectionOf = (
  usulan: Usulan,
  id: string,
  programme: string | null,
  reason: string,
): Objection & { id: string } => {
  const draft =
    usulan.draft ??
    refuse('portal.keberatan_di_kantor', 409, 'Keberatan atas pengajuan ini disampaikan di kantor desa/kelurahan.');
  const about = programme ? `hasil ${programme}, ` : '';
  return {
    id,
    about: 'hasil_sendiri',
    ground: 'data_saya_keliru',
    objectorDesaId: usulan.areaId,
    channel: 'portal',
    draft,
    areaId: usulan.areaId,
    reporterName: usulan.reporterName ?? draft.name,
    reporterPhone: draft.phone,
    relation: usulan.relation as Submission['relation'],
    consent: 'daring',
    reason: `Keberatan atas ${about}pengajuan ${formatReceiptCode(usulan.receiptNumber)}: ${reason}`,
  };
};

/** What an objection is made from, read under the receipt it objects to. Refuses when the term is over or nothing was decided. */
export const prepareObjection = async (
  ctx: Context,
  usulanId: string,
  id: string,
  programme: string | null,
  reason: string,
): Promise<Objection & { id: string }> => {
  const { objectables } = await readStatus(ctx, usulanId);
  const target = objectables.find((candidate) => candidate.programme === programme);
  if (!target?.isOpen)
    refuse(
      'portal.keberatan_lewat',
      409,
      'Tidak ada keputusan yang masih dapat disanggah di sini. Tanyakan di kantor desa/kelurahan.',
    );
  return objectionOf(await getUsulan(ctx, usulanId), id, programme, reason);
};

/** Sends an objection under its own id (made before) with a receipt and PIN of its own; a second time changes nothing. */
export const sendObjection = async (
  ctx: Context,
  keys: PortalKeys,
  given: Objection & { id: string },
): Promise<void> => {
  if (await findDraftRow(ctx, given.id)) return;
  await beginDraft(ctx, keys, given.id);
  await objectAndKeep(ctx, keys, given);
};
