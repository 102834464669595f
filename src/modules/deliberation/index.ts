export { type AnswersTaken, type CentreAnswer, recordCentreResults } from './actions/centre-results.ts';
export { type DecreeNotice, whenDecree } from './actions/decree-followers.ts';
export {
  type DecreeDraft,
  draftDecree,
  endDecree,
  getDecree,
  getDecreeInForce,
  giveParaf,
  lockDecree,
  putInForce,
  recordSignature,
  type Signature,
} from './actions/decree-life.ts';
export { homeTiles } from './actions/home-tiles.ts';
export { issueLetterNumber, type LetterWanted, voidLetter } from './actions/issue-letter-number.ts';
export type { DecreeKind, DecreeState, ParafStep } from './domain/decree.ts';
export type { CentreResult } from './domain/words.ts';
export { registerDeliberation } from './routes.ts';
export type { DecreeRow } from './sql/decrees.ts';
