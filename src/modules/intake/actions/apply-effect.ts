import type { LocalDate } from '#kernel/local-date.ts';
import { dateInZone } from '#kernel/local-date.ts';
import { isRefusal, refuse } from '#kernel/refusal.ts';
import {
  confirmDeath,
  correctPerson,
  foldName,
  leaveFamily,
  moveFamily,
  placeInFamily,
  reportDeath,
  type Shdk,
  withdrawDeath,
} from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import type { Facts } from '../domain/kind-facts.ts';
import type { Kind } from '../domain/kinds.ts';
import { findRegisterPerson, keepEffect, listMembers, type RegisterPerson } from '../sql/register.ts';
import type { Usulan } from '../sql/usulan-rows.ts';

/** What an approval did in the register, in a word; `doubts` are sentences for the officer (what was kept without taking effect). */
type Effect = { did: string; doubts: string[] };
type Given = { usulan: Usulan; facts: Facts; person: RegisterPerson; on: LocalDate; reason: string };
type Apply = (ctx: Context, given: Given) => Promise<Effect>;

const NOTHING: Effect = { did: 'tidak_ada', doubts: [] };

/** Facts that a stronger source contradicts stay beside the register's. */
const STRONGER =
  'Sebagian tidak berlaku karena sumber yang lebih kuat (Dukcapil atau verval) menyatakan lain; keduanya disimpan.';

/** The register says so already: nothing to do. */
const alreadySo = (error: unknown): undefined => {
  if (isRefusal(error) && error.code === 'perbaikan.tanpa_perubahan') return undefined;
  throw error;
};

const change: Apply = async (ctx, { facts, person, on, reason }) => {
  const { nama, lahir, kelamin, pekerjaan, telepon, alamat } = facts;
  const changes = {
    ...(nama ? { nama } : {}),
    ...(lahir ? { lahir: { on: lahir, precision: 'hari' as const } } : {}),
    ...(kelamin ? { jenis_kelamin: kelamin as 'L' | 'P' } : {}),
    ...(pekerjaan ? { pekerjaan: { code: null, text: pekerjaan } } : {}),
    ...(telepon ? { telepon } : {}),
  };
  const doubts: string[] = [];
  if (Object.keys(changes).length > 0) {
    const { version } = person;
    const correction = { personId: person.id, version, changes, source: 'usulan', observedOn: on, reason } as const;
    const corrected = await correctPerson(ctx, correction).catch(alreadySo);
    if (corrected && corrected.notInForce.length > 0) doubts.push(STRONGER);
  }
  if (alamat && person.familyId && person.familyAreaId !== null) {
    const move = { familyId: person.familyId, areaId: person.familyAreaId, address: alamat };
    if (!(await moveFamily(ctx, { ...move, source: 'usulan', observedOn: on, reason }))) doubts.push(STRONGER);
  }
  return { did: 'data_diperbarui', doubts };
};

/** Puts her into the family of a card; whoever still belongs to another leaves it that day. */
const join: Apply = async (ctx, { usulan, facts, person, on, reason }) => {
  if (person.familyId) await leaveFamily(ctx, { personId: person.id, on, reason });
  const { doubts } = await placeInFamily(ctx, {
    personId: person.id,
    nomorKk: facts['nomorKk'],
    shdk: facts['shdk'] ? (Number(facts['shdk']) as Shdk) : null,
    areaId: person.familyAreaId ?? usulan.rtAreaId ?? usulan.areaId,
    address: usulan.draft?.address,
    source: 'usulan',
    observedOn: on,
  });
  return { did: 'masuk_keluarga', doubts };
};

const leave: Apply = async (ctx, { person, on, reason }) => {
  if (!person.familyId) return { ...NOTHING, doubts: ['Orang ini tidak tercatat di keluarga mana pun.'] };
  await leaveFamily(ctx, { personId: person.id, on, reason });
  return { did: 'keluar_keluarga', doubts: [] };
};

const moveIn: Apply = async (ctx, { usulan, facts, person, on, reason }) => {
  const areaId = usulan.rtAreaId ?? usulan.areaId;
  const address = facts['alamat'] ?? null;
  if (person.familyId) {
    const moved = await moveFamily(ctx, {
      familyId: person.familyId,
      areaId,
      address,
      source: 'usulan',
      observedOn: on,
      reason,
    });
    return { did: 'pindah_masuk', doubts: moved ? [] : [STRONGER] };
  }
  const place = { personId: person.id, shdk: null, areaId, address, source: 'usulan', observedOn: on } as const;
  return { did: 'pindah_masuk', doubts: (await placeInFamily(ctx, place)).doubts };
};

/** She or all of hers leave the family's card here; where they went is in the facts, and no record is made elsewhere. */
const moveOut: Apply = async (ctx, { facts, person, on, reason }) => {
  if (!person.familyId) return NOTHING;
  const members = facts['siapa'] === 'seluruh' ? await listMembers(ctx, person.familyId) : [];
  const leaving = members.length > 0 ? members.map(({ personId }) => personId) : [person.id];
  for (const personId of leaving) await leaveFamily(ctx, { personId, on, reason });
  return { did: 'pindah_keluar', doubts: [] };
};

