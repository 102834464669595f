import { DOCUMENT_KINDS, type DocumentKind, FUND_ACTS, type FundAct, type FundKind, type Stage } from './words.ts';

/** The word of table fund_admission for "passes without a document". */
export const NOT_NEEDED = 'tidak_perlu';

/** A document another one stands in for: a changed DPA (DPPA) opens what the DPA opens. */
const STANDS_FOR: Readonly<Record<string, readonly string[]>> = { dppa: ['dpa'] };

export type Gate = {
  source: { name: string; kind: FundKind };
  act: FundAct;
  year: number;
  /** Rows of fund_admission for this kind and act. */
  wanted: readonly string[];
  /** Documents recorded for the source, of any year. */
  documents: readonly { kind: string; year: number }[];
  /** Of the budget line, when the act concerns one. */
  stage?: Stage | undefined;
};

/** `unknown_act`: no row admits it at all; `documents`: these are missing; `stage`: the line itself is not in the DPA yet. */
export type Closed =
  | { why: 'unknown_act' }
  | { why: 'documents'; missing: readonly DocumentKind[] }
  | { why: 'stage'; stage: Stage };

/** Undefined when the act is admitted. Default deny: an act without a row does not pass (practitioner rule S-29). */
export const findClosed = (gate: Gate): Closed | undefined => {
  if (gate.wanted.length === 0) return { why: 'unknown_act' };
  const have = new Set(
    gate.documents.filter((d) => d.year === gate.year).flatMap((d) => [d.kind, ...(STANDS_FOR[d.kind] ?? [])]),
  );
  const missing = gate.wanted.filter((kind) => kind !== NOT_NEEDED && !have.has(kind)) as DocumentKind[];
  if (missing.length > 0) return { why: 'documents', missing };
  const inDpa = gate.stage === undefined || gate.stage === 'dpa' || gate.stage === 'dppa';
  if (gate.wanted.includes('dpa') && !inDpa) return { why: 'stage', stage: gate.stage! };
  return undefined;
};

/** The sentence an officer reads when the gate is closed: what is missing, and who can mend it. */
export const closedSentence = (gate: Gate, closed: Closed): string => {
  const act = FUND_ACTS[gate.act];
  const source = `${gate.source.name} tahun ${gate.year}`;
  if (closed.why === 'unknown_act')
    return `Belum bisa ${act}: sumber dana ${source} tidak mengatur tindakan ini. Minta perencana melengkapi aturan dokumennya.`;
  if (closed.why === 'stage')
    return `Belum bisa ${act}: baris anggaran ini belum masuk DPA (masih tahap ${closed.stage.replaceAll('_', ' ').toUpperCase()}). Minta perencana mencatat tahap DPA-nya.`;
  const names = closed.missing.map((kind) => DOCUMENT_KINDS[kind]).join(' dan ');
  return `Belum bisa ${act}: ${names} untuk sumber dana ${source} belum dicatat. Minta perencana mencatat nomor dan tanggalnya di halaman Anggaran.`;
};
