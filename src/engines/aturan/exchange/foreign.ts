import { type Amount, type Comparison, NOWHERE, type Operator, type Rule } from '../tree.ts';

/** The part that CEL, FEEL and Aturan have in common, as the two readers give it before it becomes a rule. */
export type Foreign =
  | { op: 'and' | 'or'; items: Foreign[] }
  | { op: 'not'; item: Foreign }
  | { op: 'compare'; sign: Comparison; left: Foreign; right: Foreign }
  | { op: 'in'; left: Foreign; values: Foreign[] }
  | { op: 'arith'; sign: Operator; left: Foreign; right: Foreign }
  | { op: 'number'; value: number }
  | { op: 'text'; value: string }
  | { op: 'boolean'; value: boolean }
  | { op: 'null' }
  | { op: 'path'; names: string[] }
  | { op: 'has'; item: Foreign }
  | { op: 'any' | 'every' | 'count'; variable: string; where?: Foreign }
  | { op: 'sum'; column: string; variable: string; where?: Foreign };

/** Thrown for what the common subset does not have; the sentence is for the person who brought the file. */
export class NotCommon extends Error {}

const FAMILY_NAMES: ReadonlySet<string> = new Set(['keluarga', 'family', 'me', 'r']);
export const MEMBER_LISTS: ReadonlySet<string> = new Set(['anggota', 'members']);

const fail = (sentence: string): never => {
  throw new NotCommon(sentence);
};

/** The column a path means: of the member bound to `variable`, or of the family outside. */
const columnOf = (node: Foreign, variable: string | undefined): string => {
  if (node.op !== 'path') return fail('Di sini seharusnya ada nama kolom.');
  const { names } = node;
  if (variable !== undefined) {
    if (names.length === 2 && names[0] === variable) return names[1]!;
    if (names.length === 1 && variable === 'item') return names[0]!;
    return fail(`"${names.join('.')}" bukan kolom anggota; tulis ${variable}.kolom.`);
  }
  if (names.length === 1) return names[0]!;
  return names.length === 2 && FAMILY_NAMES.has(names[0]!)
    ? names[1]!
    : fail(`"${names.join('.')}" tidak dikenal; tulis keluarga.kolom.`);
};

const listedValue = (node: Foreign): string | number => {
  if (node.op === 'text' || node.op === 'number') return node.value;
  return fail('Daftar pilihan hanya boleh berisi teks atau angka.');
};

const isNull = (node: Foreign): boolean => node.op === 'null';

const toCompare = (node: Extract<Foreign, { op: 'compare' }>, variable: string | undefined): Rule => {
  const { sign, left, right } = node;
  const equal = sign === '=' || sign === '!=';
  const not = (yes: boolean, item: Rule): Rule => (yes ? { kind: 'not', item, at: NOWHERE } : item);
  if (equal && (isNull(right) || isNull(left)))
    return not(sign === '=', { kind: 'known', column: columnOf(isNull(right) ? left : right, variable), at: NOWHERE });
  const [side, constant] = left.op === 'text' || left.op === 'boolean' ? [right, left] : [left, right];
  if (equal && constant.op === 'text')
    return not(sign === '!=', {
      kind: 'among',
      column: columnOf(side, variable),
      values: [constant.value],
      at: NOWHERE,
    });
  if (equal && constant.op === 'boolean')
    return not(constant.value === (sign === '!='), { kind: 'flag', column: columnOf(side, variable), at: NOWHERE });
  return { kind: 'compare', op: sign, left: toAmount(left, variable), right: toAmount(right, variable), at: NOWHERE };
};

const whereOf = (where: Foreign | undefined, variable: string): { where?: Rule } =>
  where ? { where: toRule(where, variable) } : {};

const toAmount = (node: Foreign, variable: string | undefined): Amount => {
  switch (node.op) {
    case 'number':
      return { kind: 'number', value: node.value, at: NOWHERE };
    case 'path':
      return { kind: 'column', column: columnOf(node, variable), at: NOWHERE };
    case 'arith':
      return {
        kind: 'arith',
        op: node.sign,
        left: toAmount(node.left, variable),
        right: toAmount(node.right, variable),
        at: NOWHERE,
      };
    case 'count':
      return { kind: 'count', ...whereOf(node.where, node.variable), at: NOWHERE };
    case 'sum':
      return { kind: 'sum', column: node.column, ...whereOf(node.where, node.variable), at: NOWHERE };
    default:
      return fail('Di sini seharusnya ada bilangan.');
  }
};

/** Membership: `"pkh" in penerima`, or a column in a list. */
const toAmong = (node: Extract<Foreign, { op: 'in' }>, variable: string | undefined): Rule => {
  const [only] = node.values;
  if (node.left.op === 'text' && only?.op === 'path' && only.names.at(-1) === 'penerima')
    return { kind: 'recipient', programme: node.left.value, at: NOWHERE };
  return { kind: 'among', column: columnOf(node.left, variable), values: node.values.map(listedValue), at: NOWHERE };
};

/** Turns what was read into a rule. Throws NotCommon. */
export const toRule = (node: Foreign, variable?: string): Rule => {
  switch (node.op) {
    case 'and':
    case 'or':
      return { kind: node.op, items: node.items.map((item) => toRule(item, variable)), at: NOWHERE };
    case 'not':
      return { kind: 'not', item: toRule(node.item, variable), at: NOWHERE };
    case 'compare':
      return toCompare(node, variable);
    case 'in':
      return toAmong(node, variable);
    case 'has':
      return { kind: 'known', column: columnOf(node.item, variable), at: NOWHERE };
    case 'path':
      return { kind: 'flag', column: columnOf(node, variable), at: NOWHERE };
    case 'any':
    case 'every':
      return { kind: node.op, where: toRule(node.where!, node.variable), at: NOWHERE };
    default:
      return fail('Di sini seharusnya ada syarat yang bernilai ya atau tidak.');
  }
};
