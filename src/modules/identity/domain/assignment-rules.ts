import type { Capability } from '#kernel/capability.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { findRole, type Role } from './roles.ts';

export type AskedAssignment = {
  role: string;
  agencyWide: boolean;
  areaKind: string;
  clearance: number;
  from: LocalDate;
  until: LocalDate | null;
};
export type AskedAccount = { kind: 'staf' | 'rt' | 'psm' | 'mitra'; expiresOn: LocalDate | null };

/** Roles that reach further than the one who gives them would be a way around the limits of the giver. */
const CASE_WORK: Capability = 'case.open';

/** Why an assignment cannot be given, as an Indonesian sentence; undefined when it can. */
export const objectionTo = (asked: AskedAssignment, account: AskedAccount, today: LocalDate): string | undefined => {
  const role: Role | undefined = findRole(asked.role);
  if (!role) return `Peran "${asked.role}" tidak ada. Pilih dari daftar peran.`;
  if (role.needs === 'wilayah' && asked.agencyWide)
    return `Peran ${role.name[0]} bertugas di satu wilayah, bukan seluruh dinas. Pilih desa, kelurahan, kecamatan, atau RT.`;
  if (role.needs === 'dinas' && !asked.agencyWide)
    return `Peran ${role.name[0]} bertugas untuk seluruh dinas. Pilih wilayah dinas.`;
  if (role.id === 'rt' && asked.areaKind !== 'rt') return 'Ketua RT bertugas di satu RT. Pilih RT-nya.';
  if (asked.clearance > role.mostClearance)
    return `Peran ${role.name[0]} paling tinggi tingkat ${role.mostClearance}. Turunkan tingkat kerahasiaan.`;
  if (asked.until !== null && asked.until < asked.from)
    return 'Tanggal akhir mendahului tanggal mulai. Periksa kedua tanggal.';
  if (account.kind === 'rt' || account.kind === 'psm') {
    if (account.expiresOn === null) return 'Akun RT dan PSM perlu tanggal akhir: isi akhir masa bakti.';
    if (account.expiresOn <= today) return 'Akhir masa bakti harus sesudah hari ini.';
    if (role.capabilities.includes(CASE_WORK)) return 'Akun RT dan PSM tidak dapat diberi peran penanganan kasus.';
  }
  return undefined;
};
