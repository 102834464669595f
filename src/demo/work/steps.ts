import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { NINE_CRITERIA_FIELDS } from '#modules/registry/index.ts';
import type { Stage } from '../stage.ts';

/** Kemendagri codes of the places of the stories. */
export const KARANG_ASRI = '99.01.01.2003';
export const GIRI_KENCANA = '99.01.01.2002';
export const BUKIT_DAMAI = '99.01.01.1007';
export const SUMBER_REJO = '99.01.03.2001';

/** The operator of each of these places. Karang Asri's signs in; the others are accounts that the admin makes for the stories. */
export const OPERATORS: Readonly<Record<string, string>> = {
  [KARANG_ASRI]: 'operator.karangasri',
  [GIRI_KENCANA]: 'operator.girikencana',
  [BUKIT_DAMAI]: 'operator.bukitdamai',
  [SUMBER_REJO]: 'operator.sumberrejo',
};
export const operatorOf = (kode: string): string => OPERATORS[kode] ?? 'operator.karangasri';

export const areaIdOf = (stage: Stage, username: string, kode: string): Promise<number> =>
  stage.as(username).look(async ({ tx }) => {
    const area = await tx.selectFrom('area').select('id').where('kode', '=', kode).executeTakeFirstOrThrow();
    return area.id;
  });

/** Somebody of the register by an exact NIK, when the file had her. */
export const personByNik = (stage: Stage, username: string, nik: string): Promise<string | undefined> =>
  stage.as(username).look(async ({ tx }) => {
    const found = await tx
      .selectFrom('person_identifier')
      .select('person_id')
      .where('kind', '=', 'nik')
      .where('value', '=', nik)
      .executeTakeFirst();
    return found?.person_id;
  });

/** Heads of ordinary families in the operator's desa, always in the same order. */
export const headsIn = (stage: Stage, username: string, most: number): Promise<string[]> =>
  stage.as(username).look(async ({ tx }) => {
    const { rows } = await sql<{ id: string }>`
      select p.id from person p join family_member m on m.person_id = p.id and m.shdk = 1 and m.state = 'sah' and upper_inf(m.during)
      where p.life = 'hidup' and p.merged_into is null and p.protection = 0 and p.birth_on is not null order by p.id limit ${most}`.execute(
      tx,
    );
    return rows.map((row) => row.id);
  });

/** An id that a device would make, the same whenever the same act is done again. */
export const stableId = (text: string): string => {
  const hex = createHash('sha256').update(`contoh ${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export type Who = { name: string; sex: 'L' | 'P'; birthOn: LocalDate; address: string };

/** A NIK of the demo's own province for somebody typed in by hand. The serial keeps it apart from the file's. */
export const nikOf = ({ sex, birthOn }: Who, serial: number): string => {
  const [year = '', month = '', day = ''] = birthOn.split('-');
  const dayCode = String(Number(day) + (sex === 'P' ? 40 : 0)).padStart(2, '0');
  return `990101${dayCode}${month}${year.slice(2)}${String(serial).padStart(4, '0')}`;
};

/** Answers to the nine criteria: `met` of them are met, one is not known. */
export const answersOf = (met: number): Record<string, string> =>
  Object.fromEntries(
    NINE_CRITERIA_FIELDS.map((field, at) => [field, at < met ? 'ya' : at === met ? 'tidak_tahu' : 'tidak']),
  );

export type Submitted = { usulanId: string; receiptNumber: string; pin: string };
export const recordOf = ({ usulanId }: Submitted): string => `/api/usulan/${usulanId}`;

/** The desk's work with one proposal: makes the person when it is a draft, then passes it on. */
export const passCheck = async (
  stage: Stage,
  key: string,
  made: Submitted,
  { by, day, isDraft }: { by: string; day: number; isDraft: boolean },
): Promise<void> => {
  const operator = stage.as(by, day, 10);
  if (isDraft) await operator.step(`${key}.orang`, recordOf(made), 'new-subject', { shdk: 1 });
  await operator.step(`${key}.lengkap`, recordOf(made), 'acceptance', { reasonCode: 'lengkap' });
};

/** A visit that met the family. */
export const visit = (
  stage: Stage,
  key: string,
  made: Submitted,
  { by, day, met, notes = '' }: { by: string; day: number; met: number; notes?: string },
): Promise<void> =>
  stage.as(by, day, 14).step(`${key}.verval`, recordOf(made), 'verval', {
    visitedOn: stage.on(day),
    result: 'terkonfirmasi',
    respondent: 'Yang bersangkutan',
    notes,
    answers: answersOf(met),
  });
