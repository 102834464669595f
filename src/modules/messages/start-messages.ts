import { deliverDue, type Post } from './actions/deliver.ts';

/** Looks every half minute for what is to be tried again, until stopped; new messages leave at once by their job. */
export const startMessages = (post: Post, onError: (error: unknown) => void, everyMs = 30_000) => {
  const stopping = new AbortController();
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => deliverDue(post, undefined, stopping.signal)).catch(onError);
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
};
