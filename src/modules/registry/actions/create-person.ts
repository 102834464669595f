import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { NEUTRAL_NIK, TAKEN_ELSEWHERE, TAKEN_HERE } from '../domain/identifiers.ts';
import { kecamatanPrefixes } from '../domain/kecamatan-prefix.ts';
import { type IdentifierRow, type NewPerson, type PlannedPerson, planPerson } from '../domain/new-person.ts';
import { refreshIssues } from '../sql/issues.ts';
import { getOfficeDayAfter } from '../sql/office-days.ts';
import {
  insertIdentifiers,
  insertNoNikReasons,
  insertPeople,
  listVisibleHolders,
  readNumberRules,
  reportHiddenHolder,
} from '../sql/people.ts';
import { refuseOutside } from './refuse-unseen.ts';

export type CreatedPerson = { personId: string; doubts: string[] };

/** Days in which a number claimed twice should be compared at the agency. */
const OFFICE_DAYS_FOR_CLAIM = 5;

/** The numbers that another person holds already: kept as claims, with what may be said of it. Gives the doubts by person. */
const keepAsClaims = async (ctx: Context, taken: readonly IdentifierRow[]): Promise<Map<string, string[]>> => {
  const doubts = new Map<string, string[]>();
  if (taken.length === 0) return doubts;
  const visible = await listVisibleHolders(ctx, taken);
  const dueOn = await getOfficeDayAfter(ctx, OFFICE_DAYS_FOR_CLAIM);
  const claims: Omit<IdentifierRow, 'doubts'>[] = [];
  for (const { doubts: _, ...number } of taken) {
    const here = visible.has(number.id);
    const maySay =
      here ||
      (await reportHiddenHolder(ctx, {
        kind: number.kind,
        value: number.value,
        personId: number.person_id,
        taskId: uuid7(),
        dueOn,
      }));
    // A protected holder: the claim keeps the fault-free look of any other number.
    const problem = maySay ? (here ? TAKEN_HERE : TAKEN_ELSEWHERE) : number.problem;
    claims.push({ ...number, state: 'klaim', problem });
    const sentence = here
      ? 'Nomor ini juga tercatat pada orang lain di wilayah Anda; dicatat sebagai klaim.'
      : NEUTRAL_NIK;
    if (maySay) doubts.set(number.person_id, [...(doubts.get(number.person_id) ?? []), sentence]);
  }
  await insertIdentifiers(ctx, claims);
  return doubts;
};

/** Writes planned numbers: those free become active, those taken become claims. @returns doubts by person */
export const keepIdentifiers = async (
  ctx: Context,
  numbers: readonly IdentifierRow[],
): Promise<Map<string, string[]>> => {
  const kept = await insertIdentifiers(
    ctx,
    numbers.map(({ doubts: _, ...number }) => number),
  );
  return keepAsClaims(
    ctx,
    numbers.filter((number) => !kept.has(number.id)),
  );
};

/** Plans people by the agency's rules for numbers. */
export const planPeople = async (ctx: Context, inputs: readonly NewPerson[]): Promise<PlannedPerson[]> => {
  const rules = await readNumberRules(ctx, kecamatanPrefixes(inputs.map(({ nik }) => nik)));
  const around = {
    today: ctx.today,
    isDemo: rules.isDemo,
    isKnownKecamatan: (kode: string) => rules.knownKecamatan.has(kode),
  };
  return inputs.map((input) => planPerson(input, around, uuid7));
};

/**
 * Adds many people with a handful of statements (an import's chunk). The caller records the act for all of them.
 * Like `createPerson` it refuses nobody because of a number.
 */
export const addPeople = async (ctx: Context, inputs: readonly NewPerson[]): Promise<CreatedPerson[]> => {
  if (inputs.length === 0) return [];
  await refuseOutside(
    ctx,
    inputs.map(({ areaId }) => areaId),
  );
  const planned = await planPeople(ctx, inputs);
  await insertPeople(
    ctx,
    planned.map(({ row }) => row),
  );
  const doubts = await keepIdentifiers(
    ctx,
    planned.flatMap(({ identifiers }) => identifiers),
  );
  await insertNoNikReasons(
    ctx,
    planned.flatMap(({ row, noNikReason }) => (noNikReason ? [{ person_id: row.id, code: noNikReason }] : [])),
  );
  await refreshIssues(
    ctx,
    planned.map(({ row }) => row.id),
    [],
  );
  return planned.map(({ row, doubts: own }) => ({ personId: row.id, doubts: [...own, ...(doubts.get(row.id) ?? [])] }));
};

/**
 * Adds a person to the register. Never refuses because of an identifier: an invalid or taken NIK is kept as a claim with a finding on
 * the data-quality board. A NIK held out of the actor's sight answers with one neutral sentence and a task at the agency; held by a
 * protected person it answers like a free one and opens a silent task at level 3.
 * @returns the id and the doubts as sentences for the officer
 */
export const createPerson = async (ctx: Context, input: NewPerson): Promise<CreatedPerson> => {
  const [created] = await addPeople(ctx, [input]);
  const { personId } = created as CreatedPerson;
  await ctx.record({
    event: 'person.created',
    subjectKind: 'person',
    subjectId: personId,
    areaId: input.areaId,
    after: { name: input.name, source: input.source, doubts: created?.doubts.length ?? 0 },
  });
  return created as CreatedPerson;
};
