import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { DOCUMENT_KINDS, type DocumentKind, FUND_KINDS, type FundKind } from '../domain/words.ts';
import { addMoratoriumRow } from '../sql/moratoria.ts';
import { addDocumentRow, addSourceRow, findSource, listAdmissions, listSources } from '../sql/sources.ts';

export const addFundSource = async (ctx: Context, source: { name: string; kind: FundKind }): Promise<string> => {
  const same = (await listSources(ctx)).some((s) => s.name.toLowerCase() === source.name.toLowerCase());
  if (same)
    refuse('dana.sudah_ada', 409, `Sumber dana "${source.name}" sudah ada. Pakai yang itu, atau beri nama lain.`, {
      field: 'name',
    });
  const id = await addSourceRow(ctx, source);
  await ctx.record({ event: 'budget.source_added', subjectKind: 'fund_source', subjectId: id, after: source });
  return id;
};

export type SourceDocument = {
  fundSourceId: string;
  kind: DocumentKind;
  number: string;
  onDate: LocalDate;
  year: number;
};

/** Records a document that opens acts of a source (DPA, status decree, agreement, …): its number, date and budget year. */
export const recordFundDocument = async (ctx: Context, document: SourceDocument): Promise<string> => {
  const source =
    (await findSource(ctx, document.fundSourceId)) ??
    refuse('dana.tidak_ada', 404, 'Sumber dana ini tidak ada. Pilih dari daftar sumber dana.');
  const wanted = new Set(
    (await listAdmissions(ctx)).filter((row) => row.kind === source.kind).map((row) => row.documentKind),
  );
  if (wanted.has('dpa')) wanted.add('dppa');
  if (!wanted.has(document.kind))
    refuse(
      'dana.dokumen_lain',
      422,
      `${DOCUMENT_KINDS[document.kind]} bukan dokumen pembuka sumber dana jenis ${FUND_KINDS[source.kind]}.`,
      { field: 'kind', wanted: [...wanted] },
    );
  if (document.onDate > ctx.today)
    refuse('tanggal.nanti', 422, 'Tanggal dokumen belum tiba. Catat setelah dokumennya ditandatangani.', {
      field: 'onDate',
    });
  const id = await addDocumentRow(ctx, document);
  await ctx.record({
    event: 'budget.document_recorded',
    subjectKind: 'fund_source',
    subjectId: source.id,
    after: { ...document },
  });
  return id;
};

export type NewMoratorium = Parameters<typeof addMoratoriumRow>[1];

/** Records a moratorium: handovers of this kind of funds stop in an area from a date to a date; verification goes on. */
export const recordMoratorium = async (ctx: Context, wanted: NewMoratorium): Promise<string> => {
  if (wanted.to < wanted.from)
    refuse('moratorium.terbalik', 422, 'Tanggal akhir moratorium mendahului tanggal mulainya.', { field: 'to' });
  const id = await addMoratoriumRow(ctx, wanted);
  await ctx.record({
    event: 'budget.moratorium_recorded',
    subjectKind: 'moratorium',
    subjectId: id,
    areaId: wanted.areaId,
    after: { ...wanted },
  });
  return id;
};
