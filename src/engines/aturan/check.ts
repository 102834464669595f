import { type Problem, problem, suggest } from './problem.ts';
import { overflows, rangeOfAmount, unitOfAmount } from './ranges.ts';
import { satisfiable } from './satisfy.ts';
import type { ColumnSpec, Columns, Schema } from './schema.ts';
import { type Amount, isAggregate, type Node, type Rule, walk } from './tree.ts';

type Place = { schema: Schema; columns: Columns; other: Columns; inMembers: boolean; found: Problem[] };

const TYPE_NAMES = { integer: 'bilangan', boolean: 'ya/tidak', enum: 'pilihan' } as const;
const unitName = (unit: string): string => (unit === '' ? 'tanpa satuan' : `satuan ${unit}`);

const readColumn = (
  place: Place,
  name: string,
  at: Node['at'],
  wanted?: ColumnSpec['type'],
): ColumnSpec | undefined => {
  const spec = Object.hasOwn(place.columns, name) ? place.columns[name] : undefined;
  if (!spec) {
    const elsewhere = Object.hasOwn(place.other, name);
    const hint = !elsewhere
      ? suggest(name, Object.keys(place.columns))
      : place.inMembers
        ? 'Kolom itu milik keluarga; tulis di luar "anggota dengan (…)".'
        : `Kolom itu milik anggota; tulis: ada anggota dengan (${name} …).`;
    place.found.push(
      problem('unknown_column', `Kolom ${place.inMembers ? 'anggota' : 'keluarga'} "${name}" tidak ada. ${hint}`, at),
    );
    return undefined;
  }
  if (wanted && spec.type !== wanted) {
    const hint =
      spec.type === 'enum'
        ? `Tulis: ${name} termasuk ["${spec.values[0]}"].`
        : spec.type === 'boolean'
          ? `Tulis: ${name}, atau: tidak ${name}.`
          : `Bandingkan dengan angka, misalnya: ${name} <= 4.`;
    place.found.push(
      problem(
        'wrong_type',
        `Kolom "${name}" berjenis ${TYPE_NAMES[spec.type]}, di sini dibutuhkan ${TYPE_NAMES[wanted]}. ${hint}`,
        at,
      ),
    );
    return undefined;
  }
  return spec;
};

const checkAmong = (place: Place, rule: Extract<Rule, { kind: 'among' }>): void => {
  const numbers = rule.values.every((v) => typeof v === 'number');
  const spec = readColumn(place, rule.column, rule.at, numbers ? 'integer' : 'enum');
  if (spec?.type !== 'enum') {
    if (!numbers && rule.values.some((v) => typeof v === 'number'))
      place.found.push(problem('wrong_type', 'Daftar pilihan mencampur angka dan teks; pakai salah satu.', rule.at));
    return;
  }
  for (const value of rule.values)
    if (!spec.values.includes(String(value)) || typeof value === 'number')
      place.found.push(
        problem(
          'not_in_list',
          `"${value}" bukan pilihan kolom "${rule.column}". ${suggest(String(value), spec.values)}`,
          rule.at,
        ),
      );
};

const checkAmount = (place: Place, amount: Amount): void => {
  if (amount.kind === 'column') readColumn(place, amount.column, amount.at, 'integer');
  if (amount.kind === 'sum') {
    enterMembers(place, amount, (inside) => {
      readColumn(inside, amount.column, amount.at, 'integer');
      if (amount.where) checkNode(inside, amount.where);
    });
  }
  if (amount.kind === 'count')
    enterMembers(place, amount, (inside) => {
      if (amount.where) checkNode(inside, amount.where);
    });
  if (amount.kind === 'arith') {
    checkAmount(place, amount.left);
    checkAmount(place, amount.right);
  }
};

const checkUnits = (place: Place, rule: Extract<Rule, { kind: 'compare' }>): void => {
  const left = unitOfAmount(rule.left, place.columns, place.schema);
  const right = unitOfAmount(rule.right, place.columns, place.schema);
  const clash =
    'clash' in left
      ? left.clash
      : 'clash' in right
        ? right.clash
        : left.unit !== undefined && right.unit !== undefined && left.unit !== right.unit
          ? ([left.unit, right.unit] as const)
          : undefined;
  if (clash)
    place.found.push(
      problem(
        'unit_clash',
        `Satuan tidak cocok: ${unitName(clash[0])} dibandingkan dengan ${unitName(clash[1])}. Samakan satuannya.`,
        rule.at,
      ),
    );
};

