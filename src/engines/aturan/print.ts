import type { Amount, Rule } from './tree.ts';

const quoted = (value: string | number): string => (typeof value === 'number' ? String(value) : `"${value}"`);
const where = (rule: Rule | undefined): string => (rule ? ` dengan (${printRule(rule)})` : '');

/** Writes an amount as text that reads back to the same tree. */
export const printAmount = (amount: Amount): string => {
  switch (amount.kind) {
    case 'number':
      return amount.unit ? `${amount.value} ${amount.unit}` : String(amount.value);
    case 'column':
      return amount.column;
    case 'count':
      return `jumlah anggota${where(amount.where)}`;
    case 'sum':
      return `total ${amount.column} anggota${where(amount.where)}`;
    case 'arith': {
      const weak = (side: Amount, right: boolean): boolean =>
        side.kind === 'arith' && (right || (amount.op === '*' && side.op !== '*'));
      const part = (side: Amount, right: boolean): string =>
        weak(side, right) ? `(${printAmount(side)})` : printAmount(side);
      return `${part(amount.left, false)} ${amount.op} ${part(amount.right, true)}`;
    }
  }
};

const item = (rule: Rule): string =>
  rule.kind === 'and' || rule.kind === 'or' ? `(${printRule(rule)})` : printRule(rule);

/** Writes a rule in its one canonical spelling; `parseRule(printRule(r))` is the same tree. */
export const printRule = (rule: Rule): string => {
  switch (rule.kind) {
    case 'and':
      return rule.items.map(item).join(' dan ');
    case 'or':
      return rule.items.map(item).join(' atau ');
    case 'not':
      if (rule.item.kind === 'known') return `${rule.item.column} belum diketahui`;
      return `tidak ${item(rule.item)}`;
    case 'flag':
      return rule.column;
    case 'compare':
      return `${printAmount(rule.left)} ${rule.op} ${printAmount(rule.right)}`;
    case 'among':
      return `${rule.column} termasuk [${rule.values.map(quoted).join(', ')}]`;
    case 'known':
      return `${rule.column} diketahui`;
    case 'any':
      return `ada anggota dengan (${printRule(rule.where)})`;
    case 'every':
      return `semua anggota dengan (${printRule(rule.where)})`;
    case 'recipient':
      return `penerima program "${rule.programme}"`;
  }
};
