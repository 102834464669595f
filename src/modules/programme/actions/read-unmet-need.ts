import type { Rupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';
import type { Computed } from '../domain/compute.ts';
import { unmetByDesa } from '../domain/unmet-need.ts';
import { listProgrammeRows } from '../sql/programmes.ts';
import { computeProgramme } from './compute-programme.ts';
import { type LoadedRegister, registerForSimulation } from './load-register.ts';

export type UnmetDesa = {
  areaId: number;
  label: string;
  unserved: number;
  unservedCost: Rupiah;
  unknown: number;
  unknownCost: Rupiah;
};
export type UnmetProgramme = {
  id: string;
  name: string;
  period: string;
  benefit: Rupiah;
  ceiling: Rupiah;
  served: number;
  desa: UnmetDesa[];
};
export type UnmetNeed = {
  snapshot: { id: string; at: Date; families: number } | null;
  programmes: UnmetProgramme[];
  /** Programmes whose terms cannot be computed; they are named and not counted. */
  uncounted: string[];
};

const desaOf = (register: LoadedRegister, computed: Computed, benefit: Rupiah): UnmetDesa[] => {
  const byCode = new Map([...register.areas.values()].map((area) => [area.kode, area]));
  return unmetByDesa(computed).map(({ kode, unserved, unknown }) => ({
    areaId: byCode.get(kode)?.id ?? 0,
    label: byCode.get(kode)?.label ?? kode,
    unserved,
    unservedCost: benefit * BigInt(unserved),
    unknown,
    unknownCost: benefit * BigInt(unknown),
  }));
};

/**
 * What the money of every programme does not reach, per desa: eligible families without a place, families whose eligibility is not
 * known, and what each would cost. Computed on the register as the reader sees it; a family may stand in several programmes.
 */
export const readUnmetNeed = async (ctx: Context): Promise<UnmetNeed> => {
  const found: UnmetNeed = { snapshot: null, programmes: [], uncounted: [] };
  for (const programme of (await listProgrammeRows(ctx)).filter((p) => p.state === 'aktif')) {
    const register = await registerForSimulation(ctx, programme.id);
    found.snapshot = { id: register.id, at: register.at, families: register.snapshot.count };
    const now = await computeProgramme(ctx, programme, register);
    if (!now) {
      found.uncounted.push(programme.name);
      continue;
    }
    const { computed, terms, ceiling } = now;
    const { admitted, held } = computed.result.selection;
    found.programmes.push({
      id: programme.id,
      name: programme.name,
      period: terms.period,
      benefit: terms.benefit,
      ceiling,
      served: admitted + held,
      desa: desaOf(register, computed, terms.benefit),
    });
  }
  return found;
};

/** The three numbers of a programme over all its desa. */
export const totalOf = ({ desa }: Pick<UnmetProgramme, 'desa'>) =>
  desa.reduce(
    (sum, row) => ({
      unserved: sum.unserved + row.unserved,
      unservedCost: sum.unservedCost + row.unservedCost,
      unknown: sum.unknown + row.unknown,
      unknownCost: sum.unknownCost + row.unknownCost,
    }),
    { unserved: 0, unservedCost: 0n, unknown: 0, unknownCost: 0n },
  );
