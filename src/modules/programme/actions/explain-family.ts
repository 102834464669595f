import { listColumnsRead, parseRule, valueAt } from '#engines/aturan/index.ts';
import { type ExplainedRow, explainFamily } from '#engines/targeting/index.ts';
import { formatDate, type LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { listFamiliesForTargeting, type TargetingFamily } from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import { checkTerms, hasErrors } from '../domain/check-terms.ts';
import { type Computed, computeList } from '../domain/compute.ts';
import { missingFactsOf } from '../domain/missing-facts.ts';
import { rowPhrase } from '../domain/reason-text.ts';
import { rowSources } from '../domain/row-sources.ts';
import { PROGRAMME } from '../domain/selection-file.ts';
import { positionText, type Terms } from '../domain/terms.ts';
import { noteFamilyRead } from '../sql/access.ts';
import { listFaces } from '../sql/names.ts';
import { listProgrammeRows, type ProgrammeRow } from '../sql/programmes.ts';
import { listRowsOfFamily } from '../sql/rows.ts';
import { decisionsInForce } from './decide-family.ts';
import { describeFamilies } from './describe-families.ts';
import { getProgramme } from './get-programme.ts';
import { type LoadedRegister, registerForSimulation } from './load-register.ts';
import { moneyToExplain } from './money-for-list.ts';
import { otherAwards } from './other-awards.ts';

/** Where the nine criteria stand in for desil, the row as computed reads three counts; people read one. */
const foundText = (computed: Computed, family: number, written: string, row: ExplainedRow): string => {
  const own = parseRule(written);
  const reads = own.ok ? listColumnsRead(own.rule).map((r) => r.column) : [];
  if (reads.includes('kriteria_sedikitnya') || !row.reads.some((r) => r.column === 'kriteria_sedikitnya'))
    return row.found;
  const { columns } = computed.snapshot.tables.family;
  const value = (name: string) => valueAt(columns.get(name)!, family);
  const desil = value('desil');
  if (desil !== undefined) return `desil: ${desil}`;
  const [least, most] = [value('kriteria_sedikitnya'), value('kriteria_sebanyaknya')];
  return `desil: belum diketahui; kriteria terpenuhi: ${least === most ? least : `${least} sampai ${most}`} dari 9`;
};

const exclusiveChange = (other: string): string =>
  `Dihitung lagi bila keluarga ini tidak menerima ${other} lagi; keduanya tidak boleh dirangkap.`;

const explainIn = (computed: Computed, terms: Terms, read: TargetingFamily, today: LocalDate) => {
  const familyId = read.id;
  const { rows, cut, changes } = explainFamily(computed.run, PROGRAMME, familyId);
  const family = computed.snapshot.indexOf(familyId)!;
  const other = computed.exclusive.get(family);
  return {
    rows: rows.map((row) => {
      const written = terms.rules[row.no - 1]!;
      return {
        no: row.no,
        kind: row.kind,
        passes: row.passes,
        text: rowPhrase(written, terms),
        found: foundText(computed, family, written.expr, row),
        sources: rowSources(written.expr, read, today),
        reason: written.reason,
        basis: written.basis,
      };
    }),
    cut: cut && {
      rank: cut.rank ?? null,
      position: positionText(terms.rankBy, cut.score === undefined ? undefined : Number(cut.score)),
    },
    changes: (other === undefined ? changes : [exclusiveChange(other)]).map((sentence) =>
      sentence.replace(/\d{4}-\d{2}-\d{2}/g, (date) => formatDate(date)),
    ),
    missing:
      computed.report.verdicts.belum > 0 && rows.some((row) => row.passes === 'belum')
        ? missingFactsOf(computed, family)
        : [],
  };
};

const computeNow = async (ctx: Context, programme: ProgrammeRow, terms: Terms, register: LoadedRegister) => {
  return computeList(register, {
    name: programme.name,
    terms,
    ceiling: await moneyToExplain(ctx, programme, terms),
    asOf: ctx.today,
    decisions: await decisionsInForce(ctx, programme.id),
    otherAwards: await otherAwards(ctx, programme.id, terms),
    codeOf: (areaId) => register.areas.get(areaId)?.kode,
  });
};

/**
 * One family in every programme of the agency: the verdict, every row of the juknis with the value found, its place and the cut, what
 * would change it, and what lists already prepared or in force say. The reading is logged.
 */
export const readFamilyInProgrammes = async (ctx: Context, familyId: string) => {
  const face = (await listFaces(ctx, [familyId])).get(familyId);
  if (!face) refuse('keluarga.tidak_ada', 404, 'Keluarga ini tidak ditemukan di wilayah Anda.');
  await noteFamilyRead(ctx, familyId);
  await ctx.record({
    event: 'programme.family_read',
    subjectKind: 'family',
    subjectId: familyId,
    areaId: face!.areaId,
  });
  const stored = await listRowsOfFamily(ctx, familyId);
  const [read] = await listFamiliesForTargeting(ctx, undefined, [familyId]);
  const programmes = [];
  for (const programme of (await listProgrammeRows(ctx)).filter((p) => p.state === 'aktif')) {
    const { version } = await getProgramme(ctx, programme.id);
    const { terms } = version;
    const register = await registerForSimulation(ctx, programme.id);
    const family = register.snapshot.indexOf(familyId);
    const usable = family !== undefined && !hasErrors(checkTerms(terms, ctx.today));
    const computed = usable ? await computeNow(ctx, programme, terms, register) : undefined;
    const line = computed && (await describeFamilies(ctx, { terms, register, computed }, [family!])).get(family!);
    const inList = stored.find((row) => row.programmeId === programme.id && row.state !== 'usang');
    programmes.push({
      id: programme.id,
      name: programme.name,
      now: computed && line && read ? { ...line, ...explainIn(computed, terms, read, ctx.today) } : null,
      list: inList
        ? {
            runId: inList.runId,
            state: inList.state,
            place: inList.place,
            rank: inList.rank,
            reserveNo: inList.reserveNo,
            heldUntil: inList.heldUntil,
          }
        : null,
      decisions: (await decisionsInForce(ctx, programme.id)).filter((d) => d.familyId === familyId),
    });
  }
  return {
    family: { id: familyId, name: face!.name, maskedNik: face!.maskedNik, areaLabel: face!.areaLabel ?? '' },
    programmes,
  };
};
