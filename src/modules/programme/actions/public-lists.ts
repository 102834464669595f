import type { Context } from '#platform/db/context.ts';
import { isSealed, unpackProof } from '../domain/list-lines.ts';
import { findSealedLine, listPublished, type PublishedList } from '../sql/list-lines.ts';

/** What a citizen reads about the line of her letter: that it stands in the list, and what proves it. Never the line itself. */
export type CheckedLine = {
  list: PublishedList;
  no: number;
  same: boolean;
  /** Hashes on the way up, for whoever computes it alone; side of the given hash. */
  steps: { hash: string; left: boolean }[];
};

/** Lists in force or revoked, by sums and roots, for anybody. Called in a transaction of the portal. */
export const publishedLists = (ctx: Context): Promise<PublishedList[]> => listPublished(ctx);

/**
 * Checks the line behind the code of a letter against the published root. Called in a transaction of the portal.
 * @param code a canonical code (`parseReceiptCode`)
 * @returns undefined for a code no letter of a published list carries
 */
export const checkLine = async (ctx: Context, code: string): Promise<CheckedLine | undefined> => {
  const line = await findSealedLine(ctx, code);
  const list = line && (await listPublished(ctx)).find((one) => one.runId === line.runId);
  if (!line || !list) return undefined;
  return { list, no: line.no, same: isSealed(list.root, line), steps: [...unpackProof(line.proof)] };
};
