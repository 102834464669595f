import { getDecree } from '#modules/deliberation/index.ts';
import { findActClosed, getLineBalance } from '#modules/planning/index.ts';
import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { placeText } from '../domain/reason-text.ts';
import { positionText, rankSentence } from '../domain/terms.ts';
import { tieSentence } from '../domain/tie-order.ts';
import { listAreaNames } from '../sql/areas.ts';
import { listFaces } from '../sql/names.ts';
import { countByDesa, listStoredRows, type RowFilter } from '../sql/rows.ts';
import type { RunRow } from '../sql/runs.ts';
import { getVersion } from '../sql/versions.ts';
import type { FamilyLine } from './describe-families.ts';
import { getRun } from './get-programme.ts';

/** Held places whose date has passed: the next of the reserve list are proposed for them, in force only with a changing decree. */
const proposeReplacements = async (ctx: Context, run: RunRow): Promise<string | null> => {
  if (run.state !== 'berlaku' || run.counts.ditahan === 0) return null;
  const held = await listStoredRows(ctx, run.id, { place: 'ditahan' }, { limit: 200 });
  const lapsed = held.filter((row) => row.heldUntil !== null && row.heldUntil < ctx.today).length;
  if (lapsed === 0) return null;
  const upTo = Math.min(lapsed, run.counts.cadangan);
  return `${lapsed} tempat yang ditahan sudah lewat tanggalnya. Diusulkan: cadangan nomor 1 sampai ${upTo}, berlaku dengan SK perubahan.`;
};

/** The page of one prepared list: money, hashes, order, decree, per desa, and what its source of funds still asks for. */
export const readList = async (ctx: Context, runId: string) => {
  const run = await getRun(ctx, runId);
  const { terms } = await getVersion(ctx, run.versionId);
  const decree = run.decreeId === null ? null : await getDecree(ctx, run.decreeId);
  const line = run.budgetLineId === null ? null : await getLineBalance(ctx, run.budgetLineId);
  const closed = line && (await findActClosed(ctx, { lineId: line.id, act: 'tetapkan', year: line.year }));
  return {
    run,
    terms,
    decree: decree && {
      id: decree.id,
      state: decree.state,
      number: decree.number,
      onDate: decree.onDate,
      signatory: decree.signatory,
      version: decree.version,
      waitingFor: decree.paraf.find((step) => step.given === null)?.position ?? null,
    },
    line: line && { id: line.id, name: line.subKegiatanName, fundSource: line.fundSource, year: line.year },
    gate: closed?.sentence ?? null,
    mayConfirm:
      run.state === 'rancangan' &&
      run.needsSecond &&
      run.secondAt === null &&
      may(ctx.actor, 'decree.paraf') &&
      run.createdById !== ctx.actor.accountId,
    order: rankSentence(terms.rankBy),
    ties: tieSentence(terms.tieOrder),
    desa: await countByDesa(ctx, runId),
    replacement: await proposeReplacements(ctx, run),
  };
};

type Page = { after?: { rank: number; familyId: string } | undefined; limit: number };

/** Rows of a stored list with names, as the reader sees them; families out of sight are counted in the list and not named. */
export const readListRows = async (ctx: Context, runId: string, filter: RowFilter, page: Page) => {
  const run = await getRun(ctx, runId);
  const { terms } = await getVersion(ctx, run.versionId);
  const rows = await listStoredRows(ctx, runId, filter, page);
  const faces = await listFaces(
    ctx,
    rows.map((row) => row.familyId),
  );
  const names = new Map((await listAreaNames(ctx)).map((area) => [area.kode, area.label]));
  const items = rows.flatMap((row): FamilyLine[] => {
    const face = faces.get(row.familyId);
    if (!face) return [];
    const place = { ...row, binding: row.binding ?? '' };
    return [
      {
        familyId: row.familyId,
        name: face.name,
        maskedNik: face.maskedNik,
        areaLabel: row.areaLabel,
        place: row.place,
        verdict: row.verdict,
        rank: row.rank,
        reserveNo: row.reserveNo,
        position: positionText(terms.rankBy, row.score ?? undefined),
        why: placeText(place, terms, (code) => names.get(code) ?? code),
        heldUntil: row.heldUntil,
      },
    ];
  });
  const last = rows.at(-1);
  const more = rows.length === page.limit && last !== undefined;
  return { run, items, next: more ? `${last.rank ?? 2147483647}_${last.familyId}` : null };
};
