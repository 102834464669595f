export { homeTiles } from './actions/home-tiles.ts';
export { type OwnLetter, readOwnLetter, readShownLetter, type ShownLetter } from './actions/read-public.ts';
export { registerLetters } from './routes.ts';
