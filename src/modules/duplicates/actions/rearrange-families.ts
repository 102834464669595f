import { formatNik, maskNik } from '#kernel/nik.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { placeInFamily, refreshIssues, renewCard, SHDK_LABELS, type Shdk } from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import { moveSentence } from '../domain/bars.ts';
import { faultOf, type OpenRow, type Seat, stepsOf } from '../domain/rearrangement.ts';
import { listStandings } from '../sql/bars.ts';
import {
  endRows,
  type FamilyRow,
  insertRearrangement,
  listFamilies,
  listOpenRows,
  lockRearrangement,
  markBack,
  setSeat,
  takeSnapshot,
  touchFamilies,
  writeBack,
} from '../sql/families.ts';

const refuseUnseenFamily = (): never =>
  refuse('keluarga.tidak_ditemukan', 404, 'Keluarga ini tidak ada di wilayah Anda. Muat ulang halaman.');

/** One family, or two, with everybody in them: what an officer arranges. Without a second one a new family can be split off. */
export const readFamilies = async (ctx: Context, ids: { a: string; b?: string | undefined }) => {
  const wanted = ids.b && ids.b !== ids.a ? [ids.a, ids.b] : [ids.a];
  const families = await listFamilies(ctx, wanted, false);
  const rows = await listOpenRows(ctx, wanted);
  return {
    families: wanted.map((id) => {
      const family = families.find((one) => one.id === id) ?? refuseUnseenFamily();
      const { nomorKk, protection: _, areaId: __, ...shown } = family;
      return {
        ...shown,
        maskedKk: nomorKk === null ? null : formatNik(maskNik(nomorKk)),
        members: rows
          .filter(({ familyId }) => familyId === id)
          .map(({ personId, name, shdk, state }) => ({ personId, name, shdk, state })),
      };
    }),
    relations: Object.entries(SHDK_LABELS).map(([shdk, label]) => ({ shdk: Number(shdk), ...label })),
  };
};

export type Arrangement = {
  a: { id: string; version: number; nomorKk: string };
  /** Left out: a family is split off. */
  b: { id: string | null; version: number; nomorKk: string };
  seats: readonly Seat[];
  proof: string;
};

const lockFamilies = async (ctx: Context, { a, b }: Arrangement): Promise<Map<string, FamilyRow>> => {
  const found = new Map(
    (await listFamilies(ctx, b.id === null ? [a.id] : [a.id, b.id], true)).map((family) => [family.id, family]),
  );
  for (const side of [a, b]) {
    if (side.id === null) continue;
    const family = found.get(side.id) ?? refuseUnseenFamily();
    if (family.version !== side.version)
      refuse(
        'versi.berubah',
        409,
        'Salah satu keluarga diubah petugas lain setelah Anda membukanya. Muat ulang, lalu susun lagi.',
      );
  }
  return found;
};

const refuseBarredMove = async (ctx: Context, rows: readonly OpenRow[], ended: readonly string[]): Promise<void> => {
  const moving = [
    ...new Set(rows.filter(({ id, state }) => state === 'sah' && ended.includes(id)).map((row) => row.personId)),
  ];
  const [bar] = moving.length > 0 ? await listStandings(ctx, moving) : [];
  if (bar) refuse(`keluarga.tertahan_${bar.kind}`, 409, moveSentence(bar));
};

/** Seats everybody; gives the second family's id, which is new when one was split off. */
const seatAll = async (
  ctx: Context,
  { a, b }: Arrangement,
  from: FamilyRow,
  steps: ReturnType<typeof stepsOf>,
): Promise<string | null> => {
  await endRows(ctx, steps.end);
  for (const { id, shdk } of steps.change) await setSeat(ctx, id, shdk);
  let second = b.id;
  for (const { personId, to, shdk } of steps.enter) {
    const familyId = to === 'a' ? a.id : second;
    const placed = await placeInFamily(ctx, {
      personId,
      shdk: shdk as Shdk,
      ...{ areaId: from.areaId, address: from.address, source: 'petugas' },
      ...(familyId === null ? {} : { familyId }),
    });
    if (to === 'b') second = placed.familyId;
  }
  return second;
};

