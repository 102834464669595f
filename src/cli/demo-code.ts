import { symmetricDecrypt } from 'better-auth/crypto';
import { findDemoSecondFactor } from '#modules/identity/index.ts';
import { makeAuth } from '#platform/auth/auth.ts';
import { readConfig } from '#platform/config/config.ts';
import { openRukunDatabase } from '#platform/db/open.ts';
import { readArguments } from './arguments.ts';

const HELP = `rukun demo kode NAMA

Mencetak kode dua langkah yang berlaku sekarang untuk sebuah akun contoh, agar dapat dicoba tanpa aplikasi pengautentikasi.
Hanya untuk akun dinas contoh; akun dinas sungguhan ditolak.
`;

/** The command `rukun demo kode`. */
export const run = async (argv: string[]): Promise<number> => {
  const given = readArguments(argv, {}, HELP);
  if ('exit' in given) return given.exit;
  const [username] = given.positionals;
  if (!username) {
    process.stderr.write(HELP);
    return 2;
  }
  const config = readConfig();
  const database = await openRukunDatabase(config);
  try {
    const sealed = await findDemoSecondFactor(database.db, username);
    if (!sealed)
      throw new Error(
        `"${username}" bukan akun contoh, atau belum mendaftarkan dua langkah. Masuk dulu dengan kata sandinya, lalu ikuti halaman pendaftaran.`,
      );
    const secret = await symmetricDecrypt({ key: config.secret, data: sealed });
    const { code } = await makeAuth(database.db, config.url, config.secret).api.generateTOTP({ body: { secret } });
    console.log(code);
    return 0;
  } finally {
    await database.close();
  }
};
