export { decideFamily } from './actions/decide-family.ts';
export { type ListInForce, whenListInForce } from './actions/follow-decree.ts';
export { prepareList } from './actions/prepare-list.ts';
export { type PublicOutcome, publicOutcome } from './actions/public-outcome.ts';
export { readListRows } from './actions/read-list.ts';
export { createProgramme } from './actions/save-terms.ts';
export type { Terms } from './domain/terms.ts';
export { registerProgramme } from './routes.ts';
