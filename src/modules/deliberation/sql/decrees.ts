import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { DecreeKind, DecreeState, HolderKind, ParafStep } from '../domain/decree.ts';

export type DecreeRow = {
  id: string;
  kind: DecreeKind;
  title: string;
  number: string | null;
  onDate: LocalDate | null;
  signatory: string | null;
  signedKind: HolderKind | null;
  signedPosition: string | null;
  fileId: string | null;
  contentHash: string;
  paraf: readonly ParafStep[];
  state: DecreeState;
  preparedBy: string;
  preparedByName: string;
  createdAt: Date;
  recordedByName: string | null;
  recordedAt: Date | null;
  inForceAt: Date | null;
  endedReason: string | null;
  endedByName: string | null;
  endedAt: Date | null;
  refKind: string | null;
  refId: string | null;
  version: number;
};

const decrees = (ctx: Context) =>
  ctx.tx
    .selectFrom('decree as d')
    .innerJoin('account as p', 'p.id', 'd.prepared_by')
    .leftJoin('account as r', 'r.id', 'd.recorded_by')
    .leftJoin('account as e', 'e.id', 'd.ended_by')
    .select([
      'd.id',
      'd.kind',
      'd.title',
      'd.number',
      'd.on_date as onDate',
      'd.signatory',
      'd.signed_kind as signedKind',
      'd.signed_position as signedPosition',
      'd.file_id as fileId',
      'd.content_hash as contentHash',
      'd.paraf',
      'd.state',
      'd.prepared_by as preparedBy',
      'p.display_name as preparedByName',
      'd.created_at as createdAt',
      'r.display_name as recordedByName',
      'd.recorded_at as recordedAt',
      'd.in_force_at as inForceAt',
      'd.ended_reason as endedReason',
      'e.display_name as endedByName',
      'd.ended_at as endedAt',
      'd.ref_kind as refKind',
      'd.ref_id as refId',
      'd.version',
    ]);

export const findDecree = async (ctx: Context, id: string): Promise<DecreeRow | undefined> =>
  (await decrees(ctx).where('d.id', '=', id).executeTakeFirst()) as DecreeRow | undefined;

/** Newest first. */
export const listDecreeRows = async (
  ctx: Context,
  filter: { kind?: DecreeKind | undefined; open?: boolean },
): Promise<DecreeRow[]> => {
  let query = decrees(ctx).orderBy('d.created_at', 'desc').limit(200);
  if (filter.kind) query = query.where('d.kind', '=', filter.kind);
  if (filter.open) query = query.where('d.state', 'in', ['rancangan', 'paraf', 'ditandatangani']);
  return (await query.execute()) as DecreeRow[];
};

/** Takes the row, so that two officers at once stand in line. */
export const lockDecreeRow = async (ctx: Context, id: string): Promise<DecreeRow | undefined> => {
  const locked = await ctx.tx.selectFrom('decree').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  return locked ? findDecree(ctx, id) : undefined;
};

export const addDecree = async (
  ctx: Context,
  decree: {
    id: string;
    kind: DecreeKind;
    title: string;
    contentHash: string;
    paraf: readonly ParafStep[];
    ref: { kind: string; id: string } | undefined;
  },
): Promise<void> => {
  await ctx.tx
    .insertInto('decree')
    .values({
      id: decree.id,
      kind: decree.kind,
      title: decree.title,
      content_hash: decree.contentHash,
      paraf: toJson(decree.paraf),
      state: 'rancangan',
      prepared_by: ctx.actor.accountId,
      created_at: ctx.now,
      ref_kind: decree.ref?.kind ?? null,
      ref_id: decree.ref?.id ?? null,
    })
    .execute();
};

export type DecreeChange = {
  state: DecreeState;
  paraf?: readonly ParafStep[];
  signature?: {
    number: string;
    onDate: LocalDate;
    holderId: string | null;
    signatory: string;
    position: string;
    kind: HolderKind;
    fileId: string | null;
  };
  inForce?: boolean;
  ended?: string;
};

export const changeDecree = async (ctx: Context, id: string, change: DecreeChange): Promise<void> => {
  const { signature } = change;
  await ctx.tx
    .updateTable('decree')
    .set({
      state: change.state,
      version: sql`version + 1`,
      ...(change.paraf ? { paraf: toJson(change.paraf) } : {}),
      ...(signature
        ? {
            number: signature.number,
            on_date: signature.onDate,
            position_holder_id: signature.holderId,
            signatory: signature.signatory,
            signed_position: signature.position,
            signed_kind: signature.kind,
            file_id: signature.fileId,
            recorded_by: ctx.actor.accountId,
            recorded_at: ctx.now,
          }
        : {}),
      ...(change.inForce ? { in_force_at: ctx.now } : {}),
      ...(change.ended === undefined
        ? {}
        : { ended_reason: change.ended, ended_by: ctx.actor.accountId, ended_at: ctx.now }),
    })
    .where('id', '=', id)
    .execute();
};

/** Another decree of this kind that already has the number and is not called off. */
export const isNumberUsed = async (
  ctx: Context,
  kind: DecreeKind,
  number: string,
  except: string,
): Promise<boolean> => {
  const found = await ctx.tx
    .selectFrom('decree')
    .select('id')
    .where('kind', '=', kind)
    .where('number', '=', number)
    .where('state', '<>', 'dicabut')
    .where('id', '<>', except)
    .executeTakeFirst();
  return found !== undefined;
};

/** Keeps the scan of the signed paper with the decree. */
export const setDecreeFile = async (ctx: Context, id: string, fileId: string): Promise<void> => {
  await ctx.tx.updateTable('decree').set({ file_id: fileId, version: sql`version + 1` }).where('id', '=', id).execute();
};
