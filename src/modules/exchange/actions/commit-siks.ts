import { addPeople, addToFamilies, foldName } from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import { placeOf } from '../domain/read-siks.ts';
import { newPersonOf, placementOf, statusesOf } from '../domain/register-values.ts';
import { type Candidate, chooseTargets } from '../domain/target.ts';
import type { ImportFile } from '../sql/files.ts';
import {
  listFamiliesOfCards,
  listTargets,
  type RowOutcome,
  type SiksChunkRow,
  saveOutcomes,
} from '../sql/siks-rows.ts';
import { putStatuses } from '../sql/statuses.ts';
import { tellOfProtected } from '../sql/tasks.ts';
import { type Met, renewKnown } from './renew-known.ts';

type Around = { file: ImportFile; rtIds: ReadonlyMap<string, number> };

const outcome = (row: SiksChunkRow, over: Partial<RowOutcome>): RowOutcome => ({
  id: row.id,
  outcome: 'tetap',
  personId: null,
  familyId: null,
  madePerson: false,
  madeFamily: false,
  before: null,
  ...over,
});

/** Rows whose people the register does not know: people, numbers, families and members in a handful of statements. */
const addNew = async (ctx: Context, rows: readonly SiksChunkRow[], { file, rtIds }: Around): Promise<RowOutcome[]> => {
  if (rows.length === 0) return [];
  const places = rows.map(({ parsed }) => placeOf(parsed, rtIds));
  const people = await addPeople(
    ctx,
    rows.map(({ parsed }, i) => newPersonOf(parsed, places[i]!, file.observedOn)),
  );
  const numbers = rows.flatMap(({ parsed }) => (parsed.nomorKk.state === 'sah' ? [parsed.nomorKk.value] : []));
  const before = new Set((await listFamiliesOfCards(ctx, numbers)).map(({ familyId }) => familyId));
  const placed = await addToFamilies(
    ctx,
    rows.map(({ parsed }, i) => placementOf(parsed, people[i]!.personId, places[i]!, file.observedOn)),
  );
  return rows.map((row, i) => {
    const { familyId } = placed[i]!;
    const made = { madePerson: true, madeFamily: !before.has(familyId) };
    return outcome(row, { outcome: 'dibuat', personId: people[i]!.personId, familyId, ...made });
  });
};

const targetsOf = async (
  ctx: Context,
  file: ImportFile,
  rows: readonly SiksChunkRow[],
): Promise<Map<number, Candidate>> =>
  chooseTargets(
    await listTargets(
      ctx,
      file.id,
      rows.map(({ no, parsed, previousPerson }) => ({
        no,
        previous: previousPerson,
        id_dtks: parsed.idDtks,
        nik: parsed.nik.state === 'sah' ? parsed.nik.value : null,
        fold: foldName(parsed.name),
        birth: parsed.birth?.on ?? null,
      })),
    ),
  );

/** Above the clearance of who imports: nothing of her record is touched or told; the case team learns that the list still names her. */
const isHidden = (ctx: Context, { protection }: Candidate): boolean =>
  protection > ctx.actor.clearance || protection >= 2;

/**
 * Puts a chunk of the 23-column file into the register. Each row's person is looked for anew: by the file before, by the centre's id, by
 * NIK with name and birth. Who is not found is added; who is found takes what changed, by the precedence of sources.
 */
export const commitSiksChunk = async (
  ctx: Context,
  rows: readonly SiksChunkRow[],
  around: Around,
): Promise<RowOutcome[]> => {
  const { file } = around;
  const targets = await targetsOf(ctx, file, rows);
  const fresh = rows.filter(({ no }) => !targets.has(no));
  const met: Met[] = [];
  const hidden = new Set<bigint>();
  const outcomes = await addNew(ctx, fresh, around);
  for (const row of rows) {
    const target = targets.get(row.no);
    if (!target) continue;
    if (isHidden(ctx, target)) {
      await tellOfProtected(ctx, target.personId);
      hidden.add(row.id);
      outcomes.push(outcome(row, { personId: target.personId }));
    } else met.push({ row, target, areaId: placeOf(row.parsed, around.rtIds) });
  }
  outcomes.push(...(await renewKnown(ctx, file, met)).map(({ row, ...over }) => outcome(row, over)));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  await putStatuses(
    ctx,
    file.period,
    outcomes.flatMap(({ id, personId, madePerson }) => {
      const row = rowOf.get(id);
      if (!row || personId === null || hidden.has(id) || (row.change === 'tetap' && !madePerson)) return [];
      return statusesOf(row.parsed).map((status) => ({ ...status, personId, rowId: id, isNew: madePerson }));
    }),
  );
  await saveOutcomes(ctx, outcomes);
  return outcomes;
};
