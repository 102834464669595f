/**
 * A call that did not do what was asked. `sentence` is for the reader and comes from the server, in Indonesian;
 * `status` is 0 when the server was not reached at all.
 */
export class ApiError extends Error {
  readonly code: string;
  readonly sentence: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string | undefined;
  readonly status: number;

  constructor(
    status: number,
    code: string,
    sentence: string,
    details: Readonly<Record<string, unknown>> = {},
    requestId?: string,
  ) {
    super(sentence);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.sentence = sentence;
    this.details = details;
    this.requestId = requestId;
  }
}

export const NO_SIGNAL = 'jaringan.putus';
export const noSignal = (): ApiError =>
  new ApiError(
    0,
    NO_SIGNAL,
    'Tanpa sinyal: server tidak terjangkau, dan tidak ada yang terkirim. Isian Anda masih ada di layar ini; coba lagi bila sambungan kembali.',
  );

/** True when the same call may simply be tried again: the network was lost, or a proxy in between answered for the server. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ApiError &&
  (error.status === 0 || error.status === 502 || error.status === 503 || error.status === 504);

/** The refusal in a reply `{ error: { code, message, details, requestId } }`; anything else becomes a sentence with the status. */
export const readError = (status: number, body: unknown): ApiError => {
  const error =
    typeof body === 'object' && body !== null && 'error' in body ? (body.error as Record<string, unknown>) : undefined;
  if (typeof error?.['message'] !== 'string')
    return new ApiError(
      status,
      'server.asing',
      `Jawaban server tidak terbaca (${status}). Muat ulang halaman; bila berulang, beri tahu admin.`,
    );
  const details =
    typeof error['details'] === 'object' && error['details'] !== null
      ? (error['details'] as Record<string, unknown>)
      : {};
  return new ApiError(
    status,
    String(error['code'] ?? 'server.asing'),
    error['message'],
    details,
    typeof error['requestId'] === 'string' ? error['requestId'] : undefined,
  );
};

/** Sentences of a refused form by field path, e.g. `{ 'alamat.rt': 'Isi RT.' }`; empty when the refusal names no field. */
export const fieldErrors = (error: unknown): Readonly<Record<string, string>> => {
  const fields = error instanceof ApiError ? error.details['fields'] : undefined;
  if (typeof fields !== 'object' || fields === null) return {};
  return Object.fromEntries(
    Object.entries(fields).flatMap(([path, sentence]) => (typeof sentence === 'string' ? [[path, sentence]] : [])),
  );
};
