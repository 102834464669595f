import type { Kysely } from 'kysely';
import { listDemoAccountRows } from '#modules/identity/index.ts';
import type { Database } from '#platform/db/schema.ts';

/** What `npm start` says when the product is ready. */
export const printWelcome = async (db: Kysely<Database>, url: string, ms: number): Promise<void> => {
  const demo = await listDemoAccountRows(db);
  const lines = [
    ``,
    `Rukun siap dalam ${(ms / 1000).toFixed(1)} detik.`,
    `  Warga    ${url}/`,
    `  Kantor   ${url}/kantor`,
  ];
  if (demo.password) {
    lines.push(``, `DATA CONTOH: kata sandi semua nama di bawah ini "${demo.password}"`);
    for (const account of demo.accounts) lines.push(`  ${account.username.padEnd(22)} ${account.does}`);
    lines.push(`  Kode dua langkah untuk "peksos": bin/rukun demo kode peksos`);
  }
  console.log(lines.join('\n'), '\n');
};
