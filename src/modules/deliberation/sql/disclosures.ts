import type { Context } from '#platform/db/context.ts';

/** Enters what left the house into the register of disclosures. */
export const addDisclosure = async (
  ctx: Context,
  given: { id: string; recipient: string; legalBasis: string; fields: string[]; rows: number; fileHash: string },
): Promise<void> => {
  await ctx.tx
    .insertInto('disclosure')
    .values({
      id: given.id,
      recipient: given.recipient,
      legal_basis: given.legalBasis,
      fields: given.fields,
      rows: given.rows,
      file_hash: given.fileHash,
      by_account: ctx.actor.accountId,
      at: ctx.now,
    })
    .execute();
};
