import { startHeartbeat } from '#platform/jobs/heartbeat.ts';
import { deliverDue, type Post } from './actions/deliver.ts';

/** Looks every half minute for what is to be tried again, until stopped; new messages leave at once by their job. */
export const startMessages = (post: Post, onError: (error: unknown) => void, everyMs = 30_000) => {
  const stopping = new AbortController();
  const heart = startHeartbeat(() => deliverDue(post, undefined, stopping.signal), onError, { everyMs });
  return {
    stop: () => {
      stopping.abort();
      return heart.stop();
    },
  };
};
