import {
  findActClosed,
  getLineBalance,
  type LineBalance,
  listLineBalances,
  listMoratoria,
} from '#modules/planning/index.ts';
import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { checkTerms } from '../domain/check-terms.ts';
import { TARGETING_SCHEMA } from '../domain/columns.ts';
import { rowPhrase } from '../domain/reason-text.ts';
import { secondPersonLimit } from '../domain/second-person.ts';
import { listAreaNames } from '../sql/areas.ts';
import { listDecisionRows } from '../sql/decisions.ts';
import { findJuknis } from '../sql/juknis.ts';
import { listFaces } from '../sql/names.ts';
import { getSettings, listProgrammeRows } from '../sql/programmes.ts';
import { listRuns } from '../sql/runs.ts';
import { listTiles } from '../sql/tiles.ts';
import { findNewestVersion } from '../sql/versions.ts';
import { getProgramme } from './get-programme.ts';

/** What a rule may ask, as the form offers it. */
const COLUMNS = (['family', 'member'] as const).flatMap((scope) =>
  Object.entries(TARGETING_SCHEMA[scope]).map(([name, spec]) => ({
    scope,
    name,
    label: spec.label ?? name,
    type: spec.type,
    unit: spec.type === 'integer' ? (spec.unit ?? null) : null,
    values: spec.type === 'enum' ? [...spec.values] : [],
    confidential: spec.confidential ?? false,
  })),
);

const gatesOf = async (ctx: Context, line: LineBalance) => {
  const gates: { act: string; closed: string | null }[] = [];
  for (const act of ['siapkan_daftar', 'tetapkan', 'salurkan'] as const)
    gates.push({
      act,
      closed: (await findActClosed(ctx, { lineId: line.id, act, year: line.year }))?.sentence ?? null,
    });
  return gates;
};

/** The page of one programme. */
export const readProgramme = async (ctx: Context, id: string) => {
  const { programme, version } = await getProgramme(ctx, id);
  const line = programme.budgetLineId === null ? null : await getLineBalance(ctx, programme.budgetLineId);
  const decisions = await listDecisionRows(ctx, id);
  const faces = await listFaces(
    ctx,
    decisions.map((d) => d.familyId),
  );
  const { bidang } = ctx.actor;
  return {
    programme,
    version,
    mayChange:
      may(ctx.actor, 'programme.prepare') &&
      (bidang === null || bidang === 'sekretariat' || bidang === programme.bidang),
    problems: checkTerms(version.terms, ctx.today),
    phrases: version.terms.rules.map((row) => rowPhrase(row, version.terms)),
    line: line && { ...line, gates: await gatesOf(ctx, line) },
    moratoria: line ? await listMoratoria(ctx, { fundKind: line.fundKind, on: ctx.today }) : [],
    columns: COLUMNS,
    tiles: await listTiles(ctx),
    juknisFile: version.terms.juknisFile === null ? null : ((await findJuknis(ctx, version.terms.juknisFile)) ?? null),
    areas: await listAreaNames(ctx),
    decisions: decisions.map((d) => ({ ...d, name: faces.get(d.familyId)?.name ?? 'Keluarga di luar pandangan Anda' })),
    runs: await listRuns(ctx, id),
    secondPersonAbove: secondPersonLimit(await getSettings(ctx)),
  };
};

/** All local programmes with their money and the newest list that is not called off. */
export const readProgrammes = async (ctx: Context) => {
  const lines = new Map((await listLineBalances(ctx)).map((line) => [line.id, line]));
  const runs = await listRuns(ctx);
  const items = [];
  for (const programme of await listProgrammeRows(ctx)) {
    const version = await findNewestVersion(ctx, programme.id);
    const line = programme.budgetLineId === null ? undefined : lines.get(programme.budgetLineId);
    const run = runs.find((r) => r.programmeId === programme.id && r.state !== 'usang');
    items.push({ programme, terms: version!.terms, line, run });
  }
  return items;
};
