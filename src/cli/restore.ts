import { resolve } from 'node:path';
import { restore } from '#platform/backup/restore.ts';
import { readConfig } from '#platform/config/config.ts';
import { openRukunDatabase } from '#platform/db/open.ts';
import { progressLine, readArguments } from './arguments.ts';
import { passphraseFrom } from './backup.ts';

const HELP = `rukun restore --from FOLDER [--sandi-berkas FILE]

Memulihkan cadangan ke pemasangan kosong (RUKUN_DATA_DIR baru atau basis data baru). Tiap bagian dicocokkan dengan jumlah baris dan
SHA-256 di manifest; bila satu saja tidak cocok, tidak ada yang dipulihkan.
`;

/** The command `rukun restore`. */
export const run = async (argv: string[]): Promise<number> => {
  const given = readArguments(argv, { from: { type: 'string' }, 'sandi-berkas': { type: 'string' } }, HELP);
  if ('exit' in given) return given.exit;
  if (!given.values.from) {
    process.stderr.write(`Beri --from FOLDER.\n\n${HELP}`);
    return 2;
  }
  const config = readConfig();
  const database = await openRukunDatabase(config);
  try {
    const done = await restore(
      database.ownerPool,
      config.dataDir,
      resolve(given.values.from),
      passphraseFrom(given.values['sandi-berkas']),
      progressLine(),
    );
    console.log(`Pulih: ${done.tables} tabel, ${done.rows} baris, semua cocok dengan manifest.`);
    return 0;
  } finally {
    await database.close();
  }
};
