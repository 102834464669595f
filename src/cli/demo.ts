import { readConfig } from '#platform/config/config.ts';
import { platformOn } from '#platform/db/context.ts';
import { openRukunDatabase } from '#platform/db/open.ts';
import { installReference, makeDemoOnFirstStart } from '../demo/first-start.ts';
import { readArguments } from './arguments.ts';

const HELP = `rukun demo

Membuat dinas contoh (Kabupaten Tirta Rukun 99.01 dan Kota Larasati 99.71, provinsi khayalan) pada pemasangan kosong.
  rukun demo people --help   penduduk buatan untuk penautan
  rukun demo file --help     berkas SIKS-NG 23 kolom buatan
  rukun demo kode NAMA       kode dua langkah sebuah akun contoh
`;

/** The command `rukun demo`. */
export const run = async (argv: string[]): Promise<number> => {
  const given = readArguments(argv, {}, HELP);
  if ('exit' in given) return given.exit;
  if (given.positionals.length > 0) {
    process.stderr.write(`Tidak ada "rukun demo ${given.positionals.join(' ')}".\n\n${HELP}`);
    return 2;
  }
  const config = readConfig();
  if (config.production)
    throw new Error('Pemasangan ini sungguhan (RUKUN_PRODUCTION=1): dinas contoh dan provinsi 99 ditolak.');
  const database = await openRukunDatabase(config);
  try {
    await installReference(database);
    await makeDemoOnFirstStart(database.ownerPool, platformOn(database.db));
    console.log('Dinas contoh siap. Jalankan: npm start');
    return 0;
  } finally {
    await database.close();
  }
};
