import { ApiError, noSignal, readError } from './api-error.ts';
import type { CallArgs, CallName, How, ReplyOf } from './contracts.ts';

/** Loosely typed: what the typed doors below hand on. */
type Parts = { params?: unknown; query?: unknown; body?: unknown };

/** `/api/person/:id` with its parameters and query filled in; undefined and empty query values are left out. */
export const fillUrl = (url: string, { params, query }: Parts): string => {
  const path = url.replace(/:(\w+)/g, (_, name: string) => {
    const value = (params as Record<string, unknown> | undefined)?.[name];
    if (value === undefined) throw new Error(`${url} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((query as Record<string, unknown> | undefined) ?? {})) {
    const values = Array.isArray(value) ? value : [value];
    for (const one of values) if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
  }
  // Not `search.size`: Chrome 109 does not have it.
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
};

let askSignIn: (() => Promise<void>) | undefined;
/** The shell says how a lapsed session is renewed: the promise is kept once the same person has signed in again. */
export const onSessionLapsed = (ask: () => Promise<void>): void => {
  askSignIn = ask;
};

const fetchOnce = async (method: string, path: string, body: unknown, how: How): Promise<unknown> => {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (how.key !== undefined) headers['idempotency-key'] = how.key;
  const request: RequestInit = { method, headers, credentials: 'same-origin', keepalive: how.keepalive ?? false };
  if (body !== undefined) request.body = JSON.stringify(body);
  if (how.signal) request.signal = how.signal;
  const response = await fetch(path, request).catch((error: unknown) => {
    if (how.signal?.aborted) throw error;
    throw noSignal();
  });
  const reply: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw readError(response.status, reply);
  return reply;
};

/** Sends one call. A lapsed session asks for the sign-in over the page and then goes on with the very same call. */
export const sendCall = async (name: string, parts: Parts, how: How = {}): Promise<unknown> => {
  const [method = 'GET', url = ''] = name.split(' ');
  const path = fillUrl(url, parts);
  try {
    return await fetchOnce(method, path, parts.body, how);
  } catch (error) {
    const lapsed = error instanceof ApiError && error.status === 401 && !path.startsWith('/api/session');
    if (!lapsed || !askSignIn) throw error;
    await askSignIn();
    return fetchOnce(method, path, parts.body, how);
  }
};

/**
 * Calls the API by the name of a contract: `await call('GET /api/person/:id', { params: { id } })`.
 * Throws `ApiError`. Pages mostly want `useGet`, `useList` and `useAct` instead.
 */
// The condition keeps the checker from holding an argument against the union of all calls before it knows which one is meant.
export const call = async <N extends string>(
  name: N & CallName,
  ...given: N extends CallName ? CallArgs<N> : never
): Promise<N extends CallName ? ReplyOf<N> : never> => {
  const [first] = given as readonly unknown[];
  const { key, keepalive, signal, ...parts } = (first ?? {}) as How & Parts;
  return (await sendCall(name, parts, { key, keepalive, signal })) as N extends CallName ? ReplyOf<N> : never;
};

/**
 * PUTs a file as the raw body and tells how far it is, from 0 to 1. Gives the reply; throws `ApiError`.
 * XMLHttpRequest, because fetch cannot tell the progress of an upload.
 */
export const putFile = (path: string, file: Blob, onProgress: (share: number) => void): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', path);
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onerror = () => reject(noSignal());
    request.onload = () =>
      request.status < 300 ? resolve(request.response) : reject(readError(request.status, request.response));
    request.send(file);
  });
