import { registerArea } from '#modules/area/index.ts';
import { registerCasework } from '#modules/casework/index.ts';
import { registerDeliberation } from '#modules/deliberation/index.ts';
import { registerDistribution } from '#modules/distribution/index.ts';
import { registerDuplicates } from '#modules/duplicates/index.ts';
import { registerExchange } from '#modules/exchange/index.ts';
import { registerForms } from '#modules/forms/index.ts';
import { registerHome } from '#modules/home/index.ts';
import { registerIdentity } from '#modules/identity/index.ts';
import { registerIntake } from '#modules/intake/index.ts';
import { registerRechecks } from '#modules/intake/recheck-routes.ts';
import { registerVisits } from '#modules/intake/visit-routes.ts';
import { registerLetters } from '#modules/letters/index.ts';
import { registerMessages } from '#modules/messages/index.ts';
import { registerObjection } from '#modules/objection/index.ts';
import { registerOversight } from '#modules/oversight/index.ts';
import { registerPlanning } from '#modules/planning/index.ts';
import { registerPortal } from '#modules/portal/index.ts';
import { registerProgramme } from '#modules/programme/index.ts';
import { registerRegistry } from '#modules/registry/index.ts';
import { registerReporting } from '#modules/reporting/index.ts';
import type { Auth } from '#platform/auth/auth.ts';
import { installationSecret } from '#platform/config/config.ts';
import type { Server } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import type { Ingredients } from './app.ts';
import { registerDemo } from './demo/fill.ts';

/** A module registers its routes and gives its jobs ({} when it has none). */
export type RegisterModule = (server: Server, ingredients: Ingredients, auth: Auth) => Jobs;

/** All modules, one line each. The order does not matter. */
const ownModules: readonly RegisterModule[] = [
  registerArea,
  registerIdentity,
  registerOversight,
  registerIntake,
  registerVisits,
  registerRechecks,
  registerForms,
  registerDeliberation,
  registerPlanning,
  registerDistribution,
  registerReporting,
  registerHome,
  registerProgramme,
  registerLetters,
  registerMessages,
  registerObjection,
  registerPortal,
  registerRegistry,
  registerExchange,
  registerDuplicates,
  (server, { dataDir }) => registerCasework(server, Buffer.from(installationSecret(dataDir, 'case'), 'base64url')),
];

/** The modules, and the demo, whose people work through the modules' routes. */
export const modules: readonly RegisterModule[] = [
  ...ownModules,
  (server, ingredients) => registerDemo(server, ingredients, ownModules),
];
