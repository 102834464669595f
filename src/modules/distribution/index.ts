export { homeTiles } from './actions/home-tiles.ts';
export { registerDistribution } from './routes.ts';
export { type Tally, tallyEntitlements } from './sql/entitlements.ts';
