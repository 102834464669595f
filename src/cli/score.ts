import { parseArgs } from 'node:util';
import { isInputProblem, readCard, readJsonFile, scoreFile } from '#engines/targeting/index.ts';

const USAGE = `Pemakaian: rukun score --card card.json --in households.csv --out scores.csv

Menghitung peringkat lokal dengan kartu skor. Jawaban kosong memberi "belum diketahui" dan menyebut indikatornya.`;

/** `rukun score`: applies a scorecard to a CSV. Gives the exit code: 0, or 2 for input that cannot be used. */
export const run = async (argv: string[]): Promise<number> => {
  const options = {
    card: { type: 'string' },
    in: { type: 'string' },
    out: { type: 'string' },
    help: { type: 'boolean' },
  } as const;
  try {
    const { values } = parseArgs({ args: argv, options, allowPositionals: false });
    if (values.help) {
      process.stdout.write(`${USAGE}\n`);
      return 0;
    }
    if (values.card === undefined || values.in === undefined || values.out === undefined) {
      process.stderr.write(`Pilihan --card, --in dan --out harus diisi.\n\n${USAGE}\n`);
      return 2;
    }
    const done = await scoreFile(readCard(readJsonFile(values.card)), values.in, values.out);
    process.stdout.write(
      `${done.households} rumah tangga: ${done.scored} punya skor, ${done.unknown} belum diketahui.\n`,
    );
    return 0;
  } catch (error) {
    if (isInputProblem(error)) {
      process.stderr.write(`${error.problems.join('\n')}\nTidak ada yang ditulis.\n`);
      return 2;
    }
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      process.stderr.write(`Pilihan tidak dikenal atau tidak lengkap (${error.message.split('.')[0]}).\n\n${USAGE}\n`);
      return 2;
    }
    throw error;
  }
};