const checkCompare = (place: Place, rule: Extract<Rule, { kind: 'compare' }>): void => {
  const before = place.found.length;
  checkAmount(place, rule.left);
  checkAmount(place, rule.right);
  if (place.found.length > before) return;
  checkUnits(place, rule);
  for (const side of [rule.left, rule.right])
    for (const node of walk(side))
      if (
        (node.kind === 'arith' || node.kind === 'sum') &&
        overflows(rangeOfAmount(node, place.columns, place.schema))
      ) {
        place.found.push(
          problem(
            'overflow',
            'Hasil hitungan ini bisa melewati batas bilangan. Isi min dan max kolomnya, atau kecilkan pengalinya.',
            node.at,
          ),
        );
        return;
      }
};

const enterMembers = (place: Place, node: Node, check: (inside: Place) => void): void => {
  if (place.inMembers) {
    place.found.push(
      problem('nested_members', 'Di dalam "anggota dengan (…)" tidak boleh ada hitungan anggota lagi.', node.at),
    );
    return;
  }
  check({ ...place, columns: place.schema.member, other: place.schema.family, inMembers: true });
};

const checkNode = (place: Place, rule: Rule): void => {
  switch (rule.kind) {
    case 'and':
    case 'or':
      for (const item of rule.items) checkNode(place, item);
      return;
    case 'not':
      checkNode(place, rule.item);
      return;
    case 'flag':
      readColumn(place, rule.column, rule.at, 'boolean');
      return;
    case 'known':
      readColumn(place, rule.column, rule.at);
      return;
    case 'among':
      checkAmong(place, rule);
      return;
    case 'compare':
      checkCompare(place, rule);
      return;
    case 'any':
    case 'every':
      enterMembers(place, rule, (inside) => checkNode(inside, rule.where));
      return;
    case 'recipient':
      if (place.inMembers)
        place.found.push(
          problem(
            'nested_members',
            'Penerimaan program adalah milik keluarga; tulis di luar "anggota dengan (…)".',
            rule.at,
          ),
        );
  }
};

/** Every comparison or list that the schema's bounds already decide. */
const checkDecided = (place: Place, rule: Rule): void => {
  const inside = isAggregate(rule);
  const columns = inside ? place.schema.member : place.columns;
  if (rule.kind === 'compare' || rule.kind === 'among') {
    if (!satisfiable([{ rule, mode: 'T' }], place.schema, place.columns))
      place.found.push(problem('never_true', 'Perbandingan ini tidak pernah benar menurut batas kolomnya.', rule.at));
    else if (!satisfiable([{ rule, mode: 'F' }], place.schema, place.columns))
      place.found.push(
        problem(
          'always_true',
          'Perbandingan ini selalu benar menurut batas kolomnya; tidak menyaring siapa pun.',
          rule.at,
          'warning',
        ),
      );
  }
  if (rule.kind === 'and' || rule.kind === 'or') for (const item of rule.items) checkDecided(place, item);
  if (rule.kind === 'not') checkDecided(place, rule.item);
  if (rule.kind === 'any' || rule.kind === 'every') checkDecided({ ...place, columns }, rule.where);
  if (rule.kind === 'compare')
    for (const side of [rule.left, rule.right])
      for (const node of walk(side))
        if ((node.kind === 'count' || node.kind === 'sum') && node.where)
          checkDecided({ ...place, columns: place.schema.member }, node.where);
};

const checkWhole = (place: Place, rule: Rule): void => {
  if (rule.kind === 'compare' || rule.kind === 'among') return;
  const { schema, columns } = place;
  if (!satisfiable([{ rule, mode: 'T' }], schema, columns))
    place.found.push(
      problem('never_true', 'Ungkapan ini tidak pernah benar: bagian-bagiannya saling meniadakan.', rule.at),
    );
  else if (!satisfiable([{ rule, mode: 'F' }], schema, columns))
    place.found.push(
      problem('always_true', 'Ungkapan ini tidak pernah salah; tidak menyaring siapa pun.', rule.at, 'warning'),
    );
};

/**
 * Checks one rule about a family: columns, types, units, lists, overflow, comparisons that are decided beforehand.
 * The analysis of what is decided runs only when names and types are right.
 */
export const checkRule = (rule: Rule, schema: Schema): Problem[] => {
  const place: Place = { schema, columns: schema.family, other: schema.member, inMembers: false, found: [] };
  checkNode(place, rule);
  if (place.found.length > 0) return place.found;
  checkDecided(place, rule);
  if (place.found.length === 0) checkWhole(place, rule);
  return place.found;
};

/** Checks one amount about a family (used for the rupiah of a component). */
export const checkAmountOf = (amount: Amount, schema: Schema): Problem[] => {
  const zero: Amount = {
    kind: 'arith',
    op: '*',
    left: amount,
    right: { kind: 'number', value: 0, at: amount.at },
    at: amount.at,
  };
  const rule: Rule = { kind: 'compare', op: '=', left: amount, right: zero, at: amount.at };
  const place: Place = { schema, columns: schema.family, other: schema.member, inMembers: false, found: [] };
  checkNode(place, rule);
  return place.found;
};
