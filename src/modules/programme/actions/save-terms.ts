import { refuse } from '#kernel/refusal.ts';
import { getLineBalance } from '#modules/planning/index.ts';
import type { Context } from '#platform/db/context.ts';
import { checkTerms, hasErrors } from '../domain/check-terms.ts';
import type { Terms } from '../domain/terms.ts';
import { addProgrammeRow, listProgrammeRows, updateProgrammeRow } from '../sql/programmes.ts';
import { addVersion, changeVersion } from '../sql/versions.ts';
import { lockProgramme, requireBidang } from './get-programme.ts';
import { requireJuknis } from './juknis.ts';

const refuseBadTerms = (ctx: Context, terms: Terms): void => {
  const problems = checkTerms(terms, ctx.today);
  const first = problems.find((p) => p.level === 'error');
  if (!first || !hasErrors(problems)) return;
  const place = first.row === null ? '' : `Baris ${first.row}: `;
  refuse('program.aturan_salah', 422, `Belum tersimpan. ${place}${first.message}`, { problems });
};

/** `after`: quotas and rules may be long; the audit keeps what identifies them. */
const traceOf = (terms: Terms) => ({
  ...terms,
  juknis: terms.juknis.slice(0, 200),
  quota: terms.quota.length,
  quotaTotal: terms.quota.reduce((sum, q) => sum + q.quota, 0),
});

/** Starts a programme of the preparer's bidang with its first terms. */
export const createProgramme = async (
  ctx: Context,
  wanted: { name: string; bidang: string; budgetLineId: string | null; terms: Terms },
): Promise<string> => {
  requireBidang(ctx, wanted.bidang);
  if (wanted.budgetLineId !== null) await getLineBalance(ctx, wanted.budgetLineId);
  if ((await listProgrammeRows(ctx)).some((p) => p.name.toLowerCase() === wanted.name.toLowerCase()))
    refuse(
      'program.nama_dipakai',
      409,
      `Program bernama "${wanted.name}" sudah ada. Buka yang itu, atau beri nama lain.`,
      {
        field: 'name',
      },
    );
  refuseBadTerms(ctx, wanted.terms);
  await requireJuknis(ctx, wanted.terms.juknisFile);
  const id = await addProgrammeRow(ctx, wanted);
  await addVersion(ctx, id, 1, wanted.terms);
  await ctx.record({
    event: 'programme.created',
    subjectKind: 'programme',
    subjectId: id,
    after: { name: wanted.name, bidang: wanted.bidang, line: wanted.budgetLineId, ...traceOf(wanted.terms) },
  });
  return id;
};

/**
 * Saves changed terms. Terms a list was prepared with stand: the change becomes the next version, from today on. `version` is the
 * number of the saved state the officer saw; another one is refused (409 `versi.berubah`).
 */
export const saveTerms = async (
  ctx: Context,
  programmeId: string,
  wanted: { name: string; budgetLineId: string | null; terms: Terms; versionId: string; version: number },
): Promise<{ versionId: string; no: number }> => {
  const { programme, version } = await lockProgramme(ctx, programmeId);
  if (version.id !== wanted.versionId || version.version !== wanted.version)
    refuse(
      'versi.berubah',
      409,
      'Program ini diubah orang lain setelah Anda membukanya. Bandingkan, lalu simpan lagi. Isian Anda tidak hilang.',
      { versionId: version.id, version: version.version, no: version.no },
    );
  if (wanted.budgetLineId !== null) await getLineBalance(ctx, wanted.budgetLineId);
  refuseBadTerms(ctx, wanted.terms);
  await requireJuknis(ctx, wanted.terms.juknisFile);
  await updateProgrammeRow(ctx, programmeId, wanted);
  const next = version.frozenAt === null ? version.no : version.no + 1;
  let versionId = version.id;
  if (version.frozenAt === null) await changeVersion(ctx, version.id, wanted.terms);
  else versionId = await addVersion(ctx, programmeId, next, wanted.terms);
  await ctx.record({
    event: version.frozenAt === null ? 'programme.changed' : 'programme.version_added',
    subjectKind: 'programme',
    subjectId: programmeId,
    before: { no: version.no, name: programme.name, line: programme.budgetLineId, ...traceOf(version.terms) },
    after: { no: next, name: wanted.name, line: wanted.budgetLineId, ...traceOf(wanted.terms) },
  });
  return { versionId, no: next };
};
