import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { kindOf } from '../domain/kinds.ts';
import { findCrossRowDoubts, findRoundedColumns } from '../domain/siks/cross-rows.ts';
import { analyzeTables, findLastCommitted, type ImportFile, updateImport } from '../sql/files.ts';
import { compareWithPrevious, listCrossRows, summarizeCheck } from '../sql/judge.ts';
import { listDesilProblems } from '../sql/ranks.ts';
import { addReasons } from '../sql/rows.ts';
import { judgePeople } from './judge-people.ts';
import { orderStage } from './order-stage.ts';
import { lockForStage, type Work } from './run-chunk.ts';

const COLUMN_NAMES = { nik: 'NIK', nomorKk: 'Nomor KK' } as const;

const judgeSiks = async (ctx: Context, file: ImportFile): Promise<void> => {
  const rows = await listCrossRows(ctx, file.id);
  const rounded = findRoundedColumns(rows);
  if (rounded.length > 0) {
    const names = rounded.map((column) => COLUMN_NAMES[column]).join(' dan ');
    refuse(
      'impor.kolom_dibulatkan',
      422,
      `Seluruh kolom ${names} dibulatkan Excel: hampir semua nomornya berakhir 0, jadi angka terakhirnya hilang. Unduh lagi dari SIKS-NG dengan kolom itu sebagai teks, lalu unggah berkas yang baru.`,
    );
  }
  await addReasons(
    ctx,
    file.id,
    'ragu',
    findCrossRowDoubts(rows).map(({ number, doubt: { column, code, sentence } }) => ({
      no: number,
      reason: { column, code, sentence },
    })),
  );
};

const judgeDesil = async (ctx: Context, file: ImportFile): Promise<void> => {
  const { unknown, twice } = await listDesilProblems(ctx, file.id);
  await addReasons(
    ctx,
    file.id,
    'kembali',
    unknown.map((no) => ({
      no,
      reason: {
        column: 'nomorKk',
        code: 'keluarga_tidak_ditemukan',
        sentence: 'Keluarga ini belum ada di register; impor berkas SIKS-NG yang memuatnya, atau daftarkan dahulu.',
      },
    })),
  );
  await addReasons(
    ctx,
    file.id,
    'kembali',
    twice.map(({ no, first }) => ({
      no,
      reason: {
        column: 'nomorKk',
        code: 'keluarga_ganda',
        sentence: `Keluarga yang sama sudah ada di baris ${first} dengan desil lain; pastikan mana yang benar.`,
      },
    })),
  );
};

/**
 * What only shows when the whole file was read: doubts across rows, columns that Excel rounded, the comparison with the file before;
 * then the numbers for the review. One transaction: repeated whole when it was cut off.
 */
export const judgeWholeFile = async (work: Work, importId: string): Promise<void> => {
  await work(async (ctx) => {
    const file = await lockForStage(ctx, importId, ['membaca', 'diperiksa']);
    if (file.rowsDone === 0)
      refuse('berkas.tanpa_isi', 422, 'Di bawah baris judul tidak ada satu baris pun yang berisi. Pilih berkas lain.');
    await updateImport(ctx, importId, { state: 'diperiksa', rowsTotal: file.rowsDone });
    await analyzeTables(ctx);
    await ctx.record({
      event: 'import.read',
      subjectKind: 'import',
      subjectId: importId,
      after: { rows: file.rowsDone },
    });
  });
  await work(async (ctx) => {
    const file = await lockForStage(ctx, importId, ['diperiksa']);
    if (file.kind === 'siks23') await judgeSiks(ctx, file);
    if (file.kind === 'desil') await judgeDesil(ctx, file);
    if (file.kind === 'exclude' || file.kind === 'padan') await judgePeople(ctx, file);
    const previous = kindOf(file.kind).compares ? await findLastCommitted(ctx, file.kind) : undefined;
    if (previous) {
      await updateImport(ctx, importId, { previousId: previous.id });
      await compareWithPrevious(ctx, importId, previous.id);
    }
    const check = await summarizeCheck(ctx, importId, file.kind === 'siks23');
    const seconds = { check: secondsSince(file, ctx.now) };
    await updateImport(
      ctx,
      importId,
      { state: 'siap', counts: { check, seconds }, finishedAt: ctx.now, failure: null },
      true,
    );
    const { reasons: _reasons, places: _places, ...numbers } = check;
    await ctx.record({ event: 'import.checked', subjectKind: 'import', subjectId: importId, after: numbers });
    if (file.autoCommit) await orderStage(ctx, importId, 'commit', 'memasukkan');
  });
};

export const secondsSince = (file: ImportFile, now: Date): number =>
  file.startedAt ? Math.round((now.getTime() - file.startedAt.getTime()) / 100) / 10 : 0;
