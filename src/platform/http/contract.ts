import type { z } from 'zod';
import type { Capability } from '#kernel/capability.ts';

/**
 * One call of the API: what it takes, what it gives, who may make it. Requests are validated by it, OpenAPI is printed from it,
 * the web's client is typed by it. Acts are nouns in the URL (`POST /api/usulan/:id/approval`).
 */
export type Contract<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  summary: string;
  /** Undefined: any signed-in account. */
  may?: Capability;
  params?: P;
  query?: Q;
  body?: B;
  reply: R;
};

type In<T> = T extends z.ZodType ? z.output<T> : undefined;

export type Input<C> = {
  params: C extends { params: infer P } ? In<P> : undefined;
  query: C extends { query: infer Q } ? In<Q> : undefined;
  body: C extends { body: infer B } ? In<B> : undefined;
};
export type Reply<C> = C extends { reply: infer R extends z.ZodType } ? z.output<R> : never;

/**
 * What a handler may give for a reply: as the reply, but before encoding. Where JSON has text, a row may still hold a Date, a bigint,
 * or a plain string for a closed list of words; tests hold the encoded reply against the contract.
 */
export type Answer<T> = T extends string
  ? string | Date | bigint
  : T extends readonly (infer I)[]
    ? readonly Answer<I>[]
    : T extends object
      ? { [K in keyof T]: Answer<T[K]> }
      : T;

/** Keeps the exact types of a contract; a plain annotation would widen them. */
export const contract = <const C extends Contract>(definition: C): C => definition;
