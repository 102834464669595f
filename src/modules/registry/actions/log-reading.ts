import type { Context } from '#platform/db/context.ts';
import { hasRead, insertReading, type Reading } from '../sql/readings.ts';

/**
 * Keeps who read a full record and why: in a task the task is the reason. Coming back within a quarter of an hour is the same reading.
 */
export const logReading = async (ctx: Context, reading: Reading & { areaId: number }): Promise<void> => {
  const { areaId, ...rest } = reading;
  if (!reading.text && (await hasRead(ctx, reading.id, reading.purpose))) return;
  await insertReading(ctx, rest);
  await ctx.record({
    event: `${reading.kind}.read`,
    subjectKind: reading.kind,
    subjectId: reading.id,
    areaId,
    level: reading.level,
    after: { purpose: reading.purpose },
  });
};
