import type { Computed } from './compute.ts';

export type DesaRow = {
  kode: string;
  ya: number;
  belum: number;
  masuk: number;
  ditahan: number;
  cadangan: number;
  quota: number | null;
};

/** Per desa what a list does there; desa without anybody eligible or unknown are left out unless they have a quota. */
export const desaTable = ({ snapshot, result, place }: Computed): DesaRow[] => {
  const { verdict } = result.judged;
  const { quota } = result.programme;
  const rows = snapshot.areas.map(
    (kode): DesaRow => ({ kode, ya: 0, belum: 0, masuk: 0, ditahan: 0, cadangan: 0, quota: quota.get(kode) ?? null }),
  );
  for (let f = 0; f < snapshot.count; f++) {
    const row = rows[snapshot.area[f]!]!;
    if (verdict[f] === 3) row.ya++;
    else if (verdict[f] === 1) row.belum++;
    const where = place(f);
    if (where !== 'tidak') row[where]++;
  }
  return rows.filter((row) => row.quota !== null || row.ya + row.belum + row.masuk > 0);
};
