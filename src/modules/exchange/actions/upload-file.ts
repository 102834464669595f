import { addMonths, formatInstant, type LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { keepFile, sha256Of } from '#platform/files/kept-files.ts';
import { readSheet } from '#platform/files/spreadsheet.ts';
import { type Kind, kindOf } from '../domain/kinds.ts';
import { type Mapping, proposeMapping } from '../domain/mapping.ts';
import { findSameFile, type ImportFile, insertImport } from '../sql/files.ts';

export type Upload = {
  kind: Kind;
  /** As the person's computer calls it. */
  name: string;
  /** The month the file speaks of, `YYYY-MM`; this month when left out. */
  period?: string | undefined;
  bytes: Uint8Array;
  autoCommit?: boolean;
  follow?: string;
};

/** Rows looked at to find the headings and how codes are meant. */
const LOOKED_AT = 400;

/** Opens a table just far enough to propose what its columns mean. Refuses what is no table of this kind, with what to do. */
export const lookAtFile = async (kind: Kind, bytes: Uint8Array, sheetName?: string): Promise<Mapping> => {
  const sheet = await readSheet(bytes, sheetName === undefined ? {} : { sheet: sheetName });
  try {
    const rows = [];
    for await (const row of sheet.rows) {
      rows.push(row);
      if (rows.length >= LOOKED_AT) break;
    }
    if (rows.length === 0)
      refuse('berkas.kosong', 422, 'Lembar ini kosong; pilih lembar atau berkas yang berisi data.');
    return proposeMapping(kind, sheet.about, rows);
  } finally {
    await sheet.close();
  }
};

const refuseSame = (ctx: Context, same: ImportFile): never => {
  const when = formatInstant(same.uploadedAt, ctx.actor.zone);
  return refuse(
    'impor.berkas_sama',
    409,
    `Berkas yang sama persis sudah diunggah ${same.uploadedBy} pada ${when} (${same.name}). Buka impor itu; untuk mengulang, batalkan dulu.`,
    { importId: same.id },
  );
};

/** The last day of the month, or today while it lasts. */
const lastDayOf = (period: string, today: LocalDate): LocalDate => {
  if (period > today.slice(0, 7))
    refuse('impor.bulan_depan', 422, 'Bulan berkas belum terjadi. Pilih bulan yang tertulis pada berkas.', {
      fields: { period: 'Pilih bulan ini atau sebelumnya.' },
    });
  if (period === today.slice(0, 7)) return today;
  const next = addMonths(`${period}-01`, 1);
  return new Date(Date.parse(`${next}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
};

/**
 * Takes a file in: kept by its hash, its table looked at, the meaning of its columns proposed. Nothing of it is in the register yet.
 * The same bytes a second time are refused, naming who brought them and when.
 */
export const uploadFile = async (ctx: Context, dataDir: string, upload: Upload): Promise<{ importId: string }> => {
  const { kind, bytes, autoCommit = false, follow = null } = upload;
  const period = upload.period ?? ctx.today.slice(0, 7);
  const observedOn = lastDayOf(period, ctx.today);
  const same = await findSameFile(ctx, kind, sha256Of(bytes));
  if (same) refuseSame(ctx, same);
  const mapping = await lookAtFile(kind, bytes);
  const name =
    upload.name
      .replace(/[\\/\p{Cc}]/gu, ' ')
      .trim()
      .slice(0, 200) || `${kind}.xlsx`;
  const { fileId, sha256 } = await keepFile(ctx, dataDir, {
    bytes,
    kind: 'impor',
    mediaType: 'application/octet-stream',
    name,
    level: 1,
  });
  const importId = uuid7();
  const isNew = await insertImport(ctx, {
    id: importId,
    kind,
    name,
    fileId,
    sha256,
    period,
    observedOn,
    mapping,
    autoCommit,
    follow,
  });
  const other = isNew ? undefined : await findSameFile(ctx, kind, sha256);
  if (!isNew)
    refuseSame(ctx, other ?? refuse('impor.berkas_sama', 409, 'Berkas yang sama sedang diunggah orang lain.'));
  await ctx.record({
    event: 'import.uploaded',
    subjectKind: 'import',
    subjectId: importId,
    after: { kind: kindOf(kind).name.id, name, period, sha256, bytes: bytes.byteLength },
  });
  return { importId };
};
