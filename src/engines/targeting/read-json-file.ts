import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { InputProblem } from './programme.ts';

/** The contents of a JSON file. Throws InputProblem when it is missing or not JSON. */
export const readJsonFile = (path: string): unknown => {
  if (!existsSync(path)) throw new InputProblem([`Berkas ${path} tidak ditemukan.`]);
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new InputProblem([`${basename(path)}: bukan JSON yang utuh (${(error as Error).message}).`]);
  }
};
