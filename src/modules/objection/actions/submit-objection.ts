import { refuse } from '#kernel/refusal.ts';
import { type Submission, type Submitted, submitUsulan } from '#modules/intake/index.ts';
import type { Context } from '#platform/db/context.ts';
import { type About, LIST_GROUNDS, OWN_GROUNDS } from '../domain/grounds.ts';
import { addObjection } from '../sql/objections.ts';
import { findDesaOf } from '../sql/places.ts';

/** An objection: what it is about, on which ground, and where whoever objects lives (asked, compared, and not kept). */
export type Objection = Omit<Submission, 'kind'> & { about: About; ground: string; objectorDesaId: number };

const requireGround = (about: About, ground: string): void => {
  const known: Record<string, unknown> = about === 'daftar' ? LIST_GROUNDS : OWN_GROUNDS;
  if (!Object.hasOwn(known, ground))
    refuse('sanggah.dasar', 422, 'Pilih dasar sanggahan dari daftar.', { fields: { ground: 'Pilih dari daftar.' } });
};

/** Cek Bansos's own rule: whoever objects to a listing lives in the same desa. */
const refuseOtherDesa = (): never =>
  refuse(
    'sanggah.desa_lain',
    422,
    'Sanggahan terhadap data keluarga lain hanya dari warga desa/kelurahan yang sama. Dari tempat lain, sampaikan pengaduan; nama boleh tidak disebut.',
    { fields: { objectorDesaId: 'Bukan warga desa/kelurahan itu.' } },
  );

/**
 * Takes in an objection: against what is listed of another family of the same desa, or against a result about oneself. Who objects is kept
 * apart; neither the family nor the RT can learn it, nor the day. It runs to a finding by a named officer and never lapses.
 */
export const submitObjection = async (ctx: Context, given: Objection): Promise<Submitted> => {
  const { about, ground, objectorDesaId, ...submission } = given;
  if (ctx.actor.kind === 'rt')
    refuse(
      'sanggah.bukan_rt',
      403,
      'Sanggahan tidak lewat Ketua RT. Keadaan warga yang berubah disampaikan dari halaman RT; sanggahan dari portal atau kantor desa/kelurahan.',
    );
  requireGround(about, ground);
  if (about === 'daftar') {
    const listedIn = given.areaId === undefined ? undefined : await findDesaOf(ctx, given.areaId);
    if (listedIn === undefined || listedIn !== (await findDesaOf(ctx, objectorDesaId))) refuseOtherDesa();
  }
  const submitted = await submitUsulan(ctx, { ...submission, kind: 'sanggah', skipRt: true });
  await addObjection(ctx, { usulanId: submitted.usulanId, about, ground });
  return submitted;
};
