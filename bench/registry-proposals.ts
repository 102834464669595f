import { advance, submitUsulan } from '#modules/intake/index.ts';
import type { Context } from '#platform/db/context.ts';
import { listPiles, listUsulanByStage } from '../src/modules/intake/sql/queue.ts';
import { lockUsulan } from '../src/modules/intake/sql/usulan-rows.ts';

type As = <T>(username: string, work: (ctx: Context) => Promise<T>) => Promise<T>;

/** Who brings a proposal before the verifier, step by step. */
const STEPS = [
  ['operator.karangasri', 'lengkap'],
  ['verifikator', 'sesuai_verval'],
  ['operator.karangasri', 'disepakati'],
] as const;

/** One proposal about somebody of the register, by the agency's desk. */
const propose = (ctx: Context, subjectPersonId: string) =>
  submitUsulan(ctx, {
    kind: 'perubahan',
    channel: 'dinsos',
    subjectPersonId,
    reporterName: 'Loket',
    relation: 'petugas',
    consent: 'lisan_saksi',
    reason: 'Data berubah.',
  });

const step = async (ctx: Context, usulanId: string, act: Parameters<typeof advance>[3]): Promise<void> => {
  const { version } = await lockUsulan(ctx, usulanId);
  await advance(ctx, usulanId, version, act);
};

/**
 * Fills the queues with one proposal per person, and brings those of `ready` (people of Karang Asri) before the verifier.
 * @returns the proposals of `ready`
 */
export const fillQueues = async (as: As, people: readonly string[], ready: readonly string[]): Promise<string[]> => {
  for (let at = 0; at < people.length; at += 100)
    await as('loket', async (ctx) => {
      for (const id of people.slice(at, at + 100)) await propose(ctx, id);
    });
  const waiting: string[] = [];
  for (const person of ready) {
    const { usulanId } = await as('loket', (ctx) => propose(ctx, person));
    for (const [who, reasonCode] of STEPS) await as(who, (ctx) => step(ctx, usulanId, { type: 'accept', reasonCode }));
    waiting.push(usulanId);
  }
  return waiting;
};

/** What the verifier does with a queue, a label and one round of work each. */
export const queueWork = (
  as: As,
  ready: readonly string[],
): [label: string, work: (round: number) => Promise<unknown>][] => [
  [
    'verifikator: queue page with its piles',
    () =>
      as('verifikator', async (ctx) => [await listPiles(ctx), await listUsulanByStage(ctx, 'periksa', { limit: 50 })]),
  ],
  [
    'verifikator: approve',
    (round) =>
      as('verifikator', (ctx) =>
        step(ctx, ready[round]!, { type: 'approve', tracks: ['pusat'], reasonCode: 'memenuhi' }),
      ),
  ],
];
