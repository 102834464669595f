import {
  addNumbers,
  addToFamilies,
  correctPerson,
  leaveFamily,
  moveFamily,
  renewCard,
} from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import { addressOf, claimed, otherNumbers, placementOf } from '../domain/register-values.ts';
import { changesBetween } from '../domain/siks/compare.ts';
import type { SiksRow } from '../domain/siks/row.ts';
import type { Candidate } from '../domain/target.ts';
import type { ImportFile } from '../sql/files.ts';
import { type Known, listKnown, type RowOutcome, type SiksChunkRow } from '../sql/siks-rows.ts';

/** A row and the person of the register it was recognised as. */
export type Met = { row: SiksChunkRow; target: Candidate; areaId: number };
type Renewed = Pick<RowOutcome, 'outcome' | 'personId' | 'familyId' | 'before'> & { row: SiksChunkRow };

/** What a row tells anew: what differs from the file before; for somebody met for the first time, all of it. */
const newsOf = ({ change, previous, parsed }: SiksChunkRow): ReadonlySet<keyof SiksRow> => {
  if (change === 'tetap') return new Set();
  if (previous === null) return new Set(Object.keys(parsed) as (keyof SiksRow)[]);
  return new Set(changesBetween(previous, parsed).map(({ field }) => field));
};

/** Only what the row states: an empty cell takes nothing away. */
const identityChanges = (row: SiksRow, news: ReadonlySet<keyof SiksRow>) => ({
  ...(news.has('name') ? { nama: row.name } : {}),
  ...(news.has('sex') && row.sex ? { jenis_kelamin: row.sex } : {}),
  ...(news.has('birth') && row.birth ? { lahir: row.birth } : {}),
  ...(news.has('birthPlace') && row.birthPlace ? { tempat_lahir: row.birthPlace } : {}),
  ...(news.has('motherName') && row.motherName ? { nama_ibu: row.motherName } : {}),
  ...((news.has('occupation') || news.has('occupationCode')) && row.occupation
    ? { pekerjaan: { code: row.occupationCode, text: row.occupation } }
    : {}),
});

const newNumbers = (row: SiksRow, news: ReadonlySet<keyof SiksRow>, known: Known, personId: string) => {
  const nik = news.has('nik') ? claimed(row.nik) : null;
  const wanted = [
    ...(nik === null ? [] : [{ kind: 'nik' as const, value: nik }]),
    ...(news.has('idDtks') || news.has('nomorDesa') ? otherNumbers(row) : []),
  ];
  return wanted
    .filter(({ kind, value }) => !known.numbers.includes(`${kind}:${value}`))
    .map((number) => ({ ...number, personId, source: 'siks' as const }));
};

const PLACE: readonly (keyof SiksRow)[] = ['areaId', 'rt', 'rw', 'address', 'dusun'];

/** The head's row speaks for the family: a new KK number is the family's new card, a new address moves it. */
const renewFamily = async (
  ctx: Context,
  file: ImportFile,
  { row, areaId }: Met,
  news: ReadonlySet<keyof SiksRow>,
  known: Known,
): Promise<boolean> => {
  const { parsed } = row;
  if (known.familyId === null || row.previous === null || (known.shdk !== 1 && parsed.shdk !== 1)) return false;
  const told = { familyId: known.familyId, source: 'siks' as const, reason: `Berkas ${file.name}` };
  let changed = false;
  if (news.has('nomorKk') && parsed.nomorKk.state === 'sah' && parsed.nomorKk.value !== known.nomorKk) {
    await renewCard(ctx, { ...told, nomorKk: parsed.nomorKk.value });
    changed = true;
  }
  if (PLACE.some((field) => news.has(field))) {
    const moved = await moveFamily(ctx, { ...told, areaId, address: addressOf(parsed), observedOn: file.observedOn });
    changed ||= moved;
  }
  return changed;
};

const renewOne = async (ctx: Context, file: ImportFile, met: Met, known: Known): Promise<Renewed> => {
  const { row } = met;
  const news = newsOf(row);
  const changes = identityChanges(row.parsed, news);
  let version = known.version;
  if (Object.keys(changes).length > 0) {
    const told = { source: 'siks' as const, observedOn: file.observedOn, reason: `Berkas ${file.name}` };
    ({ version } = await correctPerson(ctx, { personId: known.id, version, changes, ...told }));
  }
  const numbers = newNumbers(row.parsed, news, known, known.id);
  const numberIds = (await addNumbers(ctx, numbers)).filter((id) => id !== undefined);
  const familyChanged = await renewFamily(ctx, file, met, news, known);
  const touched = version !== known.version || numberIds.length > 0 || familyChanged || row.change === 'berubah';
  return {
    row,
    outcome: touched ? 'diperbarui' : 'tetap',
    personId: known.id,
    familyId: known.familyId,
    before: numberIds.length > 0 ? { numberIds } : null,
  };
};

/** Members whose row names another family than the one they are in, after the heads' rows were heard. */
const listMoving = (active: readonly Met[], now: ReadonlyMap<string, Known>): Met[] =>
  active.filter(({ row, target }) => {
    const known = now.get(target.personId);
    if (!known) return false;
    if (known.familyId === null) return true;
    const { nomorKk } = row.parsed;
    const isNews = row.previous !== null && newsOf(row).has('nomorKk');
    return isNews && known.shdk !== 1 && nomorKk.state === 'sah' && nomorKk.value !== known.nomorKk;
  });

const moveMembers = async (
  ctx: Context,
  file: ImportFile,
  moving: readonly Met[],
  now: ReadonlyMap<string, Known>,
): Promise<Map<string, string>> => {
  for (const { target } of moving) {
    if (now.get(target.personId)?.familyId)
      await leaveFamily(ctx, { personId: target.personId, on: ctx.today, reason: `Berkas ${file.name}: KK lain` });
  }
  const placed = await addToFamilies(
    ctx,
    moving.map(({ row, target, areaId }) => placementOf(row.parsed, target.personId, areaId, file.observedOn)),
  );
  return new Map(moving.map(({ target }, i) => [target.personId, placed[i]!.familyId]));
};

/**
 * Lets people of the register take what a file tells anew: each field by the precedence of sources, numbers as further claims, a new KK
 * or address through the head's row. Nothing is taken away because a cell is empty.
 */
export const renewKnown = async (ctx: Context, file: ImportFile, met: readonly Met[]): Promise<Renewed[]> => {
  const isActive = ({ row, target }: Met) => row.change !== 'tetap' && target.life !== 'terbukti';
  const active = met.filter(isActive);
  const known = await listKnown(
    ctx,
    active.map(({ target }) => target.personId),
  );
  const renewed: Renewed[] = met
    .filter((one) => !isActive(one) || !known.has(one.target.personId))
    .map(({ row, target }) => ({
      row,
      outcome: target.life === 'terbukti' ? 'meninggal' : 'tetap',
      personId: target.personId,
      familyId: target.familyId,
      before: null,
    }));
  const seen = active.filter(({ target }) => known.has(target.personId));
  for (const one of seen) renewed.push(await renewOne(ctx, file, one, known.get(one.target.personId)!));
  const now = await listKnown(
    ctx,
    seen.map(({ target }) => target.personId),
  );
  const families = await moveMembers(ctx, file, listMoving(seen, now), now);
  return renewed.map((one) => ({ ...one, familyId: families.get(one.personId ?? '') ?? one.familyId }));
};
