import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CAPABILITIES, type Capability } from '../../../kernel/capability.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { KINDS, keysOf } from './kinds.ts';
import { REASONS } from './reasons.ts';
import { SEED_ORDERS } from './seed-orders.ts';
import { type Stage, type StageRule, stageAfter, stagesFor } from './stages.ts';
import { type Act, begin, type Decision, type Doer, decide, type UsulanStanding } from './state-machine.ts';

const order = SEED_ORDERS[0]!.stages;
const desk = (role: string, capability: Capability, over: Partial<Doer> = {}): Doer => ({
  accountId: 'akun',
  role,
  capabilities: new Set([capability]),
  isReporter: false,
  ...over,
});
const verifier = desk('verifikator', 'usulan.decide');
const at = (stage: Stage, over: Partial<UsulanStanding> = {}): UsulanStanding => {
  const rule = order.find((candidate) => candidate.stage === stage)!;
  return { kind: 'baru', state: 'berjalan', stage, stageNo: rule.no, isLinked: true, ...over };
};
const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'taken';
  } catch (thrown) {
    if (isRefusal(thrown)) return thrown.code;
    throw thrown;
  }
};

const reasonCodes = [...Object.values(REASONS).flatMap((reasons) => Object.keys(reasons)), 'tidak_ada', ''];
const reasoned = {
  reasonCode: fc.constantFrom(...reasonCodes),
  text: fc.constantFrom('', 'x', 'penjelasan yang cukup'),
};
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ type: fc.constant('accept' as const), ...reasoned }),
  fc.record({ type: fc.constant('ask' as const), missing: fc.constantFrom('', 'foto KK'), ...reasoned }),
  fc.record({ type: fc.constant('complete' as const), text: fc.constantFrom('', 'KK sudah ada') }),
  fc.record({
    type: fc.constant('return' as const),
    toStage: fc.constantFrom<Stage>('periksa', 'verval', 'musyawarah', 'verifikasi'),
    ...reasoned,
  }),
  fc.record({ type: fc.constant('postpone' as const), ...reasoned }),
  fc.record({ type: fc.constant('refuse' as const), ...reasoned }),
  fc.record({ type: fc.constant('approve' as const), tracks: fc.subarray(['pusat', 'daerah'] as const), ...reasoned }),
  fc.record({ type: fc.constant('withdraw' as const), ...reasoned }),
);
const anyDoer: fc.Arbitrary<Doer> = fc.record({
  accountId: fc.option(fc.constantFrom('akun 1', 'akun 2')),
  role: fc.constantFrom('rt', 'psm', 'operator_desa', 'lurah_kades', 'verifikator', 'kabid', 'warga', ''),
  capabilities: fc.subarray(Object.keys(CAPABILITIES) as Capability[]).map((list) => new Set(list)),
  isReporter: fc.boolean(),
});
/** Steps that the machine would often take, so that a walk gets to its end; mixed with everything else. */
const likelyDoer: fc.Arbitrary<Doer> = fc.constantFrom(
  desk('operator_desa', 'usulan.check'),
  desk('operator_desa', 'usulan.verify_field'),
  desk('operator_desa', 'musyawarah.run'),
  desk('verifikator', 'usulan.decide'),
);
const likelyAct: fc.Arbitrary<Act> = fc.constantFrom<Act>(
  { type: 'accept', reasonCode: 'lengkap' },
  { type: 'accept', reasonCode: 'lengkap' },
  { type: 'approve', reasonCode: 'memenuhi', tracks: ['pusat'] },
  { type: 'refuse', reasonCode: 'ganda', text: 'sudah ada usulan yang sama' },
  { type: 'complete', text: 'KK sudah ada' },
);
const anyStep = fc.tuple(
  fc.oneof({ weight: 3, arbitrary: likelyAct }, { weight: 1, arbitrary: anyAct }),
  fc.oneof({ weight: 3, arbitrary: likelyDoer }, { weight: 1, arbitrary: anyDoer }),
);
const anyOrder = fc.constantFrom(...SEED_ORDERS.map((seed) => seed.stages));

/** Applies acts one after the other, leaving out those refused; gives each step taken with who took it. */
const walk = (start: UsulanStanding, steps: readonly (readonly [Act, Doer])[], stages: readonly StageRule[]) => {
  let usulan = start;
  const taken: { act: Act; doer: Doer; decision: Decision; before: UsulanStanding }[] = [];
  for (const [act, doer] of steps) {
    try {
      const decision = decide(usulan, act, doer, stages);
      taken.push({ act, doer, decision, before: usulan });
      usulan = {
        ...usulan,
        state: decision.state,
        stage: decision.rule?.stage ?? null,
        stageNo: decision.rule?.no ?? null,
      };
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
    }
  }
  return { usulan, taken };
};

test('no sequence of acts reaches an approval or a refusal without a named officer of that desk and a coded reason', () => {
  let ended = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...keysOf(KINDS)),
      fc.boolean(),
      anyOrder,
      fc.array(anyStep, { minLength: 10, maxLength: 60, size: 'max' }),
      (kind, isLinked, stages, steps) => {
        const first = begin(kind, stages);
        const { usulan, taken } = walk(
          { kind, state: 'berjalan', stage: first.stage, stageNo: first.no, isLinked },
          steps,
          stages,
        );
        expect((usulan.stage === null) === ['disetujui', 'ditolak', 'ditarik'].includes(usulan.state)).toBe(true);
        for (const { act, doer, decision, before } of taken) {
          if (decision.state !== 'disetujui' && decision.state !== 'ditolak') continue;
          ended += 1;
          const rule = stages.find((candidate) => candidate.no === before.stageNo)!;
          expect(doer.accountId).not.toBeNull();
          expect(rule.roles).toContain(doer.role);
          expect(Object.keys(REASONS[act.type as 'approve' | 'refuse'])).toContain(decision.reasonCode);
          expect(['musyawarah', 'verifikasi']).toContain(before.stage);
          if (decision.state === 'ditolak') expect(decision.text.length).toBeGreaterThan(4);
          if (decision.state === 'disetujui') {
            expect(before.stage).toBe('verifikasi');
            expect(stageAfter(stages, kind, before.stageNo!)).toBeUndefined();
            expect(isLinked || kind === 'pengaduan').toBe(true);
          }
        }
      },
    ),
    { numRuns: 1500 },
  );
  // The walk does get there, else the property would say nothing.
  expect(ended).toBeGreaterThan(20);
});

