import { formatDate, type LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatRupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';
import { renderPdf } from '#platform/documents/render.ts';
import { getFrame } from '#platform/documents/sql/frame.ts';
import { countDay, findBlockOf } from '../sql/daily.ts';

const DAILY = new URL('../documents/daily.typ', import.meta.url);

/** The numbers of a day and the root of the audit: printed and kept outside, it shows later whether the tail was cut. */
export const readDaily = async (ctx: Context, asked: LocalDate | undefined) => {
  const on = asked ?? ctx.today;
  if (on > ctx.today) refuse('laporan.hari_depan', 422, 'Hari itu belum terjadi. Pilih hari ini atau sebelumnya.');
  const block = await findBlockOf(ctx, on);
  const [no, root] = [block?.no ?? 0n, block?.root ?? ''];
  return {
    on,
    numbers: await countDay(ctx, on),
    block: no,
    root,
    check: block ? `bin/rukun audit verify --akar ${ctx.actor.schema}:${no}:${root}` : '',
  };
};

export const printDaily = async (ctx: Context, asked: LocalDate | undefined): Promise<Buffer> => {
  const daily = await readDaily(ctx, asked);
  const { numbers } = daily;
  return renderPdf(DAILY, {
    frame: await getFrame(ctx),
    title: `Laporan harian ${daily.on}`,
    at: ctx.now,
    content: {
      date: formatDate(daily.on, { weekday: true }),
      rows: [
        ['Usulan masuk', String(numbers.usulanMasuk)],
        ['Usulan diputus', String(numbers.usulanDiputus)],
        ['Serah terima efektif', `${numbers.serahTerima} (${formatRupiah(numbers.nilaiSerahTerima)})`],
        ['Serah terima ganda', String(numbers.ganda)],
        ['Perbuatan tercatat', String(numbers.perbuatan)],
        ['Pembacaan data lengkap', String(numbers.pembacaan)],
      ],
      block: String(daily.block),
      root: daily.root === '' ? 'belum ada blok tersegel' : (daily.root.match(/.{1,32}/g)?.join('\n') ?? ''),
      check:
        daily.check === '' ? '-' : `bin/rukun audit verify --akar ${ctx.actor.schema}:${daily.block}:<akar di atas>`,
      signatures: [{ role: 'Dicetak oleh', name: ctx.actor.name }],
    },
  });
};
