import { buffer } from 'node:stream/consumers';
import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { sha256Of } from '#platform/files/kept-files.ts';
import { writeCsv } from '#platform/files/spreadsheet.ts';
import { addPadanDisclosure, listUnchecked } from '../sql/padan.ts';

const COLUMNS = ['NIK', 'NAMA', 'TGL_LHR', 'NO_KK'].map((header) => ({ header }));

/**
 * The request for Dukcapil: everybody with a NIK in use who was not checked since the day given (since ever, without one). Holds full
 * numbers, so it stands in the audit and in the register of disclosures.
 */
export const exportPadanRequest = async (ctx: Context, since: LocalDate = '1900-01-01') => {
  const people = await listUnchecked(ctx, since);
  if (people.length === 0)
    refuse(
      'padan.tidak_ada',
      409,
      'Semua orang yang ber-NIK sudah dipadankan sejak tanggal itu. Pilih tanggal yang lebih baru.',
    );
  const rows = people.map(({ nik, name, birthOn, nomorKk }) => [nik, name, birthOn ?? '', nomorKk ?? '']);
  const body = await buffer(writeCsv(COLUMNS, rows, { delimiter: ';' }));
  await addPadanDisclosure(ctx, people.length, sha256Of(body));
  await ctx.record({
    event: 'padan.requested',
    subjectKind: 'padan',
    subjectId: ctx.today,
    after: { people: people.length, since },
  });
  return { name: `permintaan-padan-${ctx.today}.csv`, mediaType: 'text/csv; charset=utf-8', body };
};
