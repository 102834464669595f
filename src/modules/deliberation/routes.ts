import type { Server } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { followDecreesOfBatches } from './actions/ratify-batch.ts';
import { registerBatches } from './routes/batches.ts';
import { registerDecrees } from './routes/decrees.ts';
import { registerKeying } from './routes/keying.ts';
import { registerMeetings } from './routes/meetings.ts';

export const registerDeliberation = (server: Server, ingredients: { dataDir: string }): Jobs => {
  followDecreesOfBatches();
  registerMeetings(server, ingredients.dataDir);
  registerBatches(server, ingredients.dataDir);
  registerKeying(server);
  registerDecrees(server, ingredients.dataDir);
  return {};
};
