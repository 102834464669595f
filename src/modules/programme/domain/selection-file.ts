import type { LocalDate } from '#kernel/local-date.ts';
import type { Rupiah } from '#kernel/rupiah.ts';
import { TARGETING_SCHEMA } from './columns.ts';
import type { OtherAward } from './exclusive.ts';
import type { Terms } from './terms.ts';
import { TIES } from './tie-order.ts';
import { effectiveRows } from './unknown-desil.ts';

/** The id of the one programme in a file made here. */
export const PROGRAMME = 'program';

export type Decision = { familyId: string; kind: 'jangan_tahan' | 'keluarkan' | 'tambahkan'; reason: string };

export type SelectionWanted = {
  name: string;
  terms: Terms;
  /** Money the list may use. */
  ceiling: Rupiah;
  asOf: LocalDate;
  /** Decisions of officers in force; a manual addition only once a second person confirmed it. */
  decisions: readonly Decision[];
  /** Families that already receive a programme which these terms do not allow beside this one. */
  otherAwards: readonly OtherAward[];
  /** Kemendagri code of an area, for quotas. */
  codeOf: (areaId: number) => string | undefined;
};

/** The reason under which families stand that the juknis leaves out while their desil is unknown. */
export const NO_DESIL = 'Desil belum diketahui; juknis mengecualikan dengan tugas.';

/** A family that the terms leave out, and why. */
export type LeftOut = { family: string; reason: string };

/**
 * The programme as the targeting engine's own file format (docs/engines/targeting.md): what is frozen and hashed with a list.
 * `leftOut` are families that the terms themselves leave out, each with its reason.
 */
export const selectionFile = (wanted: SelectionWanted, leftOut: readonly LeftOut[]): Record<string, unknown> => {
  const { terms, decisions } = wanted;
  const quota = terms.quota.flatMap(({ areaId, quota: places }) => {
    const code = wanted.codeOf(areaId);
    return code === undefined ? [] : [[code, places] as const];
  });
  const notHeld = decisions.filter((d) => d.kind === 'jangan_tahan');
  const decided = decisions.filter((d) => d.kind !== 'jangan_tahan');
  return {
    arah: 'rendah',
    asOf: wanted.asOf,
    schema: TARGETING_SCHEMA,
    programmes: [
      {
        id: PROGRAMME,
        name: wanted.name,
        benefit: terms.benefit.toString(),
        ceiling: wanted.ceiling.toString(),
        ...(terms.maxCount === null ? {} : { maxCount: terms.maxCount }),
        ...(quota.length === 0 ? {} : { quota: Object.fromEntries(quota) }),
        rules: effectiveRows(terms).map(({ kind, expr, reason, basis, poorerReason }) => ({
          kind,
          expr,
          reason,
          basis,
          ...(poorerReason ? { poorerReason } : {}),
        })),
        tieOrder: terms.tieOrder.map((id) => TIES[id].key),
        ...(terms.holdUntil === null
          ? {}
          : {
              hold: {
                until: terms.holdUntil,
                except: notHeld.map((d) => ({ family: d.familyId, reason: d.reason })),
              },
            }),
        decisions: [
          ...decided.map((d) => ({ family: d.familyId, kind: d.kind, reason: d.reason })),
          // Without a date there is no held place to make an exception of: who shall not be held is left out by decision.
          ...(terms.holdUntil === null
            ? notHeld.map((d) => ({ family: d.familyId, kind: 'keluarkan', reason: d.reason }))
            : []),
          ...leftOut.map(({ family, reason }) => ({ family, kind: 'keluarkan', reason })),
        ],
      },
    ],
  };
};
