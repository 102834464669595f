import { readConfig } from '#platform/config/config.ts';
import { openRukunDatabase } from '#platform/db/open.ts';
import { installReference } from '../demo/first-start.ts';
import { readArguments } from './arguments.ts';

const HELP = `rukun migrate

Membawa basis data ke versi ini: skema bersama, skema tiap dinas, kebijakan baris, wilayah acuan. Aman diulang.
`;

/** The command `rukun migrate`. */
export const run = async (argv: string[]): Promise<number> => {
  const given = readArguments(argv, {}, HELP);
  if ('exit' in given) return given.exit;
  const database = await openRukunDatabase(readConfig());
  try {
    await installReference(database);
    for (const name of database.applied) console.log(`diterapkan: ${name}`);
    console.log(
      database.applied.length === 0 ? 'Basis data sudah mutakhir.' : `${database.applied.length} migrasi diterapkan.`,
    );
    return 0;
  } finally {
    await database.close();
  }
};
