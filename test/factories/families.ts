import { uuid7 } from '../../src/kernel/uuid7.ts';
import { NINE_CRITERIA_FIELDS } from '../../src/modules/registry/index.ts';
import type { FreshDatabase } from './../support/database.ts';

/** One family for lists: a head with a birth date, a rank of the centre, answers to the nine criteria. Everything may be left out. */
export type MadeFamily = {
  name: string;
  kode?: string;
  birthOn?: string | null;
  sex?: 'L' | 'P';
  desil?: number;
  occupationCode?: number | null;
  criteria?: readonly (boolean | null)[];
  /** Further members by birth date. */
  others?: readonly (string | null)[];
  protection?: number;
};

const SCHEMA = 'agency_tirta_rukun';

/** One import row that ranks of the centre may come from. */
const importRow = async ({ ownerPool }: FreshDatabase): Promise<string> => {
  const known = await ownerPool.query<{ id: string }>(`select id::text from ${SCHEMA}.import_row limit 1`);
  if (known.rows[0]) return known.rows[0].id;
  const [file, imported] = [uuid7(), uuid7()];
  const account = `(select id from ${SCHEMA}.account where username = 'verifikator')`;
  await ownerPool.query(
    `insert into ${SCHEMA}.file (id, sha256, bytes, kind, media_type, name) values ('${file}', 'x', 1, 'siks', 'text/csv', 'pusat.csv')`,
  );
  await ownerPool.query(
    `insert into ${SCHEMA}.import_file (id, kind, name, file_id, sha256, state, uploaded_by) values ('${imported}', 'dtsen', 'pusat.csv', '${file}', 'x', 'selesai', ${account})`,
  );
  const row = await ownerPool.query<{ id: string }>(
    `insert into ${SCHEMA}.import_row (import_id, no) values ('${imported}', 1) returning id::text`,
  );
  return row.rows[0]!.id;
};

const addCriteria = async (database: FreshDatabase, familyId: string, criteria: readonly (boolean | null)[]) => {
  const set = uuid7();
  const { ownerPool } = database;
  await ownerPool.query(
    `insert into ${SCHEMA}.observation_set (id, family_id, observed_on, source) values ($1, $2, '2026-06-01', 'verval')`,
    [set, familyId],
  );
  for (const [i, answer] of criteria.entries())
    await ownerPool.query(
      `insert into ${SCHEMA}.current_fact (subject_id, subject_kind, field, value, unknown, observed_on, source, set_id)
       values ($1, 'family', $2, $3, $4, '2026-06-01', 'verval', $5)`,
      [
        familyId,
        NINE_CRITERIA_FIELDS[i],
        answer === null ? null : JSON.stringify(answer),
        answer === null ? 'tidak_tahu' : null,
        set,
      ],
    );
};

const addMember = async (
  { ownerPool }: FreshDatabase,
  family: { id: string; area: number; protection: number },
  member: { name: string; shdk: number; birthOn: string | null; sex: string; occupation: number | null },
): Promise<string> => {
  const id = uuid7();
  await ownerPool.query(
    `insert into ${SCHEMA}.person (id, name, name_fold, sex, birth_on, birth_precision, occupation_code, scope_area_id, source, protection, alias)
     values ($1, $2, lower($2), $3, $4, $5, $6, $7, 'siks', $8, $9)`,
    [
      id,
      member.name,
      member.sex,
      member.birthOn,
      member.birthOn === null ? 'tidak_tahu' : 'hari',
      member.occupation,
      family.area,
      family.protection,
      family.protection >= 2 ? 'Melati' : null,
    ],
  );
  await ownerPool.query(
    `insert into ${SCHEMA}.family_member (id, family_id, person_id, shdk, source, state) values ($1, $2, $3, $4, 'siks', 'sah')`,
    [uuid7(), family.id, id, member.shdk],
  );
  return id;
};

/** Makes families as the owner, past every act and policy; gives their ids in the order asked. */
export const makeFamilies = async (
  database: FreshDatabase,
  families: readonly MadeFamily[],
): Promise<{ familyId: string; headId: string }[]> => {
  const { ownerPool } = database;
  const row = await importRow(database);
  const made: { familyId: string; headId: string }[] = [];
  for (const wanted of families) {
    const familyId = uuid7();
    const area = await ownerPool.query<{ id: number }>(`select id from ${SCHEMA}.area where kode = $1`, [
      wanted.kode ?? '99.01.01.2003',
    ]);
    const family = { id: familyId, area: area.rows[0]!.id, protection: wanted.protection ?? 0 };
    await ownerPool.query(
      `insert into ${SCHEMA}.family (id, scope_area_id, source, protection) values ($1, $2, 'siks', $3)`,
      [familyId, family.area, family.protection],
    );
    const birthOn = wanted.birthOn === undefined ? '1950-01-01' : wanted.birthOn;
    const headId = await addMember(database, family, {
      name: wanted.name,
      shdk: 1,
      birthOn,
      sex: wanted.sex ?? 'P',
      occupation: wanted.occupationCode === undefined ? 1 : wanted.occupationCode,
    });
    for (const [i, birth] of (wanted.others ?? []).entries())
      await addMember(database, family, {
        name: `${wanted.name} ${i + 2}`,
        shdk: 4,
        birthOn: birth,
        sex: 'L',
        occupation: 1,
      });
    if (wanted.desil !== undefined)
      await ownerPool.query(
        `insert into ${SCHEMA}.centre_rank (id, family_id, period, desil, import_row_id) values ($1, $2, '2026-06', $3, $4)`,
        [uuid7(), familyId, wanted.desil, row],
      );
    if (wanted.criteria) await addCriteria(database, familyId, wanted.criteria);
    made.push({ familyId, headId });
  }
  return made;
};
