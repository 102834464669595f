import { createHash } from 'node:crypto';
import {
  checkAmountOf,
  checkReferences,
  checkRule,
  MOST_TIERS,
  POORER_CODES,
  type Problem,
  parseAmount,
  parseRule,
  type Rule,
  readRows,
  type Schema,
  suggest,
  type WrittenRow,
} from '#engines/aturan/index.ts';
import * as json from './json-reader.ts';
import {
  type Arah,
  type Benefit,
  type BenefitPart,
  InputProblem,
  type Programme,
  type ProgrammeSet,
  type TieKey,
} from './programme.ts';
import { readSchema } from './read-schema.ts';

type Reading = { schema: Schema; to: json.Complaints; warnings: string[]; seed: string | undefined };

const PROGRAMME_KEYS = [
  'id',
  'name',
  'benefit',
  'ceiling',
  'maxCount',
  'exclusiveGroup',
  'quota',
  'floor',
  'tier',
  'rules',
  'rankBy',
  'tieOrder',
  'lottery',
  'hold',
  'decisions',
  'period',
  'seed',
];

const report = (r: Reading, where: string, problems: readonly Problem[]): void => {
  for (const p of problems) {
    const place = p.row === undefined ? where : `${where}, baris ${p.row}`;
    if (p.level === 'error') r.to.add(place, p.message);
    else r.warnings.push(`${place}: ${p.message}`);
  }
};

const readRule = (r: Reading, text: unknown, where: string): Rule | undefined => {
  const parsed = parseRule(json.readText(text, where, r.to));
  const problems = parsed.ok ? checkRule(parsed.rule, r.schema) : parsed.problems;
  report(r, where, problems);
  return parsed.ok ? parsed.rule : undefined;
};

const readWrittenRow = (r: Reading, value: unknown, where: string): WrittenRow => {
  const row = json.readObject(value, where, r.to);
  json.refuseOtherKeys(row, ['kind', 'expr', 'reason', 'basis', 'poorerReason'], where, r.to);
  const reasoned = row['poorerReason'] === undefined ? undefined : json.readObject(row['poorerReason'], where, r.to);
  return {
    kind: json.readChoice(row['kind'], ['syarat', 'pengecualian', 'prioritas'] as const, `${where}.kind`, r.to),
    expr: json.readText(row['expr'], `${where}.expr`, r.to),
    reason: typeof row['reason'] === 'string' ? row['reason'] : '',
    basis: typeof row['basis'] === 'string' ? row['basis'] : '',
    ...(reasoned
      ? {
          poorerReason: {
            code: json.readChoice(reasoned['code'], POORER_CODES, `${where}.poorerReason.code`, r.to),
            article: json.readText(reasoned['article'], `${where}.poorerReason.article`, r.to),
          },
        }
      : {}),
  };
};

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

const readBenefit = (r: Reading, value: unknown, where: string): Benefit => {
  if (!json.isObject(value)) return { kind: 'same', amount: json.readRupiah(value ?? '0', where, r.to) ?? 0n };
  json.refuseOtherKeys(value, ['parts', 'mostParts'], where, r.to);
  const parts = json
    .readList(value['parts'], `${where}.parts`, r.to)
    .map((part, i) => readPart(r, part, `${where}.parts[${i + 1}]`));
  if (parts.length === 0) r.to.add(`${where}.parts`, 'belum diisi; tulis paling sedikit satu komponen.');
  return { kind: 'parts', parts, mostParts: json.readCount(value['mostParts'], `${where}.mostParts`, r.to) };
};

const readAreas = (r: Reading, value: unknown, where: string): Map<string, number> => {
  const table = json.readObject(value, where, r.to);
  return new Map(
    Object.entries(table).flatMap(([area, count]) => {
      if (!/^\d{1,2}[\d.]*$/.test(area)) r.to.add(where, `"${area}" bukan kode wilayah, misalnya 36.71.01.`);
      const read = json.readCount(count, `${where}["${area}"]`, r.to);
      return read === undefined ? [] : [[area, read] as const];
    }),
  );
};

