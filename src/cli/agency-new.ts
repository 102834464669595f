import { randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { dateInZone } from '#kernel/local-date.ts';
import { rebuildTerritory } from '#modules/area/index.ts';
import { installAccount } from '#modules/identity/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { createAgency } from '#platform/db/agencies.ts';
import { openRukunDatabase } from '#platform/db/open.ts';
import { installReference } from '../demo/first-start.ts';
import { readArguments } from './arguments.ts';

const HELP = `rukun agency new --slug NAMA --kode KODE --nama "Dinas Sosial …" --zona WIB|WITA|WIT --kepala-daerah "Bupati …" --admin NAMA-MASUK

Membuat dinas baru untuk satu provinsi, kabupaten, atau kota (kode Kemendagri, misalnya 64.09) dan akun admin pertamanya.
Kata sandi admin dicetak sekali; gantilah setelah masuk.
`;

const levelOf = (kode: string) =>
  !kode.includes('.') ? 'provinsi' : Number(kode.slice(3, 5)) >= 71 ? 'kota' : 'kabupaten';

/** The command `rukun agency new`. */
export const run = async (argv: string[]): Promise<number> => {
  const text = { type: 'string' } as const;
  const given = readArguments(
    argv,
    { slug: text, kode: text, nama: text, zona: text, 'kepala-daerah': text, admin: text },
    HELP,
  );
  if ('exit' in given) return given.exit;
  const { slug, kode, nama, zona, admin } = given.values;
  const head = given.values['kepala-daerah'];
  const fits =
    slug &&
    /^[a-z][a-z0-9-]{1,40}$/.test(slug) &&
    kode &&
    /^\d\d(\.\d\d)?$/.test(kode) &&
    nama &&
    head &&
    admin &&
    /^[a-z][a-z0-9.]{1,79}$/.test(admin) &&
    (zona === 'WIB' || zona === 'WITA' || zona === 'WIT');
  if (!fits) {
    process.stderr.write(
      `Semua pilihan perlu diisi dengan benar (slug dan nama masuk: huruf kecil dan angka).\n\n${HELP}`,
    );
    return 2;
  }
  const config = readConfig();
  if (config.production && kode.startsWith('99'))
    throw new Error('Provinsi 99 hanya untuk data contoh dan ditolak pada pemasangan sungguhan.');
  const database = await openRukunDatabase(config);
  try {
    await installReference(database);
    const client = await database.ownerPool.connect();
    const area = await client.query<{ id: number; label: string }>(
      'select id, label from ref.area_now where kode = $1',
      [kode],
    );
    const found = area.rows[0];
    if (!found)
      throw new Error(`Tidak ada wilayah dengan kode ${kode}. Pakai kode Kemendagri provinsi, kabupaten, atau kota.`);
    const schema = await createAgency(client, {
      slug,
      name: nama,
      level: levelOf(kode),
      areaId: found.id,
      zone: zona,
      headOfRegion: head,
      letterHead: { pemerintah: `Pemerintah ${found.label.split(',')[0]}`, dinas: nama },
      settings: {},
      isDemo: false,
    });
    await client.query(`set search_path = ${schema}, ref, public`);
    await client.query('begin');
    await rebuildTerritory(client);
    const password = randomBytes(12).toString('base64url');
    await installAccount(client, slug.replaceAll('-', '_'), {
      username: admin,
      name: admin,
      kind: 'staf',
      passwordHash: await hashPassword(password),
      role: 'admin_dinas',
      areaId: found.id,
      bidang: 'sekretariat',
      clearance: 0,
      from: dateInZone(new Date(), zona),
      expiresOn: null,
      basis: 'admin pertama',
      position: null,
    });
    await client.query('commit');
    client.release();
    console.log(
      `Dinas ${nama} (${found.label}) dibuat.\nMasuk di ${config.url}/kantor sebagai "${admin}" dengan kata sandi: ${password}`,
    );
    return 0;
  } finally {
    await database.close();
  }
};
