import type { Capability } from '#kernel/capability.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Kind, Words } from './kinds.ts';

export const STAGES = {
  periksa: ['Pemeriksaan berkas', 'Check of papers'],
  verval: ['Verval (kunjungan)', 'Field check'],
  musyawarah: ['Musdes/muskel', 'Village deliberation'],
  verifikasi: ['Keputusan Dinas Sosial', 'Decision of the agency'],
} as const satisfies Record<string, Words>;
export type Stage = keyof typeof STAGES;

/** The same in one word, for filters and badges. */
export const STAGE_SHORT: Readonly<Record<Stage, Words>> = {
  periksa: ['Periksa', 'Check'],
  verval: ['Verval', 'Visit'],
  musyawarah: ['Musyawarah', 'Meeting'],
  verifikasi: ['Putusan', 'Decision'],
};

/** Who has a proposal, as the citizen reads it: a desk, never a name. */
export const STAGE_HOLDERS: Readonly<Record<Stage, string>> = {
  periksa: 'operator desa/kelurahan',
  verval: 'petugas verval',
  musyawarah: 'musyawarah desa/kelurahan',
  verifikasi: 'Dinas Sosial',
};

/** Where a proposal is, as the citizen reads it; and the stage itself inside a sentence of hers. */
export const STAGE_SENTENCES: Readonly<Record<Stage, { readonly now: string; readonly name: string }>> = {
  periksa: { now: 'Sekarang diperiksa operator desa/kelurahan', name: 'pemeriksaan berkas' },
  verval: { now: 'Sekarang menunggu kunjungan petugas verval', name: 'kunjungan' },
  musyawarah: { now: 'Sekarang menunggu musyawarah desa/kelurahan', name: 'musyawarah' },
  verifikasi: { now: 'Sekarang menunggu keputusan Dinas Sosial', name: 'keputusan' },
};

/** Acting at a stage needs this capability and one of the roles that the agency's order names. */
export const STAGE_CAPABILITY: Readonly<Record<Stage, Capability>> = {
  periksa: 'usulan.check',
  verval: 'usulan.verify_field',
  musyawarah: 'musyawarah.run',
  verifikasi: 'usulan.decide',
};

/** One stage of the agency's order. `officeDays` is the time of this desk; `skipKinds` pass it by. */
export type StageRule = {
  no: number;
  stage: Stage;
  roles: readonly string[];
  officeDays: number;
  skipKinds: readonly Kind[];
};

/** The stages a proposal of this kind passes, in order. */
export const stagesFor = (order: readonly StageRule[], kind: Kind): StageRule[] =>
  order.filter((rule) => !rule.skipKinds.includes(kind)).sort((a, b) => a.no - b.no);

/** The first stage after `no` for this kind, or undefined when `no` is the last. */
export const stageAfter = (order: readonly StageRule[], kind: Kind, no: number): StageRule | undefined =>
  stagesFor(order, kind).find((rule) => rule.no > no);

/** Whether both lists hold the same stages in the same places with the same roles, days and kinds. */
export const isSameOrder = (a: readonly StageRule[], b: readonly StageRule[]): boolean =>
  JSON.stringify(a.map(({ stage, roles, officeDays, skipKinds }) => [stage, roles, officeDays, skipKinds])) ===
  JSON.stringify(b.map(({ stage, roles, officeDays, skipKinds }) => [stage, roles, officeDays, skipKinds]));

/**
 * Refuses an order that cannot work: the check of papers comes first and the agency's decision last, for every kind; each stage
 * once; at least one role a stage, and each role able to act there (`holds`).
 */
export const requireOrder = (
  order: readonly StageRule[],
  holds: (role: string, capability: Capability) => boolean,
): void => {
  const no = (code: string, sentence: string) => refuse(`tahap.${code}`, 422, sentence);
  const stages = order.map((rule) => rule.stage);
  if (new Set(stages).size !== stages.length) no('kembar', 'Setiap tahap hanya boleh ada satu kali dalam urutan.');
  if (stages[0] !== 'periksa') no('awal', 'Pemeriksaan berkas harus menjadi tahap pertama.');
  if (stages.at(-1) !== 'verifikasi') no('akhir', 'Keputusan Dinas Sosial harus menjadi tahap terakhir.');
  for (const rule of order) {
    const [name] = STAGES[rule.stage];
    if (rule.roles.length === 0) no('tanpa_pelaku', `Pilih paling sedikit satu peran untuk tahap ${name}.`);
    const unable = rule.roles.find((role) => !holds(role, STAGE_CAPABILITY[rule.stage]));
    if (unable !== undefined) no('peran_tidak_boleh', `Peran ${unable} tidak berwenang pada tahap ${name}.`);
    if (['periksa', 'verifikasi'].includes(rule.stage) && rule.skipKinds.length > 0)
      no('wajib', `Tahap ${name} berlaku untuk semua jenis usulan dan tidak dapat dilewati.`);
  }
};
