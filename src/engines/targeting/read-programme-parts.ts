import { createHash } from 'node:crypto';
import { checkAmountOf, parseAmount, suggest } from '#engines/aturan/index.ts';
import { isAreaCode } from './areas.ts';
import * as json from './json-reader.ts';
import type { Arah, Benefit, BenefitPart, Programme, TieKey } from './programme.ts';
import { type Reading, readRule, report } from './reading.ts';

const readPart = (r: Reading, value: unknown, where: string): BenefitPart => {
  const part = json.readObject(value, where, r.to);
  json.refuseOtherKeys(part, ['name', 'amount', 'count', 'most'], where, r.to);
  const parsed = parseAmount(json.readText(part['count'], `${where}.count`, r.to, 'jumlah anggota'));
  report(r, `${where}.count`, parsed.ok ? checkAmountOf(parsed.amount, r.schema) : parsed.problems);
  return {
    name: json.readText(part['name'], `${where}.name`, r.to, 'komponen'),
    amount: json.readRupiah(part['amount'] ?? '', `${where}.amount`, r.to) ?? 0n,
    count: parsed.ok ? parsed.amount : { kind: 'count', at: [0, 0] },
    most: json.readCount(part['most'], `${where}.most`, r.to),
  };
};

export const readBenefit = (r: Reading, value: unknown, where: string): Benefit => {
  if (!json.isObject(value)) return { kind: 'same', amount: json.readRupiah(value ?? '0', where, r.to) ?? 0n };
  json.refuseOtherKeys(value, ['parts', 'mostParts'], where, r.to);
  const parts = json
    .readList(value['parts'], `${where}.parts`, r.to)
    .map((part, i) => readPart(r, part, `${where}.parts[${i + 1}]`));
  if (parts.length === 0) r.to.add(`${where}.parts`, 'belum diisi; tulis paling sedikit satu komponen.');
  return { kind: 'parts', parts, mostParts: json.readCount(value['mostParts'], `${where}.mostParts`, r.to) };
};

export const readAreas = (r: Reading, value: unknown, where: string): Map<string, number> => {
  const table = json.readObject(value, where, r.to);
  return new Map(
    Object.entries(table).flatMap(([area, count]) => {
      if (!isAreaCode(area)) r.to.add(where, `"${area}" bukan kode wilayah, misalnya 36.71.01.`);
      const read = json.readCount(count, `${where}["${area}"]`, r.to);
      return read === undefined ? [] : [[area, read] as const];
    }),
  );
};

export const readTieKey = (r: Reading, value: unknown, where: string): TieKey[] => {
  const key = json.readObject(value, where, r.to);
  json.refuseOtherKeys(key, ['column', 'first', 'expr'], where, r.to);
  if (key['expr'] !== undefined) {
    const rule = readRule(r, key['expr'], where);
    return rule ? [{ kind: 'rule', rule, text: String(key['expr']) }] : [];
  }
  const column = json.readText(key['column'], `${where}.column`, r.to);
  const spec = r.schema.family[column];
  if (spec?.type !== 'integer') {
    const numbers = Object.entries(r.schema.family).flatMap(([name, s]) => (s.type === 'integer' ? [name] : []));
    r.to.add(
      where,
      `"${column}" bukan kolom bilangan keluarga. ${suggest(column, numbers)} Untuk ya/tidak pakai "expr".`,
    );
    return [];
  }
  return [
    { kind: 'column', column, first: json.readChoice(key['first'], ['low', 'high'] as const, `${where}.first`, r.to) },
  ];
};

export const readRankBy = (r: Reading, value: unknown, where: string): Programme['rankBy'] => {
  if (value === undefined) return undefined;
  const by = json.readObject(value, where, r.to);
  const column = json.readText(by['column'], `${where}.column`, r.to);
  if (r.schema.family[column]?.type !== 'integer') r.to.add(where, `"${column}" bukan kolom bilangan keluarga.`);
  return { column, arah: json.readChoice<Arah>(by['arah'], ['rendah', 'tinggi'], `${where}.arah`, r.to) };
};

/** A seed of one programme and period: hex SHA-256 of `seed|programme|period`, so luck in one programme says nothing about another. */
export const programmeSeed = (seed: string, programme: string, period: string): string =>
  createHash('sha256').update(`${seed}|${programme}|${period}`).digest('hex');

export const readLottery = (r: Reading, written: json.Json, id: string, where: string): Programme['lottery'] => {
  const value = written['lottery'];
  if (value === undefined) return undefined;
  const lottery = json.readObject(value, `${where}.lottery`, r.to);
  const article = json.readText(
    lottery['article'],
    `${where}.lottery.article (pasal juknis yang membolehkan undian)`,
    r.to,
  );
  const period = json.readText(written['period'], `${where}.period`, r.to, '-');
  if (written['seed'] !== undefined) return { article, seed: json.readText(written['seed'], `${where}.seed`, r.to) };
  if (r.seed !== undefined) return { article, seed: programmeSeed(r.seed, id, period) };
  r.to.add(`${where}.lottery`, 'undian butuh "seed" yang diumumkan.');
  return undefined;
};

export const readHold = (r: Reading, value: unknown, where: string): Programme['hold'] => {
  if (value === undefined) return undefined;
  const hold = json.readObject(value, where, r.to);
  json.refuseOtherKeys(hold, ['until', 'except'], where, r.to);
  const except = json.readList(hold['except'], `${where}.except`, r.to).map((item, i) => {
    const one = json.readObject(item, `${where}.except[${i + 1}]`, r.to);
    const place = `${where}.except[${i + 1}]`;
    return [
      json.readText(one['family'], `${place}.family`, r.to),
      json.readText(one['reason'], `${place}.reason`, r.to),
    ] as const;
  });
  const until = json.readDate(hold['until'], `${where}.until`, r.to);
  if (hold['until'] === undefined)
    r.to.add(`${where}.until`, 'belum diisi; tempat hanya boleh ditahan sampai suatu tanggal.');
  return { until: until ?? '0000-00-00', except: new Map(except) };
};

export const readDecisions = (r: Reading, value: unknown, where: string): Programme['decisions'] =>
  json.readList(value, where, r.to).map((item, i) => {
    const place = `${where}[${i + 1}]`;
    const one = json.readObject(item, place, r.to);
    return {
      family: json.readText(one['family'], `${place}.family`, r.to),
      kind: json.readChoice(one['kind'], ['keluarkan', 'tambahkan'] as const, `${place}.kind`, r.to),
      reason: json.readText(one['reason'], `${place}.reason`, r.to),
    };
  });
