import { type Answers, fillForm, openForm } from '#engines/form/index.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { getFormVersion } from '#modules/forms/index.ts';
import type { Context } from '#platform/db/context.ts';
import { compareAnswers, drawSample } from '../domain/recheck.ts';
import type { VervalResult } from '../domain/verval.ts';
import * as rows from '../sql/recheck.ts';

/** Draws visits of these days for a second look: the share of the settings, by a seed that is kept. Refuses when there are none. */
export const drawRecheck = async (ctx: Context, from: LocalDate, to: LocalDate): Promise<{ drawn: number }> => {
  if (to < from)
    refuse('verval.rentang', 422, 'Tanggal akhir mendahului tanggal awal.', { fields: { to: 'Mendahului awal.' } });
  const ids = await rows.listVisitsToDraw(ctx, from, to);
  if (ids.length === 0)
    refuse(
      'verval.tidak_ada',
      422,
      'Tidak ada kunjungan pada tanggal itu yang belum pernah diundi. Pilih tanggal lain.',
    );
  const { sharePercent } = await rows.getRecheckSetting(ctx);
  const seed = uuid7();
  const drawn = drawSample(ids, sharePercent, seed);
  const id = await rows.insertRound(ctx, { from, to, sharePercent, seed, visits: ids.length }, drawn);
  await ctx.record({
    event: 'recheck.drawn',
    subjectKind: 'recheck_round',
    subjectId: id,
    after: { from, to, sharePercent, seed, visits: ids.length, drawn: drawn.length },
  });
  return { drawn: drawn.length };
};

export const changeRecheckShare = async (ctx: Context, wanted: rows.RecheckSetting): Promise<void> => {
  const before = await rows.getRecheckSetting(ctx);
  if (!(await rows.saveRecheckSetting(ctx, wanted)))
    refuse(
      'versi.berubah',
      409,
      'Rekan Anda mengubah bagian uji petik ini setelah Anda membukanya. Muat ulang, lalu ubah lagi.',
      {
        newer: before,
      },
    );
  await ctx.record({
    event: 'recheck.share_changed',
    subjectKind: 'recheck_setting',
    subjectId: '1',
    before: { sharePercent: before.sharePercent },
    after: { sharePercent: wanted.sharePercent },
  });
};

const getRecheck = async (ctx: Context, id: string): Promise<rows.RecheckLine> =>
  (await rows.findRecheck(ctx, id)) ?? refuse('verval.tidak_ada', 404, 'Kunjungan uji petik ini tidak ditemukan.');

/** The form to be asked a second time. The first answers are not shown before the second are kept. */
export const readRecheck = async (ctx: Context, id: string) => {
  const line = await getRecheck(ctx, id);
  const { definition, title } = await getFormVersion(ctx, line.formId, line.formNo);
  const { receiptNumber, place, visitedOn, visitor, version, usulanId } = line;
  return {
    ...{ id, usulanId, receiptNumber, place, visitedOn, visitor, version, title, definition },
    isOwn: line.visitorId === ctx.actor.accountId,
    isDone: line.at !== null,
  };
};

export type SecondLook = { version: number; result: VervalResult; notes: string; answers: Answers };

/** Keeps the second look and where it differs. Refuses the visitor himself, and answers that the form does not take. */
export const recordRecheck = async (ctx: Context, id: string, second: SecondLook): Promise<{ differs: number }> => {
  const line = await getRecheck(ctx, id);
  if (line.visitorId === ctx.actor.accountId)
    refuse('verval.uji_sendiri', 403, 'Kunjungan Anda sendiri harus diuji petik oleh orang lain.');
  const { definition } = await getFormVersion(ctx, line.formId, line.formNo);
  const isMet = second.result === 'terkonfirmasi';
  const filled = fillForm(openForm(definition), isMet ? second.answers : {}, ctx.today);
  const [fault] = isMet ? filled.faults : [];
  if (fault)
    refuse('verval.belum_lengkap', 422, `Isian "${fault.path}" belum dapat disimpan: ${fault.sentence.id}`, {
      fields: Object.fromEntries(filled.faults.map(({ path, sentence }) => [path, sentence.id])),
    });
  const compared = isMet ? compareAnswers(line.answers, filled.values) : { asked: 0, differs: [] };
  const kept = { result: second.result, answers: isMet ? filled.values : null, notes: second.notes, ...compared };
  if (!(await rows.saveRecheck(ctx, id, second.version, kept)))
    refuse('versi.berubah', 409, 'Kunjungan ini sudah diuji petik oleh rekan Anda. Hasilnya ada di daftar.');
  await ctx.record({
    event: 'recheck.recorded',
    subjectKind: 'usulan',
    subjectId: line.usulanId,
    areaId: line.areaId,
    level: line.protection,
    after: { recheck: id, result: second.result, asked: compared.asked, differs: compared.differs.length },
  });
  return { differs: compared.differs.length };
};

const tally = <T>(
  items: readonly T[],
  key: (item: T) => string,
  asked: (item: T) => number,
  differ: (item: T) => number,
) => {
  const sums = new Map<string, { asked: number; differs: number }>();
  for (const item of items) {
    const sum = sums.get(key(item)) ?? { asked: 0, differs: 0 };
    sums.set(key(item), { asked: sum.asked + asked(item), differs: sum.differs + differ(item) });
  }
  return [...sums]
    .map(([name, sum]) => ({ name, ...sum }))
    .sort((a, b) => b.differs / (b.asked || 1) - a.differs / (a.asked || 1));
};

/** Everything of the second look: share, rounds with their seeds, the drawn visits, and disagreement by question and by visitor. */
export const readRechecks = async (ctx: Context) => {
  const items = await rows.listRechecks(ctx);
  const done = items.filter((line) => line.secondResult === 'terkonfirmasi');
  const labels = new Map<string, string>();
  for (const line of new Map(done.map((one) => [`${one.formId}/${one.formNo}`, one])).values()) {
    const { definition } = await getFormVersion(ctx, line.formId, line.formNo);
    for (const row of definition.survey) labels.set(row.name, row.label.id || row.name);
  }
  const names = done.flatMap((line) => line.differs);
  const labelOf = (name: string) => labels.get(name.slice(name.lastIndexOf('/') + 1)) ?? name;
  return {
    setting: await rows.getRecheckSetting(ctx),
    rounds: await rows.listRounds(ctx),
    items: items.map(
      ({ answers: _, visitorId, at, formId: _f, formNo: _n, asked: _a, areaId: _r, protection: _p, ...line }) => ({
        ...line,
        differs: line.differs.map(labelOf),
        isOwn: visitorId === ctx.actor.accountId,
        at: at?.toISOString() ?? null,
      }),
    ),
    byQuestion: tally(
      names,
      labelOf,
      () => 0,
      () => 1,
    ).map((one) => ({ ...one, asked: done.length })),
    byVisitor: tally(
      done,
      (line) => line.visitor,
      (line) => line.asked,
      (line) => line.differs.length,
    ),
  };
};
