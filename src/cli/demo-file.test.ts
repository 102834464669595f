import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readSheet } from '#platform/files/spreadsheet.ts';
import { run as runFile } from './demo-file.ts';
import { run as runPeople } from './demo-people.ts';

const inDirectory = async (work: (directory: string) => Promise<void>): Promise<void> => {
  const directory = await mkdtemp(join(tmpdir(), 'demo-file-'));
  const quiet = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    await work(directory);
  } finally {
    quiet.mockRestore();
    await rm(directory, { recursive: true });
  }
};

test.each(['xlsx', 'csv'])('demo file writes a readable %s with as many rows, and its truth row by row', (format) =>
  inDirectory(async (directory) => {
    const out = join(directory, `dtks.${format}`);
    expect(
      await runFile(['--agency', 'larasati', '--rows', '300', '--seed', '2', '--format', format, '--out', out]),
    ).toBe(0);
    const sheet = await readSheet(out);
    expect(sheet.about.format).toBe(format);
    const rows = new Map<number, readonly string[]>();
    for await (const { number, cells } of sheet.rows) rows.set(number, cells);
    const truth = (await readFile(`${out}.truth.csv`, 'utf8')).trimEnd().split('\r\n').slice(1);
    expect(truth).toHaveLength(300);
    expect(rows.size).toBe(303);
    for (const line of truth) {
      const [row, , , , dirt, , idDtks] = line.split(',');
      if (!dirt?.includes('id_dtks_kosong')) expect(rows.get(Number(row))?.[0]).toBe(idDtks);
    }
  }),
);

test('wrong arguments end with code 2 and write nothing', () =>
  inDirectory(async (directory) => {
    const out = join(directory, 'x.csv');
    expect(await runFile(['--agency', 'bogor', '--rows', '3', '--seed', '1', '--format', 'csv', '--out', out])).toBe(2);
    expect(await runFile(['--agency', 'larasati', '--rows', '0', '--seed', '1', '--format', 'csv', '--out', out])).toBe(
      2,
    );
    expect(await runFile(['--agency', 'larasati', '--rows', '3', '--format', 'csv', '--out', out])).toBe(2);
    expect(await runFile(['--agency', 'larasati', '--rows', '3', '--seed', '1', '--format', 'pdf', '--out', out])).toBe(
      2,
    );
    expect(await runFile(['--rowz', '3'])).toBe(2);
    expect(await runPeople(['--persons', '10', '--out', directory])).toBe(2);
    expect(await runPeople(['--persons', 'ten', '--seed', '1', '--out', directory])).toBe(2);
    await expect(readFile(out)).rejects.toThrow();
  }));