const readTieKey = (r: Reading, value: unknown, where: string): TieKey[] => {
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

const readRankBy = (r: Reading, value: unknown, where: string): Programme['rankBy'] => {
  if (value === undefined) return undefined;
  const by = json.readObject(value, where, r.to);
  const column = json.readText(by['column'], `${where}.column`, r.to);
  if (r.schema.family[column]?.type !== 'integer') r.to.add(where, `"${column}" bukan kolom bilangan keluarga.`);
  return { column, arah: json.readChoice<Arah>(by['arah'], ['rendah', 'tinggi'], `${where}.arah`, r.to) };
};

/** A seed of one programme and period: hex SHA-256 of `seed|programme|period`, so luck in one programme says nothing about another. */
export const programmeSeed = (seed: string, programme: string, period: string): string =>
  createHash('sha256').update(`${seed}|${programme}|${period}`).digest('hex');

const readLottery = (r: Reading, written: json.Json, id: string, where: string): Programme['lottery'] => {
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

const readHold = (r: Reading, value: unknown, where: string): Programme['hold'] => {
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

const readDecisions = (r: Reading, value: unknown, where: string): Programme['decisions'] =>
  json.readList(value, where, r.to).map((item, i) => {
    const place = `${where}[${i + 1}]`;
    const one = json.readObject(item, place, r.to);
    return {
      family: json.readText(one['family'], `${place}.family`, r.to),
      kind: json.readChoice(one['kind'], ['keluarkan', 'tambahkan'] as const, `${place}.kind`, r.to),
      reason: json.readText(one['reason'], `${place}.reason`, r.to),
    };
  });

/** JSON with its keys in order, so that equal contents are equal text. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, v: unknown) =>
    json.isObject(v) ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1))) : v,
  );

const readProgramme = (r: Reading, value: unknown, no: number): Programme => {
  const written = json.readObject(value, `programmes[${no}]`, r.to);
  const id = json.readText(written['id'], `programmes[${no}].id`, r.to);
  const where = `program "${id}"`;
  json.refuseOtherKeys(written, PROGRAMME_KEYS, where, r.to);
  const { rows, problems } = readRows(
    json
      .readList(written['rules'], `${where}.rules`, r.to)
      .map((row, i) => readWrittenRow(r, row, `${where}, baris ${i + 1}`)),
    r.schema,
  );
  report(r, where, problems);
  const tiers = json.readList(written['tier'], `${where}.tier`, r.to).flatMap((text, i) => {
    const rule = readRule(r, text, `${where}, tier ${i + 1}`);
    return rule ? [{ rule, text: String(text) }] : [];
  });
  tiers.push(...rows.flatMap((row) => (row.kind === 'prioritas' ? [{ rule: row.rule, text: row.expr }] : [])));
  if (tiers.length > MOST_TIERS) r.to.add(where, `tier lebih dari ${MOST_TIERS}.`);
  return {
    id,
    name: json.readText(written['name'], `${where}.name`, r.to, id),
    rows,
    tiers,
    benefit: readBenefit(r, written['benefit'], `${where}.benefit`),
    ceiling: json.readRupiah(written['ceiling'], `${where}.ceiling`, r.to),
    maxCount: json.readCount(written['maxCount'], `${where}.maxCount`, r.to),
    exclusiveGroup:
      written['exclusiveGroup'] === undefined
        ? undefined
        : json.readText(written['exclusiveGroup'], `${where}.exclusiveGroup`, r.to),
    quota: readAreas(r, written['quota'], `${where}.quota`),
    floor: readAreas(r, written['floor'], `${where}.floor`),
    rankBy: readRankBy(r, written['rankBy'], `${where}.rankBy`),
    tieOrder: json
      .readList(written['tieOrder'], `${where}.tieOrder`, r.to)
      .flatMap((k, i) => readTieKey(r, k, `${where}.tieOrder[${i + 1}]`)),
    lottery: readLottery(r, written, id, where),
    hold: readHold(r, written['hold'], `${where}.hold`),
    decisions: readDecisions(r, written['decisions'], `${where}.decisions`),
    key: canonicalJson({ ...written, seed: written['seed'] ?? r.seed }),
  };
};

const checkLimits = (programme: Programme, r: Reading): void => {
  const where = `program "${programme.id}"`;
  const { benefit, ceiling, maxCount, quota, floor } = programme;
  if (benefit.kind === 'same' && ceiling !== undefined && benefit.amount > ceiling)
    r.warnings.push(
      `${where}: pagu Rp${ceiling} lebih kecil dari satu bantuan Rp${benefit.amount}; tidak ada keluarga yang dapat masuk.`,
    );
  if (maxCount === 0) r.warnings.push(`${where}: maxCount nol; tidak ada keluarga yang dapat masuk.`);
  for (const [area, least] of floor) {
    const cap = quota.get(area);
    if (cap !== undefined && least > cap) r.to.add(where, `floor ${least} di wilayah ${area} melebihi quota ${cap}.`);
  }
};

const checkSet = (programmes: readonly Programme[], r: Reading): void => {
  const ids = programmes.map((p) => p.id);
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) < i)))
    r.to.add('programmes', `kode program "${id}" dipakai dua kali.`);
  const referring = programmes.map((p) => ({
    id: p.id,
    rules: [...p.rows.map((row) => row.rule), ...p.tiers.map((t) => t.rule)],
  }));
  for (const p of checkReferences(referring)) r.to.add('', p.message);
  for (const programme of programmes) checkLimits(programme, r);
  if (r.seed !== undefined && programmes.every((p) => !p.lottery))
    r.warnings.push(
      '"seed" ada tetapi undian mati: undian hanya dipakai bila program memuat "lottery" dengan pasal juknisnya.',
    );
};

/**
 * Reads the contents of programmes.json (see docs/engines/targeting.md for every key).
 * Throws InputProblem with one Indonesian sentence per problem; warnings come back with the set.
 */
export const readProgrammes = (value: unknown): ProgrammeSet => {
  const to = json.newComplaints();
  const written = json.readObject(value, 'programmes.json', to);
  json.refuseOtherKeys(written, ['seed', 'arah', 'asOf', 'schema', 'programmes'], 'programmes.json', to);
  const schema = readSchema(written['schema'], to);
  if (to.list.length > 0) throw new InputProblem(to.list);
  const seed = written['seed'] === undefined ? undefined : json.readText(written['seed'], 'seed', to);
  const r: Reading = { schema, to, warnings: [], seed };
  const programmes = json.readList(written['programmes'], 'programmes', to).map((p, i) => readProgramme(r, p, i + 1));
  if (programmes.length === 0) to.add('programmes', 'belum ada program.');
  checkSet(programmes, r);
  const arah = json.readChoice<Arah>(written['arah'], ['rendah', 'tinggi'], 'arah', to);
  const asOf = json.readDate(written['asOf'], 'asOf', to);
  if (to.list.length > 0) throw new InputProblem(to.list);
  return { schema, arah, asOf, programmes, warnings: r.warnings };
};
