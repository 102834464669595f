import { formatDate, formatInstant } from '#kernel/local-date.ts';
import { maskNik } from '#kernel/nik.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatRupiah, sumRupiah } from '#kernel/rupiah.ts';
import { terbilang } from '#kernel/terbilang.ts';
import type { Context } from '#platform/db/context.ts';
import { renderPdf } from '#platform/documents/render.ts';
import { getFrame } from '#platform/documents/sql/frame.ts';
import { findDesa, findProgramme } from '../sql/desks.ts';
import { tallyEntitlements } from '../sql/entitlements.ts';
import { listEffective } from '../sql/handovers.ts';

const BAST = new URL('../documents/bast.typ', import.meta.url);

/** The BAST of a desa: what was effectively handed over, to whom, line by line, and what was not. NIK are masked. */
export const printBast = async (ctx: Context, wanted: { programmeId: string; desaId: number }): Promise<Buffer> => {
  const programme =
    (await findProgramme(ctx, wanted.programmeId)) ?? refuse('program.tidak_ada', 404, 'Program tidak ditemukan.');
  const desa =
    (await findDesa(ctx, wanted.desaId)) ??
    refuse('wilayah.tidak_ada', 404, 'Desa atau kelurahan tidak ditemukan di wilayah tugas Anda.');
  const lines = await listEffective(ctx, wanted.programmeId, wanted.desaId);
  const tally = await tallyEntitlements(ctx, wanted);
  if (tally.all === 0)
    refuse(
      'bast.kosong',
      409,
      `Belum ada hak ${programme.name} di ${desa.label.split(',')[0]}. BAST dicetak sesudah daftar berlaku.`,
    );
  const total = sumRupiah(lines.map((line) => line.amount));
  return renderPdf(BAST, {
    frame: await getFrame(ctx),
    title: `Berita acara serah terima ${programme.name}`,
    at: ctx.now,
    content: {
      programme: programme.name,
      desa: desa.label,
      date: formatDate(ctx.today, { weekday: true }),
      summary: [
        ['Hak seluruhnya', `${tally.all} penerima, ${formatRupiah(tally.due)}`],
        ['Diserahkan penuh', `${tally.done} penerima`],
        ['Diserahkan sebagian', `${tally.partial} penerima`],
        ['Ditahan', `${tally.held} penerima`],
        ['Belum diambil', `${tally.waiting} penerima`],
        ['Nilai diserahterimakan', `${formatRupiah(total)} (${terbilang(total)} rupiah)`],
      ],
      rows: lines.map((line, index) => [
        String(index + 1),
        line.name,
        line.nik ? maskNik(line.nik) : 'tanpa NIK',
        line.rt,
        formatRupiah(line.amount),
        line.receiver,
        formatInstant(line.at, ctx.actor.zone),
        '',
      ]),
      signatures: [
        { role: 'Yang menyerahkan', name: ctx.actor.name },
        { role: 'Mengetahui, kepala desa/lurah', name: '................................' },
      ],
    },
  });
};