const split: Apply = async (ctx, { usulan, facts, person, on, reason }) => {
  const members = person.familyId ? await listMembers(ctx, person.familyId) : [];
  const names = (facts['ikut'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const going = names.map((name) => ({
    name,
    member: members.find((one) => one.nameFold === foldName(name) && one.personId !== person.id),
  }));
  const areaId = person.familyAreaId ?? usulan.rtAreaId ?? usulan.areaId;
  const card = { nomorKk: facts['nomorKk'], areaId, source: 'usulan', observedOn: on } as const;
  if (person.familyId) await leaveFamily(ctx, { personId: person.id, on, reason });
  const placed = await placeInFamily(ctx, { ...card, personId: person.id, shdk: 1, address: usulan.draft?.address });
  const doubts = [...placed.doubts];
  for (const { name, member } of going) {
    if (!member) {
      doubts.push(`${name} tidak ditemukan di KK lama; tempatkan sendiri di lembar keluarga.`);
      continue;
    }
    await leaveFamily(ctx, { personId: member.personId, on, reason });
    const along = {
      personId: member.personId,
      familyId: placed.familyId,
      shdk: null,
      areaId,
      source: 'usulan',
    } as const;
    doubts.push(...(await placeInFamily(ctx, { ...along, observedOn: on })).doubts);
  }
  return { did: 'pecah_kk', doubts };
};

const die: Apply = async (ctx, { usulan, facts, person }) => {
  const { pada, bukti, nomorBukti } = facts;
  if (person.life === 'terbukti') return { did: 'meninggal_terbukti', doubts: [] };
  if (bukti && bukti !== 'belum_ada' && pada && nomorBukti) {
    const proof = bukti === 'akta_kematian' ? 'akta_kematian' : 'surat_keterangan';
    await confirmDeath(ctx, { personId: person.id, version: person.version, diedOn: pada, proof, number: nomorBukti });
    return { did: 'meninggal_terbukti', doubts: [] };
  }
  if (person.life === 'hidup') await tellDeath(ctx, usulan, facts, person);
  return {
    did: 'dilaporkan_meninggal',
    doubts: ['Belum ada bukti: catat buktinya di lembar warga sebelum batas waktunya.'],
  };
};

const tellDeath = (ctx: Context, usulan: Usulan, facts: Facts, person: RegisterPerson) =>
  reportDeath(ctx, {
    personId: person.id,
    version: person.version,
    diedOn: facts['pada'] ?? null,
    reporter: `usulan ${usulan.receiptNumber}`,
    relation: usulan.relation,
  });

const EFFECTS: Readonly<Partial<Record<Kind, Apply>>> = {
  perubahan: change,
  tambah_anggota: join,
  gabung_kk: join,
  keluar_anggota: leave,
  pindah_masuk: moveIn,
  pindah_keluar: moveOut,
  pecah_kk: split,
  meninggal: die,
};

const getPerson = async (ctx: Context, usulan: Usulan): Promise<RegisterPerson> =>
  (usulan.subjectPersonId ? await findRegisterPerson(ctx, usulan.subjectPersonId) : undefined) ??
  refuse(
    'usulan.subjek_hilang',
    409,
    'Orang dalam usulan ini tidak terlihat dari tugas Anda. Minta rekan yang berwenang.',
  );

/** A change that was told by typing the person anew (portal, RT) says it by her draft. */
const withDraft = ({ kind, facts, draft }: Usulan): Facts => {
  if (!draft || (kind !== 'perubahan' && kind !== 'pindah_masuk')) return facts;
  const typed = {
    ...(kind === 'perubahan'
      ? { nama: draft.name, lahir: draft.birthOn, kelamin: draft.sex, telepon: draft.phone }
      : {}),
    alamat: draft.address,
  };
  const known = Object.entries(typed).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { ...Object.fromEntries(known), ...facts };
};

/**
 * Does in the register what an approved usulan says, through the register's own acts: each fact with source `usulan` and its day. Kinds that
 * are settled by a visit, an answer or at the centre change nothing here.
 */
export const applyEffect = async (ctx: Context, usulan: Usulan): Promise<void> => {
  const apply = EFFECTS[usulan.kind];
  if (!apply) return;
  const facts = withDraft(usulan);
  const person = await getPerson(ctx, usulan);
  const on = facts['sejak'] ?? facts['pada'] ?? dateInZone(usulan.citizenClockFrom, ctx.actor.zone);
  const reason = `Usulan ${usulan.receiptNumber} disetujui`;
  const effect = await apply(ctx, { usulan, facts, person, on, reason });
  await keepEffect(ctx, usulan.id, { ...effect, on });
};

/** A report of a death holds individual aid as soon as a desk has checked its papers; it is no proof. */
export const holdForDeath = async (ctx: Context, usulan: Usulan): Promise<void> => {
  const person = await getPerson(ctx, usulan);
  if (person.life === 'hidup') await tellDeath(ctx, usulan, usulan.facts, person);
};

/** The report was not true: what it held is free again. A death that was proved meanwhile stays. */
export const freeFromDeath = async (ctx: Context, usulan: Usulan): Promise<void> => {
  const person = usulan.subjectPersonId ? await findRegisterPerson(ctx, usulan.subjectPersonId) : undefined;
  if (person?.life !== 'dilaporkan_meninggal') return;
  const reason = `Usulan ${usulan.receiptNumber} tidak terbukti atau ditarik`;
  await withdrawDeath(ctx, { personId: person.id, version: person.version, reason });
};
