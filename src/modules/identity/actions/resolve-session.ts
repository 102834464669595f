import type { Kysely } from 'kysely';
import type { Capability } from '#kernel/capability.ts';
import { dateInZone } from '#kernel/local-date.ts';
import type { Actor } from '#platform/db/actor.ts';
import type { Platform } from '#platform/db/context.ts';
import type { Database } from '#platform/db/schema.ts';
import { findRole } from '../domain/roles.ts';
import { needsSecondFactor, ruleOf } from '../domain/second-factor.ts';
import { type AgencyOfUser, findAgencyOfUser, listSessionRows, type SessionRow } from '../sql/sessions.ts';

export type ResolvedSession = {
  agency: AgencyOfUser;
  account: SessionRow;
  assignments: SessionRow[];
  active: SessionRow | undefined;
  secondFactor: { enabled: boolean; required: boolean };
  actor: Actor;
};

const NOTHING: ReadonlySet<Capability> = new Set();

/**
 * From a signed-in user to an actor under one assignment: the chosen one when it is in force, else the first.
 * An expired or closed account, or one without its required second factor, keeps its name and loses every capability.
 * @returns undefined when the sign-in belongs to no agency
 */
export const resolveSession = async (
  platform: Platform & { db: Kysely<Database> },
  user: { id: string; twoFactorEnabled: boolean },
  chosenAssignment: string | undefined,
): Promise<ResolvedSession | undefined> => {
  const agency = await findAgencyOfUser(platform.db, user.id);
  if (!agency) return undefined;
  const today = dateInZone(platform.clock(), agency.zone);
  const rows = await listSessionRows(platform.db, agency.schema, user.id, today);
  const account = rows[0];
  if (!account || account.closed || (account.expires_on !== null && account.expires_on < today)) return undefined;
  const assignments = rows.filter((row) => row.assignment_id !== null);
  const active = assignments.find((row) => row.assignment_id === chosenAssignment) ?? assignments[0];
  const role = active?.role ? findRole(active.role) : undefined;
  const required =
    active !== undefined &&
    needsSecondFactor(ruleOf(agency.settings), { wide: active.agency_wide === true, clearance: active.clearance ?? 0 });
  const locked = required && !user.twoFactorEnabled;
  const actor: Actor = {
    agency: agency.slug,
    schema: agency.schema,
    zone: agency.zone,
    accountId: account.account_id,
    username: account.username,
    name: account.display_name,
    kind: account.kind,
    role: role?.id ?? 'tanpa_tugas',
    position: account.position_name,
    bidang: active?.bidang ?? null,
    areaId: active?.area_id ?? 0,
    clearance: locked ? -1 : Math.min(active?.clearance ?? -1, role?.mostClearance ?? -1),
    capabilities: locked || !role ? NOTHING : new Set(role.capabilities),
    databaseRole: active?.agency_wide ? 'rukun_wide' : 'rukun_area',
  };
  return { agency, account, assignments, active, secondFactor: { enabled: user.twoFactorEnabled, required }, actor };
};
