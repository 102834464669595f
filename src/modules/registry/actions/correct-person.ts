import { type Fact, known, unknown } from '#kernel/fact.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { heldFactOn } from '../domain/held-fact.ts';
import { judgeNik } from '../domain/identifiers.ts';
import {
  changedFields,
  columnsOf,
  type IdentityChanges,
  type IdentityField,
  type IdentityValues,
  identityOf,
  sameValue,
} from '../domain/identity-fields.ts';
import { kecamatanPrefixes } from '../domain/kecamatan-prefix.ts';
import { foldName } from '../domain/name-fold.ts';
import { isReadableName } from '../domain/new-person.ts';
import type { Source } from '../domain/source.ts';
import { isAtLeastAsStrong } from '../domain/strength.ts';
import { refuseChanged } from '../domain/versions.ts';
import { refreshIssues } from '../sql/issues.ts';
import { deriveFacts, insertSet, listCurrentFacts, type NewSet } from '../sql/observations.ts';
import { readNumberRules } from '../sql/people.ts';
import {
  findPerson,
  keepSpelling,
  listOwnNiks,
  type PersonRecord,
  updateIdentity,
  updateNumberProblem,
} from '../sql/person-rows.ts';
import { refuseUnchanged, refuseUnseen } from './refuse-unseen.ts';

export type Correction = {
  personId: string;
  version: number;
  changes: IdentityChanges;
  source: Source;
  observedOn?: LocalDate | undefined;
  reason: string;
};

const asFact = (value: unknown): Fact<unknown> => (value === null ? unknown('tidak_tahu') : known(value));

/** Locks the person, and refuses when she is out of sight or has been changed since the actor opened her. */
export const lockPerson = async (ctx: Context, id: string, version: number): Promise<PersonRecord> => {
  const person = (await findPerson(ctx, id, true)) ?? refuseUnseen('orang');
  if (person.version !== version) {
    refuseChanged(
      { by: person.updated_by_name, at: person.updated_at, zone: ctx.actor.zone },
      { version: person.version, ...identityOf({ ...person, mother_name: null }) },
    );
  }
  return person;
};

const setOf = (person: PersonRecord, over: Partial<NewSet>, answers: NewSet['answers']): NewSet => ({
  id: uuid7(),
  subject: { kind: 'person', id: person.id },
  formId: null,
  formNo: null,
  observedOn: person.observed_on,
  source: person.source,
  observer: null,
  evidence: null,
  supersedes: null,
  usulanId: null,
  answers,
  ...over,
});

/** What was known before any correction becomes the first observation, so that the history is whole. */
const keepFirstValues = async (ctx: Context, person: PersonRecord, fields: readonly IdentityField[]): Promise<void> => {
  const held = new Set((await listCurrentFacts(ctx, 'person', [person.id])).map((row) => row.field));
  const values = identityOf(person);
  const missing = fields.filter((field) => !held.has(field));
  if (missing.length === 0) return;
  const answers = Object.fromEntries(missing.map((field) => [field, asFact(values[field])]));
  await insertSet(ctx, setOf(person, { evidence: { awal: true } }, answers));
  await deriveFacts(ctx, { kind: 'person', id: person.id }, missing);
};

const writeCorrection = async (
  ctx: Context,
  person: PersonRecord,
  input: Correction,
  fields: readonly IdentityField[],
) => {
  const inForce = new Map((await listCurrentFacts(ctx, 'person', [person.id])).map((row) => [row.field, row]));
  const bySuperseded = new Map<string | null, IdentityField[]>();
  for (const field of fields) {
    const old = inForce.get(field);
    const supersedes = old && isAtLeastAsStrong(input.source, old.source) ? old.set_id : null;
    bySuperseded.set(supersedes, [...(bySuperseded.get(supersedes) ?? []), field]);
  }
  for (const [supersedes, own] of bySuperseded) {
    const answers = Object.fromEntries(own.map((field) => [field, asFact(input.changes[field])]));
    const observedOn = input.observedOn ?? ctx.today;
    const over = {
      source: input.source,
      observer: ctx.actor.accountId,
      observedOn,
      supersedes,
      evidence: { alasan: input.reason },
    };
    await insertSet(ctx, setOf(person, over, answers));
  }
  await deriveFacts(ctx, { kind: 'person', id: person.id }, fields);
};

const renewWarnings = async (ctx: Context, personId: string, values: IdentityValues): Promise<void> => {
  for (const nik of await listOwnNiks(ctx, personId)) {
    const rules = await readNumberRules(ctx, kecamatanPrefixes([nik.value]));
    const judged = judgeNik(nik.value, {
      birthOn: values.lahir?.on ?? null,
      sex: values.jenis_kelamin,
      today: ctx.today,
      isDemo: rules.isDemo,
      isKnownKecamatan: (kode) => rules.knownKecamatan.has(kode),
    });
    if (judged && judged.problem !== nik.problem) await updateNumberProblem(ctx, nik.id, judged.problem);
  }
};

/**
 * Corrects what a person is known by. The old value is kept with its source; the new one takes effect unless a stronger source
 * (Dukcapil, a field check) says otherwise, in which case it is kept beside it.
 * @returns the new version, and the fields that were kept without taking effect
 */
export const correctPerson = async (
  ctx: Context,
  input: Correction,
): Promise<{ version: number; notInForce: IdentityField[] }> => {
  const person = await lockPerson(ctx, input.personId, input.version);
  const before = identityOf(person);
  const fields = changedFields(before, input.changes);
  if (fields.length === 0) refuseUnchanged();
  if (input.changes.nama !== undefined && !isReadableName(foldName(input.changes.nama))) {
    refuse('orang.tanpa_nama', 422, 'Nama belum terbaca. Isi nama seperti di KTP.', { fields: { nama: 'Isi nama.' } });
  }
  await keepFirstValues(ctx, person, fields);
  await writeCorrection(ctx, person, input, fields);
  const winners = new Map(
    (await listCurrentFacts(ctx, 'person', [person.id])).map((row) => [row.field, heldFactOn(row, ctx.today)]),
  );
  const after = { ...before } as Record<IdentityField, unknown>;
  for (const field of fields) {
    const winner = winners.get(field);
    if (winner) after[field] = winner.fact.known ? winner.fact.value : null;
  }
  const values = after as IdentityValues;
  if (values.nama !== before.nama) await keepSpelling(ctx, person.id, before.nama, person.source);
  const version = await updateIdentity(ctx, person.id, columnsOf(values));
  await renewWarnings(ctx, person.id, values);
  await refreshIssues(ctx, [person.id], []);
  await ctx.record({
    event: 'person.corrected',
    subjectKind: 'person',
    subjectId: person.id,
    areaId: person.area_id,
    level: person.protection,
    // A mother's name is a secret question of banks: that it changed is enough.
    before: Object.fromEntries(
      fields.map((field) => [field, field === 'nama_ibu' ? '(tidak ditulis)' : before[field]]),
    ),
    after: {
      ...Object.fromEntries(fields.map((field) => [field, field === 'nama_ibu' ? '(tidak ditulis)' : values[field]])),
      source: input.source,
      reason: input.reason,
    },
  });
  return { version, notInForce: fields.filter((field) => !sameValue(values[field], input.changes[field])) };
};
