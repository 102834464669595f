import { explainMisfit, type Value } from '#engines/aturan/index.ts';
import { buildSnapshot } from '#engines/targeting/index.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { NINE_CRITERIA_FIELDS } from '#modules/registry/index.ts';
import { TARGETING_SCHEMA } from './columns.ts';
import { computeList } from './compute.ts';
import { DERIVED_COLUMNS } from './derived-columns.ts';
import { makeReasons } from './list-rows.ts';
import { rowPhrase } from './reason-text.ts';
import type { Register } from './register.ts';
import type { Terms } from './terms.ts';

export type Cells = Readonly<Record<string, boolean | number | string>>;
/** A family as an example: what is known of it by column; a column left out is unknown. Counts follow from its members and answers. */
export type CaseFamily = { family: Cells; members: readonly Cells[] };
export type CaseVerdict = 'ya' | 'tidak' | 'belum';

const misfits = (scope: 'family' | 'member', cells: Cells, where: string): string[] =>
  Object.entries(cells).flatMap(([name, value]) => {
    const spec = TARGETING_SCHEMA[scope][name];
    if (!spec || DERIVED_COLUMNS.includes(name)) return [`${where}: isian "${name}" tidak dikenal.`];
    const wrong = explainMisfit(spec, value);
    return wrong === undefined ? [] : [`${where}, ${spec.label ?? name}: ${wrong}.`];
  });

/** What does not fit in an example, as Indonesian sentences. */
export const findCaseFaults = ({ family, members }: CaseFamily): string[] => [
  ...misfits('family', family, 'Keluarga'),
  ...members.flatMap((member, i) => misfits('member', member, `Anggota ${i + 1}`)),
];

const familyValues = ({ family, members }: CaseFamily): Record<string, Value> => {
  const answers = NINE_CRITERIA_FIELDS.map((field) => family[field]);
  const least = answers.filter((answer) => answer === true).length;
  const most = least + answers.filter((answer) => answer === undefined).length;
  const ages = members.flatMap((member) => (typeof member['umur'] === 'number' ? [member['umur']] : []));
  return {
    ...family,
    jumlah_anggota: members.length,
    umur_tertua: ages.length > 0 ? Math.max(...ages) : undefined,
    kriteria_sedikitnya: least,
    kriteria_sebanyaknya: most,
    kriteria_terpenuhi: least === most ? least : undefined,
  };
};

const registerOf = (cases: readonly CaseFamily[], today: LocalDate): Register => {
  const id = (i: number): string => String(i).padStart(6, '0');
  return {
    id: 'contoh',
    at: new Date(0),
    today,
    snapshot: buildSnapshot(
      TARGETING_SCHEMA,
      cases.map((one, i) => ({ id: id(i), area: '00', values: familyValues(one) })),
      cases.flatMap((one, i) => one.members.map((values) => ({ family: id(i), values }))),
    ),
    desaIds: cases.map(() => 0),
    localScores: new Float64Array(cases.length).fill(Number.NaN),
    memberIds: cases.flatMap((one) => one.members.map((_, m) => String(m))),
    withoutMembers: 0,
  };
};

export type CaseResult = { verdict: CaseVerdict; why: string[] };

const whyText = (no: number, v: 'tidak' | 'belum', terms: Terms): string => {
  const written = terms.rules[no - 1]!;
  const said =
    v === 'belum' ? 'belum diketahui' : written.kind === 'pengecualian' ? 'mengecualikan' : 'tidak terpenuhi';
  return `Baris ${no} ${said}: ${rowPhrase(written, terms)}.`;
};

/**
 * What the rules say of each example: the verdict, and the rows that did not speak for it, in words. Money, quotas, order and ties do
 * not enter: an example is about the rules. The terms must be free of errors (`checkTerms`).
 */
export const judgeCases = (terms: Terms, cases: readonly CaseFamily[], today: LocalDate): CaseResult[] => {
  if (cases.length === 0) return [];
  const alone: Terms = { ...terms, quota: [], tieOrder: [], maxCount: null, holdUntil: null, rankBy: { by: 'urutan' } };
  const computed = computeList(registerOf(cases, today), {
    name: 'contoh',
    terms: alone,
    ceiling: terms.benefit * BigInt(cases.length),
    asOf: today,
    decisions: [],
    otherAwards: [],
    codeOf: () => undefined,
  });
  const reasons = makeReasons(computed);
  return cases.map((_, f) => ({
    verdict: computed.line(f).verdict,
    why: reasons(f).map(({ no, v }) => whyText(no, v, terms)),
  }));
};
