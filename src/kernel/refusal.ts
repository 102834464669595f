/**
 * An expected "no": the act was understood and is not allowed, or what was given cannot be taken as it stands.
 * Everything else that is thrown is a bug.
 *
 * `message` is one Indonesian sentence for the person at the screen: what is wrong, where, and what to do.
 * `details` is JSON for the page that asked (field names, versions, ids in the reader's own scope); it never holds a full NIK.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  /** `code` is a stable word such as `usulan.sudah_disahkan`; `status` an HTTP status from 400 to 499. */
  constructor(code: string, status: number, sentence: string, details: Readonly<Record<string, unknown>> = {}) {
    super(sentence);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** Throws a Refusal; typed `never` so that the caller's types narrow after it. */
export const refuse: (
  code: string,
  status: number,
  sentence: string,
  details?: Readonly<Record<string, unknown>>,
) => never = (code, status, sentence, details) => {
  throw new Refusal(code, status, sentence, details);
};

/** True for a Refusal, also one that crossed a worker or realm boundary and lost its prototype. */
export const isRefusal = (thrown: unknown): thrown is Refusal =>
  thrown instanceof Refusal || (thrown instanceof Error && thrown.name === 'Refusal' && 'code' in thrown);
