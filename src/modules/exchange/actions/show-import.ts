import type { Context } from '#platform/db/context.ts';
import { KINDS, kindOf } from '../domain/kinds.ts';
import { reasonLabel } from '../domain/reason-labels.ts';
import { changesShown, maskCell, reasonsShown, titleOf } from '../domain/shown-row.ts';
import { checkedSentence } from '../domain/summary.ts';
import { findImport, type ImportFile, listImports } from '../sql/files.ts';
import { areaNames, countRows, type ListedRow, listMissing, listRows, type RowFilter } from '../sql/rows.ts';
import { getImport } from './get-import.ts';

/** One line of the list of imports. */
export const summaryOf = (file: ImportFile) => ({
  id: file.id,
  kind: file.kind,
  kindName: kindOf(file.kind).name,
  name: file.name,
  period: file.period,
  state: file.state,
  uploadedBy: file.uploadedBy,
  uploadedAt: file.uploadedAt.toISOString(),
  startedAt: file.startedAt?.toISOString() ?? null,
  finishedAt: file.finishedAt?.toISOString() ?? null,
  rowsTotal: file.rowsTotal,
  rowsDone: file.rowsDone,
  goIn: file.counts.check ? file.counts.check.siap + file.counts.check.ragu : null,
  returned: file.counts.check?.kembali ?? null,
  failure: file.failure,
  version: file.version,
});

export const listSummaries = async (ctx: Context, { after, limit }: { after?: string | undefined; limit: number }) => {
  const files = await listImports(ctx, after, limit + 1);
  const items = files.slice(0, limit).map(summaryOf);
  return { items, next: files.length > limit ? (items.at(-1)?.id ?? null) : null };
};

/** A mother's name is a secret question of banks: its column shows first letters only. */
const sampleOf = (file: ImportFile, heading: string, at: number, cell: string): string =>
  file.mapping.columns['namaIbu'] === at || /ibu/i.test(heading)
    ? cell.replace(/(\p{L})\p{L}+/gu, '$1••')
    : maskCell(cell);

const mappingShown = (file: ImportFile) => ({
  sheet: file.mapping.sheet,
  sheets: [...file.mapping.sheets],
  headingRow: file.mapping.headingRow,
  headings: file.mapping.headings.map((heading, at) => ({
    at,
    heading,
    samples: file.mapping.sample.map((cells) => sampleOf(file, heading, at, cells[at] ?? '')).slice(0, 3),
  })),
  columns: kindOf(file.kind).set.columns.map((column) => ({
    column,
    label: kindOf(file.kind).set.labels[column] ?? column,
    required: kindOf(file.kind).set.required.some((group) => group.includes(column)),
    at: file.mapping.columns[column] ?? null,
    guessed: file.mapping.guessed.some((guess) => guess.column === column),
  })),
  unknown: [...file.mapping.unknown],
  relationCodes: 'hubungan' in KINDS[file.kind].set.labels ? file.mapping.relationCodes : null,
  formulas: file.mapping.formulas,
});

/** Everything the page of one import shows. */
export const showImport = async (ctx: Context, importId: string) => {
  const file = await getImport(ctx, importId);
  const previous = file.previousId ? await findImport(ctx, file.previousId) : undefined;
  const { check, commit, undo, seconds } = file.counts;
  return {
    ...summaryOf(file),
    observedOn: file.observedOn,
    mapping: mappingShown(file),
    previous: previous ? { id: previous.id, name: previous.name, period: previous.period } : null,
    sentence: check && file.state === 'siap' ? checkedSentence(file.kind, check) : null,
    check: check
      ? {
          ...check,
          reasons: check.reasons.map((reason) => ({
            ...reason,
            column: kindOf(file.kind).set.labels[reason.column] ?? reason.column,
            label: reasonLabel(reason.code),
          })),
        }
      : null,
    failed: file.state === 'gagal' ? (file.counts.failed ?? null) : null,
    commit: commit ?? null,
    undo: undo ?? null,
    seconds: seconds ?? {},
  };
};

export type RowQuery = RowFilter & { missing?: boolean | undefined; after?: number | undefined; limit: number };

const rowShown = (file: ImportFile, row: ListedRow, names: ReadonlyMap<string, string>) => ({
  no: row.no,
  title: titleOf(file.kind, row.parsed, row.cells, file.mapping.columns),
  area: row.area,
  verdict: row.verdict,
  change: row.change,
  outcome: row.outcome,
  keptWhy: row.keptWhy,
  reasons: reasonsShown(file.kind, row.reasons),
  changes: changesShown(row.previous, row.parsed, (id) => names.get(id) ?? id),
});

/** Rows of an import as people look at them: named, numbers masked, with reasons and what changed. */
export const showRows = async (
  ctx: Context,
  importId: string,
  { missing = false, after = 0, limit, ...filter }: RowQuery,
) => {
  const file = await getImport(ctx, importId);
  const rows = missing
    ? await listMissing(ctx, importId, after, limit + 1)
    : await listRows(ctx, importId, filter, after, limit + 1);
  const page = rows.slice(0, limit);
  const names = page.some(({ previous }) => previous !== null) ? await areaNames(ctx) : new Map<string, string>();
  return {
    items: page.map((row) => rowShown(file, row, names)),
    next: rows.length > limit ? String(page.at(-1)?.no) : null,
    total: missing ? (file.counts.check?.tidakTercantum ?? 0) : await countRows(ctx, importId, filter),
  };
};
