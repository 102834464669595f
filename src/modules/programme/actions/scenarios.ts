import { refuse } from '#kernel/refusal.ts';
import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { checkTerms } from '../domain/check-terms.ts';
import { computeList } from '../domain/compute.ts';
import { rowPhrase } from '../domain/reason-text.ts';
import { outcomeOf, servedIn } from '../domain/scenario.ts';
import type { Terms } from '../domain/terms.ts';
import { listAreaNames } from '../sql/areas.ts';
import { listFaces } from '../sql/names.ts';
import {
  addScenario,
  findScenario,
  listOnlyIn,
  listScenarioRows,
  removeScenarioRow,
  type ScenarioRow,
} from '../sql/scenarios.ts';
import { decisionsInForce } from './decide-family.ts';
import { getProgramme, lockProgramme } from './get-programme.ts';
import { registerForSimulation } from './load-register.ts';
import { moneyForList } from './money-for-list.ts';
import { otherAwards } from './other-awards.ts';

const MOST_KEPT = 40;
const MOST_SHOWN = 60;

const refuseBadTerms = (ctx: Context, terms: Terms): void => {
  const wrong = checkTerms(terms, ctx.today).find((p) => p.level === 'error');
  if (!wrong) return;
  const place = wrong.row === null ? '' : `Baris ${wrong.row}: `;
  refuse('program.aturan_salah', 422, `Skenario belum tersimpan. ${place}${wrong.message}`);
};

type Wanted = { name: string; note: string; terms: Terms };

const keep = async (
  ctx: Context,
  programmeId: string,
  { name, note, terms }: Wanted,
  fresh: boolean,
): Promise<string> => {
  const { programme } = await getProgramme(ctx, programmeId);
  refuseBadTerms(ctx, terms);
  const register = await registerForSimulation(ctx, programmeId, fresh);
  const { ceiling } = await moneyForList(ctx, programme, terms);
  const computed = computeList(register, {
    name: programme.name,
    terms,
    ceiling,
    asOf: ctx.today,
    decisions: await decisionsInForce(ctx, programmeId),
    otherAwards: await otherAwards(ctx, programmeId, terms),
    codeOf: (areaId) => register.areas.get(areaId)?.kode,
  });
  const outcome = outcomeOf(computed, terms, ceiling);
  const id = await addScenario(ctx, {
    programmeId,
    name,
    note,
    terms,
    outcome,
    served: servedIn(computed),
    snapshotId: register.id,
    snapshotAt: register.at,
  });
  await ctx.record({
    event: 'programme.scenario_saved',
    subjectKind: 'programme',
    subjectId: programmeId,
    after: { scenario: id, name, snapshot: register.id, counts: outcome.counts, spent: outcome.spent },
  });
  return id;
};

const refuseTakenName = (rows: readonly ScenarioRow[], name: string): void => {
  if (rows.some((row) => row.name.toLowerCase() === name.toLowerCase()))
    refuse('skenario.nama_dipakai', 409, `Skenario bernama "${name}" sudah ada pada program ini. Beri nama lain.`, {
      field: 'name',
    });
  if (rows.length >= MOST_KEPT)
    refuse(
      'skenario.penuh',
      409,
      `Program ini sudah punya ${MOST_KEPT} skenario. Hapus yang tidak dipakai lagi, lalu simpan.`,
    );
};

/** Keeps tried terms under a name with what comes out of them. The programme's own terms and money stay untouched. */
export const saveScenario = async (ctx: Context, programmeId: string, wanted: Wanted): Promise<string> => {
  await lockProgramme(ctx, programmeId);
  refuseTakenName(await listScenarioRows(ctx, programmeId), wanted.name);
  return keep(ctx, programmeId, wanted, false);
};

const getScenarioRow = async (ctx: Context, programmeId: string, id: string): Promise<ScenarioRow> =>
  (await findScenario(ctx, programmeId, id)) ??
  refuse('skenario.tidak_ada', 404, 'Skenario ini sudah dihapus atau tidak ada. Muat ulang halaman ini.');

/** Computes a scenario again on the register of now; the old result leaves the list. */
export const renewScenario = async (ctx: Context, programmeId: string, id: string): Promise<string> => {
  await lockProgramme(ctx, programmeId);
  const old = await getScenarioRow(ctx, programmeId, id);
  await removeScenarioRow(ctx, id);
  return keep(ctx, programmeId, old, true);
};

