import { findReferenceAreas } from '#modules/area/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { openRukunDatabase } from '#platform/db/open.ts';
import { installReference } from '../demo/first-start.ts';
import { readArguments } from './arguments.ts';

const HELP = `rukun area find KATA … [--jumlah 20]

Mencari di antara semua provinsi, kabupaten/kota, kecamatan, desa dan kelurahan, seperti orang mengetik: urutan kata dan huruf besar
bebas ("larangan ciledug"). Bila tidak ada satu nama dengan semua kata, dicari wilayah yang bertetangga, lalu yang mirip ejaannya. Kode Kemendagri juga dapat dipakai ("36.71.13"). Mencetak kode Kemendagri dan nama lengkap.
  --jumlah N   paling banyak N baris, 1 sampai 1000 (biasanya 20)
Kode keluar: 0 ada, 1 tidak ada.
`;

const SAYS = {
  bertetangga: 'Tidak ada satu nama dengan semua kata itu. Wilayah yang bertetangga:',
  mirip: 'Tidak ada nama yang persis begitu. Yang mirip ejaannya:',
} as const;

/** The command `rukun area find`. */
export const run = async (argv: string[]): Promise<number> => {
  const given = readArguments(argv, { jumlah: { type: 'string', default: '20' } }, HELP);
  if ('exit' in given) return given.exit;
  const [words, most] = [given.positionals.join(' '), Number(given.values.jumlah)];
  if (!/[\p{L}\d]/u.test(words) || !Number.isInteger(most) || most < 1 || most > 1000) {
    process.stderr.write(`Tulis kata yang dicari, dan --jumlah dari 1 sampai 1000.\n\n${HELP}`);
    return 2;
  }
  const database = await openRukunDatabase(readConfig());
  try {
    await installReference(database);
    const { how, places, all } = await findReferenceAreas(database.ownerPool, words, most);
    if (all > 0 && how !== 'tepat') process.stderr.write(`${SAYS[how]}\n`);
    for (const place of places) process.stdout.write(`${place.kode.padEnd(13)}  ${place.label}\n`);
    if (all > places.length) process.stderr.write(`… dan ${all - places.length} lagi. Tambahkan kata.\n`);
    if (all === 0) process.stderr.write(`Tidak ada wilayah dengan kata "${words}". Periksa ejaannya.\n`);
    return all === 0 ? 1 : 0;
  } finally {
    await database.close();
  }
};
