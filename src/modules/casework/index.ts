export { openCase } from './actions/open-case.ts';
export { protectByCase } from './actions/protect-person.ts';
export { registerCasework } from './routes.ts';
