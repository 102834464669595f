import { readArguments } from './arguments.ts';

const HELP = `rukun start

Menjalankan Rukun: PostgreSQL tertanam (atau DATABASE_URL), migrasi, layanan web.
  PORT=3000              porta; HOST=127.0.0.1 alamat
  RUKUN_DATA_DIR=./data  tempat data
  DATABASE_URL=…         server PostgreSQL 15 atau lebih baru, menggantikan yang tertanam
  RUKUN_DEMO=off         jangan membuat dinas contoh pada awal pertama
  RUKUN_PRODUCTION=1     pemasangan sungguhan: tanpa dinas contoh, provinsi 99 ditolak
`;

/** The command `rukun start`: the same process as `npm start`. */
export const run = async (argv: string[]): Promise<number> => {
  const given = readArguments(argv, {}, HELP);
  if ('exit' in given) return given.exit;
  await import('../main.ts');
  return new Promise(() => {}); // main.ts ends the process when it is told to
};
