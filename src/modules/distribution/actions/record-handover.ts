import { formatInstant } from '#kernel/local-date.ts';
import { parseReceiptCode } from '#kernel/receipt-code.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Rupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';
import { type Ruling, ruleHandover, stateAfter } from '../domain/ruling.ts';
import { changeEntitlement, type Entitlement, lockEntitlement } from '../sql/entitlements.ts';
import { addHandover, findHandover, type Handover, listHandovers } from '../sql/handovers.ts';
import { addIncident } from '../sql/incidents.ts';
import { findGateClosed, passGate } from './check-gate.ts';

export type HandoverGiven = {
  /** Made by the device: sending it again gives the stored result. */
  id: string;
  code: string;
  occurredAt: Date;
  deviceTime: Date | null;
  device: string;
  desk: string;
  proxy: { name: string; relation: string } | null;
  amount: Rupiah;
  items: readonly { item: string; quantity: number }[];
  /** It has left the table already (told later, from a phone without signal): then it is a fact and no gate can undo it. */
  alreadyGiven: boolean;
};
export type HandoverResult = {
  handoverId: string;
  ruling: Ruling;
  state: Entitlement['state'];
  due: Rupiah;
  effective: Rupiah;
  earlier: Handover | null;
  incidentId: string | null;
};

/** What somebody types or a scanner reads, in the stored form. */
export const readCode = (typed: string): string => {
  const read = parseReceiptCode(typed);
  return read.ok
    ? read.value
    : refuse('kode.salah', 422, 'Kode tidak cocok. Periksa lagi hurufnya, atau cari dengan nama.');
};

const replay = (entitlement: Entitlement, known: Handover): HandoverResult => {
  if (known.entitlementId !== entitlement.id)
    refuse(
      'serah.nomor_dipakai',
      422,
      'Nomor serah terima ini sudah dipakai untuk hak lain. Muat ulang halaman, lalu catat lagi.',
    );
  return {
    handoverId: known.id,
    ruling: known.ruling,
    state: entitlement.state,
    due: entitlement.due,
    effective: entitlement.effective,
    earlier: null,
    incidentId: null,
  };
};

const incidentText = (ctx: Context, earlier: Handover | undefined, given: HandoverGiven): string =>
  earlier
    ? `Diserahkan lagi di meja ${given.desk || '-'} pada ${formatInstant(given.occurredAt, ctx.actor.zone)}; sebelumnya di meja ${earlier.desk || '-'} pada ${formatInstant(earlier.occurredAt, ctx.actor.zone)} kepada ${earlier.receiver}.`
    : `Diserahkan melebihi hak di meja ${given.desk || '-'} pada ${formatInstant(given.occurredAt, ctx.actor.zone)}.`;

/**
 * Keeps a physical handover and rules it: effective within what is due, otherwise double, which opens an incident.
 * Nothing that left the table is ever rejected; what has not left it yet must pass the gate (decree in force, funds admitted, no moratorium).
 */
export const recordHandover = async (ctx: Context, given: HandoverGiven): Promise<HandoverResult> => {
  const entitlement =
    (await lockEntitlement(ctx, { code: readCode(given.code) })) ??
    refuse('hak.tidak_ada', 404, 'Tidak ada hak dengan kode itu di wilayah tugas Anda.');
  const known = await findHandover(ctx, given.id);
  if (known) {
    await ctx.record({
      event: 'handover.repeated',
      subjectKind: 'entitlement',
      subjectId: entitlement.id,
      areaId: entitlement.areaId,
      after: { handoverId: given.id },
    });
    return replay(entitlement, known);
  }
  const earlier = (await listHandovers(ctx, entitlement.id)).find((handover) => handover.ruling === 'efektif');
  const ruling = ruleHandover(entitlement.due, entitlement.effective, given.amount);
  const closed = given.alreadyGiven ? await findGateClosed(ctx, entitlement) : undefined;
  if (!given.alreadyGiven && ruling === 'efektif') await passGate(ctx, entitlement);
  await addHandover(
    ctx,
    {
      ...given,
      entitlementId: entitlement.id,
      receiverId: given.proxy ? null : entitlement.payeeId,
      proxyName: given.proxy?.name ?? null,
      proxyRelation: given.proxy?.relation ?? null,
    },
    ruling,
    closed?.sentence ?? '',
  );
  const effective = ruling === 'efektif' ? entitlement.effective + given.amount : entitlement.effective;
  const state = stateAfter(entitlement.stored, entitlement.due, effective);
  if (state !== entitlement.stored) await changeEntitlement(ctx, entitlement.id, state);
  const about = { handoverId: given.id, entitlementId: entitlement.id, areaId: entitlement.areaId };
  const incidentId =
    ruling === 'ganda'
      ? await addIncident(ctx, { ...about, kind: 'serah_terima_ganda', text: incidentText(ctx, earlier, given) })
      : closed
        ? await addIncident(ctx, {
            ...about,
            kind: 'di_luar_ketentuan',
            text: `Sudah diserahkan, padahal: ${closed.sentence}`,
          })
        : null;
  await ctx.record({
    event: ruling === 'efektif' ? 'handover.recorded' : 'handover.doubled',
    subjectKind: 'entitlement',
    subjectId: entitlement.id,
    areaId: entitlement.areaId,
    before: { state: entitlement.state, effective: entitlement.effective },
    after: {
      handoverId: given.id,
      ruling,
      state,
      effective,
      amount: given.amount,
      desk: given.desk,
      proxy: given.proxy !== null,
      incidentId,
    },
  });
  return {
    handoverId: given.id,
    ruling,
    state,
    due: entitlement.due,
    effective,
    earlier: ruling === 'ganda' ? (earlier ?? null) : null,
    incidentId,
  };
};
