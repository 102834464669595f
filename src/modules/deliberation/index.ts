export { type CentreAnswer, recordCentreResults } from './actions/centre-results.ts';
export { type DecreeNotice, whenDecree } from './actions/decree-followers.ts';
export { draftDecree, endDecree, getDecree, getDecreeInForce } from './actions/decree-life.ts';
export { homeTiles } from './actions/home-tiles.ts';
export { issueLetterNumber, voidLetter } from './actions/issue-letter-number.ts';
export { registerDeliberation } from './routes.ts';
