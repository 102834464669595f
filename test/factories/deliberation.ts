import { uuid7 } from '../../src/kernel/uuid7.ts';
import type { TestApp } from '../support/app.ts';
import { inRegistry, makeResident, newNik } from './person.ts';
import { carryUsulan, makeUsulan } from './usulan.ts';

export type Proposed = { usulanId: string; personId: string; familyId: string; nik: string; name: string };

/** A resident of Desa Karang Asri with a proposal that stands where the test wants it. */
export const proposeResident = async (
  app: TestApp,
  name: string,
  to: 'musyawarah' | 'verifikasi' | 'disetujui',
): Promise<Proposed> => {
  const { db } = app.database;
  const nik = newNik();
  const person = await inRegistry(db, 'operator.karangasri', (ctx) =>
    makeResident(ctx, ctx.actor.areaId, { name, nik }),
  );
  const made = await makeUsulan({ db }, { subjectPersonId: person.personId, draft: undefined });
  await carryUsulan({ db }, made.usulanId, to);
  return { usulanId: made.usulanId, personId: person.personId, familyId: person.family.familyId, nik, name };
};

/** What a visit found, put where intake puts it. */
export const addVisit = async (app: TestApp, usulanId: string, result: string): Promise<void> => {
  await app.database.ownerPool.query(
    `insert into agency_tirta_rukun.verval (id, usulan_id, visited_on, result, by_account, at)
     select $1, $2, '2026-07-10', $3, id, '2026-07-10T04:00:00Z' from agency_tirta_rukun.account where username = 'operator.karangasri'`,
    [uuid7(), usulanId, result],
  );
};

export const desaOfOperator = async (app: TestApp): Promise<number> => {
  const { rows } = await app.database.ownerPool.query<{ id: number }>(
    `select id from agency_tirta_rukun.area where kode = '99.01.01.2003'`,
  );
  return rows[0]!.id;
};

/** Everybody whom a musdes expects. */
export const FULL_ATTENDANCE = [
  { no: 1, name: 'Pak Suryo', role: 'kades_lurah' },
  { no: 2, name: 'Bu Wulan', role: 'operator' },
  { no: 3, name: 'Pak Jarwo', role: 'bpd_lpm' },
  { no: 4, name: 'Pak Darto', role: 'rt_rw' },
  { no: 5, name: 'Serda Anwar', role: 'babinsa_bhabin' },
  { no: 6, name: 'Bu Lastri', role: 'wakil_keluarga' },
] as const;

/** The constraint that stops a statement which the owner of the tables tries past the application; undefined when it went through. */
export const constraintHit = async (app: TestApp, statement: string): Promise<string | undefined> => {
  const client = await app.database.ownerPool.connect();
  try {
    await client.query('begin');
    await client.query('set local search_path = agency_tirta_rukun, ref, public');
    await client.query(statement);
    return undefined;
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? String(error);
  } finally {
    await client.query('rollback');
    client.release();
  }
};

/** Position holders of Tirta Rukun by the name of the position. */
export const holderOf = async (app: TestApp, position: string): Promise<string> => {
  const { rows } = await app.database.ownerPool.query<{ id: string }>(
    `select h.id from agency_tirta_rukun.position_holder h join agency_tirta_rukun.position p on p.id = h.position_id
     where p.name = $1 and h.during @> '2026-07-15'::date`,
    [position],
  );
  return rows[0]!.id;
};