/**
 * Puts one or two families in order: who belongs to which, the head of each, the KK number of each, with the proof. A shared member gets one
 * family, a family is split, two are joined. Refuses (409) while somebody who moves stands in a decree, a list or a ratification.
 * @returns the id by which it can be taken back, and the second family's id
 */
export const rearrangeFamilies = async (
  ctx: Context,
  wanted: Arrangement,
): Promise<{ id: string; familyB: string }> => {
  if (wanted.b.id === wanted.a.id) refuse('keluarga.sama', 422, 'Pilih dua keluarga yang berbeda.');
  const families = await lockFamilies(ctx, wanted);
  const ids = [...families.keys()];
  const rows = await listOpenRows(ctx, ids);
  const fault = faultOf(rows, wanted.seats);
  if (fault) refuse('keluarga.susunan', 422, fault);
  const steps = stepsOf({ a: wanted.a.id, b: wanted.b.id }, rows, wanted.seats);
  if (wanted.b.id === null && steps.enter.every(({ to }) => to === 'a'))
    refuse('keluarga.tidak_dipecah', 422, 'Belum ada yang pindah ke keluarga baru. Pilih siapa yang masuk KK baru.');
  await refuseBarredMove(ctx, rows, steps.end);
  const people = [...new Set(rows.map(({ personId }) => personId))];
  const before = await takeSnapshot(ctx, ids, people);
  const first = families.get(wanted.a.id) ?? refuseUnseenFamily();
  const familyB = (await seatAll(ctx, wanted, first, steps)) ?? refuseUnseenFamily();
  for (const [familyId, nomorKk] of [
    [wanted.a.id, wanted.a.nomorKk],
    [familyB, wanted.b.nomorKk],
  ] as const)
    if (nomorKk !== '') await renewCard(ctx, { familyId, nomorKk, source: 'petugas', reason: wanted.proof });
  await touchFamilies(ctx, [wanted.a.id, familyB]);
  await refreshIssues(ctx, people, [wanted.a.id, familyB]);
  const id = uuid7();
  const after = await takeSnapshot(ctx, [wanted.a.id, familyB], people);
  await insertRearrangement(ctx, { id, familyA: wanted.a.id, familyB, before, after, proof: wanted.proof });
  await ctx.record({
    event: 'family.rearranged',
    subjectKind: 'family',
    subjectId: wanted.a.id,
    areaId: first.areaId,
    after: { id, other: familyB, ended: steps.end.length, entered: steps.enter.length, proof: wanted.proof },
  });
  return { id, familyB };
};

/** Takes an arrangement back: everybody sits as before. Refuses when either family was changed since. */
export const takeBack = async (ctx: Context, { id, reason }: { id: string; reason: string }): Promise<void> => {
  const made = (await lockRearrangement(ctx, id)) ?? refuseUnseenFamily();
  if (made.undoneAt !== null)
    refuse('keluarga.sudah_dikembalikan', 409, 'Susunan ini sudah dikembalikan. Muat ulang halaman.');
  const families = [made.familyA, made.familyB];
  const people = made.before.places.map((place) => place.id);
  const now = await takeSnapshot(ctx, families, people);
  if (JSON.stringify([now.members, now.cards]) !== JSON.stringify([made.after.members, made.after.cards]))
    refuse(
      'keluarga.berubah_sejak',
      409,
      'Keluarga ini sudah diubah sesudah disusun, jadi tidak dapat dikembalikan begitu saja. Susun lagi dengan yang benar.',
    );
  const rows = await listOpenRows(ctx, families);
  await refuseBarredMove(
    ctx,
    rows,
    rows.map((row) => row.id),
  );
  await writeBack(ctx, made);
  await touchFamilies(ctx, families);
  await markBack(ctx, id);
  await refreshIssues(ctx, people, families);
  await ctx.record({
    event: 'family.rearrangement_undone',
    subjectKind: 'family',
    subjectId: made.familyA,
    before: { id, other: made.familyB },
    after: { reason },
  });
};
