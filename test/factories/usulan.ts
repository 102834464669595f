import { advance, type Submission, type Submitted, submitUsulan, type Track } from '../../src/modules/intake/index.ts';
import { listStages } from '../../src/modules/intake/sql/stages.ts';
import { getUsulan } from '../../src/modules/intake/sql/usulan-rows.ts';
import type { Actor } from '../../src/platform/db/actor.ts';
import { type Context, withActor } from '../../src/platform/db/context.ts';
import { actorOf } from '../support/actor.ts';
import { TEST_NOW } from '../support/app.ts';
import type { FreshDatabase } from '../support/database.ts';

/** Where a test acts: a database of one's own and an instant (noon of the test day unless told otherwise). */
export type Stand = { db: FreshDatabase['db']; now?: Date };

/** Runs `work` as a demo account, in its own transaction. `over` changes the actor, `receipt` opens one usulan to the portal. */
export const actAs = async <T>(
  { db, now = TEST_NOW }: Stand,
  username: string,
  work: (ctx: Context) => Promise<T>,
  over: Partial<Actor> = {},
  receipt?: string,
): Promise<T> =>
  withActor(
    { db, clock: () => now },
    await actorOf(db, username, over),
    { requestId: 'test', ...(receipt ? { receipt } : {}) },
    work,
  );

/** The citizen at the portal: no account, no area, the portal's database role. */
export const CITIZEN: Partial<Actor> = {
  accountId: '01900000-0000-7000-8000-00000000c171',
  username: 'warga',
  name: 'Warga',
  kind: 'warga',
  role: 'warga',
  position: null,
  bidang: null,
  areaId: 0,
  clearance: 0,
  capabilities: new Set(),
  databaseRole: 'rukun_public',
};

/** A submission of a typed person; tests change what they are about. */
export const submission = (areaId: number, over: Partial<Submission> = {}): Submission => ({
  kind: 'baru',
  channel: 'kelurahan',
  draft: { name: 'Sarinem', birthOn: '1954-08-07', sex: 'P', address: 'Jalan Melati 3' },
  areaId,
  reporterName: 'Pak Darto',
  relation: 'tetangga',
  consent: 'lisan_saksi',
  reason: 'Tinggal sendiri dan tidak punya penghasilan tetap.',
  ...over,
});

/** Takes a usulan from where it is to the stage, or to its approval, by whoever the order lets act. The subject must be linked. */
export const carryUsulan = async (
  stand: Stand,
  usulanId: string,
  to: 'verval' | 'musyawarah' | 'verifikasi' | 'disetujui',
  tracks: readonly Track[] = ['pusat'],
): Promise<void> => {
  const actors = { operator_desa: 'operator.karangasri', verifikator: 'verifikator' } as const;
  for (;;) {
    const done = await actAs(stand, 'verifikator', async (ctx) => {
      const usulan = await getUsulan(ctx, usulanId);
      const { order } = await listStages(ctx, usulan.orderNo);
      return { usulan, rule: order.find((rule) => rule.no === usulan.stageNo) };
    });
    const { usulan, rule } = done;
    if (usulan.state === 'disetujui' || usulan.stage === to || !rule) return;
    const username = rule.stage === 'verifikasi' ? actors.verifikator : actors.operator_desa;
    await actAs(stand, username, (ctx) =>
      advance(
        ctx,
        usulanId,
        usulan.version,
        rule.stage === 'verifikasi'
          ? { type: 'approve', tracks, reasonCode: 'memenuhi' }
          : { type: 'accept', reasonCode: rule.stage === 'musyawarah' ? 'disepakati' : 'lengkap' },
      ),
    );
  }
};

/** A submitted usulan in Desa Karang Asri, by its operator. */
export const makeUsulan = async (stand: Stand, over: Partial<Submission> = {}): Promise<Submitted> =>
  actAs(stand, 'operator.karangasri', (ctx) => submitUsulan(ctx, submission(ctx.actor.areaId, over)));
