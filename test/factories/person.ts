import {
  type CreatedPerson,
  createPerson,
  type NewPerson,
  type Placed,
  type Placement,
  placeInFamily,
} from '../../src/modules/registry/index.ts';
import type { Actor } from '../../src/platform/db/actor.ts';
import { type Context, withActor } from '../../src/platform/db/context.ts';
import { actorOf } from '../support/actor.ts';
import { TEST_NOW } from '../support/app.ts';
import type { FreshDatabase } from '../support/database.ts';

let serial = 0;

/** A NIK of province 99 that passes every check and that no other call of this run has given. */
export const newNik = (birthOn = '1954-08-07', sex: 'L' | 'P' = 'P'): string => {
  serial += 1;
  const day = Number(birthOn.slice(8, 10)) + (sex === 'P' ? 40 : 0);
  const date = `${String(day).padStart(2, '0')}${birthOn.slice(5, 7)}${birthOn.slice(2, 4)}`;
  return `990101${date}${String((serial % 899) + 101).padStart(4, '0')}`.replace(/000$/, '001');
};

/** A KK number of province 99, new in this run. */
export const newNomorKk = (): string => {
  serial += 1;
  return `990101${String((serial % 28) + 1).padStart(2, '0')}0520${String(1000 + serial).padStart(4, '0')}`.replace(
    /0{3,}$/,
    '001',
  );
};

/** Runs `work` as a demo account in its own transaction; `over` changes what a test wants changed of the actor. */
export const inRegistry = async <T>(
  db: FreshDatabase['db'],
  username: string,
  work: (ctx: Context) => Promise<T>,
  over: Partial<Actor> = {},
): Promise<T> =>
  withActor({ db, clock: () => TEST_NOW }, await actorOf(db, username, over), { requestId: 'test' }, work);

/** The id of a demo place of Tirta Rukun by its Kemendagri code, or of an RT in it. */
export const areaId = async (
  database: FreshDatabase,
  kode: string,
  rt?: { rw: string; rt: string },
): Promise<number> => {
  const { rows } = await database.ownerPool.query<{ id: number }>(
    `select coalesce(r.id, d.id) as id from agency_tirta_rukun.area d
     left join agency_tirta_rukun.area w on w.parent_id = d.id and w.name = 'RW ' || $2
     left join agency_tirta_rukun.area r on r.parent_id = w.id and r.name = 'RT ' || $3 where d.kode = $1`,
    [kode, rt?.rw ?? '-', rt?.rt ?? '-'],
  );
  return rows[0]!.id;
};

/** A new person as an officer registers one; tests change what they are about. */
export const somebody = (area: number, over: Partial<NewPerson> = {}): NewPerson => ({
  name: 'Sarinem',
  sex: 'P',
  birth: { on: '1954-08-07', precision: 'hari' },
  birthPlace: 'Karang Asri',
  areaId: area,
  source: 'petugas',
  ...over,
});

/** A person with her own family of one, as head. */
export const makeResident = async (
  ctx: Context,
  area: number,
  over: Partial<NewPerson> = {},
  family: Partial<Placement> = {},
): Promise<CreatedPerson & { family: Placed }> => {
  const created = await createPerson(ctx, somebody(area, over));
  const placed = await placeInFamily(ctx, {
    personId: created.personId,
    shdk: 1,
    areaId: area,
    address: 'Jalan Melati 3',
    source: 'petugas',
    ...family,
  });
  return { ...created, family: placed };
};

/**
 * Raises a person's protection, with an alias, as casework would. Goes past the policies: there is no officer's act for it yet.
 * `team` names the account whose case team she is in.
 */
export const protect = async (
  database: FreshDatabase,
  personId: string,
  level: 2 | 3,
  alias = 'Melati',
): Promise<void> => {
  await database.ownerPool.query('update agency_tirta_rukun.person set protection = $2, alias = $3 where id = $1', [
    personId,
    level,
    alias,
  ]);
};