test('what is over stays over', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('disetujui' as const, 'ditolak' as const, 'ditarik' as const),
      anyAct,
      anyDoer,
      (state, act, doer) => {
        expect(
          codeOf(() => decide({ kind: 'baru', state, stage: null, stageNo: null, isLinked: true }, act, doer, order)),
        ).toBe('usulan.sudah_selesai');
      },
    ),
  );
});

test('acceptance walks the order of the agency, and leaves out the stages its kind skips', () => {
  const names = (kind: 'baru' | 'sanggah' | 'reaktivasi_pbi', no: number) =>
    stagesFor(SEED_ORDERS[no]!.stages, kind).map((rule) => rule.stage);
  expect(names('baru', 0)).toEqual(['periksa', 'verval', 'musyawarah', 'verifikasi']);
  expect(names('baru', 1)).toEqual(['periksa', 'musyawarah', 'verval', 'verifikasi']);
  expect(names('sanggah', 0)).toEqual(['periksa', 'verval', 'verifikasi']);
  expect(names('reaktivasi_pbi', 1)).toEqual(['periksa', 'verifikasi']);
  const next = decide(
    at('periksa', { kind: 'reaktivasi_pbi' }),
    { type: 'accept', reasonCode: 'lengkap' },
    desk('operator_desa', 'usulan.check'),
    order,
  );
  expect(next.rule?.stage).toBe('verifikasi');
});

test.each([
  [
    'another desk',
    at('verifikasi'),
    { type: 'accept', reasonCode: 'lengkap' },
    desk('operator_desa', 'usulan.check'),
    'usulan.bukan_meja_anda',
  ],
  [
    'the role without its capability',
    at('periksa'),
    { type: 'accept', reasonCode: 'lengkap' },
    desk('operator_desa', 'usulan.read'),
    'usulan.bukan_meja_anda',
  ],
  [
    'a draft nobody linked',
    at('periksa', { isLinked: false }),
    { type: 'accept', reasonCode: 'lengkap' },
    desk('operator_desa', 'usulan.check'),
    'usulan.belum_ditautkan',
  ],
  [
    'a refusal at the first desk',
    at('periksa'),
    { type: 'refuse', reasonCode: 'ganda', text: 'sudah ada' },
    desk('operator_desa', 'usulan.check'),
    'usulan.tolak_belum',
  ],
  ['a refusal without words', at('verifikasi'), { type: 'refuse', reasonCode: 'ganda' }, verifier, 'alasan.teks_perlu'],
  [
    'an unknown reason',
    at('verifikasi'),
    { type: 'approve', reasonCode: 'suka', tracks: ['pusat'] },
    verifier,
    'alasan.perlu',
  ],
  [
    'no track',
    at('verifikasi'),
    { type: 'approve', reasonCode: 'memenuhi', tracks: [] },
    verifier,
    'usulan.jalur_perlu',
  ],
  [
    'one’s own proposal',
    at('verifikasi'),
    { type: 'approve', reasonCode: 'memenuhi', tracks: ['pusat'] },
    { ...verifier, isReporter: true },
    'usulan.pengusul_sendiri',
  ],
  [
    'a decision while something is missing',
    at('verifikasi', { state: 'menunggu_pelengkapan' }),
    { type: 'approve', reasonCode: 'memenuhi', tracks: ['pusat'] },
    verifier,
    'usulan.menunggu',
  ],
  [
    'a return forward',
    at('verval'),
    { type: 'return', toStage: 'verifikasi', reasonCode: 'verval_ulang' },
    desk('operator_desa', 'usulan.verify_field'),
    'usulan.tahap_tujuan',
  ],
  [
    'a stranger who withdraws',
    at('verval'),
    { type: 'withdraw', reasonCode: 'ganda' },
    desk('rt', 'usulan.propose'),
    'usulan.bukan_pengusul',
  ],
  [
    'the last stage waved on',
    at('verifikasi'),
    { type: 'accept', reasonCode: 'lengkap' },
    verifier,
    'usulan.perlu_putusan',
  ],
] as const)('refuses %s', (_name, usulan, act, doer, code) => {
  expect(codeOf(() => decide(usulan, act as Act, doer, order))).toBe(code);
});

test('what is asked holds the stage, and completing it goes on there', () => {
  const asked = decide(
    at('verval'),
    { type: 'ask', missing: 'Foto rumah dari depan', reasonCode: 'foto_kurang' },
    desk('psm', 'usulan.verify_field'),
    order,
  );
  expect(asked).toMatchObject({
    state: 'menunggu_pelengkapan',
    asked: 'Foto rumah dari depan',
    rule: { stage: 'verval' },
  });
  const citizen: Doer = { accountId: null, role: 'warga', capabilities: new Set(), isReporter: true };
  const done = decide(
    at('verval', { state: 'menunggu_pelengkapan' }),
    { type: 'complete', text: 'Foto sudah dikirim' },
    citizen,
    order,
  );
  expect(done).toMatchObject({ state: 'berjalan', asked: null, rule: { stage: 'verval' } });
});
