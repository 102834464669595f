import { sql } from 'kysely';
import { type Context, toJson } from '#platform/db/context.ts';
import type { LetterField, LetterPaper } from '../domain/words.ts';

export type LetterKind = {
  code: string;
  name: string;
  class: string;
  title: string;
  body: string;
  fields: LetterField[];
  papers: LetterPaper[];
  validDays: number | null;
  approverRole: string;
  answers: boolean;
  showsNik: boolean;
  lowRisk: boolean;
  fast: boolean;
  targetMinutes: number;
  active: boolean;
  version: number;
};

const rows = (ctx: Context) =>
  ctx.tx
    .selectFrom('letter_kind')
    .select([
      ...([
        'code',
        'name',
        'class',
        'title',
        'body',
        'fields',
        'papers',
        'answers',
        'fast',
        'active',
        'version',
      ] as const),
      'valid_days as validDays',
      'approver_role as approverRole',
      'shows_nik as showsNik',
      'low_risk as lowRisk',
      'target_minutes as targetMinutes',
    ]);

export const listKinds = async (ctx: Context): Promise<LetterKind[]> =>
  (await rows(ctx).orderBy('fast', 'desc').orderBy('name').execute()) as LetterKind[];

export const findKind = async (ctx: Context, code: string): Promise<LetterKind | undefined> =>
  (await rows(ctx).where('code', '=', code).executeTakeFirst()) as LetterKind | undefined;

export const lockKind = async (ctx: Context, code: string): Promise<LetterKind | undefined> =>
  (await rows(ctx).where('code', '=', code).forUpdate().executeTakeFirst()) as LetterKind | undefined;

export type KindChange = Pick<
  LetterKind,
  'name' | 'class' | 'title' | 'body' | 'papers' | 'validDays' | 'approverRole' | 'lowRisk' | 'targetMinutes' | 'active'
>;
export const saveKind = async (ctx: Context, code: string, kind: KindChange): Promise<void> => {
  await ctx.tx
    .updateTable('letter_kind')
    .set({
      name: kind.name,
      class: kind.class,
      title: kind.title,
      body: kind.body,
      papers: toJson(kind.papers),
      valid_days: kind.validDays,
      approver_role: kind.approverRole,
      low_risk: kind.lowRisk,
      target_minutes: kind.targetMinutes,
      active: kind.active,
      version: sql<number>`version + 1`,
    })
    .where('code', '=', code)
    .execute();
};
