import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';
import type { SheetCell } from '#platform/files/spreadsheet.ts';

/** Headings of the DTSEN file as one agency's template has them. */
export const DESIL_HEADINGS = [
  'No. KK',
  'NIK',
  'Nama Kepala Keluarga',
  'Tanggal Lahir',
  'Jenis Kelamin',
  'Kecamatan',
  'Kelurahan',
  'Alamat Lengkap',
  'Desil',
];

/** Seven in ten families are on the centre's newest list; of those a poor kabupaten's share a desil. */
const LISTED = 70;
const SHARES: readonly number[] = [18, 17, 15, 13, 11, 9, 7, 5, 3, 2];

/** Two numbers of 0 to 99 that stay the same for a family: whether it is listed, and where. */
const drawn = (nomorKk: string): [listed: number, place: number] => {
  const bytes = createHash('sha256').update(`desil ${nomorKk}`).digest();
  return [bytes.readUInt32BE(0) % 100, bytes.readUInt32BE(4) % 100];
};

const listedAt = (place: number): number => {
  let left = place;
  for (const [i, share] of SHARES.entries()) {
    if (left < share) return i + 1;
    left -= share;
  }
  return SHARES.length;
};

/** Families of the stories that the centre knows, and at which desil; the others of the stories are not on its list yet. */
const STORY_DESIL: Readonly<Record<string, number>> = { '9901010102130018': 2, '9901012609150013': 3 };
const STORY_UNLISTED: ReadonlySet<string> = new Set(['9901011807100006', '9901011807100007']);

type Head = {
  nomorKk: string;
  nik: string | null;
  name: string;
  birthOn: LocalDate | null;
  sex: string | null;
  kec: string;
  desa: string;
  address: string | null;
};

/** The rows of an invented DTSEN file for families of the register: what the centre would send, not a computation of ours. */
export const listCentreDesil = async (ctx: Context): Promise<SheetCell[][]> => {
  const { rows } = await sql<Head>`
    select c.nomor_kk as "nomorKk", (select i.value from person_identifier i where i.person_id = p.id and i.kind = 'nik' and i.state = 'aktif') as nik,
           p.name, p.birth_on as "birthOn", p.sex, kec.name as kec, desa.name as desa, f.address
    from family_card c join family f on f.id = c.family_id
    join family_member m on m.family_id = f.id and m.shdk = 1 and m.state = 'sah' and upper_inf(m.during)
    join person p on p.id = m.person_id
    join area a on a.id = f.scope_area_id join area desa on desa.id = a.desa_id join area kec on kec.id = a.kec_id
    where c.state = 'aktif' and f.protection = 0 order by c.nomor_kk`.execute(ctx.tx);
  return rows.flatMap((head): SheetCell[][] => {
    const [listed, place] = drawn(head.nomorKk);
    const known = STORY_DESIL[head.nomorKk];
    if (known === undefined && (listed >= LISTED || STORY_UNLISTED.has(head.nomorKk))) return [];
    const { nomorKk, nik, name, birthOn, sex, kec, desa, address } = head;
    return [
      [nomorKk, nik ?? '', name, birthOn ?? '', sex ?? '', kec, desa, address ?? '', String(known ?? listedAt(place))],
    ];
  });
};
