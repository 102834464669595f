import type pg from 'pg';
import { migrateAgency } from './migrate.ts';

/** What an agency needs to exist. `areaId` is the reference area it serves (a province, kabupaten or kota). */
export type NewAgency = {
  slug: string;
  name: string;
  level: 'provinsi' | 'kabupaten' | 'kota';
  areaId: number;
  zone: 'WIB' | 'WITA' | 'WIT';
  headOfRegion: string;
  letterHead: Record<string, string>;
  settings: Record<string, unknown>;
  isDemo: boolean;
};

/** The schema an agency lives in. */
export const schemaOf = (slug: string): string => `agency_${slug.replaceAll('-', '_')}`;

/** Makes the agency's schema with all tables and its own row. Repeating it for a known slug changes nothing. */
export const createAgency = async (client: pg.PoolClient, agency: NewAgency): Promise<string> => {
  const schema = schemaOf(agency.slug);
  await client.query(
    'insert into auth.agency (slug, schema_name, name, is_demo) values ($1, $2, $3, $4) on conflict do nothing',
    [agency.slug.replaceAll('-', '_'), schema, agency.name, agency.isDemo],
  );
  await migrateAgency(client, schema);
  await client.query(`set search_path = ${schema}, ref, public`);
  await client.query(
    `insert into agency (slug, name, level, area_id, zone, head_of_region, letter_head, settings, is_demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      agency.slug,
      agency.name,
      agency.level,
      agency.areaId,
      agency.zone,
      agency.headOfRegion,
      JSON.stringify(agency.letterHead),
      JSON.stringify(agency.settings),
      agency.isDemo,
    ],
  );
  await client.query('set search_path = public');
  return schema;
};
