import { formatDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { getDecree } from '#modules/deliberation/index.ts';
import { listHolidays } from '#modules/intake/index.ts';
import type { Context } from '#platform/db/context.ts';
import { renderPdf } from '#platform/documents/render.ts';
import { getFrame } from '#platform/documents/sql/frame.ts';
import { type LetterList, letterOf } from '../domain/letter.ts';
import { objectUntil } from '../domain/objection-term.ts';
import { findSeal, listLetterRows } from '../sql/list-lines.ts';
import { publicListsPath } from '../sql/public-page.ts';
import { getVersion } from '../sql/versions.ts';
import { getRun } from './get-programme.ts';

const LETTERS = new URL('../documents/surat.typ', import.meta.url);
/** Letters in one file: what a printer's tray holds, and what is set in some seconds. */
export const LETTERS_PER_FILE = 250;

/**
 * Letters to every family of one desa on a list in force, also to those not admitted who asked, as one PDF of up to
 * `LETTERS_PER_FILE`. Each carries its line, the salt, and the code with which the line is checked.
 * @param part which file, from 1
 */
export const printLetters = async (
  ctx: Context,
  runId: string,
  wanted: { areaId: number; part: number; baseUrl: string },
): Promise<Buffer> => {
  const run = await getRun(ctx, runId);
  const decree = run.decreeId === null ? null : await getDecree(ctx, run.decreeId);
  if (run.state !== 'berlaku' || !decree?.number || !decree.onDate)
    refuse('daftar.belum_berlaku', 409, 'Surat dicetak setelah SK daftar ini berlaku.', { state: run.state });
  const seal = await findSeal(ctx, runId);
  if (!seal)
    refuse(
      'daftar.tanpa_sidik',
      409,
      'Daftar ini disiapkan sebelum baris-barisnya disidik, jadi tidak ada suratnya. Siapkan daftar perubahan.',
    );
  const skip = (wanted.part - 1) * LETTERS_PER_FILE;
  const rows = await listLetterRows(ctx, runId, { areaId: wanted.areaId, skip, limit: LETTERS_PER_FILE });
  if (rows.length === 0)
    refuse('daftar.tanpa_surat', 404, 'Tidak ada surat untuk wilayah ini pada daftar ini, di wilayah tugas Anda.');
  const { terms } = await getVersion(ctx, run.versionId);
  const [number, onDate] = [decree!.number!, decree!.onDate!];
  const list: LetterList = {
    programme: run.programme,
    admitted: run.counts.masuk,
    benefit: run.benefit,
    decree: { number, on: onDate },
    objectUntil: objectUntil(onDate, await listHolidays(ctx, onDate)),
    rules: terms.rules,
    checkUrl: `${wanted.baseUrl}${await publicListsPath(ctx)}`,
  };
  await ctx.record({
    event: 'programme.letters_printed',
    subjectKind: 'selection_run',
    subjectId: runId,
    areaId: wanted.areaId,
    after: { letters: rows.length, part: wanted.part },
  });
  return renderPdf(LETTERS, {
    frame: await getFrame(ctx),
    title: `Surat pemberitahuan ${run.programme}`,
    at: run.createdAt,
    content: {
      programme: run.programme,
      period: terms.period,
      number,
      on: formatDate(onDate),
      root: seal!.root,
      letters: rows.map((row) => letterOf(row, list)),
    },
  });
};
