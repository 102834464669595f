import { randomBytes } from 'node:crypto';
import { valueAt } from '#engines/aturan/index.ts';
import { newReceiptCode } from '#kernel/receipt-code.ts';
import type { Rupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';
import { lineText, sealLines } from '../domain/list-lines.ts';
import type { ListRow } from '../domain/list-rows.ts';
import { addSeal } from '../sql/list-lines.ts';
import { listFaces } from '../sql/names.ts';
import type { LoadedRegister } from './load-register.ts';

const LAST = Number.MAX_SAFE_INTEGER;
const inOrder = (a: ListRow, b: ListRow): number =>
  (a.rank ?? LAST) - (b.rank ?? LAST) || (a.familyId < b.familyId ? -1 : 1);

/** Every family with a place on the list, and those without one who asked for aid: all of them get a letter. */
const listed = (register: LoadedRegister, rows: readonly ListRow[]): ListRow[] => {
  const asked = register.snapshot.tables.family.columns.get('diusulkan')!;
  return rows.filter((row, f) => row.place !== 'tidak' || valueAt(asked, f) === true).sort(inOrder);
};

/** Codes that differ from each other; that they differ from all older ones is the table's matter. */
const newCodes = (count: number): string[] => {
  const codes = new Set<string>();
  while (codes.size < count) codes.add(newReceiptCode());
  return [...codes];
};

/**
 * Seals a prepared list: one salted line for each of its families, one root over all lines, frozen before the decree is drafted.
 * @returns the root; undefined when nobody stands on the list
 */
export const sealList = async (
  ctx: Context,
  list: { runId: string; register: LoadedRegister; rows: readonly ListRow[]; benefit: Rupiah },
): Promise<string | undefined> => {
  const families = listed(list.register, list.rows);
  if (families.length === 0) return undefined;
  const faces = await listFaces(
    ctx,
    families.map((row) => row.familyId),
  );
  const codes = newCodes(families.length);
  const lines = families.map((row, i) => {
    const face = faces.get(row.familyId);
    const facts = {
      no: i + 1,
      place: row.place,
      reserveNo: row.reserveNo,
      name: face?.name ?? '',
      maskedNik: face?.maskedNik ?? null,
      areaLabel: list.register.areas.get(row.areaId)?.label ?? '',
      benefit: list.benefit,
    };
    const salt = randomBytes(16).toString('hex');
    return { no: i + 1, familyId: row.familyId, code: codes[i]!, salt, line: lineText(facts) };
  });
  const { root, proofs } = sealLines(lines);
  await addSeal(
    ctx,
    list.runId,
    root,
    lines.map((line, i) => ({ ...line, proof: proofs[i]! })),
  );
  return root;
};
