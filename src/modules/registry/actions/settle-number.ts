import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { type IdentifierKind, judgeNik, judgeOther, maskNumber, stateShown } from '../domain/identifiers.ts';
import { kecamatanPrefixes } from '../domain/kecamatan-prefix.ts';
import type { Source } from '../domain/source.ts';
import { refreshIssues } from '../sql/issues.ts';
import { findHolderInSight, lockNumber, type NumberRow, removeNoNikReason, updateNumberState } from '../sql/numbers.ts';
import { insertIdentifiers, readNumberRules } from '../sql/people.ts';
import { type PersonRecord, touchPerson } from '../sql/person-rows.ts';
import { lockPerson } from './correct-person.ts';
import { keepIdentifiers } from './create-person.ts';

const judgeFor = async (ctx: Context, person: PersonRecord, kind: IdentifierKind, value: string) => {
  if (kind !== 'nik') return judgeOther(kind, value);
  const rules = await readNumberRules(ctx, kecamatanPrefixes([value]));
  return judgeNik(value, {
    birthOn: person.birth_on,
    sex: person.sex,
    today: ctx.today,
    isDemo: rules.isDemo,
    isKnownKecamatan: (kode) => rules.knownKecamatan.has(kode),
  });
};

/** Adds a number to a known person, by the same rule as at registration: doubtful or taken, it is kept as a claim. */
export const addNumber = async (
  ctx: Context,
  input: { personId: string; version: number; kind: IdentifierKind; value: string; source: Source },
): Promise<{ version: number; doubts: string[] }> => {
  const person = await lockPerson(ctx, input.personId, input.version);
  const judged = await judgeFor(ctx, person, input.kind, input.value);
  if (!judged) return refuse('nomor.kosong', 422, 'Nomor belum diisi.', { fields: { value: 'Isi nomornya.' } });
  const row = { ...judged, id: uuid7(), person_id: person.id, source: input.source };
  const doubts = await keepIdentifiers(ctx, [row]);
  if (judged.kind === 'nik') await removeNoNikReason(ctx, person.id);
  await touchPerson(ctx, person.id);
  await refreshIssues(ctx, [person.id], []);
  await ctx.record({
    event: 'person.number_added',
    subjectKind: 'person',
    subjectId: person.id,
    areaId: person.area_id,
    level: person.protection,
    after: { kind: judged.kind, number: maskNumber(judged.value), source: input.source },
  });
  return { version: person.version + 1, doubts: [...judged.doubts, ...(doubts.get(person.id) ?? [])] };
};

const giveToClaimant = async (ctx: Context, number: NumberRow, reason: string): Promise<string[]> => {
  if (stateShown(number.state, number.problem) !== 'klaim' || number.problem?.startsWith('tidak_sah:')) {
    refuse(
      'nomor.bukan_klaim',
      409,
      'Nomor ini bukan klaim atas nomor orang lain, jadi tidak ada pemegang yang diputus.',
    );
  }
  const holder = await findHolderInSight(ctx, number);
  if (holder) await updateNumberState(ctx, holder.id, 'salah', reason);
  await updateNumberState(ctx, number.id, 'nonaktif', null);
  const { id: _, problem: __, ...rest } = number;
  const active = {
    ...rest,
    kind: number.kind as IdentifierKind,
    id: uuid7(),
    state: 'aktif' as const,
    problem: null,
    source: 'petugas' as const,
  };
  const kept = await insertIdentifiers(ctx, [active]);
  if (kept.size === 0) {
    refuse(
      'nomor.pemegang_di_luar',
      409,
      'Pemegang nomor ini ada di luar wilayah tugas Anda. Dinas Sosial yang membandingkan dan memutuskannya; tugasnya sudah dibuat.',
    );
  }
  return holder ? [holder.person_id] : [];
};

/**
 * Decides a doubtful number: it is wrong, no longer used, or this person is its rightful holder. Then the other holder's entry, when the
 * actor sees it, is marked wrong. Nothing is deleted.
 */
export const settleNumber = async (
  ctx: Context,
  input: {
    personId: string;
    version: number;
    numberId: string;
    verdict: 'salah' | 'nonaktif' | 'pemegang';
    reason: string;
  },
): Promise<{ version: number }> => {
  const person = await lockPerson(ctx, input.personId, input.version);
  const number = await lockNumber(ctx, person.id, input.numberId);
  if (!number) return refuse('nomor.tidak_ditemukan', 404, 'Nomor ini tidak ada pada orang ini. Muat ulang lembarnya.');
  let others: string[] = [];
  if (input.verdict === 'pemegang') others = await giveToClaimant(ctx, number, `Bukan pemegang: ${input.reason}`);
  else await updateNumberState(ctx, number.id, input.verdict, input.reason);
  await touchPerson(ctx, person.id);
  await refreshIssues(ctx, [person.id, ...others], []);
  await ctx.record({
    event: 'person.number_settled',
    subjectKind: 'person',
    subjectId: person.id,
    areaId: person.area_id,
    level: person.protection,
    before: { kind: number.kind, number: maskNumber(number.value), state: number.state },
    after: { verdict: input.verdict, reason: input.reason, others },
  });
  return { version: person.version + 1 };
};
