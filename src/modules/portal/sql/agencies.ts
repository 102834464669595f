import { type Kysely, sql } from 'kysely';
import type { Zone } from '#kernel/local-date.ts';
import type { Database } from '#platform/db/schema.ts';

/** An agency as its citizens meet it. `slug` is written with dashes, as in the address of its pages. */
export type AgencyCard = {
  slug: string;
  schema: string;
  name: string;
  level: 'provinsi' | 'kabupaten' | 'kota';
  zone: Zone;
  isDemo: boolean;
  address: string | null;
  phone: string | null;
  /** Opening hours in words, when the agency has set them (`settings.portal.hours`). */
  hours: string | null;
};

type Card = {
  slug: string;
  level: AgencyCard['level'];
  zone: Zone;
  is_demo: boolean;
  settings: { portal?: { hours?: unknown } };
  letter_head: { alamat?: unknown; telepon?: unknown };
};

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

const cardOf = async (
  db: Kysely<Database>,
  found: { schema_name: string; name: string },
): Promise<AgencyCard | undefined> => {
  const { rows } = await sql<Card>`
    select slug, level, zone, is_demo, settings, letter_head from ${sql.id(found.schema_name, 'agency_card')}()`.execute(
    db,
  );
  const card = rows[0];
  if (!card) return undefined;
  return {
    slug: card.slug,
    schema: found.schema_name,
    name: found.name,
    level: card.level,
    zone: card.zone,
    isDemo: card.is_demo,
    address: text(card.letter_head.alamat),
    phone: text(card.letter_head.telepon),
    hours: text(card.settings.portal?.hours),
  };
};

/** The agencies of this installation by name. */
export const listAgencies = async (db: Kysely<Database>): Promise<AgencyCard[]> => {
  const found = await db.selectFrom('auth.agency').select(['schema_name', 'name']).orderBy('name').execute();
  const cards = await Promise.all(found.map((agency) => cardOf(db, agency)));
  return cards.filter((card) => card !== undefined);
};

/** The agency of a page's address; dashes and underscores are the same. */
export const findAgency = async (db: Kysely<Database>, slug: string): Promise<AgencyCard | undefined> => {
  const found = await db
    .selectFrom('auth.agency')
    .select(['schema_name', 'name'])
    .where('slug', '=', slug.replaceAll('-', '_'))
    .executeTakeFirst();
  return found ? cardOf(db, found) : undefined;
};
