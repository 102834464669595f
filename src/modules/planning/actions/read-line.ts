import type { Rupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';
import { addEntry, balanceOf, EMPTY_BALANCE } from '../domain/ledger.ts';
import { type DocumentKind, FUND_ACTS, type FundAct } from '../domain/words.ts';
import { type LedgerEntry, listEntries, listHandedOver } from '../sql/ledger.ts';
import { listProgrammesOnLine, listReservationNames, listStages } from '../sql/lines.ts';
import { listMoratoria } from '../sql/moratoria.ts';
import { type ActAsked, findActClosed } from './admit-act.ts';
import { getLineBalance } from './read-lines.ts';

/** An act and whether it is open: null, or the sentence that says what is missing, with the documents it names. */
export type Gate = { act: FundAct; closed: string | null; missing: DocumentKind[] };

/** Which acts the source opens; null = open, else the sentence that says what is missing. */
export const listGates = async (
  ctx: Context,
  asked: Pick<ActAsked, 'year'> & ({ lineId: string } | { fundSourceId: string }),
): Promise<Gate[]> => {
  const gates: Gate[] = [];
  for (const act of Object.keys(FUND_ACTS) as FundAct[]) {
    const found = await findActClosed(ctx, { ...asked, act });
    const missing = found?.closed.why === 'documents' ? [...found.closed.missing] : [];
    gates.push({ act, closed: found?.sentence ?? null, missing });
  }
  return gates;
};

const monthsOf = (entries: readonly LedgerEntry[], handedOver: readonly { month: string; amount: Rupiah }[]) => {
  const months = new Map<string, { month: string; cair: Rupiah; diserahterimakan: Rupiah }>();
  const at = (month: string) => {
    const known = months.get(month) ?? { month, cair: 0n, diserahterimakan: 0n };
    months.set(month, known);
    return known;
  };
  for (const { kind, amount, onDate } of entries)
    if (kind === 'sp2d') at(onDate.slice(0, 7)).cair += amount;
    else if (kind === 'sts') at(onDate.slice(0, 7)).cair -= amount;
  for (const { month, amount } of handedOver) at(month).diserahterimakan += amount;
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
};

/** Everything the page of one line shows; every ledger entry carries what was left of the pagu after it. */
export const readLine = async (ctx: Context, lineId: string) => {
  const line = await getLineBalance(ctx, lineId);
  const entries = await listEntries(ctx, lineId);
  const names = await listReservationNames(ctx, lineId);
  const nameOf = (id: string | null): string | null => names.find((r) => r.id === id)?.name ?? null;
  let running = EMPTY_BALANCE;
  const withLeft = entries.map((entry) => {
    running = addEntry(running, { kind: entry.kind, amount: entry.amount, ref: entry.refId ?? undefined });
    return { ...entry, left: running.tersisa, reservation: nameOf(entry.refId) };
  });
  const { reserved } = balanceOf(entries.map((e) => ({ ...e, ref: e.refId ?? undefined })));
  return {
    line,
    gates: await listGates(ctx, { lineId, year: line.year }),
    stages: await listStages(ctx, lineId),
    entries: withLeft,
    reservations: [...reserved].flatMap(([id, left]) =>
      left > 0n ? [{ id, name: nameOf(id) ?? 'Pesanan', left }] : [],
    ),
    programmes: await listProgrammesOnLine(ctx, lineId),
    months: monthsOf(entries, await listHandedOver(ctx, lineId)),
    moratoria: await listMoratoria(ctx, { fundKind: line.fundKind, on: ctx.today }),
  };
};
