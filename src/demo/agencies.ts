import { hashPassword } from 'better-auth/crypto';
import type pg from 'pg';
import { DEMO_DESA, DEMO_KABUPATEN, DEMO_KECAMATAN, DEMO_PROVINSI_AREA } from '#engines/population/territory.ts';
import { addDays, type LocalDate } from '#kernel/local-date.ts';
import { addReferenceAreas, addRtRw, type ReferenceArea, rebuildTerritory } from '#modules/area/index.ts';
import {
  DEMO_PASSWORD,
  type DemoAccount,
  installAccount,
  LARASATI_ACCOUNTS,
  TIRTA_RUKUN_ACCOUNTS,
} from '#modules/identity/index.ts';
import { createAgency, type NewAgency } from '#platform/db/agencies.ts';

/** The fictional province 99 as reference areas: it passes every check of ours and belongs to nobody. */
export const demoAreas = (): ReferenceArea[] => [
  {
    kode: DEMO_PROVINSI_AREA.code,
    kodeBps: DEMO_PROVINSI_AREA.bps,
    kind: 'prov',
    name: DEMO_PROVINSI_AREA.name,
    jenis: null,
  },
  ...DEMO_KABUPATEN.map(
    (kab): ReferenceArea => ({ kode: kab.code, kodeBps: kab.bps, kind: 'kab', name: kab.name, jenis: kab.jenis }),
  ),
  ...DEMO_KECAMATAN.map(
    (kec): ReferenceArea => ({ kode: kec.code, kodeBps: kec.bps, kind: 'kec', name: kec.name, jenis: null }),
  ),
  ...DEMO_DESA.map(
    (desa): ReferenceArea => ({ kode: desa.code, kodeBps: desa.bps, kind: 'desa', name: desa.name, jenis: desa.jenis }),
  ),
];

const number3 = (n: number) => String(n).padStart(3, '0');
const rtRwOf = (kabupaten: string) =>
  DEMO_DESA.filter((desa) => desa.code.startsWith(kabupaten)).flatMap((desa) =>
    desa.rtPerRw.flatMap((count, rw) =>
      Array.from({ length: count }, (_, rt) => ({ desaKode: desa.code, rw: number3(rw + 1), rt: number3(rt + 1) })),
    ),
  );

const LEVELS: Record<string, string> = {
  kepala_dinas: 'kepala',
  sekretaris: 'sekretaris',
  kabid: 'kabid',
  lurah_kades: 'lurah_kades',
};

const areaIdOf = async (client: pg.ClientBase, account: DemoAccount): Promise<number> => {
  const found = account.rt
    ? await client.query<{ id: number }>(
        `select r.id from area r join area w on w.id = r.parent_id join area d on d.id = r.desa_id
         where d.kode = $1 and r.kind = 'rt' and w.name = 'RW ' || $2 and r.name = 'RT ' || $3`,
        [account.kode, ...account.rt],
      )
    : await client.query<{ id: number }>('select id from area where kode = $1', [account.kode]);
  const id = found.rows[0]?.id;
  if (id === undefined) throw new Error(`demo account ${account.username}: no area ${account.kode}`);
  return id;
};

const installAccounts = async (
  client: pg.PoolClient,
  slug: string,
  accounts: readonly DemoAccount[],
  today: LocalDate,
) => {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const account of accounts)
    await installAccount(client, slug, {
      username: account.username,
      name: account.name,
      kind: account.kind,
      passwordHash,
      role: account.role,
      areaId: await areaIdOf(client, account),
      bidang: account.bidang ?? null,
      clearance: account.clearance,
      from: addDays(today, -400),
      expiresOn: account.kind === 'staf' ? null : addDays(today, 700),
      basis: 'SK contoh',
      position: account.position
        ? {
            name: account.position,
            level: LEVELS[account.role] ?? 'pelaksana',
            signs: account.role === 'kepala_dinas',
            sk: 'SK contoh 800/1/2025',
          }
        : null,
    });
};

/** What differs between the two demo agencies. The second factor starts at clearance 2 there, so that ordinary names are quick to try. */
const plans: readonly { kode: string; agency: Omit<NewAgency, 'areaId'>; accounts: readonly DemoAccount[] }[] = [
  {
    kode: '99.01',
    accounts: TIRTA_RUKUN_ACCOUNTS,
    agency: {
      slug: 'tirta-rukun',
      name: 'Dinas Sosial Kabupaten Tirta Rukun',
      level: 'kabupaten',
      zone: 'WITA',
      headOfRegion: 'Bupati Tirta Rukun',
      isDemo: true,
      letterHead: {
        pemerintah: 'Pemerintah Kabupaten Tirta Rukun',
        dinas: 'Dinas Sosial',
        alamat: 'Jalan Rukun Raya Nomor 1, Tirta Kencana',
        telepon: '(0999) 123456',
      },
      settings: {
        secondFactor: { wide: false, fromClearance: 2 },
        portal: { hours: 'Senin sampai Kamis pukul 08.00-15.30, Jumat pukul 08.00-11.00 WITA' },
      },
    },
  },
  {
    kode: '99.71',
    accounts: LARASATI_ACCOUNTS,
    agency: {
      slug: 'larasati',
      name: 'Dinas Sosial Kota Larasati',
      level: 'kota',
      zone: 'WIB',
      headOfRegion: 'Wali Kota Larasati',
      isDemo: true,
      letterHead: {
        pemerintah: 'Pemerintah Kota Larasati',
        dinas: 'Dinas Sosial',
        alamat: 'Jalan Gending Nomor 71, Larasati Kota',
        telepon: '(0999) 717171',
      },
      settings: {
        secondFactor: { wide: false, fromClearance: 2 },
        portal: { hours: 'Senin sampai Kamis pukul 08.00-15.30, Jumat pukul 08.00-11.00 WIB' },
      },
    },
  },
];

/** Makes one demo agency with its territory down to RT and its people. Repeating it changes nothing. */
export const makeDemoAgency = async (
  client: pg.PoolClient,
  kode: '99.01' | '99.71',
  today: LocalDate,
): Promise<string> => {
  const plan = plans.find((candidate) => candidate.kode === kode)!;
  await addReferenceAreas(client, demoAreas());
  const area = await client.query<{ id: number }>('select id from ref.area_now where kode = $1', [kode]);
  const schema = await createAgency(client, { ...plan.agency, areaId: area.rows[0]!.id });
  await client.query(`set search_path = ${schema}, ref, public`);
  await client.query('begin');
  await addRtRw(client, rtRwOf(kode));
  await rebuildTerritory(client);
  await installAccounts(client, plan.agency.slug.replaceAll('-', '_'), plan.accounts, today);
  await client.query('commit');
  await client.query('set search_path = public');
  return schema;
};
