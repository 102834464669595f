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
  | ContractsIn<typeof import('#modules/duplicates/contract.ts')>
  | ContractsIn<typeof import('#modules/duplicates/contract-online.ts')>
  | ContractsIn<typeof import('#modules/exchange/contract.ts')>
  | ContractsIn<typeof import('#modules/forms/contract.ts')>
  | ContractsIn<typeof import('#modules/identity/contract.ts')>
  | ContractsIn<typeof import('#modules/intake/contract.ts')>
  | ContractsIn<typeof import('#modules/intake/contract-recheck.ts')>
  | ContractsIn<typeof import('#modules/intake/contract-visit.ts')>
  | ContractsIn<typeof import('#modules/letters/contract.ts')>
  | ContractsIn<typeof import('#modules/messages/contract.ts')>
  | ContractsIn<typeof import('#modules/objection/contract.ts')>
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

/** How a call is made, beside what it gives. */
export type How = {
  /** One key per intent of the user: the server answers a repeated request with the first reply. */
  key?: string | undefined;
  /** Lets the request outlive the page. */
  keepalive?: boolean | undefined;
  signal?: AbortSignal | undefined;
};
/** How a page reads. */
export type GetOptions = {
  /** False: do not read yet. */
  enabled?: boolean;
  /** Keep showing the last reply while the next one is on its way (search as you type). */
  keep?: boolean;
  /** Read again every so many milliseconds (progress). */
  every?: number | undefined;
};

/** The argument may be left out where nothing is required. */
type Args<G, Extra> = Nothing extends G ? [given?: G & Extra] : [given: G & Extra];
// One entry a call, each worked out for itself: an intersection or condition over all names at once grows beyond what the checker represents.
type Entry<C, G> = {
  given: G;
  reply: C extends { reply: infer R extends z.ZodType } ? z.output<R> : never;
  act: Args<G, unknown>;
  get: Args<G, GetOptions>;
  call: Args<G, How>;
};
type Entries = {
  [N in CallName]: Entry<ByCall[N], Part<ByCall[N], 'params'> & Part<ByCall[N], 'query'> & Part<ByCall[N], 'body'>>;
};

/** What a caller gives: `{ params, query, body }`, each only where the contract has it. */
export type Given<N extends CallName> = Entries[N]['given'];
/** What comes back, as JSON: amounts are strings of digits, instants are ISO strings. */
export type ReplyOf<N extends CallName> = Entries[N]['reply'];
/** The arguments of `act`, of `useGet` and `useList`, and of `call`. */
export type ActArgs<N extends CallName> = Entries[N]['act'];
export type GetArgs<U extends GetUrl> = Entries[`GET ${U}`]['get'];
export type CallArgs<N extends CallName> = Entries[N]['call'];
