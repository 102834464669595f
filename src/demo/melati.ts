import { openCase, protectByCase } from '#modules/casework/index.ts';
import { createPerson, leaveFamily, placeInFamily } from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';

const NOMOR_KK = '9901010402170021';
const PEOPLE = [
  { name: 'BAMBANG SURYANA', nik: '9901011207880006', birth: '1988-07-12', sex: 'L', shdk: 1, occupation: 81 },
  { name: 'RETNO WULANDARI', nik: '9901015503920004', birth: '1992-03-15', sex: 'P', shdk: 3, occupation: 2 },
  { name: 'DIMAS SURYANA', nik: '9901012109170002', birth: '2017-09-21', sex: 'L', shdk: 4, occupation: 3 },
] as const;

/**
 * The demo's sixth story: "Melati" fled a violent husband who is head of her KK. She and her child stand under a case of level 3: for
 * everybody else in the agency they are not there, by name, number, count or search.
 * @param ctx the social worker
 */
export const protectMelati = async (ctx: Context, oldAreaId: number): Promise<void> => {
  const ids: string[] = [];
  for (const { name, nik, birth, sex, shdk, occupation } of PEOPLE) {
    const { personId } = await createPerson(ctx, {
      name,
      nik,
      sex,
      birth: { on: birth, precision: 'hari' },
      birthPlace: 'TIRTA RUKUN',
      occupationCode: occupation,
      areaId: oldAreaId,
      source: 'petugas',
    });
    await placeInFamily(ctx, {
      personId,
      nomorKk: NOMOR_KK,
      shdk,
      areaId: oldAreaId,
      address: 'JALAN DERMAGA 4',
      source: 'petugas',
    });
    ids.push(personId);
  }
  const { caseId } = await openCase(ctx, {
    alias: 'Melati',
    level: 3,
    bidang: 'rehabilitasi',
    reason: 'Keluarga meminta datanya dijaga; data contoh.',
  });
  const [, wife, child] = ids as [string, string, string];
  for (const [personId, alias] of [
    [wife, 'Melati'],
    [child, 'Anak Melati'],
  ] as const) {
    await leaveFamily(ctx, { personId, on: ctx.today, reason: 'Pindah dari keluarga.' });
    await protectByCase(ctx, caseId, { personId, role: 'korban', alias });
  }
};