export const removeScenario = async (ctx: Context, programmeId: string, id: string): Promise<void> => {
  await lockProgramme(ctx, programmeId);
  const { name } = await getScenarioRow(ctx, programmeId, id);
  await removeScenarioRow(ctx, id);
  await ctx.record({
    event: 'programme.scenario_removed',
    subjectKind: 'programme',
    subjectId: programmeId,
    before: { scenario: id, name },
  });
};

const mayChange = (ctx: Context, bidang: string): boolean => {
  const own = ctx.actor.bidang;
  return may(ctx.actor, 'programme.prepare') && (own === null || own === 'sekretariat' || own === bidang);
};
const summaryOf = (row: ScenarioRow, isOwn: boolean) => ({
  id: row.id,
  name: row.name,
  note: row.note,
  by: row.by,
  at: row.at,
  snapshot: { id: row.snapshotId, at: row.snapshotAt },
  counts: row.outcome.counts,
  money: {
    ceiling: row.outcome.ceiling,
    spent: row.outcome.spent,
    wanted: row.outcome.wanted,
    benefit: row.terms.benefit.toString(),
  },
  mayChange: isOwn,
});

export const readScenarios = async (ctx: Context, programmeId: string) => {
  const { programme } = await getProgramme(ctx, programmeId);
  const isOwn = mayChange(ctx, programme.bidang);
  return (await listScenarioRows(ctx, programmeId)).map((row) => summaryOf(row, isOwn));
};

export const readScenario = async (ctx: Context, programmeId: string, id: string) => {
  const { programme } = await getProgramme(ctx, programmeId);
  const row = await getScenarioRow(ctx, programmeId, id);
  return { ...summaryOf(row, mayChange(ctx, programme.bidang)), terms: row.terms };
};

/** Who has a place in `row` and not in `first`, and the other way round. */
const differenceOf = async (ctx: Context, first: ScenarioRow, row: ScenarioRow) => {
  const [cameIn, wentOut] = [
    await listOnlyIn(ctx, row.id, first.id, MOST_SHOWN),
    await listOnlyIn(ctx, first.id, row.id, MOST_SHOWN),
  ];
  const faces = await listFaces(ctx, [...cameIn.familyIds, ...wentOut.familyIds]);
  const pick = (ids: readonly string[]) =>
    ids.flatMap((familyId) => {
      const face = faces.get(familyId);
      return face ? [{ familyId, name: face.name, areaLabel: face.areaLabel ?? '' }] : [];
    });
  return {
    id: row.id,
    cameInCount: cameIn.count,
    wentOutCount: wentOut.count,
    cameIn: pick(cameIn.familyIds),
    wentOut: pick(wentOut.familyIds),
  };
};

/** Two to four scenarios side by side; who differs is told against the first. */
export const compareScenarios = async (ctx: Context, programmeId: string, ids: readonly string[]) => {
  const { programme } = await getProgramme(ctx, programmeId);
  const distinct = [...new Set(ids)];
  if (distinct.length < 2)
    refuse('skenario.kurang', 422, 'Pilih dua sampai empat skenario yang berbeda untuk dibandingkan.');
  const rows: ScenarioRow[] = [];
  for (const id of distinct) rows.push(await getScenarioRow(ctx, programmeId, id));
  const [first, ...others] = rows as [ScenarioRow, ...ScenarioRow[]];
  const differences = [];
  for (const row of others) differences.push(await differenceOf(ctx, first, row));
  const isOwn = mayChange(ctx, programme.bidang);
  const desa = (await listAreaNames(ctx))
    .map(({ id, kode, label }) => ({ areaId: id, kode, label, places: rows.map((row) => row.outcome.desa[kode] ?? 0) }))
    .filter((row) => row.places.some((n) => n > 0));
  return {
    scenarios: rows.map((row) => ({
      ...summaryOf(row, isOwn),
      phrases: row.terms.rules.map((rule) => rowPhrase(rule, row.terms)),
      breakdown: row.outcome.breakdown,
      maxCount: row.terms.maxCount,
      quotas: row.terms.quota.length,
    })),
    sameRegister: new Set(rows.map((row) => row.snapshotId)).size === 1,
    differences,
    desa,
  };
};
