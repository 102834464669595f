export { homeTiles } from './actions/home-tiles.ts';
export { registerDistribution } from './routes.ts';
