import type { Context } from '#platform/db/context.ts';
import type { DecreeKind } from '../domain/decree.ts';

/** What others need to know of a decree that took effect or was called off. */
export type DecreeNotice = {
  id: string;
  kind: DecreeKind;
  number: string | null;
  onDate: string | null;
  refKind: string | null;
  refId: string | null;
  wasInForce: boolean;
};
type Follow = (ctx: Context, decree: DecreeNotice) => Promise<void>;
type Moment = 'inForce' | 'ended';

const followers = new Map<string, Follow[]>();
const keyOf = (moment: Moment, kind: DecreeKind) => `${moment}:${kind}`;

/** Registers what follows, in the same transaction, when a decree of this kind takes effect (awards are made) or is called off (pagu is freed). */
export const whenDecree = (moment: Moment, kind: DecreeKind, follow: Follow): void => {
  const known = followers.get(keyOf(moment, kind)) ?? [];
  if (!known.includes(follow)) followers.set(keyOf(moment, kind), [...known, follow]);
};

export const tellFollowers = async (ctx: Context, moment: Moment, decree: DecreeNotice): Promise<void> => {
  for (const follow of followers.get(keyOf(moment, decree.kind)) ?? []) await follow(ctx, decree);
};
