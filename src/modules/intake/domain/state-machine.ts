import type { Capability } from '#kernel/capability.ts';
import { refuse } from '#kernel/refusal.ts';
import { type Kind, needsSubject, needsTrack, STATES, type Track, type UsulanState } from './kinds.ts';
import { type ReasonedAct, reasonsFor } from './reasons.ts';
import { STAGE_CAPABILITY, STAGES, type Stage, type StageRule, stageAfter, stagesFor } from './stages.ts';

/** What the machine needs to know of a usulan. `stage` and `stageNo` are null exactly when it is over. */
export type UsulanStanding = {
  kind: Kind;
  state: UsulanState;
  stage: Stage | null;
  stageNo: number | null;
  /** An officer has linked the draft to a person of the register, or made one. */
  isLinked: boolean;
};

/** Who does it. A citizen has no account and acts by her receipt; everybody else acts under a named account and a role. */
export type Doer = {
  accountId: string | null;
  role: string;
  capabilities: ReadonlySet<Capability>;
  /** Reported this usulan (the RT head, the officer who typed it in, or the citizen with the receipt). */
  isReporter: boolean;
  /** Has a tie of one's own to the people of this usulan (family, work, trade), declared by oneself or another. */
  isTied?: boolean;
};

type Reasoned = { reasonCode: string; text?: string };
/** What may be done with a usulan that has been submitted. `text` is the officer's, for the file. */
export type Act =
  | ({ type: 'accept' } & Reasoned)
  | ({ type: 'ask'; missing: string } & Reasoned)
  | { type: 'complete'; text: string }
  | ({ type: 'return'; toStage: Stage } & Reasoned)
  | ({ type: 'postpone' } & Reasoned)
  | ({ type: 'refuse' } & Reasoned)
  | ({ type: 'approve'; tracks: readonly Track[] } & Reasoned)
  | ({ type: 'withdraw' } & Reasoned);
export type ActType = Act['type'];

export const ACT_EVENTS: Readonly<Record<ActType, string>> = {
  accept: 'usulan.accepted',
  ask: 'usulan.asked',
  complete: 'usulan.completed',
  return: 'usulan.returned',
  postpone: 'usulan.postponed',
  refuse: 'usulan.refused',
  approve: 'usulan.approved',
  withdraw: 'usulan.withdrawn',
};

/** Where an act leads. `rule` is the stage it now stands at; undefined when it is over. */
export type Decision = {
  event: string;
  fromState: UsulanState;
  fromStage: Stage | null;
  state: UsulanState;
  rule: StageRule | undefined;
  reasonCode: string | null;
  text: string;
  asked: string | null;
  tracks: readonly Track[] | null;
};

/** Where a new usulan of this kind begins. */
export const begin = (kind: Kind, order: readonly StageRule[]): StageRule =>
  stagesFor(order, kind)[0] ??
  refuse('tahap.kosong', 409, 'Urutan tahap belum diatur. Minta admin mengaturnya di halaman Tahap.');

const requireReason = (act: ActType & ReasonedAct, kind: Kind, given: Reasoned) => {
  if (!reasonsFor(act, kind).some(([code]) => code === given.reasonCode))
    refuse('alasan.perlu', 422, 'Pilih alasan dari daftar.');
  const text = (given.text ?? '').trim();
  if ((given.reasonCode === 'lain' || act === 'refuse') && text.length < 5)
    refuse(
      'alasan.teks_perlu',
      422,
      'Tulis penjelasan singkat untuk alasan ini; penjelasan tersimpan dalam berkas usulan.',
    );
  return { reasonCode: given.reasonCode, text };
};

const ruleOf = (usulan: UsulanStanding, order: readonly StageRule[]): StageRule => {
  const rule = order.find((candidate) => candidate.no === usulan.stageNo);
  if (!rule) throw new Error(`stage ${usulan.stageNo} is not in the order of this usulan`);
  return rule;
};

const isDesk = (doer: Doer, rule: StageRule): boolean =>
  doer.accountId !== null && rule.roles.includes(doer.role) && doer.capabilities.has(STAGE_CAPABILITY[rule.stage]);

