import { addDays } from '#kernel/local-date.ts';
import { reportDeath, settleNumber } from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import type { PadanCode } from '../domain/read-padan.ts';
import type { ImportFile } from '../sql/files.ts';
import { addPadanResults, listPadanRows, openPadanTask, type PadanChunkRow } from '../sql/padan.ts';
import { type RowOutcome, saveOutcomes } from '../sql/siks-rows.ts';

/** Days the desa has to look at a difference. */
const DAYS = 14;
const DIFFERENCE: Partial<Record<PadanCode, string>> = {
  nama_beda: 'Nama di Dukcapil berbeda. Bandingkan dengan KTP dan KK, lalu perbaiki yang keliru.',
  tgl_lahir_beda: 'Tanggal lahir di Dukcapil berbeda. Bandingkan dengan KTP dan KK, lalu perbaiki yang keliru.',
  kk_berbeda: 'Nomor KK di Dukcapil berbeda. Minta KK terbaru, lalu perbaiki keluarganya.',
  pindah_luar: 'Menurut Dukcapil orang ini sudah pindah keluar. Pastikan, lalu ajukan usulan pindah.',
};
const UNUSABLE: Partial<Record<PadanCode, string>> = {
  tidak_ditemukan: 'Dukcapil: NIK tidak ditemukan.',
  nonaktif: 'Dukcapil: NIK ganda atau tidak aktif.',
};

type Known = PadanChunkRow & { personId: string; numberId: string; version: number; areaId: number };
const isKnown = (row: PadanChunkRow): row is Known => row.personId !== null;

const differs = async (ctx: Context, { personId, areaId, parsed: { code } }: Known, detail: string): Promise<void> => {
  const isNew = await openPadanTask(ctx, { personId, areaId, detail, dueOn: addDays(ctx.today, DAYS) });
  if (isNew)
    await ctx.record({ event: 'padan.differs', subjectKind: 'person', subjectId: personId, areaId, after: { code } });
};

/** What an answer does: an unusable number is no longer in use, a death is reported, a difference becomes a task; a match does nothing. */
const applyAnswer = async (ctx: Context, row: Known): Promise<void> => {
  const { code } = row.parsed;
  const { personId, numberId, version } = row;
  const [detail, reason] = [DIFFERENCE[code], UNUSABLE[code]];
  if (detail !== undefined) await differs(ctx, row, detail);
  if (reason !== undefined) await settleNumber(ctx, { personId, version, numberId, verdict: 'nonaktif', reason });
  if (code === 'meninggal' && row.life === 'hidup')
    await reportDeath(ctx, { personId, version, diedOn: null, reporter: 'Disdukcapil', relation: 'jawaban padan' });
};

/** Puts a chunk of Dukcapil's answers in: result and day are kept, and what follows goes through the register's own acts. */
export const commitPadanChunk = async (ctx: Context, file: ImportFile, limit: number) => {
  const rows = await listPadanRows(ctx, file.id, file.cursorNo, limit);
  const known = rows.filter(isKnown);
  await addPadanResults(
    ctx,
    file.observedOn,
    known.map(({ id, personId, parsed }) => ({ rowId: id, personId, code: parsed.code })),
  );
  for (const row of known) await applyAnswer(ctx, row);
  await saveOutcomes(
    ctx,
    rows.map(
      ({ id, personId }): RowOutcome => ({
        id,
        outcome: personId === null ? 'tidak_cocok' : 'dicatat',
        personId,
        familyId: null,
        madePerson: false,
        madeFamily: false,
        before: null,
      }),
    ),
  );
  return { rows, counts: { dicatat: known.length, tidak_cocok: rows.length - known.length } };
};
