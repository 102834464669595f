/** Linkage: which records are likely one person, in batch and online, and why. How it works: docs/engines/linkage.md. */
export { type Band, bandOf, contradicts, MUNGKIN_FROM, PASTI_FROM } from './bands.ts';
export { type Calibration, calibrate, calibrated, DECISIONS_NEEDED, type Decision } from './calibrate.ts';
export type { Clusters } from './cluster.ts';
export { shippedModel } from './default-model.ts';
export { type Explanation, explain, type FieldReason, levelSentence } from './explain.ts';
export { type DecidedLevels, learnFromDecisions } from './learn.ts';
export { DIMENSIONS, type Field, levelIn } from './levels.ts';
export { type DecidedRows, type LinkOptions, type LinkResult, linkTable, TRAIN_FROM } from './link.ts';
export {
  createGathered,
  type DecidedPair,
  gather,
  linkGathered,
  type PersonLinkOptions,
  type PersonLinkResult,
} from './link-persons.ts';
export { createLinkWorker, type LinkWorker } from './link-worker.ts';
export { type Model, probabilityOf } from './model.ts';
export { type Candidate, createOnlineIndex, type OnlineIndex } from './online.ts';
export { addPerson, type LinkPerson, PERSON_SCHEMA } from './person.ts';
export { checkModel, ImplausibleModelError } from './plausible.ts';
export { listSuspects, type Suspect } from './suspects.ts';
export { createTable, idOf, type PersonTable } from './table.ts';
