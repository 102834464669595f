import { valueAt } from '#engines/aturan/index.ts';
import { refuse } from '#kernel/refusal.ts';
import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { checkTerms, hasErrors } from '../domain/check-terms.ts';
import { DERIVED_COLUMNS } from '../domain/derived-columns.ts';
import type { Terms } from '../domain/terms.ts';
import {
  type CaseFamily,
  type CaseResult,
  type CaseVerdict,
  type Cells,
  findCaseFaults,
  judgeCases,
} from '../domain/test-case.ts';
import { noteFamilyRead } from '../sql/access.ts';
import {
  acceptCaseRow,
  addCaseRow,
  type CaseContent,
  type CaseOrigin,
  type CaseRow,
  changeCaseRow,
  findCase,
  findFamilyOf,
  listCaseRows,
  removeCaseRow,
} from '../sql/cases.ts';
import type { VersionRow } from '../sql/versions.ts';
import { getProgramme, lockProgramme } from './get-programme.ts';
import { registerForSimulation } from './load-register.ts';

const MOST = 100;

const judge = (ctx: Context, terms: Terms, rows: readonly CaseFamily[]): (CaseResult | undefined)[] =>
  hasErrors(checkTerms(terms, ctx.today)) ? rows.map(() => undefined) : judgeCases(terms, rows, ctx.today);

/** How the examples of a programme fare under some terms: those whose verdict is another than expected. */
export const failingCases = async (
  ctx: Context,
  programmeId: string,
  terms: Terms,
): Promise<{ total: number; failing: { id: string; name: string; expected: CaseVerdict; verdict: CaseVerdict }[] }> => {
  const rows = await listCaseRows(ctx, programmeId);
  const results = judge(ctx, terms, rows);
  const failing = rows.flatMap(({ id, name, expected }, i) => {
    const verdict = results[i]?.verdict;
    return verdict === undefined || verdict === expected ? [] : [{ id, name, expected, verdict }];
  });
  return { total: rows.length, failing };
};

/** Refuses (409 `program.contoh_gagal`) while an example gets another verdict than expected and nobody gave a reason for these rules. */
export const requireCasesPass = async (ctx: Context, programmeId: string, version: VersionRow): Promise<void> => {
  const rows = await listCaseRows(ctx, programmeId);
  const accepted = new Set(rows.filter((row) => row.accepted?.rulesHash === version.rulesHash).map((row) => row.id));
  const open = (await failingCases(ctx, programmeId, version.terms)).failing.filter(({ id }) => !accepted.has(id));
  if (open.length === 0) return;
  const words = { ya: 'memenuhi', tidak: 'tidak memenuhi', belum: 'belum diketahui' };
  const first = open[0]!;
  refuse(
    'program.contoh_gagal',
    409,
    `Belum bisa disiapkan: ${open.length} contoh keluarga tidak sesuai. "${first.name}" seharusnya ${words[first.expected]}, aturan ini memberi ${words[first.verdict]}. Perbaiki aturannya, atau beri alasan pada contohnya.`,
    { cases: open.slice(0, 20) },
  );
};

export const readCases = async (ctx: Context, programmeId: string) => {
  const { programme, version } = await getProgramme(ctx, programmeId);
  const rows = await listCaseRows(ctx, programmeId);
  const results = judge(ctx, version.terms, rows);
  const { bidang } = ctx.actor;
  return {
    mayChange:
      may(ctx.actor, 'programme.prepare') &&
      (bidang === null || bidang === 'sekretariat' || bidang === programme.bidang),
    items: rows.map((row, i) => ({
      ...row,
      accepted: row.accepted && { ...row.accepted, isCurrent: row.accepted.rulesHash === version.rulesHash },
      verdict: results[i]?.verdict ?? null,
      passes: results[i] ? results[i].verdict === row.expected : null,
      why: results[i]?.why ?? [],
    })),
  };
};

const refuseFaults = (content: CaseFamily): void => {
  const faults = findCaseFaults(content);
  if (faults.length > 0)
    refuse('contoh.isian_salah', 422, `Contoh keluarga belum tersimpan. ${faults[0]}`, { faults: faults.slice(0, 20) });
};

export const addCase = async (
  ctx: Context,
  programmeId: string,
  { origin, ...content }: CaseContent & { origin: CaseOrigin },
): Promise<string> => {
  await lockProgramme(ctx, programmeId);
  refuseFaults(content);
  if ((await listCaseRows(ctx, programmeId)).length >= MOST)
    refuse('contoh.penuh', 409, `Satu program paling banyak ${MOST} contoh keluarga. Hapus yang tidak perlu lagi.`);
  const id = await addCaseRow(ctx, programmeId, origin, content);
  await ctx.record({
    event: 'programme.case_added',
    subjectKind: 'programme',
    subjectId: programmeId,
    after: { case: id, name: content.name, expected: content.expected, origin },
  });
  return id;
};

