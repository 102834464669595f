import { setTimeout as sleep } from 'node:timers/promises';
import { makeResident } from '../../../../test/factories/person.ts';
import type { TestApp } from '../../../../test/support/app.ts';
import type { Context } from '../../../platform/db/context.ts';

export type Client = Awaited<ReturnType<TestApp['as']>>;

/** Orders a look through the register and waits for its end. */
export const scanned = async (client: Client) => {
  const ordered = await client.post('/api/duplicate-scan');
  if (ordered.status !== 200) throw new Error(`scan: ${ordered.status} ${JSON.stringify(ordered.body)}`);
  for (let n = 0; n < 400; n += 1) {
    const { body } = await client.get('/api/duplicate-scan');
    if (body.run.id === ordered.body.run.id && ['selesai', 'gagal'].includes(body.run.state)) return body.run;
    await sleep(50);
  }
  throw new Error('the scan does not come to rest');
};

/** One woman recorded twice: under a NIK, and from another paper without one. */
export const makeTwice = async (ctx: Context, area: number, name: string, birthOn: string, nik: string) => {
  const over = {
    motherName: `${name.split(' ').at(-1)?.toLowerCase()}ni Ponirah`,
    phone: `0812${birthOn.replaceAll('-', '')}`,
    birth: { on: birthOn, precision: 'hari' } as const,
  };
  const first = await makeResident(ctx, area, { ...over, name, nik });
  const second = await makeResident(ctx, area, { ...over, name });
  return { first: first.personId, second: second.personId };
};

/** The pair of two people in a pile, or undefined. */
export const pairOf = async (client: Client, ids: readonly string[], pile = 'terbuka') => {
  const { body } = await client.get(`/api/duplicate?pile=${pile}&limit=200`);
  return body.items.find(
    (pair: { a: { id: string }; b: { id: string } }) => ids.includes(pair.a.id) && ids.includes(pair.b.id),
  );
};

/** Everything of two people that a merge touches, for comparing before and after. Versions and times move on and are left out. */
export const stateOf = async (app: TestApp, ids: readonly string[]): Promise<string> => {
  const { rows } = await app.database.ownerPool.query<{ all: unknown }>(
    `select jsonb_build_object(
      'people', (select jsonb_agg(to_jsonb(p) - 'version' - 'updated_at' - 'updated_by' order by p.id) from agency_tirta_rukun.person p where p.id = any ($1)),
      'numbers', (select jsonb_agg(to_jsonb(i) order by i.id) from agency_tirta_rukun.person_identifier i where i.person_id = any ($1)),
      'members', (select jsonb_agg(to_jsonb(m) order by m.id) from agency_tirta_rukun.family_member m where m.person_id = any ($1)),
      'facts', (select jsonb_agg(to_jsonb(c) order by c.subject_id, c.field) from agency_tirta_rukun.current_fact c where c.subject_id = any ($1)),
      'findings', (select jsonb_agg(d.kind || ' ' || d.person_id order by d.kind, d.person_id) from agency_tirta_rukun.data_issue d where d.person_id = any ($1) and d.closed_at is null)) as all`,
    [ids],
  );
  return JSON.stringify(rows[0]?.all, null, 1);
};