const requireNoTie = (doer: Doer) => {
  if (doer.isTied !== true) return;
  refuse(
    'usulan.hubungan_sendiri',
    403,
    'Anda tercatat punya hubungan dengan orang dalam usulan ini, jadi bukan Anda yang menanganinya. Minta rekan yang berwenang.',
  );
};

const requireDesk = (doer: Doer, rule: StageRule) => {
  if (isDesk(doer, rule)) return requireNoTie(doer);
  refuse(
    'usulan.bukan_meja_anda',
    403,
    `Usulan ini sedang di tahap ${STAGES[rule.stage][0]}; tugas Anda sekarang tidak menangani tahap itu.`,
    { stage: rule.stage },
  );
};

const requireOpen = (usulan: UsulanStanding) => {
  if (usulan.stage !== null) return;
  refuse(
    'usulan.sudah_selesai',
    409,
    `Usulan ini sudah selesai (${STATES[usulan.state][0].toLowerCase()}) dan tidak dapat diubah lagi.`,
  );
};

const requireRunning = (usulan: UsulanStanding) => {
  if (usulan.state === 'menunggu_pelengkapan')
    refuse('usulan.menunggu', 409, 'Usulan ini menunggu pelengkapan. Catat kelengkapannya dulu, lalu lanjutkan.');
};

const requireLinked = (usulan: UsulanStanding) => {
  if (usulan.isLinked || !needsSubject(usulan.kind)) return;
  refuse(
    'usulan.belum_ditautkan',
    409,
    'Tautkan dulu usulan ini dengan orang di register, atau buat datanya; sesudah itu usulan dapat diteruskan.',
  );
};

const requireDecider = (doer: Doer, rule: StageRule, what: string) => {
  if (rule.stage === 'verifikasi' && doer.isReporter)
    refuse(
      'usulan.pengusul_sendiri',
      403,
      `Anda sendiri yang mengusulkan, jadi bukan Anda yang ${what}. Minta rekan yang berwenang.`,
    );
};

const canSpeakForReporter = (doer: Doer, rule: StageRule): boolean =>
  doer.isReporter || isDesk(doer, rule) || (doer.accountId !== null && doer.capabilities.has('usulan.check'));

type Step = (usulan: UsulanStanding, doer: Doer, order: readonly StageRule[], rule: StageRule) => Partial<Decision>;

const accept =
  (act: Act & { type: 'accept' }): Step =>
  (usulan, doer, order, rule) => {
    requireRunning(usulan);
    requireDesk(doer, rule);
    requireLinked(usulan);
    const next = stageAfter(order, usulan.kind, rule.no);
    if (!next)
      refuse('usulan.perlu_putusan', 409, 'Ini tahap terakhir: setujui atau tolak usulan ini, dengan alasannya.');
    return { ...requireReason('accept', usulan.kind, act), rule: next };
  };

const ask =
  (act: Act & { type: 'ask' }): Step =>
  (usulan, doer, _order, rule) => {
    requireRunning(usulan);
    requireDesk(doer, rule);
    const missing = act.missing.trim();
    if (missing.length < 5)
      refuse('usulan.minta_apa', 422, 'Tulis apa yang perlu dilengkapi; kalimat ini dibaca warga.');
    return { ...requireReason('ask', usulan.kind, act), state: 'menunggu_pelengkapan', asked: missing };
  };

const complete =
  (act: Act & { type: 'complete' }): Step =>
  (usulan, doer, _order, rule) => {
    if (usulan.state !== 'menunggu_pelengkapan')
      refuse('usulan.tidak_diminta', 409, 'Tidak ada yang sedang diminta untuk usulan ini; usulan sudah berjalan.');
    if (!canSpeakForReporter(doer, rule))
      refuse(
        'usulan.bukan_pengusul',
        403,
        'Kelengkapan hanya dapat dicatat oleh pengusul, warga yang bersangkutan, atau petugas desa/kelurahan.',
      );
    const text = act.text.trim();
    if (text.length < 5) refuse('usulan.kelengkapan_kosong', 422, 'Tulis apa yang dilengkapi.');
    return { state: 'berjalan', text };
  };

