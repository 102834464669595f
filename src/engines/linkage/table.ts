import { createDictionary, type Dictionary } from './dictionary.ts';
import { STRIDE } from './record.ts';
import type { Spelling } from './spelling.ts';

/**
 * A table of persons in comparable form: records in shared memory, words in dictionaries, ids as bytes.
 * `district[area]` is the number of the district (kecamatan) an area belongs to.
 */
export type PersonTable = {
  spelling: Spelling;
  records: Int32Array;
  size: number;
  source: Uint8Array; // which input file a row came from
  names: Dictionary;
  streets: Dictionary; // words of addresses
  values: Dictionary; // whole values: birth places, areas, postcodes, occupations, free strings
  district: Int32Array; // by value number of an area; 0 = not computed yet
  idBytes: Uint8Array;
  idEnd: Float64Array | Uint32Array;
  idHash: Int32Array;
};

const sharedInts = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(length * 4));

/** An empty table with room for `capacity` persons; it grows by itself. */
export const createTable = (spelling: Spelling, capacity = 1024): PersonTable => ({
  spelling,
  records: sharedInts(capacity * STRIDE),
  size: 0,
  source: new Uint8Array(capacity),
  names: createDictionary(spelling),
  streets: createDictionary('plain'),
  values: createDictionary('plain'),
  district: new Int32Array(1024),
  idBytes: new Uint8Array(capacity * 12),
  idEnd: new Uint32Array(capacity),
  idHash: new Int32Array(capacity),
});

export const capacityOf = (table: PersonTable): number => table.idEnd.length;

/** Makes room for `capacity` persons. */
export const reserve = (table: PersonTable, capacity: number): void => {
  if (capacity <= capacityOf(table)) return;
  const records = sharedInts(capacity * STRIDE);
  records.set(table.records.subarray(0, table.size * STRIDE));
  table.records = records;
  const source = new Uint8Array(capacity);
  source.set(table.source.subarray(0, table.size));
  table.source = source;
  const idEnd = new Uint32Array(capacity);
  idEnd.set(table.idEnd.subarray(0, table.size));
  table.idEnd = idEnd;
  const idHash = new Int32Array(capacity);
  idHash.set(table.idHash.subarray(0, table.size));
  table.idHash = idHash;
};

/** Takes the next row of the table, with its id; gives the row's number. The record's words are all 0. */
export const addRow = (table: PersonTable, bytes: Uint8Array, from: number, to: number, source: number): number => {
  const row = table.size;
  if (row >= capacityOf(table)) reserve(table, Math.ceil(row * 1.5) + 16);
  const start = row === 0 ? 0 : table.idEnd[row - 1]!;
  const end = start + to - from;
  if (end > table.idBytes.length) {
    const wider = new Uint8Array(Math.ceil(end * 1.5) + 64);
    wider.set(table.idBytes);
    table.idBytes = wider;
  }
  let hash = 0x811c9dc5 | 0;
  for (let i = from; i < to; i += 1) {
    const byte = bytes[i]!;
    table.idBytes[start + i - from] = byte;
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  table.idEnd[row] = end;
  table.idHash[row] = hash;
  table.source[row] = source;
  table.size = row + 1;
  return row;
};

const decoder = new TextDecoder();

/** The id of a row as it was written in the input. */
export const idOf = (table: PersonTable, row: number): string =>
  decoder.decode(table.idBytes.subarray(row === 0 ? 0 : table.idEnd[row - 1]!, table.idEnd[row]!));
