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
export { issueLetterNumber, type LetterWanted, voidLetter } from './actions/issue-letter-number.ts';
export type { DecreeKind, DecreeState, ParafStep } from './domain/decree.ts';
export type { DecreeRow } from './sql/decrees.ts';
