export { type ListInForce, whenListInForce } from './actions/follow-decree.ts';
export { homeTiles } from './actions/home-tiles.ts';
export { type CheckedLine, checkLine, publishedLists } from './actions/public-lists.ts';
export { type PublicOutcome, publicOutcome } from './actions/public-outcome.ts';
export { seedDemoProgramme } from './actions/seed-demo-programme.ts';
export { objectUntil } from './domain/objection-term.ts';
export { registerProgramme } from './routes.ts';
export type { PublishedList } from './sql/list-lines.ts';
