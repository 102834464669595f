export { registerCasework } from './routes.ts';
