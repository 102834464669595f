import { refuse } from '#kernel/refusal.ts';
import type { DecreeKind, ParafStep } from './decree.ts';

/** Who initials when the agency has set no chain of its own: levels of position, in order. */
export const DEFAULT_CHAIN: Readonly<Record<DecreeKind, readonly string[]>> = {
  pengesahan: ['sekretaris'],
  penetapan: ['kabid', 'sekretaris', 'kepala'],
  perubahan: ['kabid', 'sekretaris', 'kepala'],
};

type Position = { readonly id: string; readonly name: string; readonly level: string; readonly bidang: string | null };

/**
 * The steps of a chain. An entry is the id of a position, or a level (`kabid`, `sekretaris`, `kepala`); a level with several positions
 * means the one of the preparer's bidang. Refuses (`sk.paraf_tanpa_jabatan`) when there is no such position: an initial is not left out in silence.
 */
export const resolveChain = (
  entries: readonly string[],
  positions: readonly Position[],
  bidang: string | null,
): ParafStep[] =>
  entries.map((entry) => {
    const found =
      positions.find((position) => position.id === entry) ??
      positions.find((position) => position.level === entry && position.bidang === bidang) ??
      positions.find((position) => position.level === entry);
    if (!found)
      return refuse(
        'sk.paraf_tanpa_jabatan',
        409,
        `Rantai paraf meminta jabatan "${entry}", tetapi jabatan itu belum ada. Minta admin menambahkan jabatannya atau mengubah rantai paraf.`,
        {
          entry,
        },
      );
    return { positionId: found.id, position: found.name, given: null };
  });