const giveBack =
  (act: Act & { type: 'return' }): Step =>
  (usulan, doer, order, rule) => {
    requireRunning(usulan);
    requireDesk(doer, rule);
    const target = stagesFor(order, usulan.kind).find(
      (candidate) => candidate.stage === act.toStage && candidate.no < rule.no,
    );
    if (!target) refuse('usulan.tahap_tujuan', 422, 'Usulan hanya dapat dikembalikan ke tahap sebelumnya.');
    return { ...requireReason('return', usulan.kind, act), rule: target };
  };

const postpone =
  (act: Act & { type: 'postpone' }): Step =>
  (usulan, doer, _order, rule) => {
    requireRunning(usulan);
    requireDesk(doer, rule);
    return requireReason('postpone', usulan.kind, act);
  };

const turnDown =
  (act: Act & { type: 'refuse' }): Step =>
  (usulan, doer, _order, rule) => {
    requireRunning(usulan);
    requireDesk(doer, rule);
    if (rule.stage !== 'musyawarah' && rule.stage !== 'verifikasi')
      refuse(
        'usulan.tolak_belum',
        409,
        'Usulan hanya dapat ditolak oleh musyawarah atau Dinas Sosial. Di tahap ini: minta kelengkapan, atau teruskan.',
      );
    requireDecider(doer, rule, 'menolaknya');
    return { ...requireReason('refuse', usulan.kind, act), state: 'ditolak', rule: undefined };
  };

const approve =
  (act: Act & { type: 'approve' }): Step =>
  (usulan, doer, order, rule) => {
    requireRunning(usulan);
    requireDesk(doer, rule);
    requireLinked(usulan);
    if (stageAfter(order, usulan.kind, rule.no) || rule.stage !== 'verifikasi')
      refuse('usulan.setuju_belum', 409, 'Usulan hanya dapat disetujui pada tahap terakhir, oleh Dinas Sosial.');
    requireDecider(doer, rule, 'menyetujuinya');
    const tracks = [...new Set(act.tracks)].toSorted();
    if (tracks.length === 0 && needsTrack(usulan.kind))
      refuse('usulan.jalur_perlu', 422, 'Pilih jalur: pusat (diketik ke SIKS-NG), program daerah, atau keduanya.');
    return { ...requireReason('approve', usulan.kind, act), state: 'disetujui', rule: undefined, tracks };
  };

const withdraw =
  (act: Act & { type: 'withdraw' }): Step =>
  (usulan, doer, _order, rule) => {
    if (!canSpeakForReporter(doer, rule))
      refuse(
        'usulan.bukan_pengusul',
        403,
        'Usulan hanya dapat ditarik oleh pengusulnya, warga yang bersangkutan, atau petugas atas permintaan tertulis.',
      );
    return { ...requireReason('withdraw', usulan.kind, act), state: 'ditarik', rule: undefined };
  };

const stepOf = (act: Act): Step => {
  switch (act.type) {
    case 'accept':
      return accept(act);
    case 'ask':
      return ask(act);
    case 'complete':
      return complete(act);
    case 'return':
      return giveBack(act);
    case 'postpone':
      return postpone(act);
    case 'refuse':
      return turnDown(act);
    case 'approve':
      return approve(act);
    case 'withdraw':
      return withdraw(act);
  }
};

/**
 * The state machine of a usulan: what `act` by `doer` makes of it under the agency's order, or a Refusal. Nothing is ever decided
 * without a named officer and a coded reason, and nothing by the passing of time.
 */
export const decide = (usulan: UsulanStanding, act: Act, doer: Doer, order: readonly StageRule[]): Decision => {
  requireOpen(usulan);
  const rule = ruleOf(usulan, order);
  const step = stepOf(act)(usulan, doer, order, rule);
  return {
    event: ACT_EVENTS[act.type],
    fromState: usulan.state,
    fromStage: usulan.stage,
    state: usulan.state,
    rule,
    reasonCode: null,
    text: '',
    asked: null,
    tracks: null,
    ...step,
  };
};
