/** The one syntax tree of a rule. Every back end (columns, trace, SQL, CEL, FEEL) reads this and nothing else. */

/** Offsets into the text the node was parsed from; [0, 0] for a node made by code. */
export type Span = readonly [number, number];
export type Comparison = '<=' | '<' | '=' | '!=' | '>=' | '>';
export type Operator = '+' | '-' | '*';

/** A condition: yes, no or unknown. */
export type Rule =
  | { kind: 'and' | 'or'; items: readonly Rule[]; at: Span }
  | { kind: 'not'; item: Rule; at: Span }
  | { kind: 'flag'; column: string; at: Span }
  | { kind: 'compare'; op: Comparison; left: Amount; right: Amount; at: Span }
  | { kind: 'among'; column: string; values: readonly (string | number)[]; at: Span }
  | { kind: 'known'; column: string; at: Span }
  | { kind: 'any' | 'every'; where: Rule; at: Span }
  | { kind: 'recipient'; programme: string; at: Span };

/** A whole number, or unknown. */
export type Amount =
  | { kind: 'number'; value: number; unit?: string; at: Span }
  | { kind: 'column'; column: string; at: Span }
  | { kind: 'count'; where?: Rule; at: Span }
  | { kind: 'sum'; column: string; where?: Rule; at: Span }
  | { kind: 'arith'; op: Operator; left: Amount; right: Amount; at: Span };

export type Node = Rule | Amount;
/** The nodes that look at the members of a family. */
export type Aggregate = Extract<Node, { kind: 'any' | 'every' | 'count' | 'sum' }>;

export const NOWHERE: Span = [0, 0];

export const isAggregate = (node: Node): node is Aggregate =>
  node.kind === 'any' || node.kind === 'every' || node.kind === 'count' || node.kind === 'sum';

/** The direct parts of a node, in reading order. */
export const partsOf = (node: Node): readonly Node[] => {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.items;
    case 'not':
      return [node.item];
    case 'compare':
    case 'arith':
      return [node.left, node.right];
    case 'any':
    case 'every':
      return [node.where];
    case 'count':
    case 'sum':
      return node.where ? [node.where] : [];
    default:
      return [];
  }
};

/** The node and everything below it, parents first. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const part of partsOf(node)) yield* walk(part);
}

/** Programmes whose result the rule reads. */
export const listRecipientsRead = (node: Node): string[] => [
  ...new Set([...walk(node)].flatMap((n) => (n.kind === 'recipient' ? [n.programme] : []))),
];

type Read = { scope: 'family' | 'member'; column: string };

const collectReads = (node: Node, scope: Read['scope'], into: Map<string, Read>): void => {
  const column =
    node.kind === 'flag' ||
    node.kind === 'among' ||
    node.kind === 'known' ||
    node.kind === 'column' ||
    node.kind === 'sum'
      ? node.column
      : undefined;
  const inner = isAggregate(node) ? 'member' : scope;
  if (column !== undefined) into.set(`${inner}.${column}`, { scope: inner, column });
  for (const part of partsOf(node)) collectReads(part, inner, into);
};

/** Columns the rule reads, each once, with the table they belong to. */
export const listColumnsRead = (node: Node): Read[] => {
  const into = new Map<string, Read>();
  collectReads(node, 'family', into);
  return [...into.values()];
};
