import type { Capability } from '#kernel/capability.ts';

/** A role is a list of capabilities and nothing else; area, bidang, clearance and dates belong to the assignment. */
export type Role = {
  id: string;
  name: readonly [id: string, en: string];
  needs: 'wilayah' | 'dinas' | 'semua';
  mostClearance: 0 | 1 | 2 | 3;
  capabilities: readonly Capability[];
};

const READ: readonly Capability[] = ['area.find', 'person.find', 'person.read', 'usulan.read'];
const OFFICE: readonly Capability[] = [
  ...READ,
  'programme.read',
  'report.read',
  'budget.read',
  'quality.read',
  'task.settle',
];

/** All roles. `needs`: whether an assignment must name an area below the agency, the whole agency, or either. */
export const ROLES = [
  {
    id: 'rt',
    name: ['Ketua RT', 'RT head'],
    needs: 'wilayah',
    mostClearance: 0,
    capabilities: ['area.find', 'rt.read', 'usulan.propose'],
  },
  {
    id: 'psm',
    name: ['PSM', 'Community social worker'],
    needs: 'wilayah',
    mostClearance: 0,
    capabilities: ['area.find', 'usulan.propose', 'usulan.read', 'usulan.verify_field'],
  },
  {
    id: 'operator_desa',
    name: ['Operator desa/kelurahan', 'Desa/kelurahan operator'],
    needs: 'wilayah',
    mostClearance: 0,
    capabilities: [
      ...READ,
      'person.register',
      'person.reveal',
      'quality.read',
      'quality.settle',
      'usulan.propose',
      'usulan.check',
      'usulan.link',
      'usulan.verify_field',
      'musyawarah.run',
      'centre.key',
      'programme.read',
      'report.read',
      'task.settle',
      'message.hand_over',
    ],
  },
  {
    id: 'lurah_kades',
    name: ['Lurah/kepala desa', 'Lurah/village head'],
    needs: 'wilayah',
    mostClearance: 0,
    capabilities: [...READ, 'quality.read', 'musyawarah.run', 'programme.read', 'report.read'],
  },
  {
    id: 'camat',
    name: ['Camat/TKSK', 'Camat/TKSK'],
    needs: 'wilayah',
    mostClearance: 0,
    capabilities: [...READ, 'quality.read', 'programme.read', 'report.read'],
  },
  {
    id: 'front_office',
    name: ['Meja layanan', 'Front office'],
    needs: 'dinas',
    mostClearance: 1,
    capabilities: [...READ, 'person.register', 'person.reveal', 'usulan.propose', 'task.settle', 'message.hand_over'],
  },
  {
    id: 'verifikator',
    name: ['Verifikator Dinas Sosial', 'Agency verifier'],
    needs: 'dinas',
    mostClearance: 1,
    capabilities: [
      ...OFFICE,
      'person.register',
      'person.reveal',
      'quality.settle',
      'duplicate.adjudicate',
      'import.run',
      'usulan.propose',
      'usulan.link',
      'usulan.verify_field',
      'usulan.decide',
      'batch.prepare',
      'centre.key',
      'message.hand_over',
    ],
  },
  {
    id: 'operator_siks',
    name: ['Operator SIKS-NG', 'SIKS-NG operator'],
    needs: 'dinas',
    mostClearance: 1,
    capabilities: [...OFFICE, 'person.reveal', 'import.run', 'centre.key'],
  },
  {
    id: 'peksos',
    name: ['Pekerja sosial', 'Social worker'],
    needs: 'dinas',
    mostClearance: 3,
    capabilities: [
      ...READ,
      'person.register',
      'person.reveal',
      'usulan.propose',
      'task.settle',
      'case.open',
      'case.break_glass',
    ],
  },
  {
    id: 'kabid',
    name: ['Kepala bidang', 'Head of division'],
    needs: 'dinas',
    mostClearance: 2,
    capabilities: [
      ...OFFICE,
      'person.reveal',
      'quality.settle',
      'duplicate.adjudicate',
      'duplicate.model',
      'import.run',
      'usulan.decide',
      'batch.prepare',
      'programme.prepare',
      'decree.paraf',
      'handover.rule',
      'audit.read',
    ],
  },
  {
    id: 'sekretaris',
    name: ['Sekretaris', 'Secretary'],
    needs: 'dinas',
    mostClearance: 1,
    capabilities: [...OFFICE, 'decree.paraf', 'decree.record', 'budget.record', 'audit.read', 'privacy.manage'],
  },
  {
    id: 'kepala_dinas',
    name: ['Kepala Dinas', 'Head of the agency'],
    needs: 'dinas',
    mostClearance: 2,
    capabilities: [...OFFICE, 'batch.ratify', 'decree.paraf', 'decree.record', 'audit.read', 'privacy.manage'],
  },
  {
    id: 'perencana',
    name: ['Perencana/bendahara', 'Planner/treasurer'],
    needs: 'dinas',
    mostClearance: 1,
    capabilities: ['area.find', 'programme.read', 'report.read', 'budget.read', 'budget.record', 'decree.record'],
  },
  {
    id: 'petugas_salur',
    name: ['Petugas salur', 'Distribution officer'],
    needs: 'semua',
    mostClearance: 0,
    capabilities: ['area.find', 'programme.read', 'handover.record'],
  },
  {
    id: 'auditor',
    name: ['Auditor (Inspektorat)', 'Auditor'],
    needs: 'dinas',
    mostClearance: 1,
    capabilities: [
      'area.find',
      'person.find',
      'person.read',
      'usulan.read',
      'programme.read',
      'report.read',
      'budget.read',
      'quality.read',
      'audit.read',
    ],
  },
  {
    id: 'admin_dinas',
    name: ['Admin Dinas Sosial', 'Agency administrator'],
    needs: 'dinas',
    mostClearance: 0,
    capabilities: [
      'area.find',
      'area.change',
      'account.manage',
      'stage.configure',
      'message.manage',
      'audit.read',
      'report.read',
      'quality.read',
    ],
  },
] as const satisfies readonly Role[];

export type RoleId = (typeof ROLES)[number]['id'];

export const findRole = (id: string): Role | undefined => ROLES.find((role) => role.id === id);
