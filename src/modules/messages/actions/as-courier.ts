import type { Actor } from '#platform/db/actor.ts';
import { type Context, type Platform, withActor } from '#platform/db/context.ts';
import { type Agency, listAgencies } from '../sql/readers.ts';

/** Messages leave under this account (migration 0110); it has no sign-in. */
const COURIER = '01900000-0000-7000-8000-000000007110';

const courierOf = ({ slug, schema, zone }: Agency): Actor => ({
  ...{ agency: slug, schema, zone, areaId: 0, accountId: COURIER, username: 'kurir', name: 'Pengiriman pesan' },
  ...({ kind: 'sistem', role: 'sistem', position: null, bidang: null, clearance: 3 } as const),
  ...({ capabilities: new Set<never>(), databaseRole: 'rukun_wide' } as const),
});

export type Courier = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;

/** Gives each agency (or the one named) its courier, one after the other: every call of it is one transaction. */
export const eachAgency = async (
  platform: Platform,
  work: (as: Courier, agency: Agency) => Promise<void>,
  slug?: string,
): Promise<void> => {
  for (const agency of await listAgencies(platform.db, slug)) {
    const actor = courierOf(agency);
    await work((inside) => withActor(platform, actor, { requestId: 'kurir' }, inside), agency);
  }
};
