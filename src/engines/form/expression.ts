/** The expressions of a form: the part of the ODK XPath dialect that XLSForms use. Spans count characters of the text, from 0. */
export type Span = readonly [from: number, to: number];

export type Operator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod';

export type Expression =
  | { readonly is: 'number'; readonly value: number; readonly at: Span }
  | { readonly is: 'text'; readonly value: string; readonly at: Span }
  /** `${name}`: another question, group of repeats or calculation. */
  | { readonly is: 'question'; readonly name: string; readonly at: Span }
  /** A bare word: a column of the choices sheet, only inside a choice filter. */
  | { readonly is: 'column'; readonly name: string; readonly at: Span }
  /** `.`: the answer of the question itself. `..`: its group, only for `position(..)`. */
  | { readonly is: 'self' | 'parent'; readonly at: Span }
  | { readonly is: 'minus'; readonly of: Expression; readonly at: Span }
  | {
      readonly is: 'pair';
      readonly op: Operator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: Span;
    }
  | { readonly is: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly at: Span };

/** The expressions directly inside one. */
export const partsOf = (e: Expression): readonly Expression[] =>
  e.is === 'minus' ? [e.of] : e.is === 'pair' ? [e.left, e.right] : e.is === 'call' ? e.args : [];

/** The expression and everything inside it, outermost first. */
export const walk = (e: Expression): readonly Expression[] => [e, ...partsOf(e).flatMap(walk)];

/** The names of questions that an expression reads. */
export const namesRead = (e: Expression): readonly string[] =>
  walk(e).flatMap((part) => (part.is === 'question' ? [part.name] : []));
