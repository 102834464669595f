export { registerPortal } from './routes.ts';
