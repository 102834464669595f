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

/** A cutter that takes chunks of any size in order. `delimiter` is one ASCII character. */
export const createCsvCutter = (delimiter: string, row: CsvRow): CsvCutter => {
  const comma = delimiter.charCodeAt(0);
  const starts = new Int32Array(MAX_FIELDS);
  const ends = new Int32Array(MAX_FIELDS);
  let held = new Uint8Array(0); // the unfinished row of the chunk before
  let line = 1;
  let first = true;

  const trim = (bytes: Uint8Array, field: number): void => {
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

  // Quotes are taken away only here, when the row is whole: an unfinished row is cut again with the next chunk.
  const emit = (bytes: Uint8Array, fields: number): void => {
    for (let field = 0; field < fields; field += 1) trim(bytes, field);
    if (fields === 1 && starts[0] === ends[0]) return; // an empty line is no row
    row(bytes, starts, ends, fields, line);
  };

  const close = (field: number, from: number, to: number): void => {
    if (field >= MAX_FIELDS) return;
    starts[field] = from;
    ends[field] = to;
  };

  /** Rows of bytes [0, length); gives the position of the first byte of the row that is not finished. */
  const cut = (bytes: Uint8Array, length: number, last: boolean): number => {
    let rowStart = 0;
    let fieldStart = 0;
    let field = 0;
    let newlines = 0;
    for (let i = 0; i < length; i += 1) {
      const byte = bytes[i]!;
      if (byte > comma && byte > QUOTE) continue;
      if (byte === comma) {
        close(field, fieldStart, i);
        field += 1;
        fieldStart = i + 1;
      } else if (byte === NEWLINE) {
        close(field, fieldStart, i);
        emit(bytes, Math.min(field + 1, MAX_FIELDS));
        line += 1 + newlines;
        newlines = 0;
        field = 0;
        rowStart = fieldStart = i + 1;
      } else if (byte === QUOTE && startsField(bytes, fieldStart, i)) {
        let j = i + 1;
        while (j < length && !(bytes[j] === QUOTE && bytes[j + 1] !== QUOTE)) {
          if (bytes[j] === NEWLINE) newlines += 1;
          j += bytes[j] === QUOTE ? 2 : 1;
        }
        if (j >= length || (j === length - 1 && !last)) return rowStart;
        i = j;
      }
    }
    if (last && rowStart < length) {
      close(field, fieldStart, length);
      emit(bytes, Math.min(field + 1, MAX_FIELDS));
      return length;
    }
    return rowStart;
  };

  const push = (chunk: Uint8Array): void => {
    let bytes = new Uint8Array(held.length + chunk.length);
    bytes.set(held);
    bytes.set(chunk, held.length);
    if (first && bytes.length >= 3) {
      first = false;
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    }
    held = bytes.slice(cut(bytes, bytes.length, false));
  };
  return { push, end: () => void (held.length > 0 && cut(held, held.length, true)) };
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
