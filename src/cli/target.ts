import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  type InputProblem,
  isInputProblem,
  type Report,
  readJsonFile,
  readProgrammes,
  readTables,
  runProgrammes,
  writeSelection,
} from '#engines/targeting/index.ts';
import { formatRupiah } from '#kernel/rupiah.ts';

const USAGE = `Pemakaian: rukun target --families families.csv [--members members.csv] --programmes programmes.json --out out/

Memilih keluarga untuk setiap program di bawah pagu dan kuotanya. Menulis out/selection.csv dan out/report.json.
Skor rendah didahulukan, kecuali programmes.json memuat "arah": "tinggi". Kolom kosong = belum diketahui.`;

const hashFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
};

const summarise = (report: Report): string =>
  report.programmes
    .map((p) => {
      const open =
        p.unresolved.families > 0
          ? ` ${p.unresolved.families} keluarga harus dipastikan dulu sebelum daftar disahkan.`
          : '';
      return `${p.id}: ${p.admitted} keluarga masuk, ${p.held} ditahan, ${p.reserve} cadangan, ${formatRupiah(BigInt(p.spent))} terpakai.${open}`;
    })
    .join('\n');

const target = async (
  families: string,
  members: string | undefined,
  programmes: string,
  out: string,
): Promise<void> => {
  const set = readProgrammes(readJsonFile(programmes));
  const snapshot = await readTables(set.schema, families, members);
  const inputs = {
    families: await hashFile(families),
    ...(members === undefined ? {} : { members: await hashFile(members) }),
    programmes: await hashFile(programmes),
  };
  const report = writeSelection(runProgrammes(snapshot, set), out, { inputs });
  for (const warning of [
    ...report.warnings,
    ...report.programmes.flatMap((p) => p.warnings.map((w) => `program "${p.id}": ${w}`)),
  ])
    process.stderr.write(`Perhatian: ${warning}\n`);
  process.stdout.write(`${summarise(report)}\n`);
};

const fail = (problem: InputProblem): number => {
  process.stderr.write(`${problem.problems.join('\n')}\nTidak ada yang ditulis.\n`);
  return 2;
};

/** `rukun target`: selects families from files alone. Gives the exit code: 0, or 2 for input that cannot be used. */
export const run = async (argv: string[]): Promise<number> => {
  const options = {
    families: { type: 'string' },
    members: { type: 'string' },
    programmes: { type: 'string' },
    out: { type: 'string' },
    help: { type: 'boolean' },
  } as const;
  try {
    const { values } = parseArgs({ args: argv, options, allowPositionals: false });
    if (values.help) {
      process.stdout.write(`${USAGE}\n`);
      return 0;
    }
    const { families, members, programmes, out } = values;
    if (families === undefined || programmes === undefined || out === undefined) {
      process.stderr.write(`Pilihan --families, --programmes dan --out harus diisi.\n\n${USAGE}\n`);
      return 2;
    }
    await target(families, members, programmes, out);
    return 0;
  } catch (error) {
    if (isInputProblem(error)) return fail(error);
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      process.stderr.write(`Pilihan tidak dikenal atau tidak lengkap (${error.message.split('.')[0]}).\n\n${USAGE}\n`);
      return 2;
    }
    throw error;
  }
};
