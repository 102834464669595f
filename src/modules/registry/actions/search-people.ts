import type { Context } from '#platform/db/context.ts';
import { readQuery } from '../domain/query.ts';
import type { PersonSummary } from '../domain/summary.ts';
import { listPeopleByAddress, listPeopleByName, listPeopleByNumber, listPeopleByReceipt } from '../sql/search.ts';
import { personSummaries } from '../sql/summaries.ts';

/** A close match first; when nothing is close, a wider look for badly misspelt names. */
const CLOSE = 0.55;
const WIDE = 0.35;

const findIds = async (ctx: Context, typed: string, limit: number): Promise<string[]> => {
  const query = readQuery(typed);
  if (query.kind === 'nothing') return [];
  if (query.kind === 'number') return listPeopleByNumber(ctx, query.digits, limit);
  if (query.kind === 'receipt') {
    const linked = await listPeopleByReceipt(ctx, query.code);
    if (linked.length > 0) return linked;
    return listPeopleByName(ctx, query.code.toLowerCase(), CLOSE, limit);
  }
  const byAddress = query.looksLikeAddress ? await listPeopleByAddress(ctx, query.address, limit) : [];
  if (byAddress.length > 0 || query.name === '') return byAddress;
  const close = await listPeopleByName(ctx, query.name, CLOSE, limit);
  if (close.length > 0) return close;
  const wide = await listPeopleByName(ctx, query.name, WIDE, limit);
  return wide.length > 0 ? wide : listPeopleByAddress(ctx, query.address, limit);
};

/**
 * Finds people by what an officer types into one box: a name (misspelt too), NIK, KK number, another number, receipt number, or an
 * address. Only within the actor's sight; nobody else exists here, not even as a count.
 */
export const searchPeople = async (
  ctx: Context,
  { q, limit }: { q: string; limit: number },
): Promise<PersonSummary[]> => personSummaries(ctx, await findIds(ctx, q, limit));
