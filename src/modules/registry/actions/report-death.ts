import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { getOfficeDayAfter } from '../sql/office-days.ts';
import { type PersonRecord, updateLife } from '../sql/person-rows.ts';
import { closeTasks, insertTask } from '../sql/tasks.ts';
import { lockPerson } from './correct-person.ts';

const OFFICE_DAYS_FOR_PROOF = 5;
const DEATH_TASK = 'bukti_kematian';

const checkDay = (ctx: Context, person: PersonRecord, diedOn: LocalDate | null): void => {
  if (diedOn !== null && diedOn > ctx.today) {
    refuse('kematian.tanggal_depan', 422, 'Tanggal meninggal belum terjadi. Isi tanggal hari ini atau sebelumnya.', {
      fields: { diedOn: 'Isi tanggal hari ini atau sebelumnya.' },
    });
  }
  if (diedOn !== null && person.birth_on !== null && diedOn < person.birth_on) {
    refuse('kematian.sebelum_lahir', 422, 'Tanggal meninggal lebih awal daripada tanggal lahir. Periksa keduanya.', {
      fields: { diedOn: 'Lebih awal daripada tanggal lahir.' },
    });
  }
};

type Report = { personId: string; version: number; diedOn: LocalDate | null; reporter: string; relation: string };

/**
 * Records that somebody says this person died. A rumour is not proof: her individual aid is held by those who hand it over, the family's
 * aid stays as it is, and a task asks for the proof within five office days.
 */
export const reportDeath = async (ctx: Context, input: Report): Promise<{ version: number; dueOn: LocalDate }> => {
  const person = await lockPerson(ctx, input.personId, input.version);
  if (person.life !== 'hidup') {
    refuse(
      'kematian.sudah_dilaporkan',
      409,
      'Kematian orang ini sudah dilaporkan. Lihat tugas pembuktiannya di lembar ini.',
    );
  }
  checkDay(ctx, person, input.diedOn);
  const version = await updateLife(ctx, person.id, 'dilaporkan_meninggal', input.diedOn);
  const dueOn = await getOfficeDayAfter(ctx, OFFICE_DAYS_FOR_PROOF);
  await insertTask(ctx, {
    id: uuid7(),
    kind: DEATH_TASK,
    title: 'Buktikan laporan kematian',
    detail: `Dilaporkan oleh ${input.reporter} (${input.relation}). Cari akta kematian, surat keterangan, atau catatan Dukcapil.`,
    level: person.protection,
    areaId: person.area_id,
    personId: person.id,
    role: 'operator_desa',
    dueOn,
  });
  await ctx.record({
    event: 'person.death_reported',
    subjectKind: 'person',
    subjectId: person.id,
    areaId: person.area_id,
    level: person.protection,
    before: { life: person.life },
    after: { life: 'dilaporkan_meninggal', diedOn: input.diedOn, relation: input.relation },
  });
  return { version, dueOn };
};

export const DEATH_PROOFS = ['akta_kematian', 'surat_keterangan', 'dukcapil'] as const;
type Proof = {
  personId: string;
  version: number;
  diedOn: LocalDate;
  proof: (typeof DEATH_PROOFS)[number];
  number: string;
};

/** Records the proof: from now on she counts as dead. What follows for aid is decided where the aid is. */
export const confirmDeath = async (ctx: Context, input: Proof): Promise<{ version: number }> => {
  const person = await lockPerson(ctx, input.personId, input.version);
  if (person.life === 'terbukti')
    refuse('kematian.sudah_terbukti', 409, 'Kematian orang ini sudah terbukti. Tidak ada yang perlu dicatat lagi.');
  checkDay(ctx, person, input.diedOn);
  const version = await updateLife(ctx, person.id, 'terbukti', input.diedOn);
  await closeTasks(ctx, DEATH_TASK, person.id, `Terbukti: ${input.proof} ${input.number}`);
  await ctx.record({
    event: 'person.death_proved',
    subjectKind: 'person',
    subjectId: person.id,
    areaId: person.area_id,
    level: person.protection,
    before: { life: person.life, diedOn: person.died_on },
    after: { life: 'terbukti', diedOn: input.diedOn, proof: input.proof, number: input.number },
  });
  return { version };
};

/** Takes a false report back in one act: everything held is free again, with arrears. */
export const withdrawDeath = async (
  ctx: Context,
  input: { personId: string; version: number; reason: string },
): Promise<{ version: number }> => {
  const person = await lockPerson(ctx, input.personId, input.version);
  if (person.life === 'hidup')
    refuse('kematian.tidak_dilaporkan', 409, 'Orang ini tercatat hidup, jadi tidak ada laporan yang dicabut.');
  const version = await updateLife(ctx, person.id, 'hidup', null);
  await closeTasks(ctx, DEATH_TASK, person.id, `Laporan dicabut: ${input.reason}`);
  await ctx.record({
    event: 'person.death_withdrawn',
    subjectKind: 'person',
    subjectId: person.id,
    areaId: person.area_id,
    level: person.protection,
    before: { life: person.life, diedOn: person.died_on },
    after: { life: 'hidup', reason: input.reason },
  });
  return { version };
};
