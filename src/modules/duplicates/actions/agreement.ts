import { DECISIONS_NEEDED, TRAIN_FROM } from '#engines/linkage/index.ts';
import type { Context } from '#platform/db/context.ts';
import { writeCsv } from '#platform/files/spreadsheet.ts';
import { countReadings as count, ENOUGH, kappaOf, shareOf } from '../domain/agreement.ts';
import { BANDS } from '../domain/words.ts';
import { countReadings, listReadTwice, type ReadTwice } from '../sql/blind.ts';
import { type LastDecision, listLastDecisions } from '../sql/decisions.ts';
import { listActivations, listModels } from '../sql/models.ts';

const ACTIVATIONS_SHOWN = 20;

const byOfficers = (readings: readonly ReadTwice[]) => {
  const groups = new Map<string, ReadTwice[]>();
  for (const one of readings) {
    const key = [one.firstName, one.secondName].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .map((group) => ({
      first: group[0]?.firstName ?? '',
      second: group[0]?.secondName ?? '',
      readings: group.length,
      agreed: group.filter((one) => one.first === one.second).length,
      kappa: kappaOf(count(group)) ?? null,
    }))
    .sort((a, b) => b.readings - a.readings || (a.first < b.first ? -1 : 1));
};

const byBand = (decisions: readonly LastDecision[]) =>
  BANDS.map((band) => {
    const own = decisions.filter((one) => one.band === band);
    const same = own.filter(({ answer }) => answer === 'sama').length;
    return { band, decisions: own.length, same, share: shareOf(same, own.length) ?? null };
  });

/** How far officers agree, how right the bands are, and which models were learnt. Where there is too little to say so, it is null. */
export const readAgreement = async (ctx: Context) => {
  const [readings, decisions] = [await listReadTwice(ctx), await listLastDecisions(ctx)];
  const same = decisions.filter(({ answer }) => answer === 'sama').length;
  return {
    table: count(readings),
    kappa: kappaOf(count(readings)) ?? null,
    enough: ENOUGH,
    open: await countReadings(ctx),
    officers: byOfficers(readings),
    bands: byBand(decisions),
    decisions: { all: decisions.length, same, neededToTrain: TRAIN_FROM, neededToCalibrate: DECISIONS_NEEDED },
    models: await listModels(ctx),
    activations: await listActivations(ctx, ACTIVATIONS_SHOWN),
  };
};

const COLUMNS = [
  { header: 'petugas_pertama' },
  { header: 'petugas_kedua' },
  { header: 'dibaca', kind: 'angka' },
  { header: 'sepakat', kind: 'angka' },
  { header: 'kappa' },
  { header: 'kappa_bawah' },
  { header: 'kappa_atas' },
] as const;

/** Agreement by pair of officers as CSV, with the whole in the last line. */
export const writeAgreement = async (ctx: Context): Promise<string> => {
  const { officers, table, kappa } = await readAgreement(ctx);
  const cells = (value: typeof kappa) =>
    value
      ? [value.value, value.low, value.high].map((one) => one.toFixed(3).replace('.', ','))
      : ['belum cukup', '', ''];
  const rows = officers.map((one) => [one.first, one.second, one.readings, one.agreed, ...cells(one.kappa)]);
  const all = table.sameBoth + table.sameFirst + table.sameSecond + table.differentBoth;
  const last = ['SEMUA', '', all, table.sameBoth + table.differentBoth, ...cells(kappa)];
  const parts: string[] = [];
  for await (const part of writeCsv(COLUMNS, [...rows, last])) parts.push(part);
  return parts.join('');
};
