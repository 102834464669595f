import { newReceiptCode } from '../../src/kernel/receipt-code.ts';
import { uuid7 } from '../../src/kernel/uuid7.ts';
import { withActor } from '../../src/platform/db/context.ts';
import { actorOf } from '../support/actor.ts';
import type { TestApp } from '../support/app.ts';
import { makeBudgetLine } from './budget.ts';
import { inRegistry, makeResident } from './person.ts';

export type Recipient = { personId: string; familyId: string; entitlementId: string; code: string };

/** The numbers of a list on which everybody is in. */
const countsOf = (n: number): string =>
  JSON.stringify({
    keluarga: n,
    ya: n,
    tidak: 0,
    belum: 0,
    masuk: n,
    ditahan: 0,
    cadangan: 0,
    menungguKuota: 0,
    tanpaDesil: 0,
  });

/**
 * A programme of Karang Asri with a list in force and one entitlement for each name, put where the programme module puts it. For tests of what comes
 * after; the way there is tested in module programme.
 */
export const makeListInForce = async (
  app: TestApp,
  names: readonly string[],
  wanted: { amount: bigint; targetUnit?: 'orang' | 'keluarga'; stage?: 'rka' | 'dpa' },
) => {
  const { db } = app.database;
  const owner = (text: string, values: unknown[]) =>
    app.database.ownerPool.query(text.replaceAll('@', 'agency_tirta_rukun.'), values);
  const perencana = await actorOf(db, 'perencana');
  const { lineId } = await withActor(app.platform, perencana, { requestId: 'factory' }, (ctx) =>
    makeBudgetLine(ctx, {
      pagu: wanted.amount * BigInt(names.length + 5),
      stage: wanted.stage ?? 'dpa',
      name: `APBD contoh ${names.join(' ')}`,
    }),
  );
  const [programmeId, versionId, runId, decreeId] = [uuid7(), uuid7(), uuid7(), uuid7()];
  const unit = wanted.targetUnit ?? 'orang';
  await owner(
    `insert into @programme (id, name, bidang, budget_line_id) values ($1, 'Permakanan lansia', 'linjamsos', $2)`,
    [programmeId, lineId],
  );
  await owner(
    `insert into @programme_version (id, programme_id, no, juknis, target_unit, rules, rules_hash, unknown_policy, tie_order, benefit, period, decree_by, during, payee, payee_rule)
     values ($1, $2, 1, 'Juknis contoh', $3, '[]', 'x', 'kecualikan_dengan_tugas', '[]', $4, '2026', 'kepala dinas', daterange('2026-01-01', null), case when $3 = 'orang' then 'anggota' else 'kepala' end, case when $3 = 'orang' then 'umur >= 60' end)`,
    [versionId, programmeId, unit, wanted.amount],
  );
  await owner(
    `insert into @selection_run (id, version_id, snapshot, snapshot_hash, result_hash, state, counts, ceiling, budget_line_id, created_by)
     values ($1, $2, '{}', 'x', 'x', 'berlaku', $5, 0, $3, $4)`,
    [runId, versionId, lineId, perencana.accountId, countsOf(names.length)],
  );
  await owner(
    `insert into @decree (id, kind, title, number, on_date, signatory, content_hash, state, prepared_by, in_force_at) values ($1, 'penetapan', 'SK contoh', $2, '2026-07-01', 'Bupati', 'x', 'berlaku', $3, now())`,
    [decreeId, `SK/${decreeId.slice(-6)}/2026`, perencana.accountId],
  );
  const recipients: Recipient[] = [];
  for (const name of names) {
    const person = await inRegistry(db, 'operator.karangasri', (ctx) => makeResident(ctx, ctx.actor.areaId, { name }));
    const area = await owner('select scope_area_id as id from @person where id = $1', [person.personId]);
    const [awardId, entitlementId, code] = [uuid7(), uuid7(), newReceiptCode()];
    await owner(
      'insert into @award (id, decree_id, run_id, programme_id, family_id, payee_id, area_id, amount) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [awardId, decreeId, runId, programmeId, person.family.familyId, person.personId, area.rows[0].id, wanted.amount],
    );
    await owner(
      `insert into @entitlement (id, award_id, programme_id, period, unit_key, area_id, amount, code, state) values ($1, $2, $3, '2026', $4, $5, $6, $7, 'menunggu')`,
      [
        entitlementId,
        awardId,
        programmeId,
        unit === 'orang' ? person.personId : person.family.familyId,
        area.rows[0].id,
        wanted.amount,
        code,
      ],
    );
    recipients.push({ personId: person.personId, familyId: person.family.familyId, entitlementId, code });
  }
  return { programmeId, decreeId, lineId, recipients };
};
