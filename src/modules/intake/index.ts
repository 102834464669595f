export { type Advanced, advance } from './actions/advance.ts';
export { homeTiles, type Tile } from './actions/home-tiles.ts';
export type { UsulanFileKind } from './actions/open-evidence.ts';
export { type OpenedReceipt, openReceipt } from './actions/open-receipt.ts';
export { readReceipt } from './actions/read-receipt.ts';
export { type Submission, type Submitted, submitUsulan } from './actions/submit-usulan.ts';
export { tellCitizen } from './actions/tell-citizen.ts';
export type { Draft } from './domain/draft.ts';
export {
  CHANNELS,
  type Channel,
  CONSENTS,
  type Consent,
  KINDS,
  type Kind,
  RELATIONS,
  type Relation,
  STATES,
  TRACKS,
  type Track,
  type UsulanState,
} from './domain/kinds.ts';
export { findReason, REASONS } from './domain/reasons.ts';
export type { ReceiptStep, ReceiptView } from './domain/receipt-view.ts';
export { STAGE_HOLDERS, STAGES, type Stage } from './domain/stages.ts';
export type { Act } from './domain/state-machine.ts';
export { registerIntake } from './routes.ts';
export { listUsulanByStage, type QueueFilter, type QueueRow } from './sql/queue.ts';
export { getUsulan, lockUsulan, type Usulan } from './sql/usulan-rows.ts';
