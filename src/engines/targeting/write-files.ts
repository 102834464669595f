import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { InputProblem } from './programme.ts';

/** A CSV field; quoted when it needs to be. */
export const csvField = (value: string | number | undefined): string => {
  const text = value === undefined ? '' : String(value);
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Writes lines in large pieces, so that millions of them need little memory. */
export const writeLines = (path: string, lines: Iterable<string>): void => {
  const file = openSync(path, 'wx');
  try {
    let piece: string[] = [];
    for (const line of lines) {
      piece.push(line);
      if (piece.length < 20_000) continue;
      writeSync(file, `${piece.join('\n')}\n`);
      piece = [];
    }
    if (piece.length > 0) writeSync(file, `${piece.join('\n')}\n`);
  } finally {
    closeSync(file);
  }
};

/**
 * Fills a folder completely or not at all: everything is written beside it and moved in at the end. Files of the same
 * names in an existing folder are replaced; others stay. Throws InputProblem when the place is a file.
 */
export const fillFolder = (folder: string, names: readonly string[], write: (into: string) => void): void => {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new InputProblem([`${folder} adalah berkas; pilih nama folder lain untuk --out.`]);
  const half = `${folder.replace(/[/\\]+$/, '')}.belum-selesai-${process.pid}`;
  mkdirSync(dirname(half), { recursive: true });
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half);
  try {
    write(half);
    if (!existsSync(folder)) renameSync(half, folder);
    else for (const name of names) renameSync(join(half, name), join(folder, name));
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
};

/** Writes one file completely or not at all. */
export const replaceFile = (path: string, write: (into: string) => void): void => {
  if (existsSync(path) && statSync(path).isDirectory())
    throw new InputProblem([`${path} adalah folder; pilih nama berkas untuk --out.`]);
  const half = `${path}.belum-selesai-${process.pid}`;
  mkdirSync(dirname(half), { recursive: true });
  rmSync(half, { force: true });
  try {
    write(half);
    renameSync(half, path);
  } finally {
    rmSync(half, { force: true });
  }
};

export const writeJson = (path: string, value: unknown): void =>
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
