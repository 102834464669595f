import { listColumnsRead, parseRule } from '#engines/aturan/index.ts';
import { formatDate, type LocalDate } from '#kernel/local-date.ts';
import { NINE_CRITERIA_FIELDS, SOURCE_LABELS, type TargetingFamily } from '#modules/registry/index.ts';

type Held = TargetingFamily['facts'][string];
const CRITERIA: ReadonlySet<string> = new Set(NINE_CRITERIA_FIELDS);
const COUNTS = new Set(['kriteria_terpenuhi', 'kriteria_sedikitnya', 'kriteria_sebanyaknya', 'sudah_diverval']);
const CENTRE = new Set(['menerima_pkh', 'menerima_sembako', 'menerima_pbi']);
const OWN = new Set(['diusulkan', 'bulan_menunggu', 'menerima_program_daerah']);
const DAY_MS = 86_400_000;

/** Whole days from one day to another, in words an officer says. */
const ageText = (from: LocalDate, today: LocalDate): string => {
  const days = Math.round((Date.parse(today) - Date.parse(from)) / DAY_MS);
  if (days <= 0) return 'hari ini';
  return days < 60 ? `${days} hari lalu` : `${Math.floor(days / 30.4)} bulan lalu`;
};

const heldText = (held: Held, today: LocalDate): string => {
  const age = `${SOURCE_LABELS[held.source].id}, ${formatDate(held.observedOn)} (${ageText(held.observedOn, today)})`;
  return !held.fact.known && held.fact.why === 'usang' ? `${age}, sudah usang` : age;
};

const newest = (facts: readonly (Held | undefined)[]): Held | undefined =>
  facts.reduce<Held | undefined>(
    (best, one) => (one && (!best || one.observedOn > best.observedOn) ? one : best),
    undefined,
  );

const familySource = (column: string, family: TargetingFamily, today: LocalDate): string => {
  if (column === 'desil') return family.desil ? `DTSEN periode ${family.desil.period}` : 'DTSEN: belum ada';
  if (CENTRE.has(column)) return 'Berkas SIKS-NG, periode terakhir';
  if (OWN.has(column)) return 'Catatan dinas, hari ini';
  const fields = COUNTS.has(column) ? NINE_CRITERIA_FIELDS : [column];
  const held = newest(fields.map((field) => family.facts[field]));
  if (held) return heldText(held, today);
  return fields.some((field) => CRITERIA.has(field)) ? 'Belum pernah ditanyakan' : 'Register keluarga, hari ini';
};

const memberSource = (column: string, family: TargetingFamily, today: LocalDate): string => {
  const held = newest(family.members.map((member) => member.facts[column]));
  return held ? heldText(held, today) : 'Register anggota, hari ini';
};

/** Where the values of a row come from and how old they are: one sentence for each source, the family's own facts first. */
export const rowSources = (expr: string, family: TargetingFamily, today: LocalDate): string[] => {
  const parsed = parseRule(expr);
  if (!parsed.ok) return [];
  const texts = listColumnsRead(parsed.rule).map(({ scope, column }) =>
    scope === 'family' ? familySource(column, family, today) : memberSource(column, family, today),
  );
  return [...new Set(texts)];
};
