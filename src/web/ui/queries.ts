import {
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { uuid7 } from '#kernel/uuid7.ts';
import { fillUrl, sendCall } from './api.ts';
import { type ApiError, isPassing } from './api-error.ts';
import type { ActArgs, ActName, GetArgs, GetOptions, GetUrl, Given, ReplyOf } from './contracts.ts';
import { UNREAD } from './unread.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError;
  }
}

/** The store of what was read: fresh for ten seconds, tried again twice when the network passes out. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // An office on a LAN is not "offline" when the internet is: always try.
      queries: {
        staleTime: 10_000,
        networkMode: 'always',
        retry: (count, error) => isPassing(error) && count < 2,
        retryDelay: (n) => 500 * 2 ** n,
      },
      mutations: {
        networkMode: 'always',
        retry: (count, error) => isPassing(error) && count < 2,
        retryDelay: (n) => 500 * 2 ** n,
      },
    },
  });

type Parts = { params?: unknown; query?: unknown; body?: unknown };

const split = (given: unknown): { parts: Parts; enabled: boolean; keep: boolean; every: number | undefined } => {
  const { enabled = true, keep = false, every, ...parts } = (given ?? {}) as GetOptions & Parts;
  return { parts, enabled, keep, every };
};
/** Keys are the filled-in URL, so that a prefix of it names everything below. A URL that lacks a parameter is not read. */
const keyOf = (url: string, parts: Parts, enabled: boolean): readonly string[] => [enabled ? fillUrl(url, parts) : url];

/** Reads a URL: `const person = useGet('/api/person/:id', { params: { id } })`, then `person.data`, `person.error`, `person.isPending`. */
export const useGet = <U extends GetUrl>(url: U, ...given: GetArgs<U>) => {
  const { parts, enabled, keep, every } = split((given as readonly unknown[])[0]);
  return useQuery<ReplyOf<`GET ${U}`>, ApiError>({
    queryKey: keyOf(url, parts, enabled),
    queryFn: ({ signal }) => sendCall(`GET ${url}`, parts, { signal }) as Promise<ReplyOf<`GET ${U}`>>,
    enabled,
    refetchInterval: every ?? false,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
};

/** The reply of a list: its rows, and the cursor of the next page or null at the end. */
export type Listed<T> = { items: readonly T[]; next: string | null };
type ListUrl = GetUrl extends infer U
  ? U extends GetUrl
    ? ReplyOf<`GET ${U}`> extends Listed<unknown>
      ? U
      : never
    : never
  : never;
type RowOf<U extends GetUrl> = ReplyOf<`GET ${U}`> extends { items: readonly (infer T)[] } ? T : never;

/**
 * Reads a list page by page with `query.after`: `rows` so far, `more` for the "muat lagi" button of DataTable,
 * `first` the first reply (it may carry totals beside its rows).
 */
export const useList = <U extends ListUrl>(url: U, ...given: GetArgs<U>) => {
  const { parts, enabled, keep } = split((given as readonly unknown[])[0]);
  const list = useInfiniteQuery({
    queryKey: [...keyOf(url, parts, enabled), 'pages'],
    queryFn: ({ signal, pageParam }) =>
      sendCall(
        `GET ${url}`,
        { ...parts, query: { ...(parts.query as object | undefined), after: pageParam ?? undefined } },
        { signal },
      ) as Promise<ReplyOf<`GET ${U}`>>,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last as Listed<unknown>).next,
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
  const rows: readonly RowOf<U>[] = list.data
    ? list.data.pages.flatMap((page) => [...(page as unknown as Listed<RowOf<U>>).items])
    : UNREAD;
  const more = { has: list.hasNextPage, isLoading: list.isFetchingNextPage, load: () => void list.fetchNextPage() };
  return {
    rows,
    more,
    first: list.data?.pages[0],
    isPending: list.isPending,
    error: list.error,
    refetch: list.refetch,
  };
};

/**
 * One Idempotency-Key per intent: the same input keeps its key until it has succeeded, however often it is tried again;
 * another input is another intent.
 */
export const makeIntents = (
  newKey: () => string = uuid7,
): { keyFor: (input: unknown) => string; done: (input: unknown) => void } => {
  const keys = new Map<string, string>();
  return {
    keyFor: (input) => {
      const print = JSON.stringify(input ?? null);
      const key = keys.get(print) ?? newKey();
      keys.set(print, key);
      return key;
    },
    done: (input) => void keys.delete(JSON.stringify(input ?? null)),
  };
};

type ActOptions<N extends ActName> = {
  /** URL prefixes whose replies are stale after the act, e.g. `['/api/usulan', '/api/home']`. */
  stale?: readonly string[];
  onDone?: (reply: ReplyOf<N>, given: Given<N>) => void;
};

/** Forgets replies by URL prefix: what is on screen is read again. */
export const useForget = () => {
  const client = useQueryClient();
  return (prefixes: readonly string[]) =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => prefixes.some((prefix) => String(queryKey[0]).startsWith(prefix)),
    });
};

/**
 * Does something: `const approve = useAct('POST /api/usulan/:id/approval', { stale: ['/api/usulan'] })`, then
 * `approve.act({ params: { id }, body: { version } })`. `approve.error` has the sentence, `approve.isPending` the wait.
 * `approve.send` gives a promise instead (it throws `ApiError`) and takes `{ keepalive }`, as UndoBar needs.
 */
export const useAct = <N extends ActName>(name: N, options: ActOptions<N> = {}) => {
  const forget = useForget();
  const intents = useRef<ReturnType<typeof makeIntents>>(undefined);
  intents.current ??= makeIntents();
  const { keyFor, done } = intents.current;
  const mutation = useMutation<ReplyOf<N>, ApiError, { given: Given<N>; keepalive?: boolean }>({
    mutationFn: async ({ given, keepalive }) =>
      (await sendCall(name, given as Parts, { key: keyFor(given), keepalive })) as ReplyOf<N>,
    onSuccess: async (reply, { given }) => {
      done(given);
      options.onDone?.(reply, given);
      if (options.stale) await forget(options.stale);
    },
  });
  return {
    act: (...given: ActArgs<N>) => mutation.mutate({ given: ((given as readonly unknown[])[0] ?? {}) as Given<N> }),
    send: (given: Given<N>, how: { keepalive?: boolean } = {}) => mutation.mutateAsync({ given, ...how }),
    isPending: mutation.isPending,
    isSuccess: mutation.isSuccess,
    data: mutation.data,
    error: mutation.error,
    reset: mutation.reset,
  };
};
