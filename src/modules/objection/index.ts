export { answerAsFamily, readFamilyQuestion } from './actions/answer-question.ts';
export { homeTiles } from './actions/read-objections.ts';
export { type Objection, submitObjection } from './actions/submit-objection.ts';
export type { ListGround } from './domain/grounds.ts';
export { registerObjection } from './routes.ts';
export type { FamilyQuestion } from './sql/questions.ts';
