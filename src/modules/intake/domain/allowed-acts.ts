import { isRefusal } from '#kernel/refusal.ts';
import type { Kind } from './kinds.ts';
import { type Stage, type StageRule, stagesFor } from './stages.ts';
import { type Act, type ActType, type Doer, decide, type UsulanStanding } from './state-machine.ts';

/** An act of a type with made-up words that pass every check of form: for asking the machine what it would take. */
export const sampleAct = (type: ActType, usulan: UsulanStanding, order: readonly StageRule[]): Act => {
  const reasoned = { reasonCode: 'lain', text: 'contoh alasan' };
  switch (type) {
    case 'complete':
      return { type, text: 'contoh kelengkapan' };
    case 'ask':
      return { type, missing: 'contoh permintaan', ...reasoned };
    case 'approve':
      return { type, tracks: ['pusat'], ...reasoned };
    case 'return':
      return { type, toStage: stagesFor(order, usulan.kind)[0]?.stage ?? 'periksa', ...reasoned };
    default:
      return { type, ...reasoned };
  }
};

const ALL: readonly ActType[] = ['accept', 'ask', 'complete', 'return', 'postpone', 'refuse', 'approve', 'withdraw'];

/** The acts this doer may take with the usulan as it stands: those the machine itself would take, so that no second rule can differ. */
export const listAllowedActs = (usulan: UsulanStanding, doer: Doer, order: readonly StageRule[]): ActType[] =>
  ALL.filter((type) => {
    try {
      decide(usulan, sampleAct(type, usulan, order), doer, order);
      return true;
    } catch (thrown) {
      if (isRefusal(thrown)) return false;
      throw thrown;
    }
  });

/** A finding on an objection is told with its letters, on the page of the objection. */
const isFinding = (kind: Kind, type: ActType): boolean =>
  kind === 'sanggah' && (type === 'approve' || type === 'refuse');

/**
 * Whether an act may be taken from a queue. What the field check found is told by its form, and what a deliberation decided by the
 * deliberation, so that no usulan passes either without a visit or a meeting.
 */
export const isDeskAct = (stage: Stage, type: ActType, kind: Kind): boolean => {
  if (isFinding(kind, type)) return false;
  if (stage === 'verval') return type !== 'accept';
  if (stage === 'musyawarah') return ['ask', 'complete', 'withdraw'].includes(type);
  return true;
};
