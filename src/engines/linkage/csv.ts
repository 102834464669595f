/**
 * Cuts CSV bytes into rows without making strings. `row` gets the buffer and, per field, its first byte and the byte after its last;
 * both are valid only during the call. Quoted fields may hold the delimiter, line ends and doubled quotes. Spaces around a field are cut off.
 */
export type CsvRow = (bytes: Uint8Array, starts: Int32Array, ends: Int32Array, fields: number, line: number) => void;
export type CsvCutter = { push: (chunk: Uint8Array) => void; end: () => void };

const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const MAX_FIELDS = 512;

type State = { comma: number; starts: Int32Array; ends: Int32Array; line: number; row: CsvRow };

const trim = ({ starts, ends }: State, bytes: Uint8Array, field: number): void => {
  let a = starts[field]!;
  let b = ends[field]!;
  while (a < b && bytes[a] === SPACE) a += 1;
  while (b > a && (bytes[b - 1] === SPACE || bytes[b - 1] === RETURN)) b -= 1;
  if (b - a >= 2 && bytes[a] === QUOTE && bytes[b - 1] === QUOTE) {
    a += 1;
    b = unquote(bytes, a, b - 1);
  }
  starts[field] = a;
  ends[field] = b;
};

/** Gives a whole row away. Quotes are taken away only here: an unfinished row is cut again with the next chunk. */
const emit = (state: State, bytes: Uint8Array, fields: number): void => {
  for (let field = 0; field < fields; field += 1) trim(state, bytes, field);
  if (fields === 1 && state.starts[0] === state.ends[0]) return; // an empty line is no row
  state.row(bytes, state.starts, state.ends, fields, state.line);
};

const close = ({ starts, ends }: State, field: number, from: number, to: number): void => {
  if (field >= MAX_FIELDS) return;
  starts[field] = from;
  ends[field] = to;
};

/** End of the quoted text that begins at `from`, or -1 when it is not in these bytes; `lines` gets the line ends inside. */
const endOfQuoted = (
  bytes: Uint8Array,
  from: number,
  length: number,
  last: boolean,
  lines: { inside: number },
): number => {
  let i = from + 1;
  while (i < length && !(bytes[i] === QUOTE && bytes[i + 1] !== QUOTE)) {
    if (bytes[i] === NEWLINE) lines.inside += 1;
    i += bytes[i] === QUOTE ? 2 : 1;
  }
  return i >= length || (i === length - 1 && !last) ? -1 : i;
};

/** Rows of `bytes`; gives the position of the first byte of the row that is not finished. */
const cut = (state: State, bytes: Uint8Array, last: boolean): number => {
  const { comma } = state;
  const { length } = bytes;
  const highest = Math.max(comma, QUOTE);
  const lines = { inside: 0 };
  let rowStart = 0;
  let fieldStart = 0;
  let field = 0;
  for (let i = 0; i < length; i += 1) {
    const byte = bytes[i]!;
    if (byte > highest) continue;
    if (byte === comma) {
      close(state, field, fieldStart, i);
      field += 1;
      fieldStart = i + 1;
    } else if (byte === NEWLINE) {
      close(state, field, fieldStart, i);
      emit(state, bytes, Math.min(field + 1, MAX_FIELDS));
      state.line += 1 + lines.inside;
      lines.inside = 0;
      field = 0;
      rowStart = fieldStart = i + 1;
    } else if (byte === QUOTE && startsField(bytes, fieldStart, i)) {
      i = endOfQuoted(bytes, i, length, last, lines);
      if (i < 0) break;
    }
  }
  if (!last || rowStart >= length) return rowStart;
  close(state, field, fieldStart, length);
  emit(state, bytes, Math.min(field + 1, MAX_FIELDS));
  return length;
};

const withoutMark = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

/** A cutter that takes chunks of any size in order. `delimiter` is one ASCII character. */
export const createCsvCutter = (delimiter: string, row: CsvRow): CsvCutter => {
  const state: State = {
    comma: delimiter.charCodeAt(0),
    starts: new Int32Array(MAX_FIELDS),
    ends: new Int32Array(MAX_FIELDS),
    line: 1,
    row,
  };
  let held = new Uint8Array(0); // the unfinished row of the chunk before
  let first = true;
  const push = (chunk: Uint8Array): void => {
    let bytes = new Uint8Array(held.length + chunk.length);
    bytes.set(held);
    bytes.set(chunk, held.length);
    if (first && bytes.length >= 3) {
      first = false;
      bytes = withoutMark(bytes);
    }
    held = bytes.slice(cut(state, bytes, false));
  };
  const end = (): void => {
    if (held.length > 0) cut(state, held, true);
    held = new Uint8Array(0);
  };
  return { push, end };
};

const startsField = (bytes: Uint8Array, from: number, at: number): boolean => {
  for (let i = from; i < at; i += 1) if (bytes[i] !== SPACE) return false;
  return true;
};

/** Doubled quotes become one, in place; gives the new end. */
const unquote = (bytes: Uint8Array, from: number, to: number): number => {
  let out = from;
  for (let i = from; i < to; i += 1) {
    if (bytes[i] === QUOTE && bytes[i + 1] === QUOTE) i += 1;
    bytes[out] = bytes[i]!;
    out += 1;
  }
  return out;
};
