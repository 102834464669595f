import { formatDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';
import type { Computed } from '../domain/compute.ts';
import type { ListRow } from '../domain/list-rows.ts';
import { missingFactsOf } from '../domain/missing-facts.ts';
import { type NewTask, openTasks } from '../sql/tasks.ts';

const TITLE = 'Lengkapi data keluarga untuk program daerah';

const heldTask = (programme: string, computed: Computed, row: ListRow): NewTask => {
  const family = computed.snapshot.indexOf(row.familyId)!;
  const facts = missingFactsOf(computed, family).join(', ');
  return {
    kind: 'program.lengkapi_data',
    title: TITLE,
    detail: `${programme}: ${facts} belum diketahui. Tempat keluarga ini ditahan sampai ${formatDate(row.heldUntil!, { weekday: true })}; sesudah itu jatuh ke cadangan. Semua keluarga yang perlu ditanyai ada pada halaman Daftar verifikasi.`,
    areaId: row.areaId,
    personId: row.personId,
    dueOn: row.heldUntil,
  };
};

const excludedTasks = (programme: string, rows: readonly ListRow[]): NewTask[] => {
  const perDesa = new Map<number, number>();
  for (const row of rows)
    if (row.binding === 'tanpa_desil') perDesa.set(row.areaId, (perDesa.get(row.areaId) ?? 0) + 1);
  return [...perDesa].map(([areaId, families]) => ({
    kind: 'program.tanpa_desil',
    title: `${programme}: keluarga tanpa desil`,
    detail: `${families} keluarga tidak dapat masuk karena desilnya belum diketahui. Ajukan pembaruan data mereka ke SIKS-NG; namanya ada pada halaman Daftar verifikasi.`,
    areaId,
    personId: null,
    dueOn: null,
  }));
};

/** Unknown is never no: every held family becomes a task with the field to ask for, those left out without desil one task per desa. */
export const openVerificationTasks = async (
  ctx: Context,
  programme: string,
  computed: Computed,
  rows: readonly ListRow[],
): Promise<void> => {
  const held = rows.filter((row) => row.place === 'ditahan');
  await openTasks(ctx, [...held.map((row) => heldTask(programme, computed, row)), ...excludedTasks(programme, rows)]);
};