const lockCase = async (ctx: Context, programmeId: string, id: string, version?: number) => {
  const locked = await lockProgramme(ctx, programmeId);
  const row =
    (await findCase(ctx, programmeId, id)) ??
    refuse('contoh.tidak_ada', 404, 'Contoh keluarga ini sudah dihapus atau tidak ada. Muat ulang halaman ini.');
  if (version !== undefined && row.version !== version)
    refuse(
      'versi.berubah',
      409,
      'Contoh ini diubah orang lain setelah Anda membukanya. Bandingkan, lalu simpan lagi. Isian Anda tidak hilang.',
      { version: row.version },
    );
  return { ...locked, row };
};

export const changeCase = async (
  ctx: Context,
  programmeId: string,
  id: string,
  { version, ...content }: CaseContent & { version: number },
): Promise<void> => {
  const { row } = await lockCase(ctx, programmeId, id, version);
  refuseFaults(content);
  await changeCaseRow(ctx, id, content);
  const short = ({ name, expected, reason }: Pick<CaseRow, 'name' | 'expected' | 'reason'>) => ({
    name,
    expected,
    reason,
  });
  await ctx.record({
    event: 'programme.case_changed',
    subjectKind: 'programme',
    subjectId: programmeId,
    before: { case: id, ...short(row) },
    after: { case: id, ...short(content) },
  });
};

export const removeCase = async (ctx: Context, programmeId: string, id: string): Promise<void> => {
  const { row } = await lockCase(ctx, programmeId, id);
  await removeCaseRow(ctx, id);
  await ctx.record({
    event: 'programme.case_removed',
    subjectKind: 'programme',
    subjectId: programmeId,
    before: { case: id, name: row.name, expected: row.expected },
  });
};

/** Lets a failing example stand with a coded reason, for the rules as they are saved now and no others. */
export const acceptCase = async (
  ctx: Context,
  programmeId: string,
  id: string,
  { version: seen, code, reason }: { version: number; code: string; reason: string },
): Promise<void> => {
  const { version, row } = await lockCase(ctx, programmeId, id, seen);
  const [result] = judge(ctx, version.terms, [row]);
  if (result?.verdict === row.expected)
    refuse('contoh.sudah_sesuai', 409, 'Contoh ini sudah sesuai dengan aturan yang tersimpan; tidak perlu alasan.');
  const rulesHash = version.rulesHash;
  await acceptCaseRow(ctx, id, { code, reason, by: ctx.actor.name, at: ctx.now.toISOString(), rulesHash });
  await ctx.record({
    event: 'programme.case_accepted',
    subjectKind: 'programme',
    subjectId: programmeId,
    after: { case: id, name: row.name, code, reason, rulesHash },
  });
};

const isCell = (value: unknown): value is boolean | number | string => value !== undefined;

/** The facts of a person's family as columns: no name, number, address or id. The read is logged. */
export const copyCase = async (ctx: Context, programmeId: string, personId: string): Promise<CaseFamily> => {
  await getProgramme(ctx, programmeId);
  const familyId = await findFamilyOf(ctx, personId);
  const register = familyId === undefined ? undefined : await registerForSimulation(ctx, programmeId);
  const family = familyId === undefined ? undefined : register?.snapshot.indexOf(familyId);
  if (!register || familyId === undefined || family === undefined)
    return refuse('keluarga.tidak_ada', 404, 'Keluarga orang ini tidak ditemukan dalam register yang sedang dipakai.');
  const { tables, memberStart } = register.snapshot;
  const cellsOf = (scope: 'family' | 'member', row: number): Cells =>
    Object.fromEntries(
      [...tables[scope].columns].flatMap(([name, column]) => {
        const value = valueAt(column, row);
        return isCell(value) && !DERIVED_COLUMNS.includes(name) ? [[name, value]] : [];
      }),
    );
  await noteFamilyRead(ctx, familyId);
  await ctx.record({
    event: 'programme.case_copied',
    subjectKind: 'family',
    subjectId: familyId,
    after: { programme: programmeId },
  });
  return {
    family: cellsOf('family', family),
    members: Array.from({ length: memberStart[family + 1]! - memberStart[family]! }, (_, i) =>
      cellsOf('member', memberStart[family]! + i),
    ),
  };
};
