import { type Anchor, readAnchors, verifyAudit } from '#platform/audit/verify.ts';
import { readConfig } from '#platform/config/config.ts';
import { openRukunDatabase } from '#platform/db/open.ts';
import { readArguments } from './arguments.ts';

const HELP = `rukun audit verify [--akar SKEMA:BLOK:AKAR …]

Menghitung ulang semua blok jejak audit. Menemukan catatan yang diubah atau dihapus di tengah, dan ekor yang dipotong: akar tiap blok
juga ditulis di luar basis data (audit-roots.log) dan dicetak pada laporan harian.
  --akar SKEMA:BLOK:AKAR   akar dari laporan harian yang tercetak, boleh berulang
Kode keluar: 0 utuh, 1 ada temuan.
`;

const parseRoot = (text: string): Anchor => {
  const [schema, no, root] = text.split(':');
  if (!schema || !no || !/^\d+$/.test(no) || !/^[0-9a-f]{64}$/.test(root ?? ''))
    throw new Error(`--akar "${text}" tidak terbaca: tulis SKEMA:BLOK:AKAR, akarnya 64 angka heksadesimal.`);
  return { schema, no: BigInt(no), root: root! };
};

/** The command `rukun audit verify`. */
export const run = async (argv: string[]): Promise<number> => {
  const given = readArguments(argv, { akar: { type: 'string', multiple: true } }, HELP);
  if ('exit' in given) return given.exit;
  const config = readConfig();
  const printed = (given.values.akar ?? []).map(parseRoot);
  const database = await openRukunDatabase(config);
  try {
    const verdicts = await verifyAudit(database.ownerPool, [...readAnchors(config.dataDir), ...printed]);
    for (const verdict of verdicts) {
      console.log(
        `${verdict.schema}: ${verdict.blocks} blok, ${verdict.rows} catatan, akar ${verdict.lastRoot}: ${verdict.findings.length === 0 ? 'utuh' : `${verdict.findings.length} temuan`}`,
      );
      for (const finding of verdict.findings) console.log(`  ${finding.sentence}`);
    }
    return verdicts.some((verdict) => verdict.findings.length > 0) ? 1 : 0;
  } finally {
    await database.close();
  }
};
