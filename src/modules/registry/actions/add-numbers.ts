import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { type IdentifierKind, judgeNik, judgeOther } from '../domain/identifiers.ts';
import type { IdentifierRow } from '../domain/new-person.ts';
import type { Source } from '../domain/source.ts';
import { refreshIssues } from '../sql/issues.ts';
import { removeNoNikReason } from '../sql/numbers.ts';
import { listUnseenPeople, readNumberRules } from '../sql/people.ts';
import { listNumberOwners } from '../sql/person-rows.ts';
import { keepIdentifiers } from './create-person.ts';
import { refuseUnseen } from './refuse-unseen.ts';

export type NumberWanted = { personId: string; kind: IdentifierKind; value: string; source: Source };

/**
 * Adds numbers to people who are known already, with a handful of statements. As with new people nothing is refused: what cannot be a NIK,
 * or is somebody else's, stays a claim. The caller records the act.
 * @returns the ids of the numbers added, in the order given; undefined where nothing was typed
 */
export const addNumbers = async (ctx: Context, wanted: readonly NumberWanted[]): Promise<(string | undefined)[]> => {
  if (wanted.length === 0) return [];
  const ids = [...new Set(wanted.map(({ personId }) => personId))];
  if ((await listUnseenPeople(ctx, ids)).length > 0) refuseUnseen('orang');
  const digits = wanted.map(({ value }) => value.replace(/\D/g, ''));
  const rules = await readNumberRules(
    ctx,
    digits.map((text) => `${text.slice(0, 2)}.${text.slice(2, 4)}.${text.slice(4, 6)}`),
  );
  const owners = await listNumberOwners(ctx, ids);
  const rows = wanted.map(({ personId, kind, value, source }): IdentifierRow | undefined => {
    const owner = owners.get(personId);
    const judged =
      kind === 'nik'
        ? judgeNik(value, {
            birthOn: owner?.birth_on ?? null,
            sex: owner?.sex ?? null,
            today: ctx.today,
            isDemo: rules.isDemo,
            isKnownKecamatan: (kode) => rules.knownKecamatan.has(kode),
          })
        : judgeOther(kind, value);
    return judged && { ...judged, id: uuid7(), person_id: personId, source };
  });
  const planned = rows.filter((row) => row !== undefined);
  await keepIdentifiers(ctx, planned);
  for (const personId of new Set(planned.filter(({ kind }) => kind === 'nik').map(({ person_id }) => person_id)))
    await removeNoNikReason(ctx, personId);
  await refreshIssues(ctx, ids, []);
  return rows.map((row) => row?.id);
};
