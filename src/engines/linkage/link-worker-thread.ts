import { parentPort, workerData } from 'node:worker_threads';
import { createGathered, gather, linkGathered, type PersonLinkOptions, type PersonLinkResult } from './link-persons.ts';
import type { LinkPerson } from './person.ts';
import { ImplausibleModelError } from './plausible.ts';

/** What a linkage thread is asked and answers; one answer per question, in order. */
export type Question = { kind: 'add'; persons: readonly LinkPerson[] } | { kind: 'link'; options: PersonLinkOptions };
export type Answer =
  | { kind: 'added' }
  | { kind: 'linked'; result: PersonLinkResult }
  | { kind: 'failed'; message: string; implausible: boolean };

const gathered = createGathered((workerData as { expected: number }).expected);

const answer = (question: Question): Answer => {
  try {
    if (question.kind === 'link') return { kind: 'linked', result: linkGathered(gathered, question.options) };
    gather(gathered, question.persons);
    return { kind: 'added' };
  } catch (error) {
    return { kind: 'failed', message: (error as Error).message, implausible: error instanceof ImplausibleModelError };
  }
};

parentPort!.on('message', (question: Question) => {
  parentPort!.postMessage(answer(question));
});
