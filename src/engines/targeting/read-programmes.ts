import { checkReferences, MOST_TIERS, POORER_CODES, readRows, type WrittenRow } from '#engines/aturan/index.ts';
import * as json from './json-reader.ts';
import { type Arah, InputProblem, type Programme, type ProgrammeSet } from './programme.ts';
import {
  readAreas,
  readBenefit,
  readDecisions,
  readHold,
  readLottery,
  readRankBy,
  readTieKey,
} from './read-programme-parts.ts';
import { readSchema } from './read-schema.ts';
import { type Reading, readRule, report } from './reading.ts';

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
  'description',
];

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
  json.refuseOtherKeys(written, ['seed', 'arah', 'asOf', 'schema', 'programmes', 'description'], 'programmes.json', to);
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
