import type { z } from 'zod';

/**
 * Every contract the server offers, as types only: nothing of zod or of the server enters the bundle.
 * A new module adds one line here.
 */
type Offered =
  | ContractsIn<typeof import('#modules/area/contract.ts')>
  | ContractsIn<typeof import('#modules/casework/contract.ts')>
  | ContractsIn<typeof import('#modules/deliberation/contract.ts')>
  | ContractsIn<typeof import('#modules/distribution/contract.ts')>
  | ContractsIn<typeof import('#modules/identity/contract.ts')>
  | ContractsIn<typeof import('#modules/intake/contract.ts')>
  | ContractsIn<typeof import('#modules/oversight/contract.ts')>
  | ContractsIn<typeof import('#modules/planning/contract.ts')>
  | ContractsIn<typeof import('#modules/programme/contract.ts')>
  | ContractsIn<typeof import('#modules/registry/contract.ts')>
  | ContractsIn<typeof import('#modules/home/contract.ts')>
  | ContractsIn<typeof import('#modules/reporting/contract.ts')>;

type ContractsIn<M> = Extract<M[keyof M], { method: string; url: string; reply: z.ZodType }>;

/** `POST /api/session` -> its contract. */
export type ByCall = { [C in Offered as `${C['method']} ${C['url']}`]: C };
export type CallName = keyof ByCall & string;
/** URLs that can be read, e.g. `/api/person/:id`. */
export type GetUrl = CallName extends infer N ? (N extends `GET ${infer U}` ? U : never) : never;
/** Names of acts, e.g. `POST /api/usulan/:id/approval`. */
export type ActName = Exclude<CallName, `GET ${string}`>;

type Nothing = Record<never, never>;
type Part<C, K extends string> =
  C extends Record<K, infer S extends z.ZodType>
    ? Nothing extends z.input<S>
      ? { [P in K]?: z.input<S> }
      : { [P in K]: z.input<S> }
    : Nothing;

// One entry a call, worked out once: looked up by name it stays small, where an intersection over all names at once would not.
type Entry<C> = {
  given: Part<C, 'params'> & Part<C, 'query'> & Part<C, 'body'>;
  reply: C extends { reply: infer R extends z.ZodType } ? z.output<R> : never;
};
type Entries = { [N in CallName]: Entry<ByCall[N]> };

/** What a caller gives: `{ params, query, body }`, each only where the contract has it. */
export type Given<N extends CallName> = Entries[N]['given'];
/** What comes back, as JSON: amounts are strings of digits, instants are ISO strings. */
export type ReplyOf<N extends CallName> = Entries[N]['reply'];
/** The argument may be left out where nothing is required. */
export type GivenArgs<N extends CallName, Extra = unknown> =
  Nothing extends Given<N> ? [given?: Given<N> & Extra] : [given: Given<N> & Extra];
