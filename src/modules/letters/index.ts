export { homeTiles } from './actions/home-tiles.ts';
export { readOwnLetter, readShownLetter } from './actions/read-public.ts';
export { registerLetters } from './routes.ts';
