import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/db/cluster.ts';
import type { Server } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { portalKeys } from './domain/sealed.ts';
import { registerLetterCheck } from './routes/letters.ts';
import { registerLists } from './routes/lists.ts';
import { registerPhoto } from './routes/photo.ts';
import { registerPropose } from './routes/propose.ts';
import { registerStart } from './routes/start.ts';
import { registerStatus } from './routes/status.ts';
import type { Portal } from './routes/visit.ts';

const readStyle = (): string =>
  readFileSync(join(projectRoot, 'src', 'web', 'public', 'portal.css'), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':');

/** Serves the citizens' pages. They are loaded as the server starts, after the hook that reads .tsx is in place. */
export const registerPortal = (
  server: Server,
  { secret, url, mail, dataDir }: { secret: string; url: string; mail?: object; dataDir: string },
): Jobs => {
  const pages = import('./web/pages.tsx');
  // A page that cannot be loaded is told by the first request that needs it.
  pages.catch(() => undefined);
  const portal: Portal = {
    server,
    keys: portalKeys(secret),
    css: readStyle(),
    isSecure: url.startsWith('https:'),
    isMailOn: mail !== undefined,
    pages,
  };
  registerStart(portal);
  registerPropose(portal);
  registerStatus(portal);
  registerPhoto(portal, dataDir);
  registerLists(portal);
  registerLetterCheck(portal);
  return {};
};
