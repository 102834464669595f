import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import {
  type JudgedCard,
  judgeNomorKk,
  maskNumber,
  NEUTRAL_KK,
  TAKEN_ELSEWHERE,
  TAKEN_HERE,
} from '../domain/identifiers.ts';
import { kecamatanPrefixes } from '../domain/kecamatan-prefix.ts';
import type { Source } from '../domain/source.ts';
import { refuseChanged } from '../domain/versions.ts';
import { type CardRow, findFamiliesByKk, insertCards, lockNumbers, reportHiddenFamily } from '../sql/families.ts';
import { retireCards } from '../sql/family-moves.ts';
import { type FamilyRecord, findFamily, listFamilyMembers, touchFamily } from '../sql/family-rows.ts';
import { refreshIssues } from '../sql/issues.ts';
import { getOfficeDayAfter } from '../sql/office-days.ts';
import { readNumberRules } from '../sql/people.ts';
import { refuseUnseen } from './refuse-unseen.ts';

const OFFICE_DAYS_FOR_CLAIM = 5;
const TAKEN_HERE_SENTENCE = 'Nomor KK ini juga tercatat pada keluarga lain di wilayah Anda; dicatat sebagai klaim.';

/** A KK number as typed, judged by the agency's rules; undefined when nothing was typed. */
export const judgeCard = async (ctx: Context, nomorKk: string): Promise<JudgedCard | undefined> => {
  const rules = await readNumberRules(ctx, kecamatanPrefixes([nomorKk]));
  return judgeNomorKk(nomorKk, { isDemo: rules.isDemo, isKnownKecamatan: (kode) => rules.knownKecamatan.has(kode) });
};

/** Keeps a number another family holds as a claim; of a protected holder nothing is said. @returns what may be said */
const keepAsClaim = async (ctx: Context, card: CardRow, isHere: boolean): Promise<string[]> => {
  const [front] = await listFamilyMembers(ctx, card.family_id);
  const maySay =
    isHere ||
    (front !== undefined &&
      (await reportHiddenFamily(ctx, {
        nomorKk: card.nomor_kk,
        personId: front.person_id,
        familyId: card.family_id,
        taskId: uuid7(),
        dueOn: await getOfficeDayAfter(ctx, OFFICE_DAYS_FOR_CLAIM),
      })));
  const problem = isHere ? TAKEN_HERE : maySay ? TAKEN_ELSEWHERE : card.problem;
  await insertCards(ctx, [{ ...card, state: 'klaim', problem }]);
  return isHere ? [TAKEN_HERE_SENTENCE] : maySay ? [NEUTRAL_KK] : [];
};

/**
 * Puts a new card beside the family's: in use, it makes the others old ones; a number that cannot be one, or that another family holds,
 * is kept as a claim and the card in use stays. The caller records the act.
 */
export const replaceCard = async (
  ctx: Context,
  family: FamilyRecord,
  judged: JudgedCard,
  source: Source,
): Promise<{ state: 'aktif' | 'klaim'; isSame: boolean; doubts: string[] }> => {
  await lockNumbers(ctx, [judged.nomorKk]);
  const holder = (await findFamiliesByKk(ctx, [judged.nomorKk])).get(judged.nomorKk);
  if (holder === family.id) return { state: 'aktif', isSame: true, doubts: [] };
  const { doubts: warnings, nomorKk, ...rest } = judged;
  const card: CardRow = { ...rest, id: uuid7(), family_id: family.id, nomor_kk: nomorKk, source };
  const kept = holder === undefined ? await insertCards(ctx, [card]) : new Set<string>();
  const doubts = kept.has(card.id) ? [] : await keepAsClaim(ctx, card, holder !== undefined);
  const state = kept.has(card.id) ? judged.state : 'klaim';
  if (state === 'aktif') await retireCards(ctx, family.id, card.id);
  await touchFamily(ctx, family.id);
  await refreshIssues(ctx, [], [family.id]);
  return { state, isSame: false, doubts: [...warnings, ...doubts] };
};

/** Gives a family its new KK number at the desk: see `replaceCard`. The family keeps its identity and what it received. */
export const changeCard = async (
  ctx: Context,
  input: { familyId: string; version: number; nomorKk: string; source: Source; reason: string },
): Promise<{ version: number; doubts: string[] }> => {
  const family = (await findFamily(ctx, input.familyId, true)) ?? refuseUnseen('keluarga');
  if (family.version !== input.version)
    refuseChanged(
      { by: family.updated_by_name, at: family.updated_at, zone: ctx.actor.zone },
      { version: family.version },
    );
  const judged = await judgeCard(ctx, input.nomorKk);
  if (!judged) return refuse('nomor.kosong', 422, 'Nomor KK belum diisi.', { fields: { nomorKk: 'Isi nomornya.' } });
  const { state, isSame, doubts } = await replaceCard(ctx, family, judged, input.source);
  if (isSame) refuse('kk.sudah_dipakai_sendiri', 422, 'Keluarga ini sudah memakai Nomor KK tersebut.');
  await ctx.record({
    event: 'family.card_renewed',
    subjectKind: 'family',
    subjectId: family.id,
    areaId: family.area_id,
    level: family.protection,
    after: { number: maskNumber(judged.nomorKk), state, source: input.source, reason: input.reason },
  });
  return { version: family.version + 1, doubts };
};
