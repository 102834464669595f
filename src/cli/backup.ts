import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { backup } from '#platform/backup/backup.ts';
import { readConfig } from '#platform/config/config.ts';
import { openRukunDatabase } from '#platform/db/open.ts';
import { progressLine, readArguments } from './arguments.ts';

const HELP = `rukun backup --out FOLDER (--sandi-berkas FILE | --tanpa-sandi)

Menulis cadangan utuh (satu potret yang selaras) ke folder baru: semua tabel, berkas lampiran, dan manifest dengan jumlah baris
dan SHA-256. Dengan sandi, tiap bagian disandikan AES-256-GCM. Simpan sandi di tempat lain: tanpa sandi cadangan tidak terbaca.
  --out FOLDER          folder baru
  --sandi-berkas FILE   berkas berisi kata sandi (atau lingkungan RUKUN_BACKUP_PASSPHRASE)
  --tanpa-sandi         tulis tanpa sandi (berisi data pribadi!)
`;

/** The passphrase from the file or the environment. */
export const passphraseFrom = (file: string | undefined): string | undefined =>
  file ? readFileSync(file, 'utf8').trim() : process.env['RUKUN_BACKUP_PASSPHRASE'];

/** The command `rukun backup`. */
export const run = async (argv: string[]): Promise<number> => {
  const given = readArguments(
    argv,
    { out: { type: 'string' }, 'sandi-berkas': { type: 'string' }, 'tanpa-sandi': { type: 'boolean' } },
    HELP,
  );
  if ('exit' in given) return given.exit;
  const passphrase = passphraseFrom(given.values['sandi-berkas']);
  if (!given.values.out || (!passphrase && !given.values['tanpa-sandi'])) {
    process.stderr.write(`Beri --out FOLDER, dan sandi atau --tanpa-sandi.\n\n${HELP}`);
    return 2;
  }
  const config = readConfig();
  const database = await openRukunDatabase(config);
  try {
    const manifest = await backup(
      database.ownerPool,
      config.dataDir,
      resolve(given.values.out),
      given.values['tanpa-sandi'] ? undefined : passphrase,
      progressLine(),
    );
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `Cadangan selesai: ${manifest.tables.length} tabel, ${rows} baris, ${manifest.files.length} berkas di ${given.values.out}.`,
    );
    return 0;
  } finally {
    await database.close();
  }
};
