export { findActor } from './actions/find-actor.ts';
export { DEMO_PASSWORD, type DemoAccount, LARASATI_ACCOUNTS, TIRTA_RUKUN_ACCOUNTS } from './domain/demo-accounts.ts';
export { findRole, ROLES } from './domain/roles.ts';
export { registerIdentity } from './routes.ts';
export { makeWhoIs, refuseForeignOrigin, registerSessionRoutes } from './session-routes.ts';
export { findDemoSecondFactor, listDemoAccountRows } from './sql/demo-accounts.ts';
export { installAccount } from './sql/new-accounts.ts';
