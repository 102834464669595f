import { DOMParser } from 'linkedom';
import { parseRule } from '../parse.ts';
import { printRule } from '../print.ts';
import { POORER_CODES, type PoorerCode, type RowKind, type WrittenRow } from '../rows.ts';
import { parseFeel, printFeel } from './feel.ts';

const MODEL = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
const OWN = 'urn:rukun:aturan:1';
const VERDICT = 'memenuhi_syarat';
const MOST_TEXT = 2_000_000;

const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

const rowXml = (row: WrittenRow, no: number): string => {
  const parsed = parseRule(row.expr);
  if (!parsed.ok) throw new RangeError(`row ${no} cannot be read`);
  const own = [
    `jenis="${row.kind}"`,
    `dasar="${escapeXml(row.basis)}"`,
    ...(row.poorerReason ? [`kode="${row.poorerReason.code}"`, `pasal="${escapeXml(row.poorerReason.article)}"`] : []),
  ];
  return `  <decision id="baris_${no}" name="baris_${no}">
    <description>${escapeXml(row.reason)}</description>
    <extensionElements><rukun:baris ${own.join(' ')}/></extensionElements>
    <variable name="baris_${no}" typeRef="boolean"/>
    <informationRequirement><requiredInput href="#keluarga"/></informationRequirement>
    <informationRequirement><requiredInput href="#anggota"/></informationRequirement>
    <literalExpression typeRef="boolean"><text>${escapeXml(printFeel(parsed.rule))}</text></literalExpression>
  </decision>`;
};

const verdictXml = (rows: readonly WrittenRow[]): string => {
  const deciding = rows.flatMap((row, i) => (row.kind === 'prioritas' ? [] : [{ ...row, no: i + 1 }]));
  const needs = deciding.map(
    ({ no }) => `    <informationRequirement><requiredDecision href="#baris_${no}"/></informationRequirement>\n`,
  );
  const parts = deciding.map(({ kind, no }) => (kind === 'pengecualian' ? `not(baris_${no})` : `baris_${no}`));
  return `  <decision id="${VERDICT}" name="${VERDICT}">
    <variable name="${VERDICT}" typeRef="boolean"/>
${needs.join('')}    <literalExpression typeRef="boolean"><text>${parts.join(' and ') || 'true'}</text></literalExpression>
  </decision>`;
};

/**
 * A list of rows as a DMN 1.3 file: one decision per row in FEEL, one that joins them. Reason and kind travel with each
 * row. Throws RangeError for a row that cannot be read (check first).
 */
export const printDmn = (name: string, rows: readonly WrittenRow[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${MODEL}" xmlns:rukun="${OWN}" id="program" name="${escapeXml(name)}" namespace="${OWN}">
  <inputData id="keluarga" name="keluarga"><variable name="keluarga"/></inputData>
  <inputData id="anggota" name="anggota"><variable name="anggota"/></inputData>
  <inputData id="penerima" name="penerima"><variable name="penerima"/></inputData>
${[...rows.map((row, i) => rowXml(row, i + 1)), verdictXml(rows)].join('\n')}
</definitions>
`;

type XmlElement = {
  tagName: string;
  children: Iterable<XmlElement>;
  textContent: string | null;
  getAttribute: (name: string) => string | null;
};

const localName = (element: XmlElement): string => element.tagName.slice(element.tagName.indexOf(':') + 1);

function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (localName(child).toLowerCase() === name.toLowerCase()) yield child;
    yield* descendants(child, name);
  }
}

const first = (element: XmlElement, name: string): XmlElement | undefined =>
  descendants(element, name).next().value ?? undefined;
const KINDS: readonly RowKind[] = ['syarat', 'pengecualian', 'prioritas'];

const readPoorer = (own: XmlElement | undefined): Pick<WrittenRow, 'poorerReason'> => {
  const code = own?.getAttribute('kode') as PoorerCode | null | undefined;
  const article = own?.getAttribute('pasal');
  return code && POORER_CODES.includes(code) && article ? { poorerReason: { code, article } } : {};
};

const readDecision = (decision: XmlElement, verdict: string): WrittenRow | string => {
  const name = decision.getAttribute('name') ?? decision.getAttribute('id') ?? '?';
  const expression = first(decision, 'literalExpression');
  const text = expression && first(expression, 'text')?.textContent;
  if (!text) return `Keputusan "${name}": hanya literalExpression dengan FEEL yang dapat dibaca.`;
  const parsed = parseFeel(text);
  if (!parsed.ok) return `Keputusan "${name}": ${parsed.message}`;
  const own = first(decision, 'baris');
  const written = own?.getAttribute('jenis') as RowKind | null | undefined;
  const negated = new RegExp(`not\\s*\\(\\s*${name}\\s*\\)`).test(verdict);
  return {
    kind: written && KINDS.includes(written) ? written : negated ? 'pengecualian' : 'syarat',
    expr: printRule(parsed.rule),
    reason: first(decision, 'description')?.textContent?.trim() ?? '',
    basis: own?.getAttribute('dasar') ?? '',
    ...readPoorer(own),
  };
};

/**
 * Reads a list of rows from DMN 1.x: every decision with a literal FEEL expression is a row, but for the one that joins
 * them. `problems` are Indonesian sentences; the rows still need `readRows` with a schema.
 */
export const parseDmn = (xml: string): { rows: WrittenRow[]; problems: string[] } => {
  if (xml.length > MOST_TEXT) return { rows: [], problems: ['Berkas DMN lebih dari 2 juta huruf.'] };
  const document = new DOMParser().parseFromString(xml, 'text/xml') as unknown as {
    documentElement: XmlElement | null;
  };
  const root = document.documentElement;
  if (!root || localName(root).toLowerCase() !== 'definitions')
    return { rows: [], problems: ['Bukan berkas DMN: unsur "definitions" tidak ada.'] };
  const decisions = [...descendants(root, 'decision')];
  const verdict = decisions.find((d) => d.getAttribute('id') === VERDICT || first(d, 'requiredDecision') !== undefined);
  const joining = (verdict && first(verdict, 'text')?.textContent) ?? '';
  const read = decisions.filter((d) => d !== verdict).map((d) => readDecision(d, joining));
  const problems = read.filter((r) => typeof r === 'string');
  if (read.length === 0) problems.push('Tidak ada keputusan yang dapat dibaca dalam berkas DMN ini.');
  return { rows: read.filter((r) => typeof r !== 'string'), problems };
};
