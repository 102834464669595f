import { formatDate, type LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';
import { toJson } from '#platform/db/context.ts';
import { keepFile } from '#platform/files/kept-files.ts';
import { addMessage } from '../sql/messages.ts';
import { findAgencyName } from '../sql/readers.ts';
import { getSetting, keepReport } from '../sql/settings.ts';
import { compose } from './compose.ts';

/** A day's report as it is kept and mailed; `pdf` is made only when somebody gets it. */
export type DayReport = {
  on: LocalDate;
  block: bigint;
  root: string;
  check: string;
  numbers: Readonly<Record<string, unknown>>;
};

/**
 * Keeps the report of a day with the audit's root, once, and mails it to the addresses of the settings.
 * @returns false when that day was kept before
 */
export const mailDayReport = async (
  ctx: Context,
  dataDir: string,
  report: DayReport,
  print: () => Promise<Buffer>,
): Promise<boolean> => {
  if (!(await keepReport(ctx, { ...report, numbers: toJson(report.numbers) }))) return false;
  const { reportTo } = await getSetting(ctx);
  if (reportTo.length > 0) {
    const bytes = await print();
    const name = `laporan-harian-${report.on}.pdf`;
    const { fileId } = await keepFile(ctx, dataDir, {
      bytes,
      kind: 'laporan_harian',
      mediaType: 'application/pdf',
      name,
    });
    const text = await compose(ctx, 'laporan.harian', {
      tanggal: formatDate(report.on, { weekday: true }),
      blok: String(report.block),
      akar: report.root === '' ? 'belum ada blok tersegel' : report.root,
      perintah: report.check,
      dinas: await findAgencyName(ctx),
    });
    for (const recipient of reportTo)
      await addMessage(ctx, { template: 'laporan.harian', channel: 'surel', recipient, ...text, fileId });
  }
  await ctx.record({
    event: 'daily_report.kept',
    subjectKind: 'daily_report',
    subjectId: report.on,
    after: { block: String(report.block), root: report.root, recipients: reportTo.length },
  });
  return true;
};

/** When the report of a day is due, by the settings: `18:00` unless changed. */
export const reportTime = async (ctx: Context): Promise<string> => (await getSetting(ctx)).reportAt;
