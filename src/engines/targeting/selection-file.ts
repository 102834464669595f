import { join } from 'node:path';
import { type Line, linesOf } from './lines.ts';
import { type Report, reportOf } from './report.ts';
import type { Run } from './run.ts';
import { csvField, fillFolder, writeJson, writeLines } from './write-files.ts';

const HEADER = 'programme,family,verdict,tier,rank,ticket,admitted,binding';

const csvLine = (line: Line): string =>
  [line.programme, line.family, line.verdict, line.tier, line.rank, line.ticket, line.admitted, line.binding]
    .map(csvField)
    .join(',');

function* selectionLines(run: Run): Generator<string> {
  yield HEADER;
  for (const { programme } of run.results) {
    const line = linesOf(run, programme.id);
    for (let f = 0; f < run.snapshot.count; f++) yield csvLine(line(f));
  }
}

/** Writes selection.csv and report.json into a folder, both or neither; `more` is added to the report (hashes of inputs). */
export const writeSelection = (run: Run, folder: string, more: Record<string, unknown> = {}): Report => {
  const report = reportOf(run);
  fillFolder(folder, ['selection.csv', 'report.json'], (into) => {
    writeLines(join(into, 'selection.csv'), selectionLines(run));
    writeJson(join(into, 'report.json'), { ...more, ...report });
  });
  return report;
};
