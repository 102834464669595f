import type { Context } from '#platform/db/context.ts';
import { bindingOf, type Computed, type Place } from '../domain/compute.ts';
import { makeReasons } from '../domain/list-rows.ts';
import { placeText } from '../domain/reason-text.ts';
import { positionText, type Terms } from '../domain/terms.ts';
import { listFaces } from '../sql/names.ts';
import type { LoadedRegister } from './load-register.ts';

/** A family in a list as an officer sees it. */
export type FamilyLine = {
  familyId: string;
  name: string;
  maskedNik: string | null;
  areaLabel: string;
  place: Place;
  verdict: 'ya' | 'tidak' | 'belum';
  rank: number | null;
  reserveNo: number | null;
  position: string;
  why: string;
  heldUntil: string | null;
};

/** Lines of some families of a computed list, by their place in the snapshot; families out of the actor's sight have none. */
export const describeFamilies = async (
  ctx: Context,
  { terms, register, computed }: { terms: Terms; register: LoadedRegister; computed: Computed },
  families: readonly number[],
): Promise<Map<number, FamilyLine>> => {
  const faces = await listFaces(ctx, families.map(computed.snapshot.idAt));
  const codes = new Map([...register.areas.values()].map((area) => [area.kode, area.label]));
  const areaName = (code: string): string => codes.get(code) ?? code;
  const reasons = makeReasons(computed);
  const lines = new Map<number, FamilyLine>();
  for (const f of families) {
    const face = faces.get(computed.snapshot.idAt(f));
    if (!face) continue;
    const line = computed.line(f);
    const place = computed.place(f);
    const binding = bindingOf(computed, f);
    lines.set(f, {
      familyId: line.family,
      name: face.name,
      maskedNik: face.maskedNik,
      areaLabel: areaName(computed.snapshot.areas[computed.snapshot.area[f]!]!),
      place,
      verdict: line.verdict,
      rank: line.rank ?? null,
      reserveNo: line.reserve ?? null,
      position: positionText(terms.rankBy, line.score === undefined ? undefined : Number(line.score)),
      why: placeText({ place, verdict: line.verdict, binding, reasons: reasons(f) }, terms, areaName),
      heldUntil: line.heldUntil ?? null,
    });
  }
  return lines;
};
