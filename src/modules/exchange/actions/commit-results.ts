import { type CentreAnswer, recordCentreResults } from '#modules/deliberation/index.ts';
import type { Context } from '#platform/db/context.ts';
import type { ImportFile } from '../sql/files.ts';
import { listResultRows, type ResultChunkRow } from '../sql/result-rows.ts';
import { addReasons } from '../sql/rows.ts';
import { saveOutcomes } from '../sql/siks-rows.ts';

const WHY = {
  tidak_dikenal: {
    code: 'usulan_tidak_ditemukan',
    sentence: 'Tidak ada usulan yang sudah diketik dengan tiket atau NIK ini; periksa nomornya.',
  },
  lebih_dari_satu: {
    code: 'usulan_lebih_dari_satu',
    sentence: 'Lebih dari satu usulan menunggu dengan NIK ini; isi nomor tiketnya.',
  },
} as const;

const answerOf = ({ id, parsed }: ResultChunkRow): CentreAnswer => ({
  ...(parsed.ticket === null ? {} : { ticket: parsed.ticket }),
  ...(parsed.nik === null ? {} : { nik: parsed.nik }),
  result: parsed.result,
  ...(parsed.reason === null ? {} : { reason: parsed.reason }),
  importRowId: id,
});

/** Hands a chunk of the centre's answers to those who wait for them; answers that fit nothing come back with why. */
export const commitResultChunk = async (ctx: Context, file: ImportFile, limit: number) => {
  const rows = await listResultRows(ctx, file.id, file.cursorNo, limit);
  if (rows.length === 0) return { rows, counts: {} };
  const { unmatched } = await recordCentreResults(ctx, rows.map(answerOf));
  const whyNot = new Map(unmatched.map(({ at, why }) => [at, why]));
  await saveOutcomes(
    ctx,
    rows.map(({ id }, at) => ({
      id,
      outcome: whyNot.has(at) ? ('tidak_cocok' as const) : ('dicatat' as const),
      personId: null,
      familyId: null,
      madePerson: false,
      madeFamily: false,
      before: null,
    })),
  );
  await addReasons(
    ctx,
    file.id,
    'ragu',
    unmatched.map(({ at, why }) => ({ no: rows[at]!.no, reason: { column: 'tiket', ...WHY[why] } })),
  );
  return { rows, counts: { dicatat: rows.length - unmatched.length, tidak_cocok: unmatched.length } };
};
