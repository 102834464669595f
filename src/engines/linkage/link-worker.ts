import { Worker } from 'node:worker_threads';
import type { PersonLinkOptions, PersonLinkResult } from './link-persons.ts';
import type { Answer, Question } from './link-worker-thread.ts';
import type { LinkPerson } from './person.ts';
import { ImplausibleModelError } from './plausible.ts';

/**
 * A batch in a thread of its own, so that a server goes on answering meanwhile. Persons are handed over in portions as they come from the
 * database; `add` waits until the thread has taken them. `link` may be called once; `close` ends the thread at any time.
 */
export type LinkWorker = {
  add: (persons: readonly LinkPerson[]) => Promise<void>;
  link: (options?: PersonLinkOptions) => Promise<PersonLinkResult>;
  close: () => Promise<void>;
};

export const createLinkWorker = (expected = 1024): LinkWorker => {
  const worker = new Worker(new URL('./link-worker-thread.ts', import.meta.url), { workerData: { expected } });
  const ask = (question: Question): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const settle = (): void => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      };
      const onMessage = (answer: Answer): void => {
        settle();
        resolve(answer);
      };
      const onError = (error: Error): void => {
        settle();
        reject(error);
      };
      const onExit = (code: number): void => {
        settle();
        reject(new Error(`the linkage thread ended with ${code} before it answered`));
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(question);
    });
  // One question at a time: the next waits for the answer before.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (question: Question): Promise<Answer> => {
    const answer = last.then(() => ask(question));
    last = answer.catch(() => undefined);
    return answer;
  };
  const answered = (answer: Answer): Answer => {
    if (answer.kind !== 'failed') return answer;
    throw answer.implausible ? new ImplausibleModelError(answer.message) : new Error(answer.message);
  };
  return {
    add: async (persons) => {
      answered(await inTurn({ kind: 'add', persons }));
    },
    link: async (options = {}) => {
      const answer = answered(await inTurn({ kind: 'link', options }));
      await worker.terminate();
      if (answer.kind !== 'linked') throw new Error('the linkage thread gave no result');
      return answer.result;
    },
    close: async () => {
      await worker.terminate();
    },
  };
};
