import { isRefusal } from '#kernel/refusal.ts';
import { sampleAct } from './allowed-acts.ts';
import { STATES } from './kinds.ts';
import { STAGE_CAPABILITY, STAGES, type StageRule } from './stages.ts';
import { type Act, type ActType, type Decision, type Doer, decide, type UsulanStanding } from './state-machine.ts';

const WORDS: Readonly<Record<ActType, string>> = {
  accept: 'teruskan',
  ask: 'minta kelengkapan',
  complete: 'lengkapi',
  return: 'kembalikan',
  postpone: 'tunda',
  refuse: 'tolak',
  approve: 'setujui',
  withdraw: 'tarik',
};

const doers = (rule: StageRule): { name: string; doer: Doer }[] => [
  ...rule.roles.map((role) => ({
    name: role,
    doer: { accountId: 'a', role, capabilities: new Set([STAGE_CAPABILITY[rule.stage]]), isReporter: false },
  })),
  {
    name: 'pengusul',
    doer: { accountId: 'a', role: 'rt', capabilities: new Set(['usulan.propose']), isReporter: true },
  },
  {
    name: 'warga (nomor dan PIN)',
    doer: { accountId: null, role: 'warga', capabilities: new Set(), isReporter: true },
  },
  {
    name: 'petugas pemeriksa',
    doer: { accountId: 'a', role: 'operator_desa', capabilities: new Set(['usulan.check']), isReporter: false },
  },
];

const attempt = (usulan: UsulanStanding, act: Act, doer: Doer, order: readonly StageRule[]): Decision | undefined => {
  try {
    return decide(usulan, act, doer, order);
  } catch (thrown) {
    if (isRefusal(thrown)) return undefined;
    throw thrown;
  }
};

const targetOf = ({ state, rule }: Decision): string =>
  rule ? `${STAGES[rule.stage][0]} (${STATES[state][0].toLowerCase()})` : STATES[state][0];

const rowsOf = (
  rule: StageRule,
  state: 'berjalan' | 'menunggu_pelengkapan',
  order: readonly StageRule[],
): string[][] => {
  const usulan: UsulanStanding = { kind: 'baru', state, stage: rule.stage, stageNo: rule.no, isLinked: true };
  return (Object.keys(WORDS) as ActType[]).flatMap((type) => {
    const able = doers(rule).flatMap(({ name, doer }) => {
      const decision = attempt(usulan, sampleAct(type, usulan, order), doer, order);
      return decision ? [{ name, decision }] : [];
    });
    const first = able[0];
    if (!first) return [];
    const names = [...new Set(able.map(({ name }) => name))].join(', ');
    return [[STAGES[rule.stage][0], STATES[state][0].toLowerCase(), WORDS[type], names, targetOf(first.decision)]];
  });
};

const HEAD = ['Tahap', 'Keadaan', 'Langkah', 'Oleh', 'Menjadi'];

/** Cells padded to their column, as the formatter of this project leaves a table. */
const asTable = (rows: readonly (readonly string[])[]): string => {
  const widths = HEAD.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  const line = (cells: readonly string[], pad = ' ') =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at]!, pad)).join(' | ')} |`;
  const [head, ...body] = rows;
  return [
    line(head!),
    line(
      HEAD.map(() => ''),
      '-',
    ),
    ...body.map((row) => line(row)),
  ].join('\n');
};

/** The machine as a Markdown table for one order of stages, made by trying every act of everybody on a linked usulan of kind `baru`. */
export const printStateTable = (order: readonly StageRule[]): string =>
  asTable([
    HEAD,
    ...order.flatMap((rule) =>
      (['berjalan', 'menunggu_pelengkapan'] as const).flatMap((state) => rowsOf(rule, state, order)),
    ),
  ]);
