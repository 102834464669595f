export { type ListInForce, whenListInForce } from './actions/follow-decree.ts';
export { homeTiles } from './actions/home-tiles.ts';
export { type PublicOutcome, publicOutcome } from './actions/public-outcome.ts';
export { seedDemoProgramme } from './actions/seed-demo-programme.ts';
export { registerProgramme } from './routes.ts';
