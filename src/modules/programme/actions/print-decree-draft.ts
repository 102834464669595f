import { formatDate } from '#kernel/local-date.ts';
import { formatRupiah } from '#kernel/rupiah.ts';
import { terbilang } from '#kernel/terbilang.ts';
import type { Context } from '#platform/db/context.ts';
import { renderPdf } from '#platform/documents/render.ts';
import { getFrame } from '#platform/documents/sql/frame.ts';
import { getHeadOfRegion } from '../sql/head-of-region.ts';
import type { FamilyLine } from './describe-families.ts';
import { readList, readListRows } from './read-list.ts';
import { readRunDecisions } from './read-run-decisions.ts';

const SK = new URL('../documents/sk.typ', import.meta.url);
const MOST_ROWS = 100_000;

const namesOf = (row: FamilyLine, no: number): string[] => [
  String(no),
  row.name,
  row.maskedNik ?? 'belum ada',
  row.areaLabel.split(', ').slice(0, 2).join(', '),
];

const DECIDED = { tambahkan: 'ditambahkan', keluarkan: 'dikeluarkan', jangan_tahan: 'tempat tidak ditahan' };

/** What was decided by hand, for whoever signs: counts with rupiah, and each with its reason and who agreed. */
const decidedOf = async (ctx: Context, runId: string) => {
  const { totals, items } = await readRunDecisions(ctx, runId);
  return {
    totals: totals
      .filter((total) => total.families > 0)
      .map((total) => `${DECIDED[total.kind]} ${total.families} keluarga (${formatRupiah(total.rupiah)})`)
      .join('; '),
    rows: items.map((one) => [
      one.name,
      one.areaLabel.split(', ').slice(0, 2).join(', '),
      DECIDED[one.kind],
      one.reason,
      one.second === null ? one.by : `${one.by}; disetujui ${one.second}`,
    ]),
  };
};

const clausesOf = ({
  run,
  terms,
  phrases,
  order,
  ties,
  line,
}: Awaited<ReturnType<typeof readList>> & { phrases: string[] }) => [
  [
    'Menimbang',
    `bahwa ${run.programme} disalurkan kepada ${run.counts.masuk} penerima menurut petunjuk teknis, dengan syarat: ${phrases.join('; ')}.`,
  ],
  ['Memperhatikan', [terms.juknis.split('\n')[0] ?? '', order, ties].filter((text) => text !== '').join(' ')],
  [
    'Menetapkan',
    `penerima sebagaimana tercantum dalam Lampiran, masing-masing ${formatRupiah(run.benefit)} untuk periode ${terms.period}, seluruhnya ${formatRupiah(run.benefit * BigInt(run.counts.masuk))} (${terbilang(run.benefit * BigInt(run.counts.masuk))} rupiah), dibebankan pada ${line ? `${line.fundSource} tahun ${line.year}, ${line.name}` : 'sumber dana program'}.`,
  ],
  [
    'Tempat ditahan',
    run.counts.ditahan === 0
      ? 'tidak ada.'
      : `${run.counts.ditahan} tempat disimpan bagi keluarga yang syaratnya belum diketahui, sampai tanggal pada Lampiran; sesudahnya diusulkan bagi daftar cadangan dengan keputusan perubahan.`,
  ],
];

/** The draft of the decree as a PDF: reasons, order, money, and the annexes by name and address with masked NIK. */
export const printDecreeDraft = async (ctx: Context, runId: string): Promise<Buffer> => {
  const page = await readList(ctx, runId);
  const { run, decree, terms } = page;
  const rowsAt = async (place: 'masuk' | 'ditahan' | 'cadangan') =>
    (await readListRows(ctx, runId, { place }, { limit: MOST_ROWS })).items;
  const [admitted, held, reserve] = [await rowsAt('masuk'), await rowsAt('ditahan'), await rowsAt('cadangan')];
  const phrases = page.terms.rules
    .filter((row) => row.kind === 'syarat')
    .map((row) => (row.reason || row.expr).replace(/\.+$/, ''));
  const signer = terms.decreeBy === 'kepala_daerah' ? await getHeadOfRegion(ctx) : 'Kepala Dinas Sosial';
  return renderPdf(SK, {
    frame: await getFrame(ctx),
    title: `Penetapan penerima ${run.programme}`,
    at: run.createdAt,
    content: {
      title: `Penetapan penerima ${run.programme}`,
      number: decree?.number ?? '',
      facts: [
        ['Tanggal', decree?.onDate ? formatDate(decree.onDate) : 'rancangan, belum ditandatangani'],
        ['Daftar', `versi ${run.versionNo}, sidik ${run.resultHash.slice(0, 16)}`],
        ['Paraf', decree?.waitingFor ? `menunggu ${decree.waitingFor}` : decree ? 'lengkap' : 'belum dimulai'],
      ],
      clauses: clausesOf({ ...page, phrases }),
      signatures: [{ role: signer, name: decree?.signatory ?? '........................' }],
      note: decree?.number ?? 'rancangan',
      recipients: admitted.map((row, i) => [...namesOf(row, i + 1), formatRupiah(run.benefit)]),
      held: held.map((row, i) => [...namesOf(row, i + 1), row.heldUntil ? formatDate(row.heldUntil) : '']),
      decided: await decidedOf(ctx, runId),
      reserve: reserve.map((row) => namesOf(row, row.reserveNo ?? 0)),
    },
  });
};
