import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { mayBe, REGISTRY_PPKS } from '../domain/ppks.ts';
import { insertAssessment } from '../sql/assessments.ts';
import { lockMembership } from '../sql/families.ts';
import { findPerson } from '../sql/person-rows.ts';
import { refuseUnseen } from './refuse-unseen.ts';

/**
 * Records that a person (for PPKS-24 her family) was assessed as one of the types the registry may hold. Where a hard predicate says
 * no, it refuses; where it rests on something unknown, the assessment stands and says so.
 */
export const assessPpks = async (
  ctx: Context,
  input: { personId: string; code: string; since: LocalDate; basis: string },
): Promise<{ assessmentId: string; doubts: string[] }> => {
  const ppks = REGISTRY_PPKS.find((one) => one.code === input.code);
  if (!ppks)
    return refuse(
      'ppks.bukan_register',
      422,
      'Jenis PPKS ini hanya dicatat di dalam kasus, oleh pekerja sosial yang menanganinya.',
    );
  const person = (await findPerson(ctx, input.personId)) ?? refuseUnseen('orang');
  if (input.since > ctx.today)
    refuse('ppks.tanggal_depan', 422, 'Tanggal asesmen belum terjadi. Isi tanggal hari ini atau sebelumnya.', {
      fields: { since: 'Isi tanggal hari ini atau sebelumnya.' },
    });
  const possible = mayBe(ppks, { sex: person.sex, birthOn: person.birth_on }, input.since);
  if (possible === 'tidak')
    refuse(
      'ppks.syarat_tidak_cocok',
      422,
      `Jenis ${ppks.name.id} tidak cocok dengan jenis kelamin atau umur yang tercatat. Perbaiki datanya dulu bila keliru.`,
    );
  const family = ppks.subject === 'family' ? await lockMembership(ctx, person.id) : undefined;
  if (ppks.subject === 'family' && !family)
    refuse(
      'ppks.tanpa_keluarga',
      422,
      `${ppks.name.id} dicatat pada keluarga. Masukkan orang ini ke keluarganya dulu.`,
    );
  const id = uuid7();
  await insertAssessment(ctx, {
    id,
    personId: family ? null : person.id,
    familyId: family?.family_id ?? null,
    code: ppks.code,
    since: input.since,
    basis: input.basis,
    level: ppks.level,
  });
  await ctx.record({
    event: 'person.ppks_assessed',
    subjectKind: 'person',
    subjectId: person.id,
    areaId: person.area_id,
    level: Math.max(ppks.level, person.protection),
    after: { code: ppks.code, since: input.since, basis: input.basis },
  });
  const doubts =
    possible === 'belum_diketahui'
      ? ['Umur atau jenis kelaminnya belum diketahui; lengkapi supaya jenis ini dapat dipastikan.']
      : [];
  return { assessmentId: id, doubts };
};
