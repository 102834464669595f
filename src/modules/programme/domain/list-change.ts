/** Why a family leaves a list in force. A reported death is no proof and is no reason here. */
export type LeaveReason = 'meninggal' | 'pindah' | 'digabung' | 'tempat_lewat' | 'menolak';
export type Leaver = { familyId: string; areaId: number; reason: LeaveReason };
export type Reserve = { familyId: string; areaId: number; reserveNo: number };
export type Pair<L extends Leaver = Leaver> = L & { joins: Reserve | null };

/**
 * For everybody who leaves the next of the reserve list, in its order. Where the terms give quotas by area the next of the same desa,
 * and nobody when it has none: a place never moves to another desa by itself.
 */
export const pairReplacements = <L extends Leaver>(
  leavers: readonly L[],
  reserve: readonly Reserve[],
  hasQuota: boolean,
): Pair<L>[] => {
  const waiting = [...reserve].sort((a, b) => a.reserveNo - b.reserveNo);
  return leavers.map((leaver) => {
    const at = waiting.findIndex((next) => !hasQuota || next.areaId === leaver.areaId);
    return { ...leaver, joins: at < 0 ? null : waiting.splice(at, 1)[0]! };
  });
};
