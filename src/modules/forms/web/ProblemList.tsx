import { caretOf } from '#engines/form/problem.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { useText } from '#web/ui/language.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './ProblemList.module.css';

const texts = {
  id: {
    title: (n: number) => `${n} kesalahan`,
    note: 'Perbaiki barisnya di Excel, simpan, lalu impor lagi berkasnya. Rancangan ini akan diganti.',
    none: 'Tidak ada kesalahan',
    noneNote: 'Coba formulirnya di bawah, lalu terbitkan.',
    where: (sheet: string, row: number, column: string) =>
      `Lembar ${sheet}, baris ${row}${column ? `, kolom ${column}` : ''}`,
    notes: 'Catatan (tidak menghalangi)',
  },
  en: {
    title: (n: number) => `${n} mistakes`,
    note: 'Mend the rows in Excel, save, and import the file again. This draft will be replaced.',
    none: 'No mistakes',
    noneNote: 'Try the form below, then publish it.',
    where: (sheet: string, row: number, column: string) =>
      `Sheet ${sheet}, row ${row}${column ? `, column ${column}` : ''}`,
    notes: 'Notes (they stop nothing)',
  },
};
type Problem = ReplyOf<'GET /api/form/draft/:id'>['problems'][number];

const Line = ({ problem }: { problem: Problem }) => {
  const t = useText(texts);
  return (
    <li>
      <strong>{t.where(problem.sheet, problem.row, problem.column)}</strong>
      <div lang="id">{problem.sentence}</div>
      {problem.text !== undefined && problem.at !== undefined && (
        <pre className={styles.expression}>{caretOf(problem.text, problem.at)}</pre>
      )}
    </li>
  );
};

/** What is wrong in a form, by sheet, row and column, with the expression and the place in it. */
export const ProblemList = ({ problems }: { problems: readonly Problem[] }) => {
  const t = useText(texts);
  const faults = problems.filter((problem) => !problem.isNote);
  const notes = problems.filter((problem) => problem.isNote);
  const keyOf = (problem: Problem) =>
    `${problem.sheet} ${problem.row} ${problem.column} ${problem.code} ${problem.sentence}`;
  return (
    <Section title={faults.length > 0 ? t.title(faults.length) : t.none} note={faults.length > 0 ? t.note : t.noneNote}>
      {faults.length > 0 && (
        <ol className={styles.list}>
          {faults.map((problem) => (
            <Line key={keyOf(problem)} problem={problem} />
          ))}
        </ol>
      )}
      {notes.length > 0 && (
        <details>
          <summary>{t.notes}</summary>
          <ul className={styles.list}>
            {notes.map((problem) => (
              <Line key={keyOf(problem)} problem={problem} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
};
